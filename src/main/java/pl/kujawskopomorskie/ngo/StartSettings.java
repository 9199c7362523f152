package pl.kujawskopomorskie.ngo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import pl.kujawskopomorskie.ngo.shared.data.EmbeddedDatabase;

/**
 * What the surroundings say of how to start: as a demonstration on an embedded database, or in production on one that is
 * given. In production every secret must be given too, and a missing one stops the start with a sentence.
 *
 * @param demo whether demo content is made and gaps are filled with what is good enough for one machine
 * @param properties what the surroundings leave open and the application context needs
 */
record StartSettings(boolean demo, Map<String, Object> properties) {

    private static final int SECRET_LENGTH = 32;

    /**
     * Reads the settings and, where no database is given to a demonstration, starts the embedded one.
     *
     * @throws RefusedStart when production lacks something it cannot do without
     */
    static StartSettings of(Map<String, String> environment, Properties system) {
        var demo = isDemo(environment, system);
        if (!demo) {
            var missing = missingInProduction(environment);
            if (!missing.isEmpty()) {
                throw new RefusedStart("The portal does not start like this:\n- " + String.join("\n- ", missing)
                        + "\nTo look at the portal first, set PORTAL_DEMO=true.");
            }
            return new StartSettings(
                    false,
                    Map.of(
                            "micronaut.security.token.jwt.signatures.secret.generator.secret",
                            environment.get("PORTAL_JWT_SECRET")));
        }
        var properties = new HashMap<String, Object>();
        var folder = Path.of(environment.getOrDefault("PORTAL_DATA", "data")).toAbsolutePath();
        properties.put("portal.demo", true);
        properties.put(
                "micronaut.security.token.jwt.signatures.secret.generator.secret",
                environment.containsKey("PORTAL_JWT_SECRET")
                        ? environment.get("PORTAL_JWT_SECRET")
                        : keptSecret(folder));
        if (!environment.containsKey("DATASOURCES_DEFAULT_URL")) {
            System.out.println("Starting the embedded database; its data stay in " + folder + " (PORTAL_DATA)");
            var database = EmbeddedDatabase.start(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(database::close, "embedded-database-stop"));
            properties.putAll(database.properties());
        }
        return new StartSettings(true, properties);
    }

    static boolean isDemo(Map<String, String> environment, Properties system) {
        var said = environment.get("PORTAL_DEMO");
        if (said != null) {
            return Boolean.parseBoolean(said);
        }
        return system.getProperty("micronaut.environments", "").contains("demo");
    }

    /** One sentence for each thing that production needs and does not have. */
    static List<String> missingInProduction(Map<String, String> environment) {
        var sentences = new ArrayList<String>();
        if (environment.getOrDefault("DATASOURCES_DEFAULT_URL", "").isBlank()) {
            sentences.add(
                    "Set DATASOURCES_DEFAULT_URL to the database, such as jdbc:mysql://db.example.org:3306/portal, "
                            + "and DATASOURCES_DEFAULT_USERNAME and DATASOURCES_DEFAULT_PASSWORD to its account.");
        }
        if (environment.getOrDefault("PORTAL_JWT_SECRET", "").length() < SECRET_LENGTH) {
            sentences.add("Set PORTAL_JWT_SECRET to a random secret of at least " + SECRET_LENGTH
                    + " characters, the same on every node; openssl rand -hex 32 makes one.");
        }
        if (!environment.getOrDefault("PORTAL_BASE_URL", "").startsWith("https://")) {
            sentences.add("Set PORTAL_BASE_URL to the public address of the portal; it must begin with https://.");
        }
        if (environment.getOrDefault("PORTAL_SMTP_HOST", "").isBlank()) {
            sentences.add("Set PORTAL_SMTP_HOST to the server that sends the portal's mail.");
        }
        if (environment.getOrDefault("PORTAL_MAIL_FROM", "").isBlank()) {
            sentences.add("Set PORTAL_MAIL_FROM to the address that the portal's mail comes from.");
        }
        return sentences;
    }

    // A demonstration keeps its secret beside its data, so that a restart signs nobody out.
    private static String keptSecret(Path folder) {
        var file = folder.resolve("jwt-secret");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                var random = new byte[SECRET_LENGTH];
                new SecureRandom().nextBytes(random);
                Files.writeString(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
