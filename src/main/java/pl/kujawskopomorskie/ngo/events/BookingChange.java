package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a place changed hands. Rows are only ever added.
 *
 * @param id key of the row, null before it is saved
 * @param bookingId of which booking
 * @param what became of it
 * @param reason a code of {@link Reason}, or what a clerk wrote
 * @param changedAt when
 * @param changedBy the clerk who did it, or null when it followed from something
 */
@MappedEntity("booking_change")
public record BookingChange(
        @Id @GeneratedValue @Nullable Long id,
        long bookingId,
        What what,
        String reason,
        Instant changedAt,
        @Nullable Long changedBy) {

    /** What became of a booking. */
    public enum What {
        /** Who waited was offered a place. */
        OFFERED,
        /** They took it. */
        ACCEPTED,
        /** They did not want it. */
        DECLINED,
        /** They did not answer in time. */
        LAPSED,
        /** A clerk changed the order. */
        MOVED
    }

    /** Why there was a place to offer. */
    public enum Reason {
        /** Somebody gave theirs back. */
        GIVEN_BACK,
        /** Somebody did not open the link in the mail. */
        NOT_CONFIRMED,
        /** Somebody did not answer an offer, or declined it. */
        NOT_WANTED,
        /** The office made more places. */
        MORE_PLACES,
        /** The person's own answer. */
        OWN_ANSWER
    }
}
