package pl.kujawskopomorskie.ngo.accounts;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * The audit log for reading, with the names of people, newest first. It stands here and not beside the log, which knows no
 * people. Nothing here writes.
 */
@Singleton
public class AuditEntries {

    private final JdbcOperations jdbc;

    AuditEntries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The entries asked for, at most so many. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<AuditEntry> find(AuditFilter filter, int limit) {
        var where = new StringBuilder(" WHERE 1 = 1");
        var arguments = new ArrayList<Object>();
        if (!filter.text().isEmpty()) {
            where.append(
                    " AND (a.action LIKE ? ESCAPE '!' OR a.subject_ref LIKE ? ESCAPE '!' OR a.detail LIKE ? ESCAPE '!'"
                            + " OR a.request_id = ?)");
            var part = part(filter.text());
            arguments.addAll(List.of(part, part, part, filter.text()));
        }
        if (!filter.actor().isEmpty()) {
            where.append(" AND (p.display_name LIKE ? ESCAPE '!' OR p.email LIKE ? ESCAPE '!')");
            arguments.addAll(List.of(part(filter.actor()), part(filter.actor())));
        }
        if (!filter.subjectKind().isEmpty()) {
            where.append(" AND a.subject_kind = ?");
            arguments.add(filter.subjectKind());
        }
        if (filter.from() != null) {
            where.append(" AND a.happened_at >= ?");
            arguments.add(OfficeTime.startOf(filter.from()));
        }
        if (filter.to() != null) {
            where.append(" AND a.happened_at < ?");
            arguments.add(OfficeTime.endOf(filter.to()));
        }
        if (filter.after() != null) {
            // The first half alone lets the index begin at the right place.
            where.append(" AND a.happened_at <= ? AND (a.happened_at < ? OR a.id < ?)");
            var place = filter.after();
            arguments.addAll(List.of(place.happenedAt(), place.happenedAt(), place.id()));
        }
        arguments.add(limit);
        return jdbc.prepareStatement("""
                SELECT a.id, a.happened_at, a.actor_id, p.display_name, a.action, a.subject_kind, a.subject_ref,
                  a.detail, a.request_id
                FROM audit_log a LEFT JOIN person p ON p.id = a.actor_id
                """ + where + " ORDER BY a.happened_at DESC, a.id DESC LIMIT ?", statement -> {
            bind(statement, arguments);
            var entries = new ArrayList<AuditEntry>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
            return entries;
        });
    }

    /** Every kind of subject that the log knows, in order. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<String> subjectKinds() {
        return jdbc.prepareStatement(
                "SELECT DISTINCT subject_kind FROM audit_log ORDER BY subject_kind LIMIT 100", statement -> {
                    var kinds = new ArrayList<String>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            kinds.add(rows.getString(1));
                        }
                    }
                    return kinds;
                });
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getTimestamp("happened_at", utc()).toInstant(),
                row.getObject("actor_id", Long.class),
                row.getString("display_name"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject_ref"),
                row.getString("detail"),
                row.getString("request_id"));
    }

    private static void bind(PreparedStatement statement, List<Object> arguments) throws SQLException {
        var at = 1;
        for (var argument : arguments) {
            if (argument instanceof Instant moment) {
                statement.setTimestamp(at++, Timestamp.from(moment), utc());
            } else {
                statement.setObject(at++, argument);
            }
        }
    }

    private static String part(String words) {
        return "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}
