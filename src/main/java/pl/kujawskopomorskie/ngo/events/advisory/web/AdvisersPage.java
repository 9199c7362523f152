package pl.kujawskopomorskie.ngo.events.advisory.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.advisory.Adviser;

/**
 * Advisers as the office lists them.
 *
 * @param rows those who left last
 * @param mayRun whether the reader may change them
 */
record AdvisersPage(List<Adviser> rows, boolean mayRun) {

    AdvisersPage {
        rows = List.copyOf(rows);
    }
}
