package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * A registration ends: taken back by who made it, taken out by the office, or because the link in its mail was not opened in time.
 * Its places go to those who wait, in the same transaction.
 */
@Singleton
public class EndingRegistration {

    private final Events events;
    private final Sessions sessions;
    private final Registrations registrations;
    private final Bookings bookings;
    private final OfferingPlaces offering;
    private final TellingOfRegistration mailing;
    private final AuditLog audit;
    private final Clock clock;

    EndingRegistration(
            Events events,
            Sessions sessions,
            Registrations registrations,
            Bookings bookings,
            OfferingPlaces offering,
            TellingOfRegistration mailing,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.registrations = registrations;
        this.bookings = bookings;
        this.offering = offering;
        this.mailing = mailing;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who has the link takes the registration back, while something of it is still to come. Done twice it is done once. */
    @Transactional
    public Ending takeBack(String token) {
        var found = registrations.ofLink(RegistrationTokens.hash(token)).orElse(null);
        if (found == null) {
            return Ending.NOT_FOUND;
        }
        return end(found, Registration.End.CANCELLED, null) ? Ending.DONE : Ending.TOO_LATE;
    }

    /**
     * The office takes one out.
     *
     * @return whether there is such a registration of the event, and the actor may
     */
    @Transactional
    public boolean takeOut(String slug, long registrationId, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        var found = registrations.findById(registrationId).orElse(null);
        if (!EventPolicy.mayRun(actor) || event == null || found == null || found.eventId() != event.key()) {
            return false;
        }
        end(found, Registration.End.BY_OFFICE, actor.personId());
        return true;
    }

    /** Nobody opened the link of the mail within the time: what it held goes to those who wait. */
    @Transactional
    public void lapse(long registrationId) {
        registrations
                .findById(registrationId)
                .filter(found -> found.confirmedAt() == null)
                .ifPresent(found -> end(found, Registration.End.NOT_CONFIRMED, null));
    }

    /** Gives back the places of somebody who is forgotten, in the transaction in which they are; nobody is told any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(long registrationId) {
        registrations.findById(registrationId).ifPresent(found -> end(found, Registration.End.CANCELLED, null));
    }

    private boolean end(Registration found, Registration.End why, @Nullable Long by) {
        var event = events.lockForReading(found.eventId()).orElseThrow();
        // Of ended places too: a lapsed registration may have been ended by its own address registering again.
        var held = sessions.lock(event.key(), sessions.ofRegistration(found.key()));
        var now = OfficeTime.now(clock);
        var registration = registrations.lock(found.key()).orElseThrow();
        if (why == Registration.End.NOT_CONFIRMED
                && (registration.confirmedAt() != null || registration.livesAt(now))) {
            return false;
        }
        if (why == Registration.End.CANCELLED
                && registration.endedAt() == null
                && !held.isEmpty()
                && held.stream().noneMatch(session -> EventPolicy.mayGiveBack(session, now))) {
            return false;
        }
        if (registrations.end(registration.key(), why, now) == 1) {
            bookings.endAll(registration.key(), now);
            audit.record(by, "REGISTRATION_ENDED", "event", event.slug(), "registration " + found.key() + " " + why);
            if (why != Registration.End.NOT_CONFIRMED) {
                mailing.tell(registration, now);
            }
        }
        offering.offer(event, held, reason(why), now);
        return true;
    }

    private static BookingChange.Reason reason(Registration.End why) {
        return why == Registration.End.NOT_CONFIRMED
                ? BookingChange.Reason.NOT_CONFIRMED
                : BookingChange.Reason.GIVEN_BACK;
    }

    /**
     * Ends a registration whose own address registers anew after its time; its places count as free already.
     *
     * @return whether it is ended; not when it was confirmed in its last moment
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean replace(Registration lapsed, Instant now) {
        if (registrations.endUnconfirmed(lapsed.key(), now) == 0) {
            return false;
        }
        bookings.endAll(lapsed.key(), now);
        return true;
    }

    /** What came of taking a registration back. */
    public enum Ending {
        /** It has ended. */
        DONE,
        /** All that it holds has begun. */
        TOO_LATE,
        /** There is no such link. */
        NOT_FOUND
    }
}
