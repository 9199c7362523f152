package pl.kujawskopomorskie.ngo.events;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/**
 * A piece of news of an event.
 *
 * @param slug of the event
 * @param title of the event
 * @param what happened
 * @param happenedAt when
 * @param note in the office's words
 */
@Introspected
public record EventNews(String slug, String title, What what, Instant happenedAt, String note) {

    /** What happens to an event before all eyes. */
    public enum What {
        /** It was announced. */
        ANNOUNCED,
        /** It was cancelled. */
        CANCELLED
    }
}
