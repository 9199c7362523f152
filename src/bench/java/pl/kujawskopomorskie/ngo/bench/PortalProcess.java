package pl.kujawskopomorskie.ngo.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A node of the portal as production runs it: the packaged jar in a process of its own, with its heap bounded. */
final class PortalProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "pozarzadowka.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** As in the image, whose container is thought to have one gigabyte. */
    private static final List<String> OPTIONS = List.of(
            "-Xmx700m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final String CAUGHT_UP = "SELECT COUNT(*) FROM scheduled_tasks"
            + " WHERE task_name IN ('index-remarks', 'catch-up-comparisons') AND last_success IS NOT NULL";

    private static final String BUSY = "SELECT COUNT(*) FROM scheduled_tasks WHERE picked OR execution_time <= NOW(6)";

    private static final String MAILS =
            "SELECT COUNT(*) FROM scheduled_tasks WHERE task_name IN ('mail-registration', 'send-mail')";

    private final Process process;
    private final Schema schema;
    private final int port;
    private final Duration untilFirstPage;

    private PortalProcess(Process process, Schema schema, int port, Duration untilFirstPage) {
        this.process = process;
        this.schema = schema;
        this.port = port;
        this.untilFirstPage = untilFirstPage;
    }

    /** Brings the tables of a schema up to date. */
    static void migrate(Schema schema) throws IOException, InterruptedException {
        var migration = begin(schema, List.of(), List.of("migrate"), Map.of());
        if (!migration.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || migration.exitValue() != 0) {
            throw new IllegalStateException("The schema was not made; see " + log());
        }
    }

    /** Starts a command of the portal on a schema, and does not wait for its end. */
    static Process run(Schema schema, List<String> arguments) throws IOException {
        return begin(schema, List.of(), arguments, Map.of());
    }

    /** Starts a node and waits for its first page. */
    static PortalProcess start(Schema schema, String... more) throws IOException, InterruptedException {
        var port = freePort();
        var begun = System.nanoTime();
        var process = begin(
                schema,
                List.of(more),
                List.of("serve"),
                Map.of(
                        "MICRONAUT_SERVER_PORT", Integer.toString(port),
                        "PORTAL_MANAGEMENT_PORT", Integer.toString(freePort()),
                        "PORTAL_BASE_URL", "https://localhost:" + port,
                        "PORTAL_JWT_SECRET", "0123456789abcdef-only-for-benchmarks",
                        "PORTAL_SMTP_HOST", "localhost",
                        "PORTAL_SMTP_SECURITY", "NONE",
                        "PORTAL_SMTP_PORT", Integer.toString(freePort()),
                        "PORTAL_MAIL_FROM", "portal@example.org",
                        // Whoever signs in comes from an address of their own, or the limits on tries would stop us.
                        "PORTAL_PROXIES", "1"));
        while (true) {
            try (var browser = new Connection(port)) {
                browser.get("/");
                return new PortalProcess(process, schema, port, Duration.ofNanos(System.nanoTime() - begun));
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                    process.destroy();
                    throw new IllegalStateException("The portal did not start; see " + log(), e);
                }
                Thread.sleep(5);
            }
        }
    }

    /** Starts a node and waits until the jobs that come with its start are done, so that they are not measured. */
    static PortalProcess settled(Schema schema) throws IOException, InterruptedException, SQLException {
        var portal = start(schema);
        try {
            portal.await(() -> schema.number(CAUGHT_UP) == 2 && schema.number(BUSY) == 0);
        } catch (IllegalStateException e) {
            portal.close();
            throw e;
        }
        return portal;
    }

    /** Waits until all mails are out, so that those of what was done before cost what is measured next nothing. */
    void awaitMails() throws InterruptedException, SQLException {
        await(() -> schema.number(MAILS) == 0 && schema.number(BUSY) == 0);
    }

    private void await(Condition condition) throws InterruptedException, SQLException {
        var begun = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("The portal's jobs did not come to an end; see " + log());
            }
            Thread.sleep(500);
        }
    }

    /** What the rows of the database say. */
    private interface Condition {
        boolean holds() throws SQLException;
    }

    int port() {
        return port;
    }

    Duration untilFirstPage() {
        return untilFirstPage;
    }

    /** Memory that the process holds now, in megabytes, as Linux counts it. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024;
    }

    /** Stops the node as a supervisor would, and waits until it has ended. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** A command that runs the packaged jar on the JVM of the benchmarks. */
    static List<String> command(List<String> options, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(arguments);
        return command;
    }

    private static Process begin(
            Schema schema, List<String> options, List<String> arguments, Map<String, String> environment)
            throws IOException {
        var builder = new ProcessBuilder(command(options, arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("PORTAL_") || name.startsWith("DATASOURCES_"));
        builder.environment().putAll(schema.environment());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
        var process = builder.start();
        // Whoever breaks off the benchmarks shall not have to look for what they started.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }

    private static File log() {
        return Path.of("target", "benchmarks.log").toFile();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
