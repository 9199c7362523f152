package pl.kujawskopomorskie.ngo.events.advisory.web;

import java.math.BigDecimal;
import java.util.List;
import pl.kujawskopomorskie.ngo.events.AdviceGiven;

/**
 * The advice of a year, without names.
 *
 * @param year which
 * @param years in which there is any, the latest first
 * @param rows the latest first
 * @param hours in all
 */
record GivenPage(int year, List<Integer> years, List<AdviceGiven.Given> rows, BigDecimal hours) {

    GivenPage {
        years = List.copyOf(years);
        rows = List.copyOf(rows);
    }
}
