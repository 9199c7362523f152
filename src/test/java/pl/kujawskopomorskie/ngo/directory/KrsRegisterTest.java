package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.directory.KrsRegister.Answer;

class KrsRegisterTest {

    private static final String EXTRACT = """
            {"odpis":{"rodzaj":"Aktualny","naglowekA":{"rejestr":"RejS","numerKRS":"0000123456","stanZDnia":"18.11.2026"},
            "dane":{"dzial1":{"danePodmiotu":{"formaPrawna":"STOWARZYSZENIE","identyfikatory":{"regon":"12345678500000","nip":"1234563218"},
            "nazwa":"STOWARZYSZENIE MIŁOŚNIKÓW WISŁY","czyPosiadaStatusOPP":true},
            "siedzibaIAdres":{"siedziba":{"kraj":"POLSKA","wojewodztwo":"KUJAWSKO-POMORSKIE","powiat":"TORUŃSKI","gmina":"CHEŁMŻA","miejscowosc":"DOBRZYŃ NAD WISŁĄ"},
            "adres":{"ulica":"UL. SZEROKA","nrDomu":"1A","nrLokalu":"2","miejscowosc":"CHEŁMŻA","kodPocztowy":"87-140","poczta":"CHEŁMŻA"}}}}}}
            """;

    private HttpServer server;
    private final Map<String, List<Reply>> replies = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> waits = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var query = exchange.getRequestURI().getQuery();
            asked.add(exchange.getRequestURI().getPath() + "?" + query);
            var register = query.contains("rejestr=S") ? "S" : "P";
            var planned = replies.getOrDefault(register, List.of(new Reply(404, "")));
            var reply = planned.size() > 1 ? planned.removeFirst() : planned.getFirst();
            var bytes = reply.body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status, bytes.length == 0 ? -1 : bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void an_extract_gives_the_facts_that_stand_in_it() {
        replies.put("S", List.of(new Reply(200, EXTRACT)));

        var facts = extract().facts();

        assertThat(facts)
                .containsEntry(OrganisationField.NAME, "STOWARZYSZENIE MIŁOŚNIKÓW WISŁY")
                .containsEntry(OrganisationField.LEGAL_FORM, "ASSOCIATION")
                .containsEntry(OrganisationField.COUNTY, "0415")
                .containsEntry(OrganisationField.TOWN, "Dobrzyń nad Wisłą")
                .containsEntry(OrganisationField.STREET, "Szeroka")
                .containsEntry(OrganisationField.PUBLIC_BENEFIT, "true")
                .doesNotContainKey(OrganisationField.STATE);
        assertThat(asked).containsExactly("/api/OdpisAktualny/0000123456?rejestr=S&format=json");
    }

    @Test
    void who_is_not_among_associations_is_looked_for_among_entrepreneurs() {
        replies.put("S", List.of(new Reply(204, "")));
        replies.put("P", List.of(new Reply(200, EXTRACT)));

        assertThat(extract().facts()).containsKey(OrganisationField.NAME);
    }

    @Test
    void a_number_that_neither_register_has_is_not_found() {
        assertThat(register().ask(new Krs("0000123456"))).isInstanceOf(Answer.NotFound.class);
        assertThat(asked).hasSize(2);
    }

    @Test
    void everything_in_an_extract_may_be_missing() {
        replies.put("S", List.of(new Reply(200, "{\"odpis\":{\"dane\":{\"dzial1\":{}}}}")));

        assertThat(extract().facts()).isEmpty();
    }

    @Test
    void a_liquidation_is_seen() {
        replies.put(
                "S", List.of(new Reply(200, "{\"odpis\":{\"dane\":{\"dzial6\":{\"likwidacja\":[{\"x\":\"y\"}]}}}}")));

        assertThat(extract().facts()).containsEntry(OrganisationField.STATE, "IN_LIQUIDATION");
    }

    @Test
    void a_failure_that_passes_is_tried_again_after_longer_and_longer_waits() {
        replies.put("S", new ArrayList<>(List.of(new Reply(503, ""), new Reply(429, ""), new Reply(200, EXTRACT))));

        assertThat(extract().facts()).isNotEmpty();
        assertThat(waits).containsExactly(1, 2);
    }

    @Test
    void a_register_that_stays_away_or_talks_nonsense_is_unavailable() {
        replies.put("S", List.of(new Reply(500, "")));
        assertThat(register().ask(new Krs("0000123456"))).isInstanceOf(Answer.Unavailable.class);

        replies.put("S", List.of(new Reply(200, "<html>przerwa techniczna</html>")));
        assertThat(register().ask(new Krs("0000123456"))).isInstanceOf(Answer.Unavailable.class);

        stop();
        assertThat(register().ask(new Krs("0000123456"))).isInstanceOf(Answer.Unavailable.class);
    }

    private KrsExtract extract() {
        if (register().ask(new Krs("0000123456")) instanceof Answer.Found(var extract)) {
            return extract;
        }
        throw new AssertionError("Not found");
    }

    private KrsRegister register() {
        var settings = new KrsRegister.Settings(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/api", Duration.ofSeconds(5), 3, 10);
        var waiting = new KrsRegister.Waiting() {
            @Override
            public void before(int attempt) {
                waits.add(attempt);
            }

            @Override
            public void between() {}
        };
        return new KrsRegister(settings, waiting, ObjectMapper.getDefault());
    }

    private record Reply(int status, String body) {}
}
