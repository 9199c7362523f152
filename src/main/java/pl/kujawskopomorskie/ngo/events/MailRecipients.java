package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Finds whom a mail about an event is for. A registration gets one letter, however many people it brings. */
@Singleton
class MailRecipients {

    private static final String CAME =
            "EXISTS (SELECT 1 FROM attendance t JOIN attendee a ON a.id = t.attendee_id WHERE a.registration_id = r.id"
                    + " AND t.withdrawn_at IS NULL";

    private static final String WALKED_IN =
            "EXISTS (SELECT 1 FROM attendance t WHERE t.walk_in_id = w.id AND t.withdrawn_at IS NULL";

    private final JdbcOperations jdbc;

    MailRecipients(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** How many letters there would be. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public int count(Event event, Group group) {
        var registered = registrations(event, group).count(jdbc, "SELECT COUNT(*) FROM registration r");
        var walkedIn = group.audience() == MailAudience.CAME
                ? walkIns(event, group).count(jdbc, "SELECT COUNT(DISTINCT w.email) FROM walk_in w")
                : 0;
        return Math.toIntExact(registered + walkedIn);
    }

    /**
     * Settles whom a mail goes to.
     *
     * @return how many letters there will be
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int settle(Event event, Group group, long mailId) {
        var letters = settle(
                "INSERT INTO participant_mail_recipient (mail_id, registration_id) SELECT ?, r.id FROM registration r",
                registrations(event, group),
                " ORDER BY r.id",
                mailId);
        if (group.audience() == MailAudience.CAME) {
            letters += settle(
                    "INSERT INTO participant_mail_recipient (mail_id, walk_in_id) SELECT ?, MIN(w.id) FROM walk_in w",
                    walkIns(event, group),
                    " GROUP BY w.email ORDER BY MIN(w.id)",
                    mailId);
        }
        return letters;
    }

    private int settle(String insert, SqlWhere where, String order, long mailId) {
        var arguments = new ArrayList<Object>();
        arguments.add(mailId);
        arguments.addAll(where.arguments());
        return SqlWhere.update(jdbc, insert + where.sql() + order, arguments);
    }

    private static SqlWhere registrations(Event event, Group group) {
        var where = new SqlWhere();
        where.and("r.event_id = ?", event.key());
        where.and("r.confirmed_at IS NOT NULL AND r.email <> ''");
        if (event.cancelledAt() != null) {
            where.and("r.ended_why = 'EVENT_CANCELLED'");
            return where;
        }
        if (group.audience() != MailAudience.CAME) {
            where.and("r.ended_at IS NULL");
        }
        switch (group.audience()) {
            case REGISTERED -> {
                if (group.narrowed()) {
                    booked(where, group, "b.state <> 'ENDED'");
                }
            }
            case BOOKED -> booked(where, group, "b.state = 'BOOKED'");
            case WAITING -> booked(where, group, "b.state IN ('WAITING', 'OFFERED')");
            case CAME -> came(where, group);
            case ABSENT -> {
                booked(where, group, "b.state = 'BOOKED'");
                where.and("NOT " + CAME + ")");
            }
        }
        return where;
    }

    private static void booked(SqlWhere where, Group group, String state) {
        var condition = new StringBuilder("EXISTS (SELECT 1 FROM booking b JOIN attendee a ON a.id = b.attendee_id"
                + " WHERE a.registration_id = r.id AND " + state);
        var arguments = new ArrayList<>();
        if (group.sessionId() != null) {
            condition.append(" AND b.session_id = ?");
            arguments.add(group.sessionId());
        }
        if (group.mode() != null) {
            condition.append(" AND b.mode = ?");
            arguments.add(group.mode().name());
        }
        where.and(condition.append(")").toString(), arguments.toArray());
    }

    // At the door of the whole event nobody asks to which session one goes; those who have a place in it count as
    // there.
    private static void came(SqlWhere where, Group group) {
        var condition = new StringBuilder(CAME);
        var arguments = new ArrayList<>();
        if (group.mode() != null) {
            condition.append(" AND t.mode = ?");
            arguments.add(group.mode().name());
        }
        if (group.sessionId() != null) {
            condition.append(" AND (t.session_id = ? OR t.session_id IS NULL AND EXISTS (SELECT 1 FROM booking b"
                    + " WHERE b.attendee_id = a.id AND b.session_id = ? AND b.state = 'BOOKED'))");
            arguments.add(group.sessionId());
            arguments.add(group.sessionId());
        }
        where.and(condition.append(")").toString(), arguments.toArray());
    }

    private static SqlWhere walkIns(Event event, Group group) {
        var where = new SqlWhere();
        where.and("w.event_id = ?", event.key());
        where.and("w.email <> ''");
        var condition = new StringBuilder(WALKED_IN);
        var arguments = new ArrayList<>();
        if (group.mode() != null) {
            condition.append(" AND t.mode = ?");
            arguments.add(group.mode().name());
        }
        if (group.sessionId() != null) {
            condition.append(" AND t.session_id = ?");
            arguments.add(group.sessionId());
        }
        where.and(condition.append(")").toString(), arguments.toArray());
        // Who has the letter of a registration needs no second one.
        var registered = registrations(event, group);
        registered.and("r.email = w.email");
        where.and(
                "NOT EXISTS (SELECT 1 FROM registration r" + registered.sql() + ")",
                registered.arguments().toArray());
        return where;
    }

    /**
     * A group of the people of an event.
     *
     * @param audience who
     * @param sessionId only those of this session, or null
     * @param mode only those who come in this way, or null
     */
    record Group(
            MailAudience audience,
            @Nullable Long sessionId,
            @Nullable Mode mode) {

        boolean narrowed() {
            return sessionId != null || mode != null;
        }
    }
}
