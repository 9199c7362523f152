package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A clerk lets somebody who waits pass others, or others pass them, and says why. */
@Singleton
public class MovingInQueue {

    private static final int LONGEST_REASON = 500;

    private final Events events;
    private final Sessions sessions;
    private final Bookings bookings;
    private final BookingChanges changes;
    private final QueueRows queue;
    private final AuditLog audit;
    private final Clock clock;

    MovingInQueue(
            Events events,
            Sessions sessions,
            Bookings bookings,
            BookingChanges changes,
            QueueRows queue,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.bookings = bookings;
        this.changes = changes;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    /** One who waits, with their session and their rank; nothing when there is none or they wait no more. */
    @Transactional
    public Optional<Place> place(String slug, long bookingId) {
        var event = events.findBySlug(slug).orElse(null);
        var booking = bookings.findById(bookingId).orElse(null);
        var session = event == null || booking == null
                ? null
                : sessions.of(event.key(), booking.sessionId()).orElse(null);
        var number = booking == null ? null : booking.queueNumber();
        if (session == null || booking == null || number == null || booking.state() != Booking.State.WAITING) {
            return Optional.empty();
        }
        var now = OfficeTime.now(clock);
        var rank = queue.before(session.key(), booking.mode(), number, now) + 1;
        return queue.waiting(session.key(), booking.mode(), now, 1, rank - 1).stream()
                .filter(waiting -> waiting.id() == bookingId)
                .findFirst()
                .map(waiting -> new Place(
                        session,
                        booking.mode(),
                        waiting,
                        rank,
                        queue.before(session.key(), booking.mode(), Long.MAX_VALUE, now)));
    }

    /**
     * Gives one who waits another rank.
     *
     * @param rank from 1; others go on by one
     * @param reason which the log and the event's office keep
     */
    @Transactional
    public Moving move(String slug, long bookingId, int rank, String reason, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null || !EventPolicy.maySee(actor, event)) {
            return new Moving.NotFound();
        }
        if (!EventPolicy.mayRun(actor)) {
            return new Moving.Forbidden();
        }
        var asked = bookings.findById(bookingId).orElse(null);
        if (asked == null || sessions.of(event.key(), asked.sessionId()).isEmpty()) {
            return new Moving.NotFound();
        }
        events.lockForReading(event.key());
        sessions.lock(event.key(), List.of(asked.sessionId()));
        var place = place(slug, bookingId).orElse(null);
        if (place == null) {
            return new Moving.Gone();
        }
        var errors = FormErrors.none()
                .unless(rank >= 1 && rank <= place.waiting(), "rank", "events.queue.rank.wrong", place.waiting())
                .unless(rank != place.rank(), "rank", "events.queue.rank.same", place.rank())
                .unless(!reason.isEmpty(), "reason", "events.queue.reason.missing")
                .unless(Typed.length(reason) <= LONGEST_REASON, "reason", "forms.tooLong", LONGEST_REASON);
        if (errors.any()) {
            return new Moving.Invalid(errors);
        }
        var now = OfficeTime.now(clock);
        var sessionId = place.session().key();
        var from = place.who().queueNumber();
        var to = queue.waiting(sessionId, place.mode(), now, 1, rank - 1)
                .getFirst()
                .queueNumber();
        queue.takeNumbers(sessionId, place.mode(), Math.min(from, to), Math.max(from, to));
        if (to < from) {
            queue.putLastFirst(sessionId, place.mode(), to);
        } else {
            queue.putFirstLast(sessionId, place.mode(), to);
        }
        changes.save(new BookingChange(null, bookingId, BookingChange.What.MOVED, reason, now, actor.personId()));
        audit.record(
                actor.personId(),
                "QUEUE_MOVED",
                "event",
                slug,
                "registration " + place.who().registrationId() + ", " + place.rank() + " > " + rank + ": " + reason);
        return new Moving.Done();
    }

    /**
     * Where one waits.
     *
     * @param session in which
     * @param mode by which mode
     * @param who waits
     * @param rank from 1
     * @param waiting how many wait there in all
     */
    public record Place(Session session, Mode mode, QueueRows.Waiting who, int rank, int waiting) {}

    /** What came of it. */
    public sealed interface Moving {

        /** The order is changed. */
        record Done() implements Moving {}

        /** Something stated is wrong or missing. */
        record Invalid(FormErrors errors) implements Moving {}

        /** They wait no more: a place was offered, or they gave up. */
        record Gone() implements Moving {}

        /** This person may not. */
        record Forbidden() implements Moving {}

        /** There is no such event or nobody who waited. */
        record NotFound() implements Moving {}
    }
}
