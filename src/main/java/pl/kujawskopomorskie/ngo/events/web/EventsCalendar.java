package pl.kujawskopomorskie.ngo.events.web;

import java.net.URI;
import java.util.List;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventOverview;
import pl.kujawskopomorskie.ngo.events.ProgrammeSession;
import pl.kujawskopomorskie.ngo.events.SessionKind;
import pl.kujawskopomorskie.ngo.shared.documents.CalendarFile;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * Events for calendars to subscribe to (RFC 5545, PUBLISH): each session by itself, nobody who comes and no stream. A session keeps
 * its UID, and its SEQUENCE rises with the event's, so that calendars move what moved.
 *
 * @param name of the calendar
 * @param events announced ones
 */
record EventsCalendar(String name, List<EventOverview> events) {

    byte[] print(PortalConfiguration portal) {
        var calendar = new CalendarFile("Wydarzenia", ImmutableMethod.PUBLISH)
                .named(name)
                .withOfficeZone();
        for (var overview : events) {
            overview.sessions().stream()
                    .filter(session -> session.kind() != SessionKind.BREAK)
                    .forEach(session -> calendar.add(component(overview.event(), session, portal)));
        }
        return calendar.print();
    }

    private static VEvent component(Event event, ProgrammeSession session, PortalConfiguration portal) {
        var host = URI.create(portal.baseUrl()).getHost();
        var component = CalendarFile.event(
                event.slug() + "-" + session.id() + "@" + host, event.calendarSequence(), event.changedAt());
        component.add(new DtStart<>(session.startsAt().atZone(OfficeTime.ZONE)));
        component.add(new DtEnd<>(session.endsAt().atZone(OfficeTime.ZONE)));
        component.add(new Summary(
                session.title().equals(event.title()) ? event.title() : event.title() + ": " + session.title()));
        component.add(new Description(session.description().isEmpty() ? event.summary() : session.description()));
        var where = session.room().isEmpty() || event.venue().isEmpty()
                ? session.room() + event.venue()
                : session.room() + ", " + event.venue();
        if (!where.isEmpty()) {
            component.add(new Location(where));
        }
        component.add(new Url(URI.create(portal.link("/wydarzenia/" + event.slug()))));
        var organizer = new Organizer(CalendarFile.mailto(event.contactEmail()));
        organizer.add(new Cn(event.organiser()));
        component.add(organizer);
        component.add(
                event.cancelledAt() == null ? ImmutableStatus.VEVENT_CONFIRMED : ImmutableStatus.VEVENT_CANCELLED);
        return component;
    }
}
