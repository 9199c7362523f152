package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place of one person in one session: taken, offered, or waited for.
 *
 * @param id key of the row, null before it is saved
 * @param attendeeId whose
 * @param sessionId in which session
 * @param mode in the room or by the stream
 * @param state what it is at this moment
 * @param queueNumber the order of those who wait, or waited; null for a place got at once
 * @param offeredUntil first moment at which an offer is lost
 * @param createdAt when it was asked for
 * @param changedAt when its state last changed
 */
@MappedEntity("booking")
public record Booking(
        @Id @GeneratedValue @Nullable Long id,
        long attendeeId,
        long sessionId,
        Mode mode,
        State state,
        @Nullable Long queueNumber,
        @Nullable Instant offeredUntil,
        Instant createdAt,
        Instant changedAt) {

    /** Whether it is offered and can be taken at the moment. */
    public boolean offeredAt(Instant moment) {
        return state == State.OFFERED && offeredUntil != null && moment.isBefore(offeredUntil);
    }

    /** A place that is free and taken at once. */
    static Booking taken(long attendeeId, long sessionId, Mode mode, Instant now) {
        return new Booking(null, attendeeId, sessionId, mode, State.BOOKED, null, null, now, now);
    }

    /** A place that is waited for. */
    static Booking waiting(long attendeeId, long sessionId, Mode mode, long queueNumber, Instant now) {
        return new Booking(null, attendeeId, sessionId, mode, State.WAITING, queueNumber, null, now, now);
    }

    /** What a booking is. */
    public enum State {
        /** The place is taken. */
        BOOKED,
        /** It is waited for. */
        WAITING,
        /** It became free and waits for this person's answer. */
        OFFERED,
        /** Given back, declined, lapsed, or ended with its registration. */
        ENDED
    }
}
