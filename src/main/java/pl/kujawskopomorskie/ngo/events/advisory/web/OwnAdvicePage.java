package pl.kujawskopomorskie.ngo.events.advisory.web;

import java.time.Instant;
import java.util.List;
import pl.kujawskopomorskie.ngo.events.advisory.LookingAtAdvice;

/**
 * The bookings of a person's account.
 *
 * @param rows the latest slot first
 * @param now when the page was asked for
 */
record OwnAdvicePage(List<LookingAtAdvice.OwnBooking> rows, Instant now) {

    OwnAdvicePage {
        rows = List.copyOf(rows);
    }
}
