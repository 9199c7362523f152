package pl.kujawskopomorskie.ngo.shared.audit;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Writes the audit log. A use case calls it in its own transaction, so that nothing is done and not told, or told and not done. */
@Singleton
public class AuditLog {

    private final AuditRecords records;
    private final Clock clock;

    AuditLog(AuditRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /**
     * Adds one entry.
     *
     * @param actorId who did it, or null for the portal itself and for visitors without an account
     * @param action what was done, as an upper-case past participle
     * @param subjectKind what it was done to
     * @param subjectRef public number or slug of the subject, or its key where it has none
     * @param detail further words without personal data, possibly empty; cut to 2000 characters
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(@Nullable Long actorId, String action, String subjectKind, String subjectRef, String detail) {
        records.save(new AuditRecord(
                null,
                OfficeTime.now(clock),
                actorId,
                action,
                subjectKind,
                subjectRef,
                detail.length() <= 2000 ? detail : detail.substring(0, 2000),
                MDC.get("request")));
    }
}
