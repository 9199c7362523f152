package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.directory.KrsRegister.Answer;
import pl.kujawskopomorskie.ngo.directory.RecordedKrs.Reply;
import pl.kujawskopomorskie.ngo.shared.limits.LimitingTries;
import pl.kujawskopomorskie.ngo.testing.PortalTest;

@PortalTest
class KrsRegisterTest {

    private static final Krs KRS = new Krs("0000123456");
    private static final Reply EXTRACT = RecordedKrs.extract(KRS.digits(), "STOWARZYSZENIE MIŁOŚNIKÓW WISŁY W TORUNIU");
    private static final long NOBODY_ELSE = -System.nanoTime();

    private final LimitingTries tries;
    private final ObjectMapper json;
    private final Clock clock;
    private final List<Duration> waits = new ArrayList<>();
    private RecordedKrs server;
    private int eachHour = 100;

    KrsRegisterTest(LimitingTries tries, ObjectMapper json, Clock clock) {
        this.tries = tries;
        this.json = json;
        this.clock = clock;
    }

    @BeforeEach
    void start() throws IOException {
        server = new RecordedKrs();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_extract_gives_the_facts_that_stand_in_it_spelt_as_people_spell_them() {
        server.answers(
                KRS.digits(),
                RecordedKrs.extract(
                        KRS.digits(),
                        "STOWARZYSZENIE \"MIŁOŚNICY WISŁY\" W TORUNIU",
                        "STOWARZYSZENIE",
                        "DOBRZYŃ NAD WISŁĄ",
                        "{}"));

        assertThat(extract().facts())
                .containsEntry(OrganisationField.NAME, "Stowarzyszenie \"Miłośnicy Wisły\" w Toruniu")
                .containsEntry(OrganisationField.LEGAL_FORM, "ASSOCIATION")
                .containsEntry(OrganisationField.REGON, "123456785")
                .containsEntry(OrganisationField.COUNTY, "0463")
                .containsEntry(OrganisationField.TOWN, "Dobrzyń nad Wisłą")
                .containsEntry(OrganisationField.STREET, "Szeroka")
                .containsEntry(OrganisationField.PUBLIC_BENEFIT, "")
                .containsEntry(OrganisationField.STATE, "ACTIVE");
        assertThat(server.asked()).containsExactly("/api/OdpisAktualny/0000123456?rejestr=S&format=json");
    }

    @Test
    void who_is_not_among_associations_is_looked_for_among_entrepreneurs() {
        server.answers(KRS.digits(), Reply.of(204));
        server.answersAsEntrepreneur(KRS.digits(), EXTRACT);

        assertThat(extract().facts()).containsKey(OrganisationField.NAME);
    }

    @Test
    void a_number_that_neither_register_has_is_not_found() {
        assertThat(register().ask(KRS)).isInstanceOf(Answer.NotFound.class);
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void everything_in_an_extract_may_be_missing_or_odd() {
        server.answers(KRS.digits(), Reply.of(200, "{\"odpis\":{\"dane\":{\"dzial1\":{}}}}"));
        assertThat(extract().facts()).isEmpty();

        server.answers(KRS.digits(), Reply.of(200, """
                        {"odpis":{"dane":{"dzial1":{"danePodmiotu":{"nazwa":["A"],"identyfikatory":{"regon":"123456789","nip":{}},
                        "czyPosiadaStatusOPP":"tak"},"siedzibaIAdres":"brak"},"dzial6":[]}}}
                        """));
        assertThat(extract().facts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|ACTIVE",
                "{\"likwidacja\":{},\"postepowanieUpadlosciowe\":[]}|ACTIVE",
                "{\"likwidacja\":[{\"otwarcieLikwidacji\":\"UCHWAŁA\"}]}|IN_LIQUIDATION",
                "{\"likwidacja\":{\"otwarcieLikwidacji\":\"UCHWAŁA\"}}|IN_LIQUIDATION",
                "{\"postepowanieUpadlosciowe\":[{\"x\":\"y\"}]}|",
                "null|",
                "\"brak\"|"
            })
    void only_a_sixth_section_that_was_read_and_is_empty_says_that_all_is_well(String section, String state) {
        server.answers(KRS.digits(), RecordedKrs.extract(KRS.digits(), "A", "STOWARZYSZENIE", "TORUŃ", section));

        assertThat(extract().facts().get(OrganisationField.STATE)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NAME|Klub „Wisła” w Toruniu|KLUB \"WISŁA\" W TORUNIU|true",
                "NAME|OSP Kikół|OCHOTNICZA STRAŻ POŻARNA W KIKOLE|false",
                "STREET|ul. Szeroka|SZEROKA|true",
                "STREET|al. Jana Pawła II|ALEJA JANA PAWŁA II|true",
                "STREET|Długa|SZEROKA|false",
                "COMMUNE|gmina Chełmża|CHEŁMŻA|true",
                "HOUSE|1 A|1A|true",
                "HOUSE|1/2|12|false",
                "REGON|123456785|12345678500000|true",
                "REGON||123456785|false",
                "LEGAL_FORM|SPORTS_CLUB|ASSOCIATION|true",
                "LEGAL_FORM|VOLUNTEER_FIRE_BRIGADE|ASSOCIATION|true",
                "LEGAL_FORM|FOUNDATION|ASSOCIATION|false",
                "LEGAL_FORM|ORDINARY_ASSOCIATION|ASSOCIATION|false",
                "LEGAL_FORM|VOLUNTEER_FIRE_BRIGADE|FOUNDATION|false"
            })
    void how_the_register_writes_is_no_difference(OrganisationField field, String ours, String theirs, boolean same) {
        assertThat(KrsExtract.same(field, ours == null ? "" : ours, theirs)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OCHOTNICZA STRAŻ POŻARNA W GOLUBIU-DOBRZYNIU|Ochotnicza Straż Pożarna w Golubiu-Dobrzyniu",
                "UKS \"ORZEŁ\" PRZY SP NR 3 IM. JANA PAWŁA II|UKS \"Orzeł\" przy SP nr 3 im. Jana Pawła II",
                "FUNDACJA „DLA DZIECI I MŁODZIEŻY”|Fundacja „dla Dzieci i Młodzieży”",
                "Fundacja SOS|Fundacja SOS",
                "ŻÓŁTY DOM|Żółty Dom"
            })
    void capitals_are_spelt_as_people_would(String capitals, String spelt) {
        assertThat(KrsCapitals.spelt(capitals)).isEqualTo(spelt);
    }

    @Test
    void a_failure_that_passes_is_tried_again_and_the_register_is_heard_when_it_asks_for_time() {
        server.answers(
                KRS.digits(),
                Reply.of(503).with("Retry-After", "Fri, 20 Nov 2026 09:00:20 GMT"),
                Reply.of(429).with("Retry-After", "7"),
                EXTRACT);

        assertThat(extract().facts()).isNotEmpty();
        assertThat(waits).containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(7));
    }

    @Test
    void waits_grow_are_never_shorter_than_asked_never_longer_than_a_minute_and_a_bit_and_differ_by_chance() {
        assertThat(PatientWaiting.length(1, Duration.ZERO, 0)).isEqualTo(Duration.ofMillis(500));
        assertThat(PatientWaiting.length(3, Duration.ZERO, 0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(PatientWaiting.length(1, Duration.ofSeconds(7), 0)).isEqualTo(Duration.ofSeconds(7));
        assertThat(PatientWaiting.length(1, Duration.ofDays(3), 1)).isEqualTo(Duration.ofSeconds(75));
        assertThat(PatientWaiting.length(1, Duration.ofSeconds(8), 0.5)).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void a_register_that_stays_away_is_unavailable() {
        server.answers(KRS.digits(), Reply.of(500));
        assertThat(register().ask(KRS)).isInstanceOf(Answer.Unavailable.class);
        assertThat(server.asked()).hasSize(3);

        stop();
        assertThat(register().ask(KRS)).isInstanceOf(Answer.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>przerwa techniczna</html>",
                "{}",
                "[]",
                "null",
                "{\"odpis\":{\"naglowekA\":{\"numerKRS\":\"0000999999\"}}}",
                ""
            })
    void an_answer_that_is_no_extract_of_the_number_is_strange_and_is_not_asked_for_again(String body) {
        server.answers(KRS.digits(), Reply.of(200, body));

        assertThat(register().ask(KRS)).isInstanceOf(Answer.Strange.class);
        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 422})
    void a_refusal_is_strange_and_is_not_asked_for_again(int status) {
        server.answers(KRS.digits(), Reply.of(status, "{\"title\":\"Bad Request\"}"));

        assertThat(register().ask(KRS)).isInstanceOf(Answer.Strange.class);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void an_answer_that_is_too_large_is_not_read_to_its_end() {
        server.answers(KRS.digits(), Reply.of(200, "{\"odpis\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}"));

        assertThat(register().ask(KRS)).isInstanceOf(Answer.Strange.class);
    }

    @Test
    void who_waits_for_a_page_waits_no_longer_than_said_even_when_the_answer_comes_drop_by_drop() {
        server.answers(KRS.digits(), EXTRACT.dripping(Duration.ofMillis(50)));

        var begun = System.nanoTime();
        assertThat(register().askFor(NOBODY_ELSE, KRS)).isInstanceOf(Answer.Unavailable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        assertThat(server.asked()).hasSize(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void a_person_asks_twenty_times_an_hour_and_all_of_us_no_more_than_is_set() {
        server.answers(KRS.digits(), EXTRACT);
        var register = register();
        for (var at = 0; at < 20; at++) {
            assertThat(register.askFor(NOBODY_ELSE - 1, KRS)).isInstanceOf(Answer.Found.class);
        }
        assertThat(register.askFor(NOBODY_ELSE - 1, KRS)).isInstanceOf(Answer.AskedTooOften.class);
        assertThat(register.askFor(NOBODY_ELSE - 2, KRS)).isInstanceOf(Answer.Found.class);

        eachHour = 22;
        var full = register();
        assertThat(full.ask(KRS)).isInstanceOf(Answer.Found.class);
        assertThat(full.ask(KRS)).isInstanceOf(Answer.AskedTooOften.class);
        assertThat(full.askFor(NOBODY_ELSE - 2, KRS)).isInstanceOf(Answer.AskedTooOften.class);
    }

    private KrsExtract extract() {
        if (register().ask(KRS) instanceof Answer.Found(var extract)) {
            return extract;
        }
        throw new AssertionError("Not found");
    }

    private KrsRegister register() {
        var settings =
                new KrsRegister.Settings(server.url(), Duration.ofSeconds(5), Duration.ofSeconds(1), 3, 10, eachHour);
        var waiting = new KrsRegister.Waiting() {
            @Override
            public void before(int attempt, Duration asked) {
                waits.add(asked);
            }

            @Override
            public void between() {}
        };
        return new KrsRegister(settings, waiting, tries, json, clock);
    }
}
