package pl.kujawskopomorskie.ngo.shared.documents;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;

/** Stored files that no row of any table refers to. */
@Singleton
class UnreferredFiles {

    private final JdbcOperations jdbc;

    UnreferredFiles(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The keys of some, stored before a moment, the oldest first. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Long> storedBefore(Instant moment, int limit) {
        var referred = referring().stream()
                .map(column -> " AND NOT EXISTS (SELECT 1 FROM `" + column.table() + "` r WHERE r.`" + column.name()
                        + "` = f.id)")
                .collect(Collectors.joining());
        return jdbc.prepareStatement(
                "SELECT f.id FROM stored_file f WHERE f.stored_at < ?" + referred + " ORDER BY f.id LIMIT ?",
                statement -> {
                    statement.setTimestamp(
                            1, Timestamp.from(moment), Calendar.getInstance(TimeZone.getTimeZone("UTC")));
                    statement.setInt(2, limit);
                    return keys(statement);
                });
    }

    /** The columns that refer to stored files by a foreign key, but for those of the files' own bytes. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Column> referring() {
        return jdbc.prepareStatement("""
                SELECT table_name, column_name FROM information_schema.key_column_usage
                WHERE table_schema = DATABASE() AND referenced_table_schema = DATABASE()
                  AND referenced_table_name = 'stored_file' AND table_name <> 'stored_file_part'
                ORDER BY table_name, column_name
                """, statement -> {
            var columns = new ArrayList<Column>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getString(2)));
                }
            }
            return columns;
        });
    }

    private static List<Long> keys(PreparedStatement statement) throws SQLException {
        var keys = new ArrayList<Long>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                keys.add(rows.getLong(1));
            }
        }
        return keys;
    }

    /**
     * A column.
     *
     * @param table its table
     * @param name its name
     */
    record Column(String table, String name) {}
}
