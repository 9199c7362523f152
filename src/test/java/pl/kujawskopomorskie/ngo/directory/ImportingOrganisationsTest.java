package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import pl.kujawskopomorskie.ngo.directory.ImportRow.Outcome;
import pl.kujawskopomorskie.ngo.directory.ImportingOrganisations.Sending;
import pl.kujawskopomorskie.ngo.directory.OrganisationImport.State;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

@PortalTest
class ImportingOrganisationsTest {

    private static final AtomicInteger NEXT = new AtomicInteger(500);

    // The common pool has one thread on a small machine, and here two must wait for each other.
    private static final Executor THREADS = Thread::startVirtualThread;

    private final ImportingOrganisations importing;
    private final OrganisationImports imports;
    private final ImportRows rows;
    private final Organisations organisations;
    private final SavingOrganisation saving;
    private final OrganisationRows existing;
    private final People people;
    private final Jobs jobs;
    private final ForgettingImports forgetting;
    private final DataSource dataSource;
    private final TestClock clock;

    ImportingOrganisationsTest(
            ImportingOrganisations importing,
            OrganisationImports imports,
            ImportRows rows,
            Organisations organisations,
            SavingOrganisation saving,
            OrganisationRows existing,
            People people,
            Jobs jobs,
            ForgettingImports forgetting,
            DataSource dataSource,
            TestClock clock) {
        this.importing = importing;
        this.imports = imports;
        this.rows = rows;
        this.organisations = organisations;
        this.saving = saving;
        this.existing = existing;
        this.people = people;
        this.jobs = jobs;
        this.forgetting = forgetting;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Test
    void a_table_that_was_never_adapted_to_us_is_understood() {
        var krs = krs();
        var table = "Lp.;Nazwa organizacji;Forma prawna;Nr KRS;Miejscowość;Powiat;OPP;Liczba członków;Sfery\r\n"
                + "1;Stowarzyszenie \"Nad Brdą\";stow.;" + krs + ";Tuchola;pow. tucholski;tak;37;pkt 16, pkt 19\r\n";

        var sent = imported(table.getBytes(Charset.forName("windows-1250")));

        assertThat(counts(sent)).containsExactly(Map.entry("ADDED", 1L));
        var saved = organisations.findByKrs(krs).orElseThrow();
        assertThat(saved.name()).isEqualTo("Stowarzyszenie \"Nad Brdą\"");
        assertThat(saved.legalForm()).isEqualTo(LegalForm.ASSOCIATION);
        assertThat(saved.countyTeryt()).isEqualTo("0416");
        assertThat(saved.publicBenefit()).isTrue();
        assertThat(saved.members()).isEqualTo(SizeRange.UP_TO_50);
        assertThat(organisations.spheres(saved.key())).containsExactly("16", "19");
    }

    @Test
    void sending_the_same_table_again_changes_nothing() {
        var table =
                "nazwa,forma prawna,krs,miejscowość,powiat\nFundacja Powtórka,fundacja," + krs() + ",Rypin,rypiński\n";
        imported(utf8(table));

        assertThat(counts(imported(utf8(table)))).containsExactly(Map.entry("SAME", 1L));
    }

    @Test
    void an_empty_cell_erases_nothing_and_a_filled_one_is_kept_with_what_was_before() {
        var known =
                existing.listed(existing.entry("Klub Importowy").with(OrganisationField.WEBSITE, "klub.example.org"));

        imported(utf8("nazwa,krs,miejscowość,www\nKlub Importowy Nowy," + known.krs() + ",Toruń,\n"));

        var changed = organisations.findBySlug(known.slug()).orElseThrow();
        assertThat(changed.name()).isEqualTo("Klub Importowy Nowy");
        assertThat(changed.website()).isEqualTo("https://klub.example.org");
    }

    @Test
    void what_somebody_proposed_and_the_office_imports_is_taken_in_and_the_proposer_hears(Mailbox mailbox) {
        var proposer = people.person();
        var proposal = OrganisationRows.done(saving.propose(existing.entry("Koło Wyprzedzające"), proposer));
        var table = "nazwa,forma prawna,krs,miejscowość,powiat\nKoło Wyprzedzające,stowarzyszenie," + proposal.krs()
                + ",Toruń,Toruń\n";
        var sent = sent(utf8(table));
        importing.check(sent.key(), guessed(sent), existing.clerk());
        jobs.runDue();
        assertThat(counts(sent)).containsExactly(Map.entry("WOULD_CHANGE", 1L));
        importing.apply(sent.key(), existing.clerk());
        jobs.runDue();

        assertThat(counts(sent)).containsExactly(Map.entry("CHANGED", 1L));
        var taken = organisations.findBySlug(proposal.slug()).orElseThrow();
        assertThat(taken.listed()).isTrue();
        assertThat(taken.confirmedAt()).isNull();
        assertThat(taken.changeNumber()).isGreaterThan(proposal.changeNumber());
        assertThat(mailbox.last(proposer.email()).body()).contains("Koło Wyprzedzające");
        assertThat(counts(imported(utf8(table)))).containsExactly(Map.entry("SAME", 1L));
    }

    @Test
    void a_check_changes_nothing_and_says_what_is_wrong_row_by_row() {
        var krs = krs();
        var table = "nazwa,forma prawna,krs,nip,miejscowość,powiat\n"
                + "Dobra,stowarzyszenie," + krs + ",,Lipno,lipnowski\n"
                + "Zły NIP,stowarzyszenie," + krs() + ",1234563217,Lipno,lipnowski\n"
                + ",fundacja,,,Lipno,nie ma takiego\n"
                + "Dobra jeszcze raz,stowarzyszenie," + krs + ",,Lipno,lipnowski\n";

        var sent = sent(utf8(table));
        assertThat(importing.check(sent.key(), guessed(sent), existing.clerk())).isTrue();
        jobs.runDue();

        assertThat(imports.findById(sent.key()).orElseThrow().state()).isEqualTo(State.CHECKED);
        assertThat(organisations.findByKrs(krs)).isEmpty();
        assertThat(counts(sent)).containsOnly(Map.entry("WOULD_ADD", 1L), Map.entry("REFUSED", 3L));
        var refused = rows.withOutcome(sent.key(), Outcome.REFUSED, 0, 10);
        assertThat(refused).extracting(ImportRow::lineNumber).containsExactly(3, 4, 5);
        assertThat(importing.problems(refused.get(0)))
                .extracting(RowProblem::key)
                .containsExactly("directory.nip.wrong");
        assertThat(importing.problems(refused.get(1)))
                .extracting(RowProblem::key)
                .containsExactly("directory.name.missing", "directory.county.wrong");
        assertThat(importing.problems(refused.get(2)))
                .extracting(RowProblem::key)
                .containsExactly("directory.import.twice");
    }

    @Test
    void a_row_whose_numbers_belong_to_two_organisations_is_refused_by_their_names() {
        var byKrs = existing.listed("Ta z KRS");
        var byRegon = existing.listed(existing.entry("Ta z REGON").with(OrganisationField.REGON, "987654326"));
        assertThat(byRegon.regon()).isNotNull();

        var sent = imported(utf8("nazwa,forma prawna,krs,regon,miejscowość,powiat\nKtóra?,fundacja," + byKrs.krs() + ","
                + byRegon.regon() + ",Toruń,Toruń\n"));

        assertThat(importing.problems(
                        rows.withOutcome(sent.key(), Outcome.REFUSED, 0, 1).getFirst()))
                .extracting(RowProblem::arguments)
                .containsExactly(List.of("Ta z KRS", "Ta z REGON"));
    }

    @Test
    void work_that_a_crash_broke_off_goes_on_with_the_first_row_that_is_not_done() {
        var table = "nazwa,forma prawna,krs,miejscowość,powiat\n"
                + IntStream.range(0, 250)
                        .mapToObj(at -> "Przerwana " + at + ",stowarzyszenie," + krs() + ",Żnin,żniński\n")
                        .collect(Collectors.joining());
        var sent = sent(utf8(table));
        importing.check(sent.key(), guessed(sent), existing.clerk());
        jobs.runDue();
        importing.apply(sent.key(), existing.clerk());

        // The server dies after one step; what another node does is the same job from its beginning.
        importing.step(sent.key(), 100);
        assertThat(counts(sent)).containsOnly(Map.entry("ADDED", 100L), Map.entry("WOULD_ADD", 150L));
        jobs.runDue();

        assertThat(counts(sent)).containsExactly(Map.entry("ADDED", 250L));
        assertThat(imports.findById(sent.key()).orElseThrow().state()).isEqualTo(State.DONE);
    }

    @Test
    void another_organisation_of_the_same_name_is_never_overwritten() {
        var known = existing.listed(existing.entry("Klub Seniora Imienny")
                .with(OrganisationField.TOWN, "Nowa Wieś")
                .with(OrganisationField.COUNTY, "0415"));

        var sent = imported(utf8("nazwa,forma prawna,krs,miejscowość,powiat,www\n"
                // Another number of the court register, then another county.
                + "Klub Seniora Imienny,fundacja," + krs() + ",Nowa Wieś,toruński,inna.example.org\n"
                + "Klub Seniora Imienny,fundacja,,Nowa Wieś,grudziądzki,daleka.example.org\n"));

        assertThat(counts(sent)).containsExactly(Map.entry("ADDED", 2L));
        assertThat(organisations.findBySlug(known.slug()).orElseThrow()).isEqualTo(known);
        // Now there are two in one place, and a row that names neither number may be about either.
        var unclear = imported(
                utf8("nazwa,forma prawna,miejscowość,powiat\nKlub Seniora Imienny,fundacja,Nowa Wieś,toruński\n"));
        assertThat(problems(unclear)).containsExactly("directory.import.several");
    }

    @Test
    void a_row_without_numbers_is_about_the_one_of_its_name_and_place() {
        var known = existing.listed(existing.entry("Koło Bez Numerów").with(OrganisationField.KRS, ""));

        var sent = imported(utf8("nazwa,krs,miejscowość,powiat\nKoło Bez Numerów," + krs() + ",Toruń,m. Toruń\n"));

        assertThat(counts(sent)).containsExactly(Map.entry("CHANGED", 1L));
        assertThat(organisations.findBySlug(known.slug()).orElseThrow().krs()).isNotNull();
    }

    @Test
    void a_statistical_number_of_an_organisation_with_another_number_of_the_court_register_is_a_question() {
        var known = existing.listed(existing.entry("Ta z Innym KRS").with(OrganisationField.REGON, regon()));

        var sent = imported(utf8("nazwa,forma prawna,krs,regon,miejscowość,powiat\nKtóra?,fundacja," + krs() + ","
                + known.regon() + ",Toruń,Toruń\n"));

        assertThat(problems(sent)).containsExactly("directory.import.otherKrs");
        assertThat(organisations.findBySlug(known.slug()).orElseThrow()).isEqualTo(known);
    }

    @Test
    void the_check_finds_a_double_inside_the_file_by_any_of_its_numbers() {
        var krs = krs();
        var regon = regon();
        var both = existing.listed(existing.entry("Ta z Oboma").with(OrganisationField.REGON, regon()));

        var sent = checked(utf8("nazwa,forma prawna,krs,regon,miejscowość,powiat\n"
                + "Z Dwoma Numerami,fundacja," + krs + "," + regon + ",Lipno,lipnowski\n"
                + "Z Samym REGON,fundacja,," + regon + ",Lipno,lipnowski\n"
                + "Z Dwoma Numerami,fundacja,,,Lipno,lipnowski\n"
                + "Z Dwoma Numerami,fundacja," + krs() + ",,Lipno,lipnowski\n"
                + "Po KRS,fundacja," + both.krs() + ",,Lipno,lipnowski\n"
                + "Po REGON,fundacja,," + both.regon() + ",Lipno,lipnowski\n"));

        var refused = rows.withOutcome(sent.key(), Outcome.REFUSED, 0, 10);
        assertThat(refused).extracting(ImportRow::lineNumber).containsExactly(3, 4, 7);
        assertThat(refused)
                .extracting(row -> importing.problems(row).getFirst().arguments())
                .containsExactly(List.of(2), List.of(2), List.of(6));
    }

    @Test
    void a_refused_row_does_not_make_a_right_one_a_double() {
        var krs = krs();

        var sent = checked(utf8("nazwa,forma prawna,krs,nip,miejscowość,powiat\n"
                + "Najpierw Źle,fundacja," + krs + ",1234567890,Lipno,lipnowski\n"
                + "Potem Dobrze,fundacja," + krs + ",,Lipno,lipnowski\n"));

        assertThat(counts(sent)).containsOnly(Map.entry("REFUSED", 1L), Map.entry("WOULD_ADD", 1L));
    }

    @Test
    void a_row_that_fails_is_refused_alone_with_a_line_in_the_log_and_can_be_checked_again() throws SQLException {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var logger = (Logger) LoggerFactory.getLogger(ImportingOrganisations.class);
        var sent = checked(utf8("nazwa,forma prawna,krs,miejscowość,powiat\n"
                + "Przed Nieprzewidzianą,fundacja," + krs() + ",Lipno,lipnowski\n"
                + "Nieprzewidziana,fundacja," + krs() + ",Lipno,lipnowski\n"
                + "Po Nieprzewidzianej,fundacja," + krs() + ",Lipno,lipnowski\n"));
        importing.apply(sent.key(), existing.clerk());
        logger.addAppender(log);
        run("ALTER TABLE organisation ADD CONSTRAINT unforeseen CHECK (name <> 'Nieprzewidziana')");
        try {
            jobs.runDue();
        } finally {
            run("ALTER TABLE organisation DROP CONSTRAINT unforeseen");
            logger.detachAppender(log);
        }

        assertThat(counts(sent)).containsOnly(Map.entry("ADDED", 2L), Map.entry("REFUSED", 1L));
        assertThat(log.list)
                .filteredOn(line -> line.getLevel() == Level.WARN)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .contains("Line 3", "import " + sent.key());

        assertThat(importing.checkRefusedAgain(sent.key(), people.person())).isFalse();
        assertThat(importing.checkRefusedAgain(sent.key(), existing.clerk())).isTrue();
        jobs.runDue();
        assertThat(counts(sent)).containsOnly(Map.entry("ADDED", 2L), Map.entry("WOULD_ADD", 1L));
        importing.apply(sent.key(), existing.clerk());
        jobs.runDue();
        assertThat(counts(sent)).containsExactly(Map.entry("ADDED", 3L));
    }

    @Test
    @Timeout(60)
    void a_row_that_loses_two_races_is_not_refused() throws Exception {
        var sent = ready("Wyścigowa");
        try (var first = new Rival();
                var second = new Rival()) {
            first.lockChanges();
            var work = CompletableFuture.runAsync(() -> importing.work(sent.key()), THREADS);
            first.awaitLocked(sent.key());
            // Each now waits for the other, and the one with less to undo, the import, is undone.
            first.lockImport(sent.key());
            var next = CompletableFuture.runAsync(second::lockChanges, THREADS);
            Thread.sleep(500);
            first.end();
            next.get();
            second.awaitLocked(sent.key());
            second.lockImport(sent.key());
            second.end();
            work.get();
        }

        assertThat(counts(sent)).containsExactly(Map.entry("ADDED", 1L));
    }

    @Test
    @Timeout(60)
    void when_the_database_goes_away_nothing_is_refused_and_the_job_comes_again() throws Exception {
        var sent = ready("Bez Bazy");
        try (var rival = new Rival()) {
            rival.lockChanges();
            var work = CompletableFuture.runAsync(() -> importing.work(sent.key()), THREADS);
            rival.awaitLocked(sent.key());
            rival.killWhoWaits();
            assertThatThrownBy(work::get).isInstanceOf(ExecutionException.class);
        }
        assertThat(counts(sent)).containsExactly(Map.entry("WOULD_ADD", 1L));

        jobs.runDue();

        assertThat(counts(sent)).containsExactly(Map.entry("ADDED", 1L));
    }

    @Test
    void a_file_is_read_without_a_connection_to_the_database() throws SQLException {
        var clerk = existing.clerk();
        var held = new ArrayList<Connection>();
        try {
            for (int taken = 0; taken < 20; taken++) {
                held.add(DelegatingDataSource.unwrapDataSource(dataSource).getConnection());
            }
            assertThat(importing.send(utf8("%PDF-1.7"), "baza.pdf", clerk)).isInstanceOf(Sending.Refused.class);
        } finally {
            for (var connection : held) {
                connection.close();
            }
        }
    }

    @Test
    void what_stands_in_columns_that_are_not_read_goes_when_the_rows_are_taken_in() {
        var sent = imported(utf8("nazwa,forma prawna,krs,PESEL prezesa,miejscowość,powiat\n"
                + "Z Peselem,fundacja," + krs() + ",44051401359,Lipno,lipnowski\n"
                + "Z Peselem i Błędem,fundacja,zły,44051401359,Lipno,lipnowski\n"));

        assertThat(counts(sent)).containsOnly(Map.entry("ADDED", 1L), Map.entry("REFUSED", 1L));
        assertThat(importing.sample(sent, 10))
                .hasSize(2)
                .allSatisfy(cells -> assertThat(cells).contains("Lipno").doesNotContain("44051401359"));
    }

    @Test
    void rows_go_a_month_after_anything_happened_to_them_and_their_numbers_stay() {
        var done = imported(utf8(
                "nazwa,forma prawna,krs,miejscowość,powiat\nDo Zapomnienia,fundacja," + krs() + ",Lipno,lipnowski\n"));
        var abandoned = sent(utf8("nazwa,forma prawna\nPorzucona,fundacja\n"));
        clock.advance(Duration.ofDays(29));
        var touched = checked(utf8("nazwa,forma prawna\nRuszona,fundacja\n"));
        forgetting.run();
        assertThat(importing.sample(done, 1)).hasSize(1);

        clock.advance(Duration.ofDays(2));
        forgetting.run();

        assertThat(importing.sample(done, 1)).isEmpty();
        assertThat(importing.sample(abandoned, 1)).isEmpty();
        assertThat(importing.sample(touched, 1)).hasSize(1);
        assertThat(importing.counts(imports.findById(done.key()).orElseThrow())).isEqualTo(Map.of("ADDED", 1L));
        assertThat(importing.check(abandoned.key(), guessed(abandoned), existing.clerk()))
                .isFalse();
        assertThat(importing.checkRefusedAgain(done.key(), existing.clerk())).isFalse();
    }

    @Test
    void only_clerks_send_and_nobody_applies_twice() {
        assertThat(importing.send(utf8("nazwa\nX\n"), "x.csv", people.person())).isInstanceOf(Sending.Forbidden.class);
        var sent = imported(
                utf8("nazwa,forma prawna,krs,miejscowość,powiat\nRaz,fundacja," + krs() + ",Rypin,rypiński\n"));

        assertThat(importing.apply(sent.key(), existing.clerk())).isFalse();
        assertThat(importing.check(sent.key(), guessed(sent), existing.clerk())).isFalse();
    }

    private OrganisationImport checked(byte[] table) {
        var sent = sent(table);
        importing.check(sent.key(), guessed(sent), existing.clerk());
        jobs.runDue();
        return sent;
    }

    private OrganisationImport ready(String name) {
        var sent = checked(utf8(
                "nazwa,forma prawna,krs,miejscowość,powiat\n" + name + ",fundacja," + krs() + ",Rypin,rypiński\n"));
        importing.apply(sent.key(), existing.clerk());
        return sent;
    }

    private List<String> problems(OrganisationImport sent) {
        return rows.withOutcome(sent.key(), Outcome.REFUSED, 0, 100).stream()
                .flatMap(row -> importing.problems(row).stream())
                .map(RowProblem::key)
                .toList();
    }

    private OrganisationImport imported(byte[] table) {
        var sent = checked(table);
        importing.apply(sent.key(), existing.clerk());
        jobs.runDue();
        return sent;
    }

    private OrganisationImport sent(byte[] table) {
        if (importing.send(table, "baza.csv", existing.clerk()) instanceof Sending.Done(var sent)) {
            return sent;
        }
        throw new AssertionError("Not sent");
    }

    private List<String> guessed(OrganisationImport sent) {
        return importing.fields(sent).stream()
                .map(field -> field.map(Enum::name).orElse(""))
                .toList();
    }

    private Map<String, Long> counts(OrganisationImport sent) {
        return imports.counts(sent.key()).stream()
                .collect(Collectors.toMap(
                        count -> Objects.requireNonNullElse(count.outcome(), ""),
                        OrganisationImports.OutcomeCount::total));
    }

    private static byte[] utf8(String table) {
        return table.getBytes(StandardCharsets.UTF_8);
    }

    private static String krs() {
        return "08%08d".formatted(NEXT.incrementAndGet());
    }

    // One with a right check digit.
    private static String regon() {
        var digits = "7%07d".formatted(NEXT.incrementAndGet());
        return IntStream.range(0, 10)
                .mapToObj(last -> digits + last)
                .filter(candidate -> Regon.of(candidate).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private void run(String sql) throws SQLException {
        try (var connection = DelegatingDataSource.unwrapDataSource(dataSource).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Somebody else at work on the same rows, in a transaction that has much to undo. */
    private final class Rival implements AutoCloseable {

        private final Connection connection;

        Rival() throws SQLException {
            connection = DelegatingDataSource.unwrapDataSource(dataSource).getConnection();
            connection.setAutoCommit(false);
            for (int row = 0; row < 50; row++) {
                execute("INSERT INTO failed_job (name, job_key, data, tries, reason, failed_at)"
                        + " VALUES ('rival', 'rival', '', 1, '', NOW(6))");
            }
        }

        void lockChanges() {
            execute("SELECT value FROM directory_change_number WHERE id = 1 FOR UPDATE");
        }

        void lockImport(long id) {
            execute("SELECT id FROM organisation_import WHERE id = " + id + " FOR UPDATE");
        }

        /** Waits until the import is locked by its own work. */
        void awaitLocked(long id) throws InterruptedException {
            while (true) {
                try {
                    run("SELECT id FROM organisation_import WHERE id = " + id + " FOR UPDATE NOWAIT");
                } catch (SQLException locked) {
                    return;
                }
                Thread.sleep(10);
            }
        }

        void killWhoWaits() throws SQLException, InterruptedException {
            for (var killed = false; !killed; Thread.sleep(10)) {
                try (var statement = connection.createStatement();
                        var found = statement.executeQuery("SELECT id FROM information_schema.processlist"
                                + " WHERE id <> CONNECTION_ID() AND info LIKE 'UPDATE directory_change_number%'")) {
                    if (found.next()) {
                        run("KILL " + found.getLong(1));
                        killed = true;
                    }
                }
            }
        }

        void end() throws SQLException {
            connection.rollback();
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.close();
        }

        private void execute(String sql) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
