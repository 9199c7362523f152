package pl.kujawskopomorskie.ngo.events.after;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Order;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.PersonalData;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * The certificates of a person: of those whom they registered with their account. Of one who is forgotten the names go, of the same
 * people whose names go from the registrations, and before they go there. That somebody was at an event stays a number.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
@Order(-200)
abstract class CertificatesOfPerson implements GenericRepository<Certificate, Long>, PersonalData {

    private final Clock clock;

    CertificatesOfPerson(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String section() {
        return "certificates";
    }

    @Override
    public Object exported(long personId) {
        return rows(personId).stream()
                .map(row -> {
                    Map<String, Object> words = new LinkedHashMap<>();
                    words.put("number", new CertificateNumber(row.year(), row.code()).printed());
                    words.put("event", row.eventTitle());
                    words.put("name", row.name());
                    words.put("minutes", row.minutes());
                    words.put("issuedAt", row.issuedAt().toString());
                    words.put("replaced", row.replacedAt() != null);
                    words.put("revoked", row.revokedAt() != null);
                    return words;
                })
                .toList();
    }

    @Override
    public void erase(long personId) {
        takeNamesAway(personId, OfficeTime.now(clock));
    }

    @Query("SELECT c.year, c.code, c.event_title, c.name, c.minutes, c.issued_at, c.replaced_at, c.revoked_at"
            + " FROM certificate c JOIN attendee a ON a.id = c.attendee_id"
            + " JOIN registration r ON r.id = a.registration_id WHERE r.person_id = :personId ORDER BY c.id")
    abstract List<Row> rows(long personId);

    @Query("UPDATE certificate c JOIN attendee a ON a.id = c.attendee_id"
            + " JOIN registration r ON r.id = a.registration_id JOIN person p ON p.id = r.person_id"
            + " SET c.name = '', c.forgotten_at = :now, c.reason = '',"
            + " c.revoke_reason = CASE WHEN c.revoke_reason IS NULL THEN NULL ELSE '' END"
            + " WHERE p.id = :personId AND c.forgotten_at IS NULL"
            + " AND (r.organisation_id IS NULL OR a.name = p.display_name)")
    abstract void takeNamesAway(long personId, Instant now);

    /** A certificate of the person. */
    @Introspected
    record Row(
            int year,
            String code,
            String eventTitle,
            String name,
            int minutes,
            Instant issuedAt,
            @Nullable Instant replacedAt,
            @Nullable Instant revokedAt) {}
}
