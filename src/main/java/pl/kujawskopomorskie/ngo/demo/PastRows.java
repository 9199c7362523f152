package pl.kujawskopomorskie.ngo.demo;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Answer;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationReport;
import pl.kujawskopomorskie.ngo.events.Attendee;
import pl.kujawskopomorskie.ngo.events.Registration;

/** Rows of the demo that the repositories of the modules do not add, or not without the use case around them. */
final class PastRows {

    private PastRows() {}

    /** The key of a row that has been saved. */
    static long key(@Nullable Long id) {
        if (id == null) {
            throw new IllegalStateException("The row has not been saved");
        }
        return id;
    }

    /** What hangs on consultations, organisations and events. */
    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Attached extends GenericRepository<Consultation, Long> {

        @Query("SELECT COUNT(*) FROM consultation")
        long consultations();

        @Query("INSERT INTO consultation_document (consultation_id, title, file_id)"
                + " VALUES (:consultationId, :title, :fileId)")
        void document(long consultationId, String title, long fileId);

        @Query("INSERT INTO remark_redaction (remark_id, field, hidden_text, reason, hidden_at, hidden_by)"
                + " VALUES (:remarkId, :field, :hiddenText, :reason, :hiddenAt, :hiddenBy)")
        void redaction(long remarkId, String field, String hiddenText, String reason, Instant hiddenAt, long hiddenBy);

        @Query("UPDATE organisation SET confirmed_at = :at, confirmed_through = 'LINK' WHERE id = :id")
        void organisationConfirmed(long id, Instant at);

        @Query("SELECT id FROM consultation WHERE slug = :slug")
        long consultation(String slug);

        @Query("INSERT INTO session_speaker (session_id, position, name, role)"
                + " VALUES (:sessionId, :position, :name, :role)")
        void speaker(long sessionId, int position, String name, String role);

        @Query("UPDATE organisation SET created_at = :at WHERE id = :id")
        void organisationProposed(long id, Instant at);

        /** Notes that the mails of invitations went out. Nobody has them, so no row keeps the links in them. */
        @Query("UPDATE consultation_invitation SET mailed_at = :at"
                + " WHERE consultation_id = :consultationId AND mailed_at IS NULL")
        void invitationsMailed(long consultationId, Instant at);

        @Query("INSERT INTO report_correction (report_id, text, corrected_at, corrected_by)"
                + " VALUES (:reportId, :text, :correctedAt, :correctedBy)")
        void correction(long reportId, String text, Instant correctedAt, long correctedBy);

        /** Lets seven of eight who had places on site come to the events that are over, within half an hour of the beginning. */
        @Query("INSERT INTO attendance (event_id, attendee_id, mode, how, came_at, recorded_at, recorded_by, door)"
                + " SELECT r.event_id, a.id, 'ON_SITE', CASE WHEN MOD(a.id, 5) = 0 THEN 'BY_NAME' ELSE 'SCANNED' END,"
                + " MIN(s.starts_at) - INTERVAL MOD(a.id, 30) MINUTE, MIN(s.starts_at), :clerk,"
                + " CASE WHEN MOD(a.id, 2) = 0 THEN 'A' ELSE 'B' END"
                + " FROM booking b JOIN event_session s ON s.id = b.session_id JOIN attendee a ON a.id = b.attendee_id"
                + " JOIN registration r ON r.id = a.registration_id JOIN event e ON e.id = r.event_id"
                + " WHERE b.state = 'BOOKED' AND b.mode = 'ON_SITE' AND r.ended_at IS NULL AND e.cancelled_at IS NULL"
                + " AND NOT EXISTS (SELECT 1 FROM event_session o WHERE o.event_id = e.id AND o.ends_at > :now)"
                + " AND MOD(a.id, 8) <> 3 GROUP BY r.event_id, a.id")
        void cameOnSite(Instant now, long clerk);

        /** Lets one of nine who come to an event that is not over say what they need. */
        @Query("INSERT INTO attendee_need (attendee_id, need, note, consented_at) SELECT a.id,"
                + " CASE MOD(a.id, 36) WHEN 4 THEN 'DIET' WHEN 13 THEN 'WHEELCHAIR' WHEN 22 THEN 'DIET' ELSE 'SIGN_LANGUAGE' END,"
                + " CASE MOD(a.id, 36) WHEN 4 THEN 'wegetariańska' WHEN 22 THEN 'bez glutenu' ELSE '' END, r.created_at"
                + " FROM attendee a JOIN registration r ON r.id = a.registration_id JOIN event e ON e.id = r.event_id"
                + " WHERE MOD(a.id, 9) = 4 AND r.ended_at IS NULL AND e.cancelled_at IS NULL"
                + " AND EXISTS (SELECT 1 FROM event_session s WHERE s.event_id = e.id AND s.ends_at > :now)")
        void needs(Instant now);

        /** Lets most of those who came come to the panels too for which they had places; they signed lists there. */
        @Query(
                "INSERT INTO attendance (event_id, session_id, attendee_id, mode, how, came_at, recorded_at, recorded_by, door)"
                        + " SELECT t.event_id, s.id, t.attendee_id, 'ON_SITE', 'ON_LIST', s.starts_at, s.ends_at, :clerk, ''"
                        + " FROM attendance t JOIN booking b ON b.attendee_id = t.attendee_id AND b.state = 'BOOKED' AND b.mode = 'ON_SITE'"
                        + " JOIN event_session s ON s.id = b.session_id AND s.kind = 'PANEL'"
                        + " WHERE t.session_id IS NULL AND t.how <> 'WALK_IN' AND MOD(t.attendee_id, 7) <> 2")
        void cameToPanels(long clerk);

        /** Lets five of six who had places online open the stream of sessions that are over. */
        @Query(
                "INSERT INTO attendance (event_id, session_id, attendee_id, mode, how, came_at, recorded_at, recorded_by, door)"
                        + " SELECT s.event_id, s.id, b.attendee_id, 'ONLINE', 'STREAM', s.starts_at + INTERVAL MOD(b.id, 9) MINUTE,"
                        + " s.starts_at + INTERVAL MOD(b.id, 9) MINUTE, NULL, ''"
                        + " FROM booking b JOIN event_session s ON s.id = b.session_id JOIN event e ON e.id = s.event_id"
                        + " WHERE b.state = 'BOOKED' AND b.mode = 'ONLINE' AND e.cancelled_at IS NULL AND s.ends_at <= :now"
                        + " AND MOD(b.attendee_id, 6) <> 1")
        void watched(Instant now);
    }

