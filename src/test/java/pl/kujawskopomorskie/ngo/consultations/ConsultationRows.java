package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.act.ProvisionUnit;
import pl.kujawskopomorskie.ngo.consultations.act.UnitKind;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** Rows for tests of this module: consultations with a little draft, people who remark on it. */
@Singleton
public final class ConsultationRows {

    /** The first moment at which a consultation of {@link #open()} accepts nothing any more. */
    public static final Instant CLOSES = TestClock.START.plus(Duration.ofDays(7));

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Consultations consultations;
    private final DraftVersions versions;
    private final DraftUnits units;
    private final DataSource dataSource;

    ConsultationRows(Consultations consultations, DraftVersions versions, DraftUnits units, DataSource dataSource) {
        this.consultations = consultations;
        this.versions = versions;
        this.units = units;
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
    }

    /** A consultation that opened a day before the tests' clock starts, with one published version of its draft. */
    public Consultation open() {
        return with(TestClock.START.minus(Duration.ofDays(1)), CLOSES, TestClock.START.minus(Duration.ofDays(2)));
    }

    /** One that is announced and opens an hour after the clock starts. */
    public Consultation announced() {
        return with(TestClock.START.plus(Duration.ofHours(1)), CLOSES, TestClock.START.minus(Duration.ofDays(2)));
    }

    /** One that only the office knows of. */
    public Consultation drafted() {
        return with(TestClock.START.minus(Duration.ofDays(1)), CLOSES, null);
    }

    private Consultation with(Instant opensAt, Instant closesAt, Instant announcedAt) {
        var at = NEXT.incrementAndGet();
        var saved = consultations.save(new Consultation(
                null,
                "uwagi-" + at,
                announcedAt == null ? null : 2026,
                announcedAt == null ? null : consultations.highestNumber(2026) + 1,
                "Projekt uchwały nr " + at,
                "Zasady współpracy",
                "Krótko o projekcie.",
                "art. 5 ust. 5",
                ConsultationKind.LOCAL_LAW_ACT,
                "wszyscy",
                "FORM",
                department(),
                "Biuro",
                "biuro@example.org",
                "",
                opensAt,
                closesAt,
                null,
                false,
                null,
                null,
                null,
                announcedAt,
                null,
                null,
                null,
                null,
                null,
                TestClock.START.minus(Duration.ofDays(3)),
                null,
                0));
        version(saved, 1, firstVersion());
        return saved;
    }

    /** A further version of the draft. Units of the same address continue those before, without more ado. */
    public DraftVersion version(Consultation consultation, int number, List<ProvisionUnit> text) {
        var version = versions.save(new DraftVersion(
                null,
                consultation.key(),
                number,
                consultation.title(),
                "",
                null,
                TestClock.START.minus(Duration.ofHours(20)),
                TestClock.START.minus(Duration.ofDays(3)),
                null,
                false,
                0));
        var rows = new ArrayList<DraftUnit>();
        for (var unit : text) {
            rows.add(DraftUnit.of(version.key(), rows.size(), unit));
        }
        units.saveAll(rows);
        return version;
    }

    /** So many remarks on the whole act, by the hand of nobody, with the numbers from 1. At most a thousand. */
    public void remarks(Consultation consultation, int many) {
        insert("""
                INSERT INTO remark (consultation_id, version_id, state, number, channel, author_name, author_consents,
                  current_wording, proposed_wording, rationale, created_at, changed_at, submitted_at, content_hash,
                  form_token, revision)
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
                SELECT v.consultation_id, v.id, 'SUBMITTED', n.i, 'EMAIL', '', FALSE, '', '', CONCAT('Uwaga nr ', n.i),
                  v.created_at, v.created_at, v.created_at, UNHEX(SHA2(n.i, 256)), UUID(), 0
                FROM n JOIN draft_version v ON v.consultation_id = ? AND v.number = 1
                """, many, consultation.key());
    }

    /** Three sections, one with paragraphs. */
    public static List<ProvisionUnit> firstVersion() {
        return List.of(
                section("par_1", "§ 1", "", "Uchwala się zasady współpracy."),
                section("par_2", "§ 2", "", "Termin składania ofert wynosi 14 dni."),
                new ProvisionUnit(
                        "par_2__ust_1",
                        UnitKind.PARAGRAPH,
                        "1.",
                        "§ 2 ust. 1",
                        "par_2",
                        "Oferty składa się w formie papierowej."),
                section("par_3", "§ 3", "", "Uchwała wchodzi w życie po upływie 14 dni od dnia ogłoszenia."));
    }

    /** A section of an act. */
    public static ProvisionUnit section(String address, String citation, String parent, String text) {
        return new ProvisionUnit(address, UnitKind.SECTION, citation + ".", citation, parent, text);
    }

    /** A new person. */
    public Actor person(String name, Role... roles) {
        var email = "osoba" + NEXT.incrementAndGet() + "@example.org";
        var id = insert(
                "INSERT INTO person (email, email_key, display_name, state, language, created_at)"
                        + " VALUES (?, ?, ?, 'ACTIVE', 'pl', '2026-11-01 00:00:00')",
                email,
                email,
                name);
        var held = new ArrayList<>(List.of(roles));
        held.add(Role.RESIDENT);
        return new Actor(id, name, email, Language.POLISH, Set.copyOf(held), null);
    }

    private long department() {
        var code = "UW" + NEXT.incrementAndGet();
        return insert("INSERT INTO department (code, name) VALUES (?, ?)", code, "Departament " + code);
    }

    /** Adds a row by hand; its key. */
    public long insert(String sql, Object... values) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
            try (var keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first value of the first row that a query finds, as text. */
    public String value(String sql, Object... values) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var result = statement.executeQuery()) {
                return result.next() ? result.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
