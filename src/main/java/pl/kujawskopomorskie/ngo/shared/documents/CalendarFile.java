package pl.kujawskopomorskie.ngo.shared.documents;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** A file of iCalendar (RFC 5545) while it is filled: what all of the portal's calendars have in common. */
public final class CalendarFile {

    /** The media type of a file without a method that mail programs must know of. */
    public static final String TYPE = "text/calendar; charset=utf-8";

    private final Calendar calendar = new Calendar();

    /**
     * An empty one.
     *
     * @param product the part of the portal that makes it
     * @param method what the calendar that gets it should do
     */
    public CalendarFile(String product, Method method) {
        calendar.add(new ProdId("-//Pozarzadowka//" + product + "//PL"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
    }

    /** Gives it the name under which programs list it. */
    public CalendarFile named(String name) {
        calendar.add(new XProperty("X-WR-CALNAME", name));
        return this;
    }

    /** Defines the office's time zone; whatever states moments in it needs that. */
    public CalendarFile withOfficeZone() {
        calendar.add(TimeZoneRegistryFactory.getInstance()
                .createRegistry()
                .getTimeZone(OfficeTime.ZONE.getId())
                .getVTimeZone());
        return this;
    }

    /** Adds an event. */
    public void add(VEvent event) {
        calendar.add(event);
    }

    /**
     * An event with what each must have.
     *
     * @param uid by which calendars know it again, for good
     * @param sequence higher with each change
     * @param stampedAt when it was last made
     */
    public static VEvent event(String uid, int sequence, Instant stampedAt) {
        // Without the library's own stamp, which asks the machine for the time.
        var event = new VEvent(false);
        event.add(new DtStamp(stampedAt));
        event.add(new Uid(uid));
        event.add(new Sequence(sequence));
        return event;
    }

    /** The link to an e-mail address (RFC 6068): what an address may have and a link may not is encoded. */
    public static URI mailto(String address) {
        var link = new StringBuilder("mailto:");
        for (var value : address.getBytes(StandardCharsets.UTF_8)) {
            var character = (char) (value & 0xff);
            if (character < 0x80 && (Character.isLetterOrDigit(character) || "@.-_~!$'*+".indexOf(character) >= 0)) {
                link.append(character);
            } else {
                link.append('%').append(HexFormat.of().withUpperCase().toHexDigits(value));
            }
        }
        return URI.create(link.toString());
    }

    /** The file as it is sent. */
    public byte[] print() {
        var out = new StringWriter();
        try {
            // The validation refuses a calendar without events, which is still what an office without terms has.
            new CalendarOutputter(false).output(calendar, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
