package pl.kujawskopomorskie.ngo.events.lending.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.lending.Resource;

/**
 * What is lent, as the office lists it.
 *
 * @param rows those that are not lent any more last
 * @param mayRun whether the reader may change them
 */
record ResourcesDeskPage(List<Resource> rows, boolean mayRun) {

    ResourcesDeskPage {
        rows = List.copyOf(rows);
    }
}
