package pl.kujawskopomorskie.ngo.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import pl.kujawskopomorskie.ngo.demo.MakingDemo;
import pl.kujawskopomorskie.ngo.shared.data.EmbeddedDatabase;

/**
 * The one portal that all tests of a run talk to, started at the first use: a real server on a real database, the
 * embedded MariaDB or, with {@code -Dtest.database.url=…}, another one, whose schema is emptied first.
 */
final class Portal {

    private static final Portal INSTANCE = new Portal();

    private final Map<String, Object> database;
    private final EmbeddedServer server;

    private Portal() {
        database = database();
        var properties = new HashMap<String, Object>(database);
        // The public address must be known before the server binds, because links and the same-origin check use it.
        var port = freePort();
        properties.put("micronaut.server.port", port);
        properties.put("portal.base-url", "http://localhost:" + port);
        properties.put("portal.management.port", freePort());
        properties.put(
                "micronaut.security.token.jwt.signatures.secret.generator.secret",
                "only-for-tests-only-for-tests-only");
        server = ApplicationContext.builder(properties, "test").start().getBean(EmbeddedServer.class);
        server.start();
        // Pages are judged full, not empty; tests that count still count rows of their own.
        server.getApplicationContext().getBean(MakingDemo.class).make();
    }

    static Portal get() {
        return INSTANCE;
    }

    EmbeddedServer server() {
        return server;
    }

    ApplicationContext context() {
        return server.getApplicationContext();
    }

    /** The properties that point a context to the tests' database. */
    Map<String, Object> databaseProperties() {
        return database;
    }

    private static Map<String, Object> database() {
        var url = System.getProperty("test.database.url", "");
        if (url.isEmpty()) {
            var database =
                    EmbeddedDatabase.start(Path.of("target", "test-database").toAbsolutePath());
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            empty(database.url(), "root", "");
            carelessly(database.url());
            return database.properties();
        }
        var user = System.getProperty("test.database.username", "portal");
        var password = System.getProperty("test.database.password", "portal");
        empty(url, user, password);
        return Map.of(
                "datasources.default.url", url,
                "datasources.default.username", user,
                "datasources.default.password", password);
    }

    private static void empty(String url, String user, String password) {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            var schema = connection.getCatalog();
            statement.execute("DROP DATABASE " + schema);
            statement.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci");
        } catch (SQLException e) {
            throw new IllegalStateException("The tests' database cannot be emptied: " + e.getMessage(), e);
        }
    }

    /** Rows of tests need not outlive a power cut, so no commit waits for the disk. */
    private static void carelessly(String url) {
        try (var connection = DriverManager.getConnection(url, "root", "");
                var statement = connection.createStatement()) {
            statement.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 0");
        } catch (SQLException e) {
            throw new IllegalStateException("The tests' database cannot be set: " + e.getMessage(), e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
