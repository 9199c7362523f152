package pl.kujawskopomorskie.ngo.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;

/**
 * Fills the portal's tables in bulk, by SQL that MySQL and MariaDB both know. Rows are what years of use would leave:
 * texts of usual length, one remark in twenty on the whole act, one in fifty withdrawn, every second answered.
 */
final class FillingSchema implements AutoCloseable {

    /** Most remarks that one statement adds. */
    private static final int CHUNK = 10_000;

    private final Connection connection;

    /** Begins with an up to date, empty schema. */
    FillingSchema(Schema schema) throws SQLException {
        connection = schema.connect();
        connection.setAutoCommit(false);
        // Only what holds by the way it is made is not checked again row by row.
        run("SET SESSION foreign_key_checks = 0");
        run("SET SESSION unique_checks = 0");
        run("INSERT IGNORE INTO department (code, name) VALUES ('BENCH', 'Departament Pomiarów')");
        run("CREATE TEMPORARY TABLE counted (n INT NOT NULL PRIMARY KEY)");
        run("INSERT INTO counted VALUES (1)");
        for (var have = 1; have < CHUNK; have *= 2) {
            run("CREATE TEMPORARY TABLE more AS SELECT n + ? AS n FROM counted", have);
            run("INSERT INTO counted SELECT n FROM more");
            run("DROP TEMPORARY TABLE more");
        }
    }

    /**
     * Makes an open consultation on a published draft.
     *
     * @param number within the year, from 1; its slug is {@code bench-<number>}
     * @param units of the draft
     * @param remarks numbered from 1
     */
    void consultation(int number, int units, int remarks) throws SQLException {
        var slug = slug(number);
        run("""
                INSERT INTO consultation (slug, year, number, title, subject, summary, legal_basis, kind, participants,
                  channels, department_id, contact_name, contact_email, contact_phone, opens_at, closes_at, four_eyes,
                  announced_at, created_at, revision)
                SELECT ?, 2026, ?, CONCAT('Projekt uchwały w sprawie programu współpracy nr ', ?),
                  'Program współpracy z organizacjami pozarządowymi', 'Streszczenie projektu.', 'art. 5a ustawy',
                  'PROGRAMME', 'wszyscy', 'FORM,EMAIL,PAPER', id, 'Anna Nowak', 'anna@example.org', '56 621 00 00',
                  UTC_TIMESTAMP(6) - INTERVAL 1 DAY, UTC_TIMESTAMP(6) + INTERVAL 20 DAY, FALSE,
                  UTC_TIMESTAMP(6) - INTERVAL 2 DAY, UTC_TIMESTAMP(6), 0
                FROM department WHERE code = 'BENCH'
                """, slug, number, number);
        run("""
                INSERT INTO draft_version (consultation_id, number, title, note, published_at, created_at, revision)
                SELECT id, 1, 'Projekt', '', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 0 FROM consultation WHERE slug = ?
                """, slug);
        try (var unit = connection.prepareStatement("""
                INSERT INTO draft_unit (version_id, position, address, parent, kind, label, citation, text)
                SELECT v.id, ?, ?, '', 'SECTION', ?, ?, ?
                FROM draft_version v JOIN consultation c ON c.id = v.consultation_id WHERE c.slug = ?
                """)) {
            var position = 0;
            for (var text : LongAct.sentences(units)) {
                position++;
                var values =
                        List.of(position - 1, "par_" + position, "§ " + position + ".", "§ " + position, text, slug);
                for (var i = 0; i < values.size(); i++) {
                    unit.setObject(i + 1, values.get(i));
                }
                unit.addBatch();
            }
            unit.executeBatch();
        }
        for (var from = 0; from < remarks; from += CHUNK) {
            remarks(slug, units, from, Math.min(CHUNK, remarks - from));
        }
        words(slug);
        run("""
                INSERT INTO remark_likeness (remark_id, consultation_id, lot_id)
                SELECT r.id, r.consultation_id, r.id FROM remark r JOIN consultation c ON c.id = r.consultation_id
                WHERE c.slug = ? AND r.state = 'SUBMITTED'
                """, slug);
        connection.commit();
    }

    private void remarks(String slug, int units, int from, int many) throws SQLException {
        run("""
                INSERT INTO remark (consultation_id, version_id, unit_id, state, number, channel, author_name,
                  author_consents, current_wording, proposed_wording, rationale, created_at, changed_at, submitted_at,
                  withdrawn_at, content_hash, form_token, revision)
                SELECT v.consultation_id, v.id, u.id, IF(MOD(n, 50) = 0, 'WITHDRAWN', 'SUBMITTED'), ? + n, 'FORM',
                  CONCAT('Jan Kowalski ', n), MOD(n, 3) = 0, COALESCE(u.text, ''),
                  IF(MOD(n, 2) = 0, CONCAT('Zarząd Województwa ogłasza otwarty konkurs ofert nie później niż ', n,
                    ' dni przed rozpoczęciem realizacji zadania i podaje jego budżet.'), ''),
                  CONCAT('Organizacje, które reprezentuję (', n, '), potrzebują czasu na zebranie partnerów i wkładu ',
                    'własnego, dlatego termin powinien być dłuższy, a ogłoszenie pełniejsze niż dotychczas.'),
                  UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), IF(MOD(n, 50) = 0, UTC_TIMESTAMP(6), NULL),
                  UNHEX(SHA2(CONCAT(?, n), 256)), LPAD(? + n, 36, '0'), 0
                FROM counted JOIN draft_version v JOIN consultation c ON c.id = v.consultation_id
                  LEFT JOIN draft_unit u ON u.version_id = v.id AND u.position = MOD(n * 7, ?) AND MOD(n, 20) > 0
                WHERE c.slug = ? AND n <= ? ORDER BY n
                """, from, slug, from, units, slug, many);
        run("""
                INSERT INTO answer (remark_id, state, position, rationale, drafted_at, approved_at, revision)
                SELECT r.id, 'APPROVED', 'PARTLY_ACCEPTED', CONCAT('Uwzględniono co do zasady: termin wydłużono, a ',
                  'ogłoszenie poda budżet zadania (uwaga ', r.number, ').'), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 0
                FROM remark r JOIN consultation c ON c.id = r.consultation_id
                WHERE c.slug = ? AND r.number > ? AND r.number <= ? AND MOD(r.number, 2) = 1 AND r.state = 'SUBMITTED'
                """, slug, from, from + many);
    }

