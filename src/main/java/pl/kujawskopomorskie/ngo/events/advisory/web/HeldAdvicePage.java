package pl.kujawskopomorskie.ngo.events.advisory.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.advisory.Adviser;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisoryBooking;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisorySlot;
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

    /** How it stands: the end of a key of texts. */
    public String standing() {
        return standing(booking.endedAt(), booking.confirmedAt(), booking.confirmBy(), slot.endsAt(), now);
    }

    /** Whether it can be taken back by the link. */
    public boolean mayTakeBack() {
        return EndingAdvice.mayTakeBack(slot, now);
    }

    static String standing(
            @Nullable Instant endedAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant confirmBy,
            Instant endsAt,
            Instant now) {
        if (endedAt != null) {
            return "ended";
        }
        if (confirmedAt == null) {
            return confirmBy != null && now.isBefore(confirmBy) ? "toConfirm" : "ended";
        }
        return now.isBefore(endsAt) ? "confirmed" : "past";
    }
}
