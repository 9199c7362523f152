package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
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

    /** The key of one that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The booking has not been saved");
        }
        return id;
    }

    /** Whether it is offered and can be taken at the moment. */
    public boolean offeredAt(Instant moment) {
        return state == State.OFFERED && offeredUntil != null && moment.isBefore(offeredUntil);
    }

    /**
     * New places of people in a session.
     *
     * @param lastInQueue number of the last who waits, when they wait after that one; null when the places are free
     */
    static List<Booking> of(
            List<Attendee> people, Session session, Mode mode, @Nullable Long lastInQueue, Instant now) {
        return people.stream()
                .map(person -> new Booking(
                        null,
                        person.key(),
                        session.key(),
                        mode,
                        lastInQueue == null ? State.BOOKED : State.WAITING,
                        lastInQueue == null ? null : lastInQueue + person.position(),
                        null,
                        now,
                        now))
                .toList();
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
