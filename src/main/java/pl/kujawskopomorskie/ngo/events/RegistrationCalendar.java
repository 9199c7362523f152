package pl.kujawskopomorskie.ngo.events;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import pl.kujawskopomorskie.ngo.shared.documents.Invitation;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * The sessions of one registration as an invitation of iCalendar (RFC 5545, RFC 5546), one of its events for each session. A later
 * one has the same UIDs and a higher SEQUENCE, so that calendars change what they have.
 *
 * @param event that is registered for
 * @param registration as it is now
 * @param booked sessions with a place: asked for by REQUEST
 * @param given sessions whose place was given back, or that are not held: taken out by CANCEL
 */
public record RegistrationCalendar(Event event, Registration registration, List<Place> booked, List<Place> given) {

    /** Whether there is nothing to ask for any more, so that the whole is a CANCEL. */
    boolean cancels() {
        return booked.isEmpty();
    }

    /** What its mail carries. */
    Invitation invitation(PortalConfiguration portal) {
        // RFC 5546: one message is of one method, so what is given back goes along only when nothing else is left.
        return new Invitation(
                "Wydarzenia",
                cancels(),
                (cancels() ? given : booked)
                        .stream().map(place -> term(place, portal)).toList());
    }

    private Invitation.Term term(Place place, PortalConfiguration portal) {
        var session = place.session();
        return new Invitation.Term(
                uid(session),
                event.calendarSequence() + registration.calendarSequence(),
                session.startsAt(),
                session.endsAt(),
                session.title().equals(event.title()) ? event.title() : event.title() + ": " + session.title(),
                place.mode() == Mode.ONLINE && !session.streamUrl().isEmpty()
                        ? session.streamUrl()
                        : (session.room().isEmpty() ? event.venue() : session.room() + ", " + event.venue()),
                portal.link("/wydarzenia/" + event.slug()),
                event.organiser(),
                event.contactEmail(),
                registration.email());
    }

    // Follows from the two, and tells nobody either of them.
    private UUID uid(Session session) {
        return UUID.nameUUIDFromBytes(
                (registration.formToken() + "/" + session.key()).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A place in a session.
     *
     * @param session which
     * @param mode in the room or by the stream
     */
    public record Place(Session session, Mode mode) {}
}
