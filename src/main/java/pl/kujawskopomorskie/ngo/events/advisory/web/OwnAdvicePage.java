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

    /** How a booking stands: the end of a key of texts. */
    public String standing(LookingAtAdvice.OwnBooking own) {
        var row = own.row();
        return HeldAdvicePage.standing(row.endedAt(), row.confirmedAt(), row.confirmBy(), row.endsAt(), now);
    }
}
