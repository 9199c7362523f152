package pl.kujawskopomorskie.ngo.bench;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A thousand tickets are read at two doors: at one of them each is sent as it is read, at the other all are kept, in another order,
 * and sent in batches, every batch twice. Everybody must be in once, with the earlier time.
 */
record ThousandTicketsAtTwoDoors(Filled filled) implements Benchmark {

    private static final int TICKETS = 1000;
    private static final int BATCH = 50;
    private static final int ROUNDS = 3;
    private static final String PASSWORD = "tylko-do-pomiarow";
    private static final String CLERK = "door@example.org";

    @Override
    public List<Figure> measure() throws Exception {
        var schema = filled.few();
        try (var filling = new FillingSchema(schema)) {
            for (var round = 0; round <= ROUNDS; round++) {
                filling.event(slug(round), TICKETS);
            }
        }
        makeClerk(schema);
        try (var portal = PortalProcess.start(schema)) {
            var cookies = signIn(portal);
            checkIn(schema, portal, cookies, 0);
            var rates = new ArrayList<Double>();
            for (var round = 1; round <= ROUNDS; round++) {
                rates.add(checkIn(schema, portal, cookies, round));
            }
            return List.of(
                    Figure.isSo(
                            "1000 tickets at two doors, one of them late and twice: everybody in once",
                            complete(schema)),
                    Figure.stated("  entries taken in a second", Figure.decimal(Turns.middle(rates))));
        }
    }

    private static double checkIn(Schema schema, PortalProcess portal, String cookies, int round) throws Exception {
        var id = schema.number("SELECT id FROM event WHERE slug = ?", slug(round));
        var tickets = new ArrayList<String>();
        for (var person = 1; person <= TICKETS; person++) {
            tickets.add(String.format("%06d%010d", id % 1_000_000, person));
        }
        var shuffled = new ArrayList<>(tickets);
        Collections.shuffle(shuffled, new Random(round));
        var now = Instant.now().toEpochMilli();
        var path = "/wydarzenia/" + slug(round) + "/wejscie/wpisy";
        Callable<Void> live = () -> {
            try (var phone = new Connection(portal.port())) {
                for (var ticket : tickets) {
                    send(phone, path, cookies, batch(now, List.of(entry(ticket, now))));
                }
            }
            return null;
        };
        Callable<Void> late = () -> {
            try (var phone = new Connection(portal.port())) {
                for (var from = 0; from < TICKETS; from += BATCH) {
                    var batch = batch(
                            now,
                            shuffled.subList(from, from + BATCH).stream()
                                    .map(ticket -> entry(ticket, now - 600_000))
                                    .toList());
                    send(phone, path, cookies, batch);
                    send(phone, path, cookies, batch);
                }
            }
            return null;
        };
        var begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var door : threads.invokeAll(List.of(live, late))) {
                door.get();
            }
        }
        return 3.0 * TICKETS / ((System.nanoTime() - begun) / 1e9);
    }

    private static void send(Connection phone, String path, String cookies, String batch) throws Exception {
        var reply = phone.postJson(path, Map.of("Cookie", cookies), batch);
        if (reply.status() != 200) {
            throw new IllegalStateException("A batch was answered with " + reply.status());
        }
    }

    private static String batch(long now, List<String> entries) {
        return "{\"now\":" + now + ",\"entries\":[" + String.join(",", entries) + "]}";
    }

    private static String entry(String ticket, long at) {
        return "{\"id\":\"" + UUID.randomUUID() + "\",\"kind\":\"ticket\",\"scanned\":true,\"code\":\"" + ticket
                + "\",\"at\":" + at + "}";
    }

    private static boolean complete(Schema schema) throws Exception {
        for (var round = 0; round <= ROUNDS; round++) {
            var rows = schema.number(
                    "SELECT COUNT(*) FROM attendance t JOIN event e ON e.id = t.event_id WHERE e.slug = ?",
                    slug(round));
            var early = schema.number(
                    "SELECT COUNT(DISTINCT t.attendee_id) FROM attendance t JOIN event e ON e.id = t.event_id"
                            + " WHERE e.slug = ? AND t.living = 1 AND t.came_at < t.recorded_at - INTERVAL 9 MINUTE",
                    slug(round));
            if (rows != TICKETS || early != TICKETS) {
                return false;
            }
        }
        return true;
    }

    // The hash is a cheap one; the portal makes its own of it as the clerk signs in.
    private static void makeClerk(Schema schema) throws Exception {
        var hash = Password.hash(PASSWORD)
                .addRandomSalt(16)
                .with(Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID))
                .getResult();
        schema.run("""
                INSERT INTO person (email, email_key, display_name, password_hash, state, language, created_at)
                VALUES (?, ?, 'Osoba przy wejściu', ?, 'ACTIVE', 'pl', UTC_TIMESTAMP(6))
                """, CLERK, CLERK, hash);
        schema.run(
                "INSERT INTO person_role (person_id, role) SELECT id, 'CLERK' FROM person WHERE email_key = ?", CLERK);
    }

    private static String signIn(PortalProcess portal) throws Exception {
        try (var browser = new Connection(portal.port())) {
            var reply = browser.post(
                    "/logowanie",
                    Map.of("X-Forwarded-For", "10.1.0.1"),
                    "email=" + encoded(CLERK) + "&password=" + encoded(PASSWORD));
            if (reply.status() != 303) {
                throw new IllegalStateException("Signing in was answered with " + reply.status());
            }
            return reply.cookies().entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
        }
    }

    private static String slug(int round) {
        return "bench-door-" + round;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
