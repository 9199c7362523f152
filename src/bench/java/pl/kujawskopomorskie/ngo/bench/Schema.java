package pl.kujawskopomorskie.ngo.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/**
 * A schema and the account that may do everything in it.
 *
 * @param url by JDBC
 * @param username of the account
 * @param password of the account
 */
record Schema(String url, String username, String password) {

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** Runs a statement. */
    void run(String sql, Object... arguments) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            statement.execute();
        }
    }

    /** The number that a query answers with. */
    long number(String sql, Object... arguments) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** What points the portal here. */
    Map<String, String> environment() {
        return Map.of(
                "DATASOURCES_DEFAULT_URL", url,
                "DATASOURCES_DEFAULT_USERNAME", username,
                "DATASOURCES_DEFAULT_PASSWORD", password);
    }

    private static void bind(PreparedStatement statement, Object[] arguments) throws SQLException {
        for (var i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }
}
