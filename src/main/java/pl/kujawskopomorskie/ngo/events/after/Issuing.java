package pl.kujawskopomorskie.ngo.events.after;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.shared.text.Language;

/** What came of asking for certificates. */
public sealed interface Issuing {

    /**
     * Here they are.
     *
     * @param event of which event
     * @param certificates by name; at least one
     * @param language in which they were asked for or registered
     */
    record Issued(Event event, List<Certified> certificates, Language language) implements Issuing {

        public Issued {
            certificates = List.copyOf(certificates);
        }
    }

    /** The event is not over. */
    record NotYet() implements Issuing {}

    /** The event was cancelled. */
    record Cancelled() implements Issuing {}

    /** Nobody noted that this person was there, or that anybody was. */
    record NotThere() implements Issuing {}

    /** The name was deleted, so nothing can be certified any more. */
    record Nameless() implements Issuing {}

    /** The office revoked it. */
    record Revoked() implements Issuing {}

    /** This person may not. */
    record Forbidden() implements Issuing {}

    /** There is no such event, link or person. */
    record NotFound() implements Issuing {}

    /**
     * A certificate with the sessions that it names.
     *
     * @param certificate itself
     * @param sessions in the order of time, possibly none
     */
    record Certified(Certificate certificate, List<CertificateSession> sessions) {

        public Certified {
            sessions = List.copyOf(sessions);
        }
    }
}
