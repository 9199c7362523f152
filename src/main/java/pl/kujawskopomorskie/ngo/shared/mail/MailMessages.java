package pl.kujawskopomorskie.ngo.shared.mail;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mail that waits or was sent. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface MailMessages extends GenericRepository<MailMessage, Long> {

    MailMessage save(MailMessage message);

    Optional<MailMessage> findById(long id);

    @Query("UPDATE mail_message SET sent_at = :sentAt WHERE id = :id AND sent_at IS NULL")
    int markSent(long id, Instant sentAt);

    /** Mail older than the one given, newest first. */
    @Query("""
            SELECT id, recipient, subject, created_at, sent_at FROM mail_message
            WHERE id < :before ORDER BY id DESC LIMIT :limit""")
    List<Head> headsBefore(long before, int limit);

    /** Deletes the oldest mail put here before a moment; in steps, so that no step holds many rows. */
    @Query("DELETE FROM mail_message WHERE created_at < :before ORDER BY created_at, id LIMIT 500")
    int deleteSomeBefore(Instant before);

    /**
     * A mail in the list of mails.
     *
     * @param id key of the row
     * @param recipient the address
     * @param subject on one line
     * @param createdAt when it was put into the outbox
     * @param sentAt when the mail server took it over, or null
     */
    @Introspected
    record Head(
            long id,
            String recipient,
            String subject,
            Instant createdAt,
            @Nullable Instant sentAt) {}
}
