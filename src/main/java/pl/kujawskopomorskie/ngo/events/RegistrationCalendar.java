package pl.kujawskopomorskie.ngo.events;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import pl.kujawskopomorskie.ngo.shared.documents.CalendarFile;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
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

    /** The media type with the method, without which no mail program takes it for an invitation. */
    String type() {
        return "text/calendar; charset=utf-8; method=" + (cancels() ? "CANCEL" : "REQUEST");
    }

    /**
     * The file.
     *
     * @param link of the registration, through which streams are opened, so that who watches is known to have been there
     */
    byte[] print(PortalConfiguration portal, String link, Instant now) {
        var calendar = new CalendarFile("Wydarzenia", cancels() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST)
                .withOfficeZone();
        // RFC 5546: one message is of one method, so what is given back goes along only when nothing else is left.
        for (var place : cancels() ? given : booked) {
            calendar.add(component(place, portal, link, now));
        }
        return calendar.print();
    }

    private VEvent component(Place place, PortalConfiguration portal, String link, Instant now) {
        var session = place.session();
        var component = CalendarFile.event(
                uid(session) + "@" + URI.create(portal.baseUrl()).getHost(),
                event.calendarSequence() + registration.calendarSequence(),
                now);
        component.add(new DtStart<>(session.startsAt().atZone(OfficeTime.ZONE)));
        component.add(new DtEnd<>(session.endsAt().atZone(OfficeTime.ZONE)));
        component.add(new Summary(
                session.title().equals(event.title()) ? event.title() : event.title() + ": " + session.title()));
        var where = place.mode() == Mode.ONLINE && !session.streamUrl().isEmpty()
                ? link + "/transmisja/" + session.key()
                : (session.room().isEmpty() ? event.venue() : session.room() + ", " + event.venue());
        if (!where.isEmpty()) {
            component.add(new Location(where));
        }
        component.add(new Url(URI.create(portal.link("/wydarzenia/" + event.slug()))));
        var organizer = new Organizer(URI.create("mailto:" + event.contactEmail()));
        organizer.add(new Cn(event.organiser()));
        component.add(organizer);
        var attendee = new Attendee(URI.create("mailto:" + registration.email()));
        attendee.add(Role.REQ_PARTICIPANT);
        attendee.add(PartStat.ACCEPTED);
        attendee.add(Rsvp.FALSE);
        component.add(attendee);
        component.add(cancels() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return component;
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
