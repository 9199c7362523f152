package pl.kujawskopomorskie.ngo.events.after;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

/** Rows of mails that go once after an event, and those who have not got them. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AfterMails extends GenericRepository<AfterMail, Long> {

    String REGISTRATIONS = " FROM registration r WHERE r.event_id = :eventId AND r.email <> ''"
            + " AND EXISTS (SELECT 1 FROM attendee a WHERE a.registration_id = r.id AND a.name <> '' AND "
            + Participants.ATTENDEE_CAME
            + " AND NOT EXISTS (SELECT 1 FROM after_mail m WHERE m.attendee_id = a.id AND m.kind = :kind))";

    String WALK_INS = " WHERE w.event_id = :eventId AND w.email <> '' AND w.name <> '' AND "
            + Participants.WALK_IN_CAME
            + " AND NOT EXISTS (SELECT 1 FROM after_mail m WHERE m.walk_in_id = w.id AND m.kind = :kind)";

    /** Saves new ones; the same mail about one person a second time is refused by the database. */
    List<AfterMail> saveAll(Iterable<AfterMail> mails);

    /** Registrations with people who were there, whose links have not been mailed. */
    @Query("SELECT r.id" + REGISTRATIONS + " ORDER BY r.id LIMIT :limit")
    List<Long> registrations(long eventId, AfterMail.Kind kind, int limit);

    /** The people of some registrations whose links have been mailed. */
    @Query("SELECT m.attendee_id FROM after_mail m JOIN attendee a ON a.id = m.attendee_id"
            + " WHERE a.registration_id IN (:registrationIds) AND m.kind = :kind")
    List<Long> mailed(Collection<Long> registrationIds, AfterMail.Kind kind);

    /** Those who had not registered and were not written to. */
    @Query(Participants.WALKED_IN + WALK_INS + " ORDER BY w.id LIMIT :limit")
    List<Participant> walkIns(long eventId, AfterMail.Kind kind, int limit);

    /** To how many addresses a mail would go now. */
    @Query("SELECT (SELECT COUNT(*)" + REGISTRATIONS + ") + (SELECT COUNT(*) FROM walk_in w" + WALK_INS + ")")
    int countToMail(long eventId, AfterMail.Kind kind);

    /** To how many addresses it went. */
    @Query("SELECT COUNT(DISTINCT a.registration_id) + COUNT(DISTINCT m.walk_in_id) FROM after_mail m"
            + " LEFT JOIN attendee a ON a.id = m.attendee_id WHERE m.event_id = :eventId AND m.kind = :kind")
    int countMailed(long eventId, AfterMail.Kind kind);

    /** How many were there who left no address. */
    @Query("SELECT COUNT(*) FROM walk_in w WHERE w.event_id = :eventId AND w.email = '' AND w.name <> '' AND "
            + Participants.WALK_IN_CAME)
    int countWithoutAddress(long eventId);
}
