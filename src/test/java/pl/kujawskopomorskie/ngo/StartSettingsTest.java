package pl.kujawskopomorskie.ngo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartSettingsTest {

    private static final Map<String, String> PRODUCTION = Map.of(
            "DATASOURCES_DEFAULT_URL", "jdbc:mysql://db.example.org:3306/portal",
            "DATASOURCES_DEFAULT_USERNAME", "ngo",
            "DATASOURCES_DEFAULT_PASSWORD", "k7-Wisla-Brda-Drweca",
            "PORTAL_JWT_SECRET", "8d1e7e0a5c2b4f6390a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f607",
            "PORTAL_BASE_URL", "https://ngo.example.org",
            "PORTAL_SMTP_HOST", "smtp.example.org",
            "PORTAL_MAIL_FROM", "portal@example.org");

    @Test
    void production_starts_when_everything_is_given() {
        var settings = whole(PRODUCTION);

        assertThat(settings.demo()).isFalse();
        assertThat(settings.data()).isNull();
        assertThat(settings.properties())
                .containsEntry("portal.demo", false)
                .containsEntry(StartSettings.JWT_SECRET, PRODUCTION.get("PORTAL_JWT_SECRET"));
    }

    @Test
    void with_nothing_given_each_missing_thing_has_its_sentence() {
        assertThatThrownBy(() -> whole(Map.of()))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContainingAll(
                        "Set DATASOURCES_DEFAULT_URL",
                        "Set PORTAL_JWT_SECRET",
                        "Set PORTAL_BASE_URL",
                        "Set PORTAL_SMTP_HOST",
                        "Set PORTAL_MAIL_FROM",
                        "PORTAL_DEMO=true");
    }

    @ParameterizedTest
    @CsvSource({
        "DATASOURCES_DEFAULT_URL, Set DATASOURCES_DEFAULT_URL",
        "DATASOURCES_DEFAULT_USERNAME, Set DATASOURCES_DEFAULT_USERNAME",
        "DATASOURCES_DEFAULT_PASSWORD, Set DATASOURCES_DEFAULT_PASSWORD",
        "PORTAL_JWT_SECRET, Set PORTAL_JWT_SECRET",
        "PORTAL_BASE_URL, Set PORTAL_BASE_URL",
        "PORTAL_SMTP_HOST, Set PORTAL_SMTP_HOST",
        "PORTAL_MAIL_FROM, Set PORTAL_MAIL_FROM"
    })
    void production_without_one_thing_is_told_which(String name, String sentence) {
        var without = new HashMap<>(PRODUCTION);
        without.remove(name);
        assertThatThrownBy(() -> whole(without))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining(sentence);

        without.put(name, "   ");
        assertThatThrownBy(() -> whole(without))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "PORTAL_BASE_URL, http://ngo.example.org, must begin with https",
        "PORTAL_BASE_URL, https://ngo.example.org/, no slash",
        "PORTAL_BASE_URL, https://ngo.example.org/portal, no path",
        "PORTAL_BASE_URL, ngo.example.org, must be an address",
        "PORTAL_JWT_SECRET, short, at least 32",
        "PORTAL_JWT_SECRET, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, random secret",
        "DATASOURCES_DEFAULT_PASSWORD, portal, anybody would try first",
        "DATASOURCES_DEFAULT_PASSWORD, ChangeMe, anybody would try first",
        "DATASOURCES_DEFAULT_URL, jdbc:postgresql://db/portal, must begin with jdbc:mysql",
        "PORTAL_DEMO, yes, PORTAL_DEMO must be one of",
        "PORTAL_LOG_FORMAT, xml, PORTAL_LOG_FORMAT must be one of",
        "PORTAL_SMTP_SECURITY, ssl, PORTAL_SMTP_SECURITY must be one of",
        "PORTAL_SMTP_PORT, smtp, PORTAL_SMTP_PORT must be a number",
        "MICRONAUT_SERVER_PORT, 70000, MICRONAUT_SERVER_PORT must be a number",
        "PORTAL_SMTP_USERNAME, ngo, both"
    })
    void what_is_unsafe_or_cannot_be_understood_stops_production(String name, String value, String sentence) {
        var changed = new HashMap<>(PRODUCTION);
        changed.put(name, value);

        assertThatThrownBy(() -> whole(changed))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void a_refusal_repeats_no_secret() {
        var changed = new HashMap<>(PRODUCTION);
        changed.put("PORTAL_JWT_SECRET", "too-short-but-secret");
        changed.put("DATASOURCES_DEFAULT_PASSWORD", "haslo");

        assertThatThrownBy(() -> whole(changed))
                .hasMessageNotContaining("too-short-but-secret")
                .hasMessageNotContaining("haslo");
    }

    @Test
    void a_command_that_only_needs_the_database_asks_for_nothing_else() {
        var database = Map.of(
                "DATASOURCES_DEFAULT_URL", "jdbc:mysql://db.example.org:3306/portal",
                "DATASOURCES_DEFAULT_USERNAME", "ngo",
                "DATASOURCES_DEFAULT_PASSWORD", "k7-Wisla-Brda-Drweca");

        assertThatCode(() -> StartSettings.of(StartSettings.Scope.DATABASE, database, new Properties()))
                .doesNotThrowAnyException();
    }

    @Test
    void a_demonstration_asks_for_nothing_and_keeps_its_data_in_a_folder() {
        var settings = whole(Map.of("PORTAL_DEMO", "true", "PORTAL_DATA", "/var/tmp/ngo"));

        assertThat(settings.demo()).isTrue();
        assertThat(settings.data()).isEqualTo(Path.of("/var/tmp/ngo"));
        assertThat(settings.properties()).containsEntry("portal.demo", true);
    }

    @Test
    void maven_may_say_where_the_data_are_and_the_environment_may_say_otherwise() {
        var maven = new Properties();
        maven.setProperty("portal.data", "/var/tmp/project/target/../data");
        var demo = Map.of("PORTAL_DEMO", "true");

        assertThat(StartSettings.of(StartSettings.Scope.WHOLE, demo, maven).data())
                .isEqualTo(Path.of("/var/tmp/project/data"));
        assertThat(StartSettings.of(
                                StartSettings.Scope.WHOLE,
                                Map.of("PORTAL_DEMO", "true", "PORTAL_DATA", "/var/tmp/ngo"),
                                maven)
                        .data())
                .isEqualTo(Path.of("/var/tmp/ngo"));
    }

    @Test
    void a_demonstration_on_a_given_database_starts_none_of_its_own() {
        assertThat(whole(Map.of(
                                "PORTAL_DEMO", "true",
                                "DATASOURCES_DEFAULT_URL", "jdbc:mysql://localhost:3306/portal"))
                        .data())
                .isNull();
    }

    @Test
    void the_environment_that_maven_runs_in_is_a_demonstration_unless_told_otherwise() {
        var maven = new Properties();
        maven.put("micronaut.environments", "dev,demo");

        assertThat(StartSettings.of(StartSettings.Scope.WHOLE, Map.of(), maven).demo())
                .isTrue();
        assertThatThrownBy(() -> StartSettings.of(StartSettings.Scope.WHOLE, Map.of("PORTAL_DEMO", "false"), maven))
                .isInstanceOf(RefusedStart.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PORTAL_SMTP_HOST", "PORTAL_BASE_URL", "PORTAL_DATA"})
    void an_empty_variable_is_as_good_as_none_in_a_demonstration(String name) {
        assertThatCode(() -> whole(Map.of("PORTAL_DEMO", "true", name, ""))).doesNotThrowAnyException();
    }

    private static StartSettings whole(Map<String, String> environment) {
        return StartSettings.of(StartSettings.Scope.WHOLE, environment, new Properties());
    }
}
