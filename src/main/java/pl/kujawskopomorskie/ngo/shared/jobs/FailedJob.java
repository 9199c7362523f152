package pl.kujawskopomorskie.ngo.shared.jobs;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job that was given up.
 *
 * @param id key of the row
 * @param name {@link Job#name()}
 * @param jobKey which piece of work it was
 * @param data that it was given
 * @param tries how often it was tried
 * @param reason what the last try said
 * @param failedAt when it was given up
 */
@MappedEntity("failed_job")
record FailedJob(
        @Id @GeneratedValue @Nullable Long id,
        String name,
        String jobKey,
        String data,
        int tries,
        String reason,
        Instant failedAt) {}
