package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom the office invites to a consultation, and whom it could. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Invitations extends GenericRepository<Consultation, Long> {

    /** Listed, active, with an address, not against being invited, and not invited to this consultation yet. */
    String INVITABLE = """
            o.listed_at IS NOT NULL AND o.merged_into IS NULL AND o.state = 'ACTIVE' AND o.contact_email <> ''
              AND o.uninvited_at IS NULL
              AND (:county = '' OR o.county_teryt = :county)
              AND (:legalForm = '' OR o.legal_form = :legalForm)
              AND (:sphere = '' OR EXISTS (SELECT 1 FROM organisation_sphere s
                WHERE s.organisation_id = o.id AND s.sphere = :sphere))
              AND NOT EXISTS (SELECT 1 FROM consultation_invitation i
                WHERE i.consultation_id = :consultationId AND i.organisation_id = o.id)
            """;

    /** Those who would be invited, by name. */
    @Query("SELECT o.slug, o.name, o.town FROM organisation o WHERE " + INVITABLE
            + " ORDER BY o.name, o.id LIMIT :limit")
    List<Candidate> candidates(long consultationId, String county, String sphere, String legalForm, int limit);

    /** How many would be invited. */
    @Query("SELECT COUNT(*) FROM organisation o WHERE " + INVITABLE)
    int countCandidates(long consultationId, String county, String sphere, String legalForm);

    /** Invites them. The caller holds the lock of the consultation, so that nobody is invited meanwhile. */
    @Query("INSERT INTO consultation_invitation (consultation_id, organisation_id, invited_at, invited_by)"
            + " SELECT :consultationId, o.id, :at, :by FROM organisation o WHERE " + INVITABLE)
    void invite(long consultationId, String county, String sphere, String legalForm, Instant at, long by);

    /**
     * Those whose mail was not written yet, in the order in which organisations are locked when two are merged. Nothing is
     * locked here, so each is claimed before its mail is written.
     */
    @Query(
            "SELECT i.id, i.organisation_id, o.name, o.contact_email, CASE WHEN o.uninvited_at IS NULL AND o.merged_into IS NULL"
                    + " AND o.state = 'ACTIVE' THEN 1 ELSE 0 END AS welcome"
                    + " FROM consultation_invitation i JOIN organisation o ON o.id = i.organisation_id"
                    + " WHERE i.consultation_id = :consultationId AND i.mailed_at IS NULL AND i.unsendable = FALSE"
                    + " ORDER BY i.organisation_id LIMIT :limit")
    List<Waiting> waiting(long consultationId, int limit);

    /** Claims the writing of a mail; how many rows that were: 1, or 0 when another node was faster or the row is gone. */
    @Query("UPDATE consultation_invitation SET mailed_at = :at WHERE id = :id AND mailed_at IS NULL"
            + " AND unsendable = FALSE")
    int mailed(long id, Instant at);

    /** Keeps the link of a mail, by which the organisation asks never to be invited again. */
    @Query("INSERT INTO invitation_link (token_hash, organisation_id) VALUES (:hash, :organisationId)")
    void link(byte[] hash, long organisationId);

    /** Notes that the organisation's address is none. */
    @Query("UPDATE consultation_invitation SET unsendable = TRUE WHERE id = :id AND mailed_at IS NULL")
    void unsendable(long id);

    /** Removes one whose organisation is not to be invited any more, before its mail was written. */
    @Query("DELETE FROM consultation_invitation WHERE id = :id AND mailed_at IS NULL")
    void remove(long id);

    /** Removes all whose mail was not written; how many. */
    @Query("DELETE FROM consultation_invitation WHERE consultation_id = :consultationId AND mailed_at IS NULL"
            + " AND unsendable = FALSE")
    int removeWaiting(long consultationId);

    /** The organisation that was sent a link, or the one that it was merged into since. */
    @Query("SELECT o.id, o.name FROM invitation_link l JOIN organisation s ON s.id = l.organisation_id"
            + " JOIN organisation o ON o.id = COALESCE(s.merged_into, s.id) WHERE l.token_hash = :hash")
    Optional<Invited> ofToken(byte[] hash);

    String LINE = "SELECT i.id, o.slug, o.name, " + RemarkOrganisation.ORG_ID + " AS org_id, i.invited_at, i.mailed_at,"
            + " CASE WHEN i.unsendable THEN 1 ELSE 0 END AS unsendable"
            + " FROM consultation_invitation i JOIN organisation o ON o.id = i.organisation_id"
            + " WHERE i.consultation_id = :consultationId";

    /** The invited by name, those to whom no mail could be sent among them. */
    @Query(LINE + " ORDER BY o.name, o.id LIMIT :limit OFFSET :offset")
    List<Line> of(long consultationId, int limit, int offset);

    /** Those to whom a mail was written, in an order that changes of their names do not reach, from after a row on. */
    @Query(LINE + " AND i.mailed_at IS NOT NULL AND i.id > :last ORDER BY i.id LIMIT :limit")
    List<Line> mailedAfter(long consultationId, long last, int limit);

    /** To how many a mail was written. */
    @Query("SELECT COUNT(*) FROM consultation_invitation WHERE consultation_id = :consultationId"
            + " AND mailed_at IS NOT NULL")
    int countMailed(long consultationId);

    /** How many are invited. */
    @Query("SELECT COUNT(*) FROM consultation_invitation WHERE consultation_id = :consultationId")
    int count(long consultationId);

    /** An organisation that would be invited. */
    @Introspected
    record Candidate(String slug, String name, String town) {}

    /**
     * An invitation whose mail is to be written.
     *
     * @param welcome 1 when the organisation may still be invited, otherwise 0
     */
    @Introspected
    record Waiting(long id, long organisationId, String name, String contactEmail, int welcome) {}

    /** An organisation that was invited. */
    @Introspected
    record Invited(long id, String name) {}

    /**
     * An invitation as lists show it.
     *
     * @param mailedAt when its mail was written, or null while that is to come
     * @param unsendable 1 when no mail can be sent to the organisation's address, otherwise 0
     */
    @Introspected
    record Line(
            long id,
            String slug,
            String name,
            @Nullable String orgId,
            Instant invitedAt,
            @Nullable Instant mailedAt,
            int unsendable) {}
}
