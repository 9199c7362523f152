package pl.kujawskopomorskie.ngo.shared.documents;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * An invitation for one recipient's calendar (RFC 5545, RFC 5546). A message is about one entry: mail programs pass over a second one.
 * A later one has the same UID and a higher SEQUENCE, so that calendars change what they have.
 *
 * @param product the part of the portal that makes it
 * @param cancels whether the entry is taken out again
 * @param term what is invited to
 */
public record Invitation(String product, boolean cancels, Term term) {

    /** The name of its file in a mail. */
    public static final String FILE = "invite.ics";

    /** The media type with the method, without which no mail program takes it for an invitation. */
    public String type() {
        return "text/calendar; charset=utf-8; method=" + (cancels ? "CANCEL" : "REQUEST");
    }

    /** The file as it is sent. */
    public byte[] print(Instant now) {
        var calendar =
                new CalendarFile(product, cancels ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST).withOfficeZone();
        calendar.add(component(now));
        return calendar.print();
    }

    private VEvent component(Instant now) {
        var link = URI.create(term.link());
        var component = CalendarFile.event(term.key() + "@" + link.getHost(), term.sequence(), now);
        component.add(new DtStart<>(term.startsAt().atZone(OfficeTime.ZONE)));
        component.add(new DtEnd<>(term.endsAt().atZone(OfficeTime.ZONE)));
        component.add(new Summary(term.summary()));
        if (!term.where().isEmpty()) {
            component.add(new Location(term.where()));
        }
        if (!term.description().isEmpty()) {
            component.add(new Description(term.description()));
        }
        component.add(new Url(link));
        var organizer = new Organizer(CalendarFile.mailto(term.organiserEmail()));
        organizer.add(new Cn(term.organiser()));
        component.add(organizer);
        var attendee = new Attendee(CalendarFile.mailto(term.guestEmail()));
        attendee.add(Role.REQ_PARTICIPANT);
        attendee.add(PartStat.ACCEPTED);
        attendee.add(Rsvp.FALSE);
        component.add(attendee);
        component.add(cancels ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return component;
    }

    /**
     * One entry of the calendar.
     *
     * @param key by which calendars know it again, for good
     * @param sequence higher with each change
     * @param startsAt when it begins
     * @param endsAt when it ends
     * @param summary its title
     * @param where a place, or empty
     * @param description further words, or empty
     * @param link to its page on the portal
     * @param organiser who holds it
     * @param organiserEmail where they are written to
     * @param guestEmail whose calendar it is
     */
    public record Term(
            UUID key,
            int sequence,
            Instant startsAt,
            Instant endsAt,
            String summary,
            String where,
            String description,
            String link,
            String organiser,
            String organiserEmail,
            String guestEmail) {}
}
