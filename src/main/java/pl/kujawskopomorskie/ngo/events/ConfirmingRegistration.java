package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Who registered without an account opens the link in the mail: the address is theirs, and the places too. */
@Singleton
public class ConfirmingRegistration {

    private final Events events;
    private final Sessions sessions;
    private final Registrations registrations;
    private final OfferingPlaces offering;
    private final TellingOfRegistration mailing;
    private final AuditLog audit;
    private final Clock clock;

    ConfirmingRegistration(
            Events events,
            Sessions sessions,
            Registrations registrations,
            OfferingPlaces offering,
            TellingOfRegistration mailing,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.registrations = registrations;
        this.offering = offering;
        this.mailing = mailing;
        this.audit = audit;
        this.clock = clock;
    }

    /** Confirms; done twice it is done once. */
    @Transactional
    public Confirming confirm(String token) {
        var found = registrations.ofLink(RegistrationTokens.hash(token)).orElse(null);
        if (found == null) {
            return Confirming.NOT_FOUND;
        }
        var event = events.lockForReading(found.eventId()).orElseThrow();
        var held = sessions.lock(event.key(), sessions.ofRegistration(found.key()));
        var now = OfficeTime.now(clock);
        var registration = registrations.lock(found.key()).orElseThrow();
        if (registration.confirmedAt() != null && registration.endedAt() == null) {
            return Confirming.DONE;
        }
        if (!registration.livesAt(now)) {
            return Confirming.TOO_LATE;
        }
        registrations.confirm(registration.key(), now);
        audit.record(null, "REGISTRATION_CONFIRMED", "event", event.slug(), "registration " + registration.key());
        mailing.tell(registration, now);
        // Only who is confirmed is offered a place; there may have been one while this one was not.
        offering.offer(event, held, BookingChange.Reason.GIVEN_BACK, now);
        return Confirming.DONE;
    }

    /** What came of opening the link. */
    public enum Confirming {
        /** It is confirmed. */
        DONE,
        /** Its time is over, or it was taken back. */
        TOO_LATE,
        /** There is no such link. */
        NOT_FOUND
    }
}
