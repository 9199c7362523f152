package pl.kujawskopomorskie.ngo.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import pl.kujawskopomorskie.ngo.shared.data.EmbeddedDatabase;

/** One more node of the portal, on the tests' database, with settings of the test's own. */
public final class Node implements AutoCloseable {

    private final ApplicationContext context;

    private Node(ApplicationContext context) {
        this.context = context;
    }

    /** Starts a node; its server waits for {@link #web()}. */
    public static Node with(Map<String, Object> settings) {
        var properties = new HashMap<String, Object>(Portal.get().databaseProperties());
        properties.put("micronaut.server.port", -1);
        properties.put("portal.management.port", Portal.freePort());
        properties.put(
                "micronaut.security.token.jwt.signatures.secret.generator.secret",
                "only-for-tests-only-for-tests-only");
        properties.putAll(settings);
        return new Node(ApplicationContext.builder(properties, "test").start());
    }

    /** The settings that point a node to an empty schema beside the tests' own; what it held before is gone. */
    public static Map<String, Object> emptySchema(String name) {
        var database = Portal.get().databaseProperties();
        var url = String.valueOf(database.get("datasources.default.url"));
        try (var connection = DriverManager.getConnection(
                        url,
                        String.valueOf(database.get("datasources.default.username")),
                        String.valueOf(database.get("datasources.default.password")));
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci");
            return Map.of("datasources.default.url", url.replace("/" + connection.getCatalog(), "/" + name));
        } catch (SQLException e) {
            // On a server that is not ours the portal's account has one
            // schema and may make none: then a server of its own.
            var own = EmbeddedDatabase.start(Path.of("target", name).toAbsolutePath());
            Runtime.getRuntime().addShutdownHook(new Thread(own::close));
            return own.properties();
        }
    }

    /** A bean of the node. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** A visitor of the node, whose server is started at the first. */
    public Web web() {
        var server = context.getBean(EmbeddedServer.class);
        if (!server.isRunning()) {
            server.start();
        }
        return new Web(server.getURI());
    }

    /** Where the node's health and metrics are. */
    public Web management() {
        web();
        return new Web(
                URI.create("http://localhost:" + context.getRequiredProperty("portal.management.port", int.class)));
    }

    @Override
    public void close() {
        context.close();
    }
}
