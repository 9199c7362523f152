package pl.kujawskopomorskie.ngo.events;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of what was written to the people of events, and to whom. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ParticipantMails extends GenericRepository<ParticipantMail, Long> {

    /** Saves a new one; the same form twice is refused by the database. */
    ParticipantMail save(ParticipantMail mail);

    Optional<ParticipantMail> findById(Long id);

    Optional<ParticipantMail> findByFormToken(String formToken);

    /** Those of an event, the newest first. */
    @Query("SELECT m.id, m.subject, m.audience, s.title AS session, m.mode, m.sent_at, m.written_at,"
            + " p.display_name AS clerk,"
            + " (SELECT COUNT(*) FROM participant_mail_recipient r WHERE r.mail_id = m.id) AS recipients"
            + " FROM participant_mail m LEFT JOIN event_session s ON s.id = m.session_id"
            + " LEFT JOIN person p ON p.id = m.sent_by"
            + " WHERE m.event_id = :eventId ORDER BY m.id DESC LIMIT :limit")
    List<Sent> of(long eventId, int limit);

    /** One of an event. */
    @Query("SELECT * FROM participant_mail WHERE event_id = :eventId AND id = :id")
    Optional<ParticipantMail> of(long eventId, Long id);

    /** To whom one went, in the order in which its letters were written. */
    @Query("SELECT COALESCE(r.email, w.email) AS email, COALESCE(r.organisation_name, w.organisation_name)"
            + " AS organisation FROM participant_mail_recipient p LEFT JOIN registration r ON r.id = p.registration_id"
            + " LEFT JOIN walk_in w ON w.id = p.walk_in_id WHERE p.mail_id = :mailId ORDER BY p.id"
            + " LIMIT :limit OFFSET :offset")
    List<Recipient> recipients(long mailId, int limit, int offset);

    @Query("SELECT COUNT(*) FROM participant_mail_recipient WHERE mail_id = :mailId")
    int countRecipients(long mailId);

    /** Some whose letters are still to be written. Who was forgotten has no address any more. */
    @Query("SELECT p.id, p.registration_id, COALESCE(r.email, w.email) AS email, COALESCE(r.language, 'pl') AS language"
            + " FROM participant_mail_recipient p LEFT JOIN registration r ON r.id = p.registration_id"
            + " LEFT JOIN walk_in w ON w.id = p.walk_in_id WHERE p.mail_id = :mailId AND p.put_at IS NULL"
            + " ORDER BY p.id LIMIT :limit")
    List<Waiting> toWrite(long mailId, int limit);

    @Query("UPDATE participant_mail_recipient SET put_at = :now WHERE id = :id AND put_at IS NULL")
    int put(long id, Instant now);

    @Query("UPDATE participant_mail SET written_at = :now WHERE id = :id AND written_at IS NULL")
    void written(long id, Instant now);

    /**
     * One that was sent.
     *
     * @param id its key
     * @param subject its subject
     * @param audience to whom
     * @param session title of the only session, or null
     * @param mode the only mode, or null
     * @param sentAt when the clerk sent it
     * @param writtenAt when its last letter was written, or null
     * @param clerk who sent it, or null when the account is gone
     * @param recipients to how many it goes
     */
    @Introspected
    record Sent(
            long id,
            String subject,
            MailAudience audience,
            @Nullable String session,
            @Nullable Mode mode,
            Instant sentAt,
            @Nullable Instant writtenAt,
            @Nullable String clerk,
            int recipients) {}

    /**
     * One whose letter is still to be written.
     *
     * @param id key of the row
     * @param registrationId key of the registration, or null of a walk-in
     * @param email empty of who was forgotten
     * @param language tag of the language of the lines that the portal adds
     */
    @Introspected
    record Waiting(long id, @Nullable Long registrationId, String email, String language) {}

    /**
     * Whom one went to.
     *
     * @param email empty of who was forgotten
     * @param organisation possibly empty
     */
    @Introspected
    record Recipient(String email, String organisation) {}
}
