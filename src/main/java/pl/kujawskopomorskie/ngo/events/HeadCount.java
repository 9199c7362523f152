package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many people were there who were counted and not named. The newest of an event and mode holds.
 *
 * @param id key of the row, null before it is saved
 * @param eventId at which event
 * @param mode in the room or by the stream
 * @param people how many, 0 to 100 000
 * @param note how they were counted
 * @param countedAt when it was written down
 * @param countedBy by whom
 */
@MappedEntity("head_count")
public record HeadCount(
        @Id @GeneratedValue @Nullable Long id,
        long eventId,
        Mode mode,
        int people,
        String note,
        Instant countedAt,
        @Nullable Long countedBy) {}
