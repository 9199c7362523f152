package pl.kujawskopomorskie.ngo.shared.audit;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done.
 *
 * @param id key of the row
 * @param happenedAt when
 * @param actorId the person who did it, or null for the portal itself and for visitors without an account
 * @param action what was done, as an upper-case past participle ({@code REMARK_SUBMITTED})
 * @param subjectKind what it was done to ({@code remark}, {@code consultation}, {@code person})
 * @param subjectRef the subject's public number or slug, or its key where it has none
 * @param detail further words without personal data
 * @param requestId the request it was done in, as the server's log names it
 */
@MappedEntity("audit_log")
public record AuditRecord(
        @Id @GeneratedValue @Nullable Long id,
        Instant happenedAt,
        @Nullable Long actorId,
        String action,
        String subjectKind,
        String subjectRef,
        String detail,
        @Nullable String requestId) {}
