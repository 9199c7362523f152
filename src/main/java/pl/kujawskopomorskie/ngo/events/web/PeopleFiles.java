package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.shared.documents.FileType;
import pl.kujawskopomorskie.ngo.shared.web.Downloads;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** Files of the people of an event, for its office. */
final class PeopleFiles {

    private PeopleFiles() {}

    /**
     * A file, made when it is asked for: who stands in it changes by the minute, so each one is another file.
     *
     * @param begun the event whose people may be taken away, or nothing for who may not
     * @param what begins its name
     * @param writing what stands in it
     */
    static HttpResponse<?> of(
            HttpRequest<?> request, Optional<Event> begun, String what, FileType type, Instant now, Writing writing) {
        var event = begun.orElse(null);
        if (event == null) {
            return Pages.notFound();
        }
        var name = what + "-" + event.slug() + "." + type.extensions().getFirst();
        return Downloads.made(request, name, type.mediaType(), name + now, out -> writing.write(event, out));
    }

    /** Writes people in one format. */
    interface Writing {
        void write(Event event, OutputStream out) throws IOException;
    }
}
