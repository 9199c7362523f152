package pl.kujawskopomorskie.ngo.bench;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Registration for an event with 400 places opens, and 5000 people without accounts send its form, of whom every other would wait
 * for a place. Meanwhile others look at the event's page. Mails go to a server beside.
 */
record FiveThousandRegisterAtOnce(BenchmarkDatabase database) implements Benchmark {

    private static final int PEOPLE = 5_000;
    private static final int PLACES = 400;

    /** Connections that always have a form under way. */
    private static final int CONNECTIONS = 64;

    /** People who look at the event's page again as soon as it has come. */
    private static final int VISITORS = 2;

    private static final int ROUNDS = 3;

    @Override
    public List<Figure> measure() throws Exception {
        var schema = database.emptySchema("events");
        PortalProcess.migrate(schema);
        var mails = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        try (var portal = PortalProcess.start(
                schema, "-Dportal.smtp.port=" + mails.getSmtp().getPort())) {
            // The first round warms the portal up.
            round(schema, portal, 0);
            var rates = new ArrayList<Double>();
            var ratios = new ArrayList<Double>();
            var right = true;
            for (var round = 1; round <= ROUNDS; round++) {
                var outcome = round(schema, portal, round);
                rates.add(outcome.rate);
                ratios.add(outcome.pages / outcome.quietPages);
                right &= outcome.right;
            }
            return List.of(
                    Figure.isSo(
                            PEOPLE + " people register at once for " + PLACES + " places, " + ROUNDS
                                    + " times: each answer right",
                            right),
                    Figure.atLeast("  registrations a second", Turns.middle(rates), 200),
                    Figure.atLeast(
                            "  pages/s of the event meanwhile to the same when all is quiet",
                            Turns.middle(ratios),
                            0.5));
        } finally {
            mails.stop();
        }
    }

    private static Outcome round(Schema schema, PortalProcess portal, int round) throws Exception {
        var slug = "wielkie-zapisy-" + round;
        var session = event(schema, slug);
        var page = "/wydarzenia/" + slug;
        portal.awaitMails();
        var quiet = Load.pagesPerSecond(portal.port(), page, VISITORS, Duration.ofSeconds(5));
        var taken = new double[1];
        var statuses = new ArrayList<Integer>();
        var pages = Load.pagesPerSecondDuring(portal.port(), page, VISITORS, () -> {
            var begun = System.nanoTime();
            statuses.addAll(register(portal, slug, session, round));
            taken[0] = (System.nanoTime() - begun) / 1e9;
        });
        return new Outcome(PEOPLE / taken[0], quiet, pages, isRight(schema, session, statuses));
    }

    private static List<Integer> register(PortalProcess portal, String slug, long session, int round) throws Exception {
        var next = new AtomicInteger();
        var connections = new ArrayList<Callable<List<Integer>>>();
        for (var i = 0; i < CONNECTIONS; i++) {
            connections.add(() -> {
                var statuses = new ArrayList<Integer>();
                try (var browser = new Connection(portal.port())) {
                    for (var person = next.getAndIncrement(); person < PEOPLE; person = next.getAndIncrement()) {
                        statuses.add(browser.post(
                                        "/wydarzenia/" + slug + "/zapisy",
                                        Map.of("X-Forwarded-For", "10.1." + person / 250 + "." + person % 250),
                                        form(session, "osoba" + person + "-" + round + "@example.org", person % 2 == 0))
                                .status());
                    }
                }
                return statuses;
            });
        }
        var statuses = new ArrayList<Integer>();
        try (var crowd = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (Future<List<Integer>> each : crowd.invokeAll(connections)) {
                statuses.addAll(each.get());
            }
        }
        return statuses;
    }

    private static String form(long session, String email, boolean waits) {
        return "people=1&privacyRead=true&formToken=" + UUID.randomUUID() + "&name-1=Anna+Nowak&email="
                + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&session-" + session + "=ON_SITE"
                + (waits ? "&waitIfFull=true" : "");
    }

    /** Who was told that they are registered is, once; the places are taken and no more; the others wait with numbers from 1 on. */
    private static boolean isRight(Schema schema, long session, List<Integer> statuses) throws Exception {
        var accepted = statuses.stream().filter(status -> status == 303).count();
        var refused = statuses.stream().filter(status -> status == 422).count();
        var booked = schema.number("SELECT COUNT(*) FROM booking WHERE session_id = ? AND state = 'BOOKED'", session);
        var waiting = schema.number("SELECT COUNT(*) FROM booking WHERE session_id = ? AND state = 'WAITING'", session);
        var numbered = schema.number(
                "SELECT COUNT(DISTINCT queue_number) FROM booking WHERE session_id = ? AND queue_number BETWEEN 1 AND ?",
                session,
                waiting);
        var people = schema.number("""
                SELECT COUNT(DISTINCT r.email_key) FROM registration r JOIN attendee a ON a.registration_id = r.id
                JOIN booking b ON b.attendee_id = a.id WHERE b.session_id = ?
                """, session);
        return accepted + refused == PEOPLE
                && booked == PLACES
                && booked + waiting == accepted
                && numbered == waiting
                && people == accepted;
    }

    private static long event(Schema schema, String slug) throws Exception {
        schema.run("""
                INSERT INTO event (slug, kind, title, summary, description, organiser, venue, on_local_law,
                  for_both_sectors, for_competence, contact_name, contact_email, contact_phone, registration_opens_at,
                  registration_closes_at, people_per_registration, hold_minutes, offer_hours, needs_kept_days,
                  travel_refund, privacy_clause, published_at, calendar_sequence, created_at, changed_at, revision)
                VALUES (?, 'FORUM', 'Forum Organizacji Pozarządowych', 'Doroczne spotkanie organizacji.',
                  'Sesja plenarna i panele.', 'Urząd Marszałkowski', 'Toruń, plac Teatralny 2', FALSE, TRUE, TRUE,
                  'Biuro Forum', 'forum@example.org', '', UTC_TIMESTAMP(6) - INTERVAL 1 DAY,
                  UTC_TIMESTAMP(6) + INTERVAL 10 DAY, 5, 120, 48, 14, FALSE, 'Dane są potrzebne do organizacji.',
                  UTC_TIMESTAMP(6) - INTERVAL 2 DAY, 0, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 0)
                """, slug);
        schema.run("""
                INSERT INTO event_session (event_id, kind, title, description, starts_at, ends_at, room, places_on_site,
                  places_online, stream_url, revision)
                SELECT id, 'PLENARY', 'Sesja plenarna', '', UTC_TIMESTAMP(6) + INTERVAL 14 DAY,
                  UTC_TIMESTAMP(6) + INTERVAL 14 DAY + INTERVAL 2 HOUR, 'Sala Wielka', ?, 0, '', 0
                FROM event WHERE slug = ?
                """, PLACES, slug);
        return schema.number(
                "SELECT s.id FROM event_session s JOIN event e ON e.id = s.event_id WHERE e.slug = ?", slug);
    }

    private record Outcome(double rate, double quietPages, double pages, boolean right) {}
}
