package pl.kujawskopomorskie.ngo.events.after;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.NameOrder;

/** Rows of certificates. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Certificates extends GenericRepository<Certificate, Long> {

    /** Saves a new one; a number that is taken, and a second one that holds of a person, are refused by the database. */
    Certificate save(Certificate certificate);

    List<Certificate> saveAll(Iterable<Certificate> certificates);

    /** The one of a number. */
    Optional<Certificate> findByYearAndCode(int year, String code);

    /** One of an event, locked until the end of the transaction. */
    @Query("SELECT * FROM certificate WHERE id = :id AND event_id = :eventId FOR UPDATE")
    Optional<Certificate> lock(long eventId, long id);

    /** One of an event. */
    @Query("SELECT * FROM certificate WHERE id = :id AND event_id = :eventId")
    Optional<Certificate> of(long eventId, long id);

    /** Those that no other has replaced, of some people who had registered. */
    @Query("SELECT * FROM certificate WHERE attendee_id IN (:attendeeIds) AND living = 1")
    List<Certificate> ofAttendees(Collection<Long> attendeeIds);

    /** Those that no other has replaced, of some people who had not. */
    @Query("SELECT * FROM certificate WHERE walk_in_id IN (:walkInIds) AND living = 1")
    List<Certificate> ofWalkIns(Collection<Long> walkInIds);

    /** Those of an event that hold. */
    @Query("SELECT * FROM certificate WHERE event_id = :eventId AND living = 1 AND revoked_at IS NULL"
            + " AND forgotten_at IS NULL ORDER BY " + NameOrder.BY_SURNAME + ", id")
    List<Certificate> standing(long eventId);

    /** Whether it is still noted that the person of a certificate was there. */
    @Query("SELECT EXISTS (SELECT 1 FROM certificate c JOIN attendance t ON t.event_id = c.event_id"
            + " AND (t.attendee_id = c.attendee_id OR t.walk_in_id = c.walk_in_id) AND t.withdrawn_at IS NULL"
            + " WHERE c.id = :id)")
    boolean attested(long id);

    /** Which of some codes are taken. */
    @Query("SELECT code FROM certificate WHERE code IN (:codes)")
    List<String> taken(Collection<String> codes);

    /** How many people have one that holds. */
    @Query("SELECT COUNT(*) FROM certificate WHERE event_id = :eventId AND living = 1 AND revoked_at IS NULL")
    int count(long eventId);

    /** Notes that another takes its place. */
    @Query("UPDATE certificate SET replaced_at = :at WHERE id = :id AND replaced_at IS NULL")
    int replace(long id, Instant at);

    /** Notes that it holds no more. */
    @Query("UPDATE certificate SET revoked_at = :at, revoked_by = :by, revoke_reason = :reason"
            + " WHERE id = :id AND revoked_at IS NULL AND replaced_at IS NULL")
    int revoke(long id, Instant at, long by, String reason);

    /** Deletes the names in all those of an event, and the words in which one may stand. */
    @Query("UPDATE certificate SET name = '', forgotten_at = :at, reason = '',"
            + " revoke_reason = CASE WHEN revoke_reason IS NULL THEN NULL ELSE '' END"
            + " WHERE event_id = :eventId AND forgotten_at IS NULL")
    int forget(long eventId, Instant at);

    /** One page of those who were at an event or have a certificate of it, by name. */
    @Query(
            "SELECT a.id AS attendee_id, CAST(NULL AS SIGNED) AS walk_in_id, a.name, r.organisation_name AS organisation,"
                    + " " + Participants.ATTENDEE_CAME + " AS there, c.id AS certificate_id, c.year, c.code,"
                    + " c.name AS certified_name, c.issued_at, c.revoked_at"
                    + " FROM attendee a JOIN registration r ON r.id = a.registration_id"
                    + " LEFT JOIN certificate c ON c.attendee_id = a.id AND c.living = 1"
                    + " WHERE r.event_id = :eventId AND (c.id IS NOT NULL OR " + Participants.ATTENDEE_CAME + ")"
                    + " AND (a.name LIKE :part ESCAPE '!' OR c.name LIKE :part ESCAPE '!')"
                    + " UNION ALL SELECT CAST(NULL AS SIGNED), w.id, w.name, w.organisation_name, "
                    + Participants.WALK_IN_CAME
                    + ", c.id, c.year, c.code, c.name, c.issued_at, c.revoked_at FROM walk_in w"
                    + " LEFT JOIN certificate c ON c.walk_in_id = w.id AND c.living = 1"
                    + " WHERE w.event_id = :eventId AND (c.id IS NOT NULL OR " + Participants.WALK_IN_CAME + ")"
                    + " AND (w.name LIKE :part ESCAPE '!' OR c.name LIKE :part ESCAPE '!')"
                    + " ORDER BY " + NameOrder.BY_SURNAME + ", attendee_id, walk_in_id LIMIT :limit OFFSET :offset")
    List<OfficeRow> page(long eventId, String part, int limit, long offset);

    /** How many rows there are on all its pages. */
    @Query("SELECT (SELECT COUNT(*) FROM attendee a JOIN registration r ON r.id = a.registration_id"
            + " LEFT JOIN certificate c ON c.attendee_id = a.id AND c.living = 1"
            + " WHERE r.event_id = :eventId AND (c.id IS NOT NULL OR " + Participants.ATTENDEE_CAME + ")"
            + " AND (a.name LIKE :part ESCAPE '!' OR c.name LIKE :part ESCAPE '!'))"
            + " + (SELECT COUNT(*) FROM walk_in w LEFT JOIN certificate c ON c.walk_in_id = w.id AND c.living = 1"
            + " WHERE w.event_id = :eventId AND (c.id IS NOT NULL OR " + Participants.WALK_IN_CAME + ")"
            + " AND (w.name LIKE :part ESCAPE '!' OR c.name LIKE :part ESCAPE '!'))")
    long countPage(long eventId, String part);

    /**
     * One who was at an event, as its office sees their certificate.
     *
     * @param attendeeId key of who had registered, or null
     * @param walkInId key of who had not, or null
     * @param name as on the badge; empty of one who was forgotten
     * @param organisation on whose behalf, possibly empty
     * @param there 1 when attendance is still noted, else 0
     * @param certificateId key of the certificate, or null before the first time that it is asked for
     * @param year of its number
     * @param code of its number
     * @param certifiedName the name in it
     * @param issuedAt when
     * @param revokedAt when it ceased to hold, or null
     */
    @Introspected
    record OfficeRow(
            @Nullable Long attendeeId,
            @Nullable Long walkInId,
            String name,
            String organisation,
            int there,
            @Nullable Long certificateId,
            @Nullable Integer year,
            @Nullable String code,
            @Nullable String certifiedName,
            @Nullable Instant issuedAt,
            @Nullable Instant revokedAt) {

        /** Whether attendance is still noted. */
        public boolean came() {
            return there != 0;
        }

        /** The number, or null before there is one. */
        public @Nullable CertificateNumber number() {
            return year == null || code == null ? null : new CertificateNumber(year, code);
        }

        /** The end of the address of its document, at its office. */
        public String document() {
            return attendeeId != null ? "zapisani/" + attendeeId : "dopisani/" + walkInId;
        }
    }
}
