package pl.kujawskopomorskie.ngo.bench;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.data.EmbeddedDatabase;

/**
 * The server that the benchmarks work on: an embedded MariaDB, or the one that {@code DATASOURCES_DEFAULT_URL} names. Of
 * the latter only schemas of the benchmarks' own are touched, so its account must be allowed to make some.
 */
final class BenchmarkDatabase implements AutoCloseable {

    private final @Nullable EmbeddedDatabase embedded;
    private final String url;
    private final String username;
    private final String password;

    private BenchmarkDatabase(@Nullable EmbeddedDatabase embedded, String url, String username, String password) {
        this.embedded = embedded;
        this.url = url;
        this.username = username;
        this.password = password;
    }

    /** Starts the embedded server in a folder, unless the environment names another server. */
    static BenchmarkDatabase open(Path folder) {
        var given = System.getenv("DATASOURCES_DEFAULT_URL");
        if (given != null && !given.isBlank()) {
            return new BenchmarkDatabase(
                    null,
                    given,
                    System.getenv("DATASOURCES_DEFAULT_USERNAME"),
                    System.getenv("DATASOURCES_DEFAULT_PASSWORD"));
        }
        var embedded = EmbeddedDatabase.start(folder);
        // It asks nobody for a password, but the portal refuses to start in production without one.
        return new BenchmarkDatabase(
                embedded, embedded.url(), "root", UUID.randomUUID().toString());
    }

    /** An empty schema beside the given one. */
    Schema emptySchema(String name) throws SQLException {
        try (var connection = DriverManager.getConnection(url, username, password);
                var statement = connection.createStatement()) {
            var given = connection.getCatalog();
            var own = given + "_bench_" + name;
            statement.execute("DROP DATABASE IF EXISTS " + own);
            statement.execute("CREATE DATABASE " + own + " CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci");
            return new Schema(url.replaceFirst("/" + given + "(?=$|\\?)", "/" + own), username, password);
        }
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
