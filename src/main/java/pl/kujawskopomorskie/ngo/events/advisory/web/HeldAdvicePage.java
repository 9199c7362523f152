package pl.kujawskopomorskie.ngo.events.advisory.web;

import java.time.Instant;
import pl.kujawskopomorskie.ngo.events.advisory.Adviser;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisoryBooking;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisorySlot;
import pl.kujawskopomorskie.ngo.events.advisory.BookingStanding;
import pl.kujawskopomorskie.ngo.events.advisory.EndingAdvice;

/**
 * A booking, for who has its link.
 *
 * @param token of the link
 * @param slot when and where
 * @param adviser with whom
 * @param booking itself
 * @param now when the page was asked for
 */
record HeldAdvicePage(String token, AdvisorySlot slot, Adviser adviser, AdvisoryBooking booking, Instant now) {

    /** How it stands. */
    public BookingStanding standing() {
        return booking.standing(slot.endsAt(), now);
    }

    /** Whether it can be taken back by the link. */
    public boolean mayTakeBack() {
        return EndingAdvice.mayTakeBack(slot, now);
    }
}
