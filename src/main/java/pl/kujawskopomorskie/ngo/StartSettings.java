package pl.kujawskopomorskie.ngo;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the surroundings say of how to start: as a demonstration on an embedded database, or in production on one that is
 * given. In production every secret must be given too; what is missing or unsafe stops the start with a sentence.
 *
 * @param demo whether demo content is made and gaps are filled with what is good enough for one machine
 * @param data folder of the embedded database, or null where another database is given
 * @param properties what the application context needs beside what it reads from the environment by itself
 */
record StartSettings(boolean demo, @Nullable Path data, Map<String, Object> properties) {

    static final String JWT_SECRET = "micronaut.security.token.jwt.signatures.secret.generator.secret";

    private static final int SECRET_LENGTH = 32;

    /** Passwords that stand in examples, or that somebody tries first. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "portal", "pozarzadowka", "password", "haslo", "admin", "root", "mysql", "secret", "changeme", "change-me");

    StartSettings {
        properties = Map.copyOf(properties);
    }

    /** How much of the portal a command starts. */
    enum Scope {
        /** All of it: what is missing for anything stops the start. */
        WHOLE,
        /** The database alone, for a command that ends by itself. */
        DATABASE
    }

    /**
     * Reads the settings. Changes nothing.
     *
     * @throws RefusedStart when something that the scope needs is missing, unsafe or cannot be understood
     */
    static StartSettings of(Scope scope, Map<String, String> environment, Properties system) {
        var demo = isDemo(environment, system);
        var wrong = new ArrayList<String>(misunderstood(environment));
        if (!demo) {
            wrong.addAll(missingDatabase(environment));
            if (scope == Scope.WHOLE) {
                wrong.addAll(missingInProduction(environment));
            }
        }
        if (!wrong.isEmpty()) {
            throw new RefusedStart("The portal does not start like this:\n- " + String.join("\n- ", wrong)
                    + (demo ? "" : "\nTo look at the portal first, set PORTAL_DEMO=true."));
        }
        var properties = new HashMap<String, Object>();
        properties.put("portal.demo", demo);
        if (environment.containsKey("PORTAL_JWT_SECRET")) {
            properties.put(JWT_SECRET, environment.get("PORTAL_JWT_SECRET"));
        }
        var embedded = demo && given(environment, "DATASOURCES_DEFAULT_URL").isEmpty();
        return new StartSettings(demo, embedded ? dataFolder(environment, system) : null, properties);
    }

    // Maven runs the portal inside target, which "clean" removes; the
    // POM says by a property where the project's folder is.
    private static Path dataFolder(Map<String, String> environment, Properties system) {
        var said = given(environment, "PORTAL_DATA");
        return Path.of(said.isEmpty() ? system.getProperty("portal.data", "data") : said)
                .toAbsolutePath()
                .normalize();
    }

    private static boolean isDemo(Map<String, String> environment, Properties system) {
        var said = given(environment, "PORTAL_DEMO");
        return said.isEmpty()
                ? List.of(system.getProperty("micronaut.environments", "").split(",", -1))
                        .contains("demo")
                : said.equals("true");
    }

    private static List<String> misunderstood(Map<String, String> environment) {
        var sentences = new ArrayList<String>();
        oneOf(environment, "PORTAL_DEMO", Set.of("true", "false"), sentences);
        oneOf(environment, "PORTAL_LOG_FORMAT", Set.of("text", "json"), sentences);
        oneOf(environment, "PORTAL_SMTP_SECURITY", Set.of("NONE", "STARTTLS", "TLS"), sentences);
        port(environment, "MICRONAUT_SERVER_PORT", sentences);
        port(environment, "PORTAL_MANAGEMENT_PORT", sentences);
        port(environment, "PORTAL_SMTP_PORT", sentences);
        var url = given(environment, "DATASOURCES_DEFAULT_URL");
        if (!url.isEmpty() && !url.startsWith("jdbc:mysql://")) {
            sentences.add("DATASOURCES_DEFAULT_URL must begin with jdbc:mysql://, for MariaDB too.");
        }
        if (given(environment, "PORTAL_SMTP_USERNAME").isEmpty()
                != given(environment, "PORTAL_SMTP_PASSWORD").isEmpty()) {
            sentences.add("Set PORTAL_SMTP_USERNAME and PORTAL_SMTP_PASSWORD both, or neither.");
        }
        var base = given(environment, "PORTAL_BASE_URL");
        if (!base.isEmpty() && !isAddress(base)) {
            sentences.add(
                    "PORTAL_BASE_URL must be an address such as https://ngo.example.org, with no path and no slash "
                            + "at the end.");
        }
        return sentences;
    }

    private static List<String> missingDatabase(Map<String, String> environment) {
        if (given(environment, "DATASOURCES_DEFAULT_URL").isEmpty()) {
            return List.of(
                    "Set DATASOURCES_DEFAULT_URL to the database, such as jdbc:mysql://db.example.org:3306/portal, "
                            + "and DATASOURCES_DEFAULT_USERNAME and DATASOURCES_DEFAULT_PASSWORD to its account.");
        }
        if (given(environment, "DATASOURCES_DEFAULT_USERNAME").isEmpty()) {
            return List.of("Set DATASOURCES_DEFAULT_USERNAME to the account at the database.");
        }
        var password = given(environment, "DATASOURCES_DEFAULT_PASSWORD");
        if (password.isEmpty()) {
            return List.of("Set DATASOURCES_DEFAULT_PASSWORD to the password of the account at the database.");
        }
        return WELL_KNOWN.contains(password.toLowerCase(Locale.ROOT))
                ? List.of(
                        "Change the password of the account at the database: DATASOURCES_DEFAULT_PASSWORD is one that "
                                + "anybody would try first.")
                : List.of();
    }

    private static List<String> missingInProduction(Map<String, String> environment) {
        var sentences = new ArrayList<String>();
        var secret = given(environment, "PORTAL_JWT_SECRET");
        if (secret.length() < SECRET_LENGTH || secret.chars().distinct().count() < SECRET_LENGTH / 4) {
            sentences.add("Set PORTAL_JWT_SECRET to a random secret of at least " + SECRET_LENGTH
                    + " characters, the same on every node; openssl rand -hex 32 makes one.");
        }
        if (!given(environment, "PORTAL_BASE_URL").startsWith("https://")) {
            sentences.add("Set PORTAL_BASE_URL to the public address of the portal; it must begin with https://.");
        }
        if (given(environment, "PORTAL_SMTP_HOST").isEmpty()) {
            sentences.add("Set PORTAL_SMTP_HOST to the server that sends the portal's mail.");
        }
        if (!given(environment, "PORTAL_MAIL_FROM").contains("@")) {
            sentences.add("Set PORTAL_MAIL_FROM to the address that the portal's mail comes from.");
        }
        return sentences;
    }

    private static void oneOf(
            Map<String, String> environment, String name, Set<String> allowed, List<String> sentences) {
        var value = given(environment, name);
        if (!value.isEmpty() && !allowed.contains(value)) {
            sentences.add(name + " must be one of: "
                    + String.join(", ", allowed.stream().sorted().toList()) + ".");
        }
    }

    private static void port(Map<String, String> environment, String name, List<String> sentences) {
        var value = given(environment, name);
        if (!value.isEmpty() && !value.matches("[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}")) {
            sentences.add(name + " must be a number of a port, 1 to 65499.");
        }
    }

    private static boolean isAddress(String base) {
        try {
            var address = URI.create(base);
            return address.getHost() != null
                    && Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && String.valueOf(address.getRawPath()).isEmpty()
                    && address.getRawQuery() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String given(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").strip();
    }
}
