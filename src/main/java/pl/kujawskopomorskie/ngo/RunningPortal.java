package pl.kujawskopomorskie.ngo;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.data.EmbeddedDatabase;

/** The application and, in a demonstration, the database below it; stopped in the opposite order. */
final class RunningPortal implements AutoCloseable {

    private final @Nullable EmbeddedDatabase database;
    private final ApplicationContext context;

    private RunningPortal(@Nullable EmbeddedDatabase database, ApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /**
     * Starts the application, with the database brought up to date, but no server and no jobs yet.
     *
     * @throws RefusedStart when the surroundings do not allow it
     */
    static RunningPortal start(StartSettings settings, Map<String, String> environment) {
        var properties = new HashMap<>(settings.properties());
        var data = settings.data();
        if (data == null) {
            tryDatabase(environment);
            properties.putIfAbsent(StartSettings.JWT_SECRET, randomSecret());
            return new RunningPortal(null, context(properties));
        }
        properties.putIfAbsent(StartSettings.JWT_SECRET, keptSecret(data));
        var database = EmbeddedDatabase.start(data);
        properties.putAll(database.properties());
        try {
            return new RunningPortal(database, context(properties));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    ApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        try {
            context.close();
        } finally {
            if (database != null) {
                database.close();
            }
        }
    }

    /**
     * Refuses a port that is taken, before anything is started in vain.
     *
     * @param variable of the environment that chooses another
     */
    static void tryPort(int port, String variable) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new RefusedStart(
                    "Port " + port + " is taken by another program. Stop it, or set " + variable + " to a free port.");
        }
    }

    // A pool would try for long and tell the log at length; one plain connection says at once what is wrong.
    private static void tryDatabase(Map<String, String> environment) {
        var account = new Properties();
        account.put("user", environment.getOrDefault("DATASOURCES_DEFAULT_USERNAME", ""));
        account.put("password", environment.getOrDefault("DATASOURCES_DEFAULT_PASSWORD", ""));
        account.put("connectTimeout", "10000");
        account.put("allowPublicKeyRetrieval", "true");
        try {
            DriverManager.getConnection(environment.getOrDefault("DATASOURCES_DEFAULT_URL", ""), account)
                    .close();
        } catch (SQLException e) {
            throw new RefusedStart(FailureSentence.of(e));
        }
    }

    private static ApplicationContext context(Map<String, Object> properties) {
        return ApplicationContext.builder(properties).banner(false).start();
    }

    // A demonstration keeps its secret beside its data, so that a restart signs nobody out.
    private static String keptSecret(Path folder) {
        var file = folder.resolve("jwt-secret");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Files.writeString(file, randomSecret());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String randomSecret() {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