    /** The words that the searches look in: were they missing, the portal would make them while it is measured. */
    private void words(String slug) throws SQLException {
        var id = key(slug);
        var rationale = "Organizacje, które reprezentuję, potrzebują czasu na zebranie partnerów i wkładu własnego,"
                + " dlatego termin powinien być dłuższy, a ogłoszenie pełniejsze niż dotychczas.";
        var proposed = "Zarząd Województwa ogłasza otwarty konkurs ofert nie później niż dni przed rozpoczęciem"
                + " realizacji zadania i podaje jego budżet.";
        var answer = "Uwzględniono co do zasady: termin wydłużono, a ogłoszenie poda budżet zadania (uwaga).";
        var name = "Jan Kowalski";
        var zero = PolishSearch.indexWithin(id, "0");
        var number = " " + zero.substring(0, zero.length() - 1);
        run(
                """
                INSERT INTO remark_words (remark_id, public_words, office_words)
                SELECT id, CONCAT(IF(MOD(number, 2) = 0, ?, ?), ?, number),
                  CONCAT(IF(MOD(number, 2) = 0, ?, ?), ?, number)
                FROM remark WHERE consultation_id = ? ORDER BY id
                """,
                PolishSearch.indexWithin(id, proposed, rationale),
                PolishSearch.indexWithin(id, rationale, answer),
                number,
                PolishSearch.indexWithin(id, name, proposed, rationale),
                PolishSearch.indexWithin(id, name, rationale, answer),
                number,
                id);
    }

    private long key(String slug) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT id FROM consultation WHERE slug = ?")) {
            statement.setString(1, slug);
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    /** Makes an event that is held today, in one session for which people registered; their tickets are their numbers. */
    void event(String slug, int people) throws SQLException {
        run("""
                INSERT INTO event (slug, kind, title, summary, description, organiser, venue, on_local_law, for_both_sectors,
                  for_competence, contact_name, contact_email, contact_phone, registration_opens_at, registration_closes_at,
                  people_per_registration, hold_minutes, offer_hours, needs_kept_days, travel_refund, privacy_clause,
                  published_at, calendar_sequence, search_text, created_at, changed_at, revision)
                VALUES (?, 'FORUM', 'Forum', 'Forum.', '', 'Urząd', 'Toruń', FALSE, TRUE, TRUE, 'Biuro', 'forum@example.org', '',
                  UTC_TIMESTAMP(6) - INTERVAL 30 DAY, UTC_TIMESTAMP(6) - INTERVAL 1 DAY, 5, 60, 48, 14, FALSE, 'Klauzula',
                  UTC_TIMESTAMP(6) - INTERVAL 31 DAY, 0, '', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 0)
                """, slug);
        run("""
                INSERT INTO event_session (event_id, kind, title, description, starts_at, ends_at, room, places_on_site,
                  places_online, stream_url, revision)
                SELECT id, 'PLENARY', 'Sesja plenarna', '', UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, UTC_TIMESTAMP(6) + INTERVAL 1 HOUR,
                  'Sala', ?, 0, '', 0 FROM event WHERE slug = ?
                """, people, slug);
        run("""
                INSERT INTO registration (event_id, form_token, organisation_name, email, email_key, phone, language,
                  travel_refund, created_at, confirmed_at, calendar_sequence, revision)
                SELECT e.id, CONCAT(LPAD(e.id, 8, '0'), LPAD(n, 28, '0')), 'Stowarzyszenie', CONCAT('osoba', n, '@example.org'),
                  CONCAT('osoba', n, '@example.org'), '', 'pl', FALSE, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 0, 0
                FROM counted JOIN event e WHERE e.slug = ? AND n <= ? ORDER BY n
                """, slug, people);
        run("""
                INSERT INTO attendee (registration_id, position, name, ticket)
                SELECT r.id, 1, CONCAT('Osoba ', r.id), CONCAT(LPAD(MOD(e.id, 1000000), 6, '0'), SUBSTRING(r.form_token, 27))
                FROM registration r JOIN event e ON e.id = r.event_id WHERE e.slug = ?
                """, slug);
        run("""
                INSERT INTO booking (attendee_id, session_id, mode, state, created_at, changed_at)
                SELECT a.id, s.id, 'ON_SITE', 'BOOKED', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)
                FROM attendee a JOIN registration r ON r.id = a.registration_id JOIN event e ON e.id = r.event_id
                  JOIN event_session s ON s.event_id = e.id WHERE e.slug = ?
                """, slug);
        connection.commit();
    }

    /** Lets the database learn what it holds, as it does by itself in time. */
    void analyze() throws SQLException {
        run("ANALYZE TABLE consultation, draft_version, draft_unit, remark, answer, remark_words, remark_likeness");
    }

    static String slug(int number) {
        return "bench-" + number;
    }

    private void run(String sql, Object... arguments) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
