package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** Conditions that are met together, with their arguments; no word of a visitor ever becomes SQL. */
final class SqlWhere {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    void and(String condition, Object... with) {
        conditions.add("(" + condition + ")");
        arguments.addAll(List.of(with));
    }

    String sql() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    List<Object> arguments() {
        return List.copyOf(arguments);
    }

    /** How many rows meet them. */
    long count(JdbcOperations jdbc, String select) {
        return query(jdbc, select + sql(), arguments, row -> row.getLong(1)).getFirst();
    }

    static <T> List<T> query(JdbcOperations jdbc, String sql, List<?> arguments, Reading<T> reading) {
        return jdbc.prepareStatement(sql, statement -> {
            bind(statement, arguments);
            var rows = new ArrayList<T>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reading.read(result));
                }
            }
            return rows;
        });
    }

    /** Writes, and returns how many rows were written. */
    static int update(JdbcOperations jdbc, String sql, List<?> arguments) {
        return jdbc.prepareStatement(sql, statement -> {
            bind(statement, arguments);
            return statement.executeUpdate();
        });
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column, utc());
        return value == null ? null : value.toInstant();
    }

    /** What is to stand somewhere in a text, for {@code LIKE ? ESCAPE '!'}. */
    static String part(String words) {
        return "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private static void bind(PreparedStatement statement, List<?> arguments) throws SQLException {
        var at = 1;
        for (var argument : arguments) {
            if (argument instanceof Instant moment) {
                statement.setTimestamp(at++, Timestamp.from(moment), utc());
            } else {
                statement.setObject(at++, argument);
            }
        }
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }

    /** Reads one row. */
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
