package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;

/**
 * Offers places that are free to those who wait longest, in the transaction in which the places became free and under its locks; so
 * nobody who comes later can take one before them.
 */
@Singleton
class OfferingPlaces {

    private final Bookings bookings;
    private final BookingChanges changes;
    private final JobQueue jobs;

    OfferingPlaces(Bookings bookings, BookingChanges changes, JobQueue jobs) {
        this.bookings = bookings;
        this.changes = changes;
        this.jobs = jobs;
    }

    /**
     * Offers what is free.
     *
     * @param sessions locked by the caller
     * @param reason why there may be something free
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void offer(Event event, Collection<Session> sessions, BookingChange.Reason reason, Instant now) {
        var places = of(sessions, now);
        for (var session : sessions) {
            for (var mode : Mode.values()) {
                var free = places.free(session, mode);
                // Most sessions have nobody who waits, and are asked nothing more.
                if (free > 0 && places.waiting(session, mode) > 0 && now.isBefore(session.startsAt())) {
                    offer(event, session, bookings.next(session.key(), mode, free), reason, now);
                }
            }
        }
    }

    private void offer(
            Event event, Session session, List<Booking> next, BookingChange.Reason reason, Instant now) {
        var usual = now.plus(Duration.ofHours(event.offerHours()));
        var until = usual.isBefore(session.startsAt()) ? usual : session.startsAt();
        for (var booking : next) {
            if (bookings.offer(booking.key(), until, now) == 1) {
                changes.save(new BookingChange(
                        null, booking.key(), BookingChange.What.OFFERED, reason.name(), now, null));
                var id = String.valueOf(booking.key());
                jobs.add(MailingOffer.NAME, id + "@" + until.getEpochSecond(), id);
                jobs.addAt(EndingLapsedOffer.NAME, id + "@" + until.getEpochSecond(), id, until);
            }
        }
    }

    /** How many places of sessions are free and how many people wait; true until the caller's locks are given back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Places of(Collection<Session> sessions, Instant now) {
        var ids = sessions.stream().map(Session::key).toList();
        return new Places(counted(bookings.taken(ids, now)), counted(bookings.waiting(ids, now)));
    }

    private static Map<Place, Integer> counted(List<Bookings.Taken> rows) {
        Map<Place, Integer> counted = new HashMap<>();
        rows.forEach(row -> counted.put(new Place(row.sessionId(), row.mode()), row.people()));
        return counted;
    }

    private record Place(long sessionId, Mode mode) {}

    /** How full sessions are. */
    static final class Places {

        private final Map<Place, Integer> taken;
        private final Map<Place, Integer> waiting;

        private Places(Map<Place, Integer> taken, Map<Place, Integer> waiting) {
            this.taken = taken;
            this.waiting = waiting;
        }

        /** Places that nobody has; never below zero. */
        int free(Session session, Mode mode) {
            return Math.max(0, session.places(mode) - taken.getOrDefault(new Place(session.key(), mode), 0));
        }

        int waiting(Session session, Mode mode) {
            return waiting.getOrDefault(new Place(session.key(), mode), 0);
        }

        /** Whether some people cannot have places now: there are too few, or others wait for them already. */
        boolean tooFew(Session session, Mode mode, int people) {
            return free(session, mode) < people || waiting(session, mode) > 0;
        }

        /** What is told to who finds too few. */
        Registering.FullSession full(Session session, Mode mode) {
            return new Registering.FullSession(
                    session, mode, free(session, mode), waiting(session, mode), free(session, mode.other()));
        }
    }
}
