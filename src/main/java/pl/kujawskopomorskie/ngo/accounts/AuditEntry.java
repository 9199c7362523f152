package pl.kujawskopomorskie.ngo.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit log as an auditor reads it.
 *
 * @param id key of the entry
 * @param happenedAt when it was done
 * @param actorId who did it, or null for the portal itself and for visitors without an account
 * @param actor the name that the person shows now, or null
 * @param action what was done, as the log names it
 * @param subjectKind what it was done to
 * @param subjectRef the subject's public number or slug, or its key
 * @param detail further words
 * @param requestId the request it was done in, or null
 */
public record AuditEntry(
        long id,
        Instant happenedAt,
        @Nullable Long actorId,
        @Nullable String actor,
        String action,
        String subjectKind,
        String subjectRef,
        String detail,
        @Nullable String requestId) {}
