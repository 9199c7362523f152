package pl.kujawskopomorskie.ngo.consultations.web;

import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.shared.documents.CalendarFile;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * The terms of consultations as iCalendar (RFC 5545). Days are days, moments are UTC, which needs no definition of a zone. A
 * term that moved keeps its UID and has a higher SEQUENCE, so that calendars move it too.
 *
 * @param consultations announced ones
 * @param language of summaries
 */
record TermsCalendar(List<Consultation> consultations, Language language) {

    byte[] print(Messages messages, PortalConfiguration portal, Instant now) {
        var calendar = new CalendarFile("Konsultacje", ImmutableMethod.PUBLISH)
                .named(messages.get(language, "following.calendar.title"));
        for (var consultation : consultations) {
            var opensAt = consultation.opensAt();
            if (opensAt != null) {
                calendar.add(event(consultation, "opening", OfficeTime.day(opensAt), messages, portal, now));
            }
            var closesAt = consultation.closesAt();
            if (closesAt != null) {
                var endsWithADay = OfficeTime.wallClock(closesAt).toLocalTime().equals(LocalTime.MIDNIGHT);
                Temporal end = endsWithADay ? OfficeTime.day(closesAt.minusNanos(1)) : closesAt;
                calendar.add(event(consultation, "closing", end, messages, portal, now));
            }
            var meetingAt = consultation.meetingAt();
            if (meetingAt != null) {
                var meeting = event(consultation, "meeting", meetingAt, messages, portal, now);
                if (consultation.meetingPlace() != null) {
                    meeting.add(new Location(consultation.meetingPlace()));
                }
                calendar.add(meeting);
            }
        }
        return calendar.print();
    }

    private VEvent event(
            Consultation consultation,
            String what,
            Temporal at,
            Messages messages,
            PortalConfiguration portal,
            Instant now) {
        var host = URI.create(portal.baseUrl()).getHost();
        var event = CalendarFile.event(consultation.slug() + "-" + what + "@" + host, consultation.revision(), now);
        event.add(new DtStart<>(at));
        event.add(new Summary(messages.get(language, "following.calendar." + what, consultation.title())));
        event.add(new Url(URI.create(portal.link("/konsultacje/" + consultation.slug()))));
        event.add(
                consultation.cancelledAt() == null
                        ? ImmutableStatus.VEVENT_CONFIRMED
                        : ImmutableStatus.VEVENT_CANCELLED);
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }
}
