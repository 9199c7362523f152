package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;

/**
 * Offers places that are free to those who wait longest, in the transaction in which the places became free and under its locks; so
 * nobody who comes later can take one before them.
 */
@Singleton
class OfferingPlaces {

    private final CountingPlaces counting;
    private final Bookings bookings;
    private final BookingChanges changes;
    private final JobQueue jobs;

    OfferingPlaces(CountingPlaces counting, Bookings bookings, BookingChanges changes, JobQueue jobs) {
        this.counting = counting;
        this.bookings = bookings;
        this.changes = changes;
        this.jobs = jobs;
    }

    /**
     * Offers what is free.
     *
     * @param sessions locked by the caller
     * @param reason why there may be something free
     * @return how full the sessions are then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Places offer(Event event, Collection<Session> sessions, BookingChange.Reason reason, Instant now) {
        var places = counting.of(sessions, now);
        var offered = 0;
        for (var session : sessions) {
            for (var mode : Mode.values()) {
                var free = places.free(session, mode);
                // Most sessions have nobody who waits, and are asked nothing more.
                if (free > 0 && places.waiting(session, mode) > 0 && now.isBefore(session.startsAt())) {
                    offered += offer(event, session, bookings.next(session.key(), mode, free), reason, now);
                }
            }
        }
        return offered == 0 ? places : counting.of(sessions, now);
    }

    private int offer(Event event, Session session, List<Booking> next, BookingChange.Reason reason, Instant now) {
        var usual = now.plus(Duration.ofHours(event.offerHours()));
        var until = usual.isBefore(session.startsAt()) ? usual : session.startsAt();
        var offered = 0;
        for (var booking : next) {
            if (bookings.offer(booking.key(), until, now) == 1) {
                changes.save(
                        new BookingChange(null, booking.key(), BookingChange.What.OFFERED, reason.name(), now, null));
                var id = String.valueOf(booking.key());
                jobs.add(MailingOffer.NAME, id + "@" + until.getEpochSecond(), id);
                jobs.addAt(EndingLapsedOffer.NAME, id + "@" + until.getEpochSecond(), id, until);
                offered++;
            }
        }
        return offered;
    }
}
