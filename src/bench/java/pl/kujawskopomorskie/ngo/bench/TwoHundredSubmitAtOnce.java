package pl.kujawskopomorskie.ngo.bench;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Two hundred people, signed in before, send the form of a remark on one consultation at the same moment, twice over: each
 * must be accepted once, with numbers from 1 to 200. Signing in, slow on purpose, is not part of what is measured.
 */
record TwoHundredSubmitAtOnce(Filled filled) implements Benchmark {

    private static final int PEOPLE = 200;
    private static final int ROUNDS = 5;
    private static final int FIRST_CONSULTATION = 1001;
    private static final String PASSWORD = "tylko-do-pomiarow";
    private static final String SMALL_PAGE = "/konsultacje/" + FillingSchema.slug(Filled.ONE);

    @Override
    public List<Figure> measure() throws Exception {
        var schema = filled.few();
        try (var filling = new FillingSchema(schema)) {
            for (var round = 0; round <= ROUNDS; round++) {
                filling.consultation(FIRST_CONSULTATION + round, 60, 0);
            }
        }
        makePeople(schema);
        try (var portal = PortalProcess.start(schema);
                var threads = Executors.newFixedThreadPool(PEOPLE)) {
            var cookies = signIn(portal);
            submit(portal, threads::invokeAll, cookies, FIRST_CONSULTATION);
            Load.pagesPerSecond(portal.port(), SMALL_PAGE, Duration.ofSeconds(10));
            var rates = new ArrayList<Double>();
            var ratios = new ArrayList<Double>();
            for (var round = 1; round <= ROUNDS; round++) {
                var pages = Load.pagesPerSecond(portal.port(), SMALL_PAGE, Duration.ofSeconds(2));
                var rate = submit(portal, threads::invokeAll, cookies, FIRST_CONSULTATION + round);
                rates.add(rate);
                ratios.add(rate / pages);
            }
            return List.of(
                    Figure.isSo(
                            "200 people submit at once, " + ROUNDS + " times: each accepted once, numbers 1 to 200",
                            complete(schema)),
                    Figure.stated("  remarks accepted a second", Figure.decimal(Turns.middle(rates))),
                    Figure.stated(
                            "  to the pages/s of a consultation's small page", Figure.decimal(Turns.middle(ratios))));
        }
    }

    // The hash is a cheap one; the portal makes its own of it as each person signs in.
    private static void makePeople(Schema schema) throws Exception {
        var hash = Password.hash(PASSWORD)
                .addRandomSalt(16)
                .with(Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID))
                .getResult();
        for (var person = 1; person <= PEOPLE; person++) {
            schema.run("""
                    INSERT INTO person (email, email_key, display_name, password_hash, state, language, created_at)
                    VALUES (?, ?, ?, ?, 'ACTIVE', 'pl', UTC_TIMESTAMP(6))
                    """, email(person), email(person), "Osoba " + person, hash);
        }
    }

    private static List<String> signIn(PortalProcess portal) throws Exception {
        var cookies = new ArrayList<String>();
        for (var person = 1; person <= PEOPLE; person++) {
            try (var browser = new Connection(portal.port())) {
                var reply = browser.post(
                        "/logowanie",
                        Map.of("X-Forwarded-For", "10.0.0." + person),
                        "email=" + encoded(email(person)) + "&password=" + encoded(PASSWORD));
                if (reply.status() != 303) {
                    throw new IllegalStateException("Signing in was answered with " + reply.status());
                }
                cookies.add(reply.cookies().entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
            }
        }
        return cookies;
    }

    /** Remarks accepted a second, from the first that is sent to the last that is answered. */
    private static double submit(PortalProcess portal, Crowd crowd, List<String> cookies, int consultation)
            throws Exception {
        var begun = new long[1];
        var ready = new CyclicBarrier(PEOPLE, () -> begun[0] = System.nanoTime());
        var people = new ArrayList<Callable<Integer>>();
        for (var each : cookies) {
            people.add(() -> {
                var form = "version=1&unit=par_7&action=submit&consents=true&formToken=" + UUID.randomUUID()
                        + "&rationale="
                        + encoded("Organizacje potrzebują więcej czasu na zebranie partnerów i wkładu własnego.");
                try (var browser = new Connection(portal.port())) {
                    var path = "/konsultacje/" + FillingSchema.slug(consultation) + "/uwagi";
                    ready.await();
                    return browser.post(path, Map.of("Cookie", each), form).status();
                }
            });
        }
        for (var answer : crowd.send(people)) {
            if (answer.get() != 303) {
                throw new IllegalStateException("A remark was answered with " + answer.get());
            }
        }
        return PEOPLE * 1e9 / (System.nanoTime() - begun[0]);
    }

    private static boolean complete(Schema schema) throws Exception {
        return schema.number("""
                SELECT COUNT(*) FROM (SELECT c.id FROM remark r JOIN consultation c ON c.id = r.consultation_id
                  WHERE c.number BETWEEN ? AND ? AND r.state = 'SUBMITTED' GROUP BY c.id
                  HAVING COUNT(*) = ? AND COUNT(DISTINCT r.number) = ? AND COUNT(DISTINCT r.author_id) = ?
                    AND MIN(r.number) = 1 AND MAX(r.number) = ?) complete
                """, FIRST_CONSULTATION, FIRST_CONSULTATION + ROUNDS, PEOPLE, PEOPLE, PEOPLE, PEOPLE)
                == ROUNDS + 1;
    }

    private static String email(int person) {
        return "osoba" + person + "@example.org";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** All at once. */
    private interface Crowd {
        List<Future<Integer>> send(List<Callable<Integer>> people) throws InterruptedException;
    }
}
