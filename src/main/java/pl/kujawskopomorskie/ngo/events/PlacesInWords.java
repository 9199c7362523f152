package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/** What a registration has, is offered or waits for, as its mails say it: a line for each session and mode. */
@Singleton
final class PlacesInWords {

    private final Messages messages;

    PlacesInWords(Messages messages) {
        this.messages = messages;
    }

    /**
     * The lines; places that several people have in the same session are one.
     *
     * @param places in the order of the programme
     * @param programme sessions by their keys
     */
    String of(Language language, Collection<Booking> places, Map<Long, Session> programme) {
        var formats = new Formats(language);
        var lines = new LinkedHashSet<String>();
        for (var booking : places) {
            var session = programme.get(booking.sessionId());
            if (session != null && booking.state() != Booking.State.ENDED) {
                lines.add(messages.get(
                        language,
                        "events.mail.place." + booking.state().name(),
                        Typed.line(session.title()),
                        formats.dateTime(session.startsAt()),
                        messages.get(language, "events.mode." + booking.mode().name())));
            }
        }
        return String.join("\n", lines);
    }
}
