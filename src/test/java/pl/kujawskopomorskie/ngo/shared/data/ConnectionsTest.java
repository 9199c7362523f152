package pl.kujawskopomorskie.ngo.shared.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.testing.PortalTest;

/** What the configuration asks of each connection does reach the server. */
@PortalTest
class ConnectionsTest {

    private static final String WHAT = "connections-test";

    @Test
    void a_connection_speaks_utc_whatever_the_zone_of_the_machine(DataSource pool) throws SQLException {
        assertThat(answer(pool, "SELECT @@session.time_zone")).isIn("UTC", "+00:00");
    }

    @Test
    void a_moment_after_2038_comes_back_as_it_was_sent(DataSource pool) throws SQLException {
        var moment = Timestamp.from(Instant.parse("2061-07-01T10:20:30.123456Z"));

        try (var connection = DelegatingDataSource.unwrapDataSource(pool).getConnection();
                var statement = connection.prepareStatement("SELECT CAST(? AS DATETIME(6))")) {
            statement.setTimestamp(1, moment);
            try (var rows = statement.executeQuery()) {
                rows.next();
                assertThat(rows.getTimestamp(1)).isEqualTo(moment);
            }
        }
    }

    @Test
    void what_is_only_read_costs_one_turn_to_the_server(DataSource pool) throws SQLException {
        try (var connection = DelegatingDataSource.unwrapDataSource(pool).getConnection()) {
            var before = questions(connection);
            connection.setReadOnly(true);
            connection.prepareStatement("SELECT 1").executeQuery().close();
            connection.setReadOnly(false);

            // The look at the counter is the second one.
            assertThat(questions(connection) - before).isEqualTo(2);
        }
    }

    @Test
    void a_transaction_sees_what_another_one_wrote_after_it_began(DataSource pool) throws SQLException {
        try (var reads = DelegatingDataSource.unwrapDataSource(pool).getConnection();
                var writes = DelegatingDataSource.unwrapDataSource(pool).getConnection()) {
            reads.setAutoCommit(false);
            try {
                assertThat(tries(reads)).isZero();
                run(writes, "INSERT INTO limited_try (what, key_hash, tried_at) VALUES ('" + WHAT + "', '', NOW(6))");

                assertThat(tries(reads)).isEqualTo(1);
            } finally {
                reads.rollback();
                reads.setAutoCommit(true);
                run(writes, "DELETE FROM limited_try WHERE what = '" + WHAT + "'");
            }
        }
    }

    private static long tries(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM limited_try WHERE what = '" + WHAT + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long questions(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW SESSION STATUS LIKE 'Questions'")) {
            rows.next();
            return rows.getLong(2);
        }
    }

    private static String answer(DataSource pool, String sql) throws SQLException {
        try (var connection = DelegatingDataSource.unwrapDataSource(pool).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