    /** Groups of like remarks. */
    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Groups extends GenericRepository<GroupRow, Long> {

        GroupRow save(GroupRow group);
    }

    /** Answers. */
    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Answers extends GenericRepository<Answer, Long> {

        List<Answer> saveAll(Iterable<Answer> answers);
    }

    /** Registrations for events. */
    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Registered extends GenericRepository<Registration, Long> {

        List<Registration> saveAll(Iterable<Registration> registrations);
    }

    /** Those who come to events. */
    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Coming extends GenericRepository<Attendee, Long> {

        List<Attendee> saveAll(Iterable<Attendee> attendees);
    }

    /** What comes after events. */
    @JdbcRepository(dialect = Dialect.MYSQL)
    interface After extends GenericRepository<Attendee, Long> {

        /** Notes that eleven of twelve who had places in an event were there, unless it is known already who was. */
        @Query("INSERT INTO attendance (event_id, attendee_id, mode, how, came_at, recorded_at, door)"
                + " SELECT r.event_id, a.id, MIN(b.mode), IF(MIN(b.mode) = 'ONLINE', 'STREAM', 'SCANNED'), :at, :at, :door"
                + " FROM attendee a JOIN registration r ON r.id = a.registration_id"
                + " JOIN booking b ON b.attendee_id = a.id AND b.state = 'BOOKED'"
                + " WHERE r.event_id = :eventId AND MOD(a.id, 12) <> 0"
                + " AND NOT EXISTS (SELECT 1 FROM attendance t WHERE t.event_id = :eventId) GROUP BY r.event_id, a.id")
        void came(long eventId, Instant at, String door);

        @Query("UPDATE certificate SET issued_at = :at WHERE event_id = :eventId")
        void issued(long eventId, Instant at);
    }

    /** Reports. */
    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Reports extends GenericRepository<ConsultationReport, Long> {

        ConsultationReport save(ConsultationReport report);
    }

    /** A row of {@code remark_group}. */
    @MappedEntity("remark_group")
    record GroupRow(@Id @GeneratedValue @Nullable Long id, long consultationId, String name) {

        long key() {
            return PastRows.key(id);
        }
    }
}
