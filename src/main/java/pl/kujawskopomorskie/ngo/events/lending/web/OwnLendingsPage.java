package pl.kujawskopomorskie.ngo.events.lending.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.lending.LookingAtLendings;

/**
 * The requests of a person's account.
 *
 * @param rows the latest first
 */
record OwnLendingsPage(List<LookingAtLendings.Listed> rows) {

    OwnLendingsPage {
        rows = List.copyOf(rows);
    }
}
