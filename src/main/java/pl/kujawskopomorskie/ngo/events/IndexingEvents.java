package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.stream.Stream;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;

/** Keeps what the search of events looks in: their own words and those of their programme. */
@Singleton
public class IndexingEvents {

    private final Events events;
    private final Sessions sessions;
    private final Speakers speakers;

    IndexingEvents(Events events, Sessions sessions, Speakers speakers) {
        this.events = events;
        this.sessions = sessions;
        this.speakers = speakers;
    }

    /** Reads the programme again, in the transaction of whoever changed it or the event. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void index(Event event) {
        var words = Stream.of(
                Stream.of(event.title(), event.summary(), event.description(), event.organiser(), event.venue()),
                sessions.of(event.key()).stream().map(session -> session.title() + " " + session.description()),
                speakers.of(event.key()).stream().map(speaker -> speaker.name() + " " + speaker.role()));
        events.index(event.key(), PolishSearch.index(words.flatMap(each -> each).toArray(String[]::new)));
    }
}
