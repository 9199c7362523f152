package pl.kujawskopomorskie.ngo.events.lending.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.lending.Lendings;

/**
 * The requests of a person's account.
 *
 * @param rows the latest first
 */
record OwnLendingsPage(List<Lendings.Listed> rows) {

    OwnLendingsPage {
        rows = List.copyOf(rows);
    }
}
