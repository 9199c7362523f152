package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.directory.ImportRow.Outcome;
import pl.kujawskopomorskie.ngo.directory.ImportingOrganisations.Sending;
import pl.kujawskopomorskie.ngo.directory.OrganisationImport.State;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;

@PortalTest
class ImportingOrganisationsTest {

    private static final AtomicInteger NEXT = new AtomicInteger(500);

    private final ImportingOrganisations importing;
    private final OrganisationImports imports;
    private final ImportRows rows;
    private final Organisations organisations;
    private final SavingOrganisation saving;
    private final OrganisationRows existing;
    private final People people;
    private final Jobs jobs;

    ImportingOrganisationsTest(
            ImportingOrganisations importing,
            OrganisationImports imports,
            ImportRows rows,
            Organisations organisations,
            SavingOrganisation saving,
            OrganisationRows existing,
            People people,
            Jobs jobs) {
        this.importing = importing;
        this.imports = imports;
        this.rows = rows;
        this.organisations = organisations;
        this.saving = saving;
        this.existing = existing;
        this.people = people;
        this.jobs = jobs;
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
    void only_clerks_send_and_nobody_applies_twice() {
        assertThat(importing.send(utf8("nazwa\nX\n"), "x.csv", people.person())).isInstanceOf(Sending.Forbidden.class);
        var sent = imported(
                utf8("nazwa,forma prawna,krs,miejscowość,powiat\nRaz,fundacja," + krs() + ",Rypin,rypiński\n"));

        assertThat(importing.apply(sent.key(), existing.clerk())).isFalse();
        assertThat(importing.check(sent.key(), guessed(sent), existing.clerk())).isFalse();
    }

    private OrganisationImport imported(byte[] table) {
        var sent = sent(table);
        importing.check(sent.key(), guessed(sent), existing.clerk());
        jobs.runDue();
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
}
