package pl.kujawskopomorskie.ngo.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.directory.ImportRow;
import pl.kujawskopomorskie.ngo.directory.ImportRows;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;
import pl.kujawskopomorskie.ngo.directory.OrganisationRows;
import pl.kujawskopomorskie.ngo.directory.Organisations;
import pl.kujawskopomorskie.ngo.directory.SavingOrganisation;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Multipart;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** The import of organisations as a clerk sees it, with good tables and bad ones. */
@PortalTest
class ImportPagesTest {

    private static final String IMPORTS = "/biuro/organizacje/import";
    private static final Charset WINDOWS = Charset.forName("windows-1250");
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Organisations organisations;
    private final People people;
    private final Jobs jobs;
    private final OrganisationRows existing;
    private final SavingOrganisation saving;
    private final ImportRows rows;
    private final TestClock clock;

    ImportPagesTest(
            Organisations organisations,
            People people,
            Jobs jobs,
            OrganisationRows existing,
            SavingOrganisation saving,
            ImportRows rows,
            TestClock clock) {
        this.organisations = organisations;
        this.people = people;
        this.jobs = jobs;
        this.existing = existing;
        this.saving = saving;
        this.rows = rows;
        this.clock = clock;
    }

    @Test
    void a_clerk_sees_the_columns_then_what_would_happen_then_the_report() {
        var clerk = people.signedIn(Role.CLERK);
        var good = krs();
        var sent = send(
                clerk,
                "baza.csv",
                utf8("Nazwa stowarzyszenia;Forma;KRS;NIP;Siedziba;Powiat\r\n"
                        + "Dobra Przez Stronę;fundacja;" + good + ";;Lipno;lipnowski\r\n"
                        + "Zła Przez Stronę;fundacja;" + krs() + ";1234567890;Lipno;lipnowski\r\n"));
        assertThat(sent.status()).isEqualTo(303);
        var address = sent.location();

        var columns = clerk.get(address).page();
        assertThat(columns.select("select[name=column-0] option[selected]").val())
                .isEqualTo("NAME");
        assertThat(columns.select("select[name=column-4] option[selected]").val())
                .isEqualTo("TOWN");
        assertThat(columns.text()).contains("Dobra Przez Stronę");

        assertThat(clerk.post(address + "/sprawdz", chosen(columns)).status()).isEqualTo(303);
        assertThat(clerk.get(address).page().text()).contains("0 z 2");
        jobs.runDue();
        var checked = clerk.get(address).page();
        assertThat(figures(checked)).containsEntry("nowych organizacji", "1").containsEntry("z błędami", "1");
        assertThat(checked.select("tbody tr:contains(Zła Przez Stronę)").text())
                .contains("3", "To nie jest prawidłowy NIP");
        assertThat(organisations.findByKrs(good)).isEmpty();

        assertThat(clerk.post(address + "/wczytaj", Map.of()).status()).isEqualTo(303);
        assertThat(clerk.get(address).page().select("progress")).hasSize(1);
        jobs.runDue();
        var done = clerk.get(address).page();
        assertThat(figures(done)).containsEntry("dodano", "1").containsEntry("z błędami", "1");
        assertThat(organisations.findByKrs(good)).isPresent();
        assertThat(clerk.post(address + "/wczytaj", Map.of()).status()).isEqualTo(409);
        assertThat(clerk.get(IMPORTS).page().text()).contains("baza.csv", "wczytany");
    }

    static Stream<Arguments> usualTables() {
        var charsets = Map.of("UTF-8 with a mark", StandardCharsets.UTF_8, "Windows-1250", WINDOWS);
        return charsets.entrySet().stream()
                .flatMap(charset -> Stream.of(";", ",", "\t")
                        .map(separator -> Arguments.of(charset.getKey(), charset.getValue(), separator)));
    }

    @ParameterizedTest(name = "{0}, separator {2}")
    @MethodSource("usualTables")
    void tables_of_any_usual_encoding_and_separator_are_read(String name, Charset charset, String separator) {
        var krs = krs();
        var mark = charset.equals(StandardCharsets.UTF_8) ? "\ufeff" : "";
        var table = mark
                + String.join(separator, "Nazwa", "Forma prawna", "KRS", "Miejscowość", "Powiat", "Opis")
                + "\r\n"
                + String.join(
                        separator,
                        "\"Koło \"\"Żółte; Źródło, Łąka\"\"\"",
                        "kgw",
                        krs,
                        "Świecie",
                        "świecki",
                        "\"Pierwszy wiersz.\nDrugi; wiersz.\"")
                + "\r\n";

        var saved = imported("baza.csv", table.getBytes(charset), krs);

        assertThat(saved.name()).isEqualTo("Koło \"Żółte; Źródło, Łąka\"");
        assertThat(saved.town()).isEqualTo("Świecie");
        assertThat(saved.description()).isEqualTo("Pierwszy wiersz.\nDrugi; wiersz.");
    }

    @Test
    void a_formula_in_a_cell_is_stored_as_its_words_and_guarded_when_it_leaves() throws IOException {
        var krs = krs();
        var name = "=cmd|' /C calc'!A0";
        var saved = imported(
                "baza.csv",
                utf8("Nazwa;Forma;KRS;Miejscowość;Powiat\r\n" + name + ";fundacja;" + krs + ";Lipno;lipnowski\r\n"),
                krs);
        assertThat(saved.name()).isEqualTo(name);
        assertThat(people.signedIn(Role.CLERK).get("/organizacje.csv").text()).contains("'" + name);

        var other = krs();
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet();
            var header = sheet.createRow(0);
            var row = sheet.createRow(1);
            var cells = new String[][] {
                {"Nazwa", "Z Formuły"}, {"Forma", "fundacja"}, {"KRS", other}, {"Miejscowość", "Lipno"}, {"Powiat", ""}
            };
            for (var at = 0; at < cells.length; at++) {
                header.createCell(at).setCellValue(cells[at][0]);
                row.createCell(at).setCellValue(cells[at][1]);
            }
            row.createCell(4).setCellFormula("\"lip\"&\"nowski\"");
            row.getCell(4).setCellValue("lipnowski");
            workbook.write(bytes);
            assertThat(imported("baza.xlsx", bytes.toByteArray(), other).countyTeryt())
                    .isEqualTo("0408");
        }
    }

    static Stream<Arguments> badFiles() throws IOException {
        var header = "Nazwa;KRS;Miejscowość;Powiat\r\n";
        var workbook = Map.of("xl/workbook.xml", new byte[] {'<'});
        var macros = new HashMap<>(workbook);
        macros.put("xl/vbaProject.bin", new byte[10]);
        var bomb = new HashMap<>(workbook);
        bomb.put("xl/worksheets/sheet1.xml", new byte[80 * 1024 * 1024]);
        var columns = String.join(";", Collections.nCopies(1_000, "Kolumna"));
        var rows = header + "Organizacja;;Lipno;lipnowski\r\n".repeat(20_001);
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0x0d, 'I', 'H', 'D', 'R', 0, 0};
        return Stream.of(
                Arguments.of("nothing", "baza.csv", new byte[0], "Plik jest pusty"),
                Arguments.of("blank lines", "baza.csv", utf8(" \r\n\r\n"), "Plik jest pusty"),
                Arguments.of("headings only", "baza.csv", utf8(header), "same nagłówki"),
                Arguments.of("1 000 columns", "baza.csv", utf8(columns + "\r\n"), "za dużo kolumn"),
                Arguments.of("20 001 rows", "baza.csv", utf8(rows), "więcej niż 20 000 wierszy"),
                Arguments.of("a picture named as a table", "baza.csv", png, "nie umiemy odczytać"),
                Arguments.of("a table named as a workbook", "baza.xlsx", utf8(header), "nie umiemy odczytać"),
                Arguments.of("macros", "baza.xlsm", zip(macros), "zawiera makra"),
                Arguments.of("a bomb", "baza.xlsx", zip(bomb), "za duży"),
                Arguments.of("a broken workbook", "baza.xlsx", zip(workbook), "uszkodzony"),
                Arguments.of("half an archive", "baza.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0}, "uszkodzony"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void a_file_that_cannot_be_taken_is_refused_with_a_sentence(String what, String name, byte[] content, String says) {
        var clerk = people.signedIn(Role.CLERK);

        var reply = send(clerk, name, content);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page()
                        .select(".error-summary, .invalid-feedback, [role=alert]")
                        .text())
                .as(reply.page().select("main").text())
                .contains(says);
        assertThat(clerk.get(IMPORTS).status()).isEqualTo(200);
    }

    @Test
    void a_file_above_the_limit_is_refused_with_a_sentence() {
        var reply = send(people.signedIn(Role.CLERK), "baza.csv", new byte[20 * 1024 * 1024 + 1]);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().text()).contains("za duży");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void the_directory_s_own_export_changes_nothing_when_it_comes_back(String type) {
        var mark = "Wraca " + type + " ";
        var known = List.of(
                existing.full(mark + "Pełna"),
                existing.listed(existing.entry(mark + "Skąpa").with(OrganisationField.KRS, "")),
                existing.listed(existing.entry(mark + "Spoza Województwa")
                        .with(OrganisationField.TOWN, "Warszawa")
                        .with(OrganisationField.COUNTY, "1465")
                        .with(OrganisationField.AREA, "COUNTRY")
                        .with(OrganisationField.LEGAL_FORM, "OTHER_ELIGIBLE_ENTITY")
                        .with(OrganisationField.STATE, "STRUCK_OFF")),
                existing.listed(existing.entry(mark + "Zagraniczna")
                        .with(OrganisationField.AREA, "ABROAD")
                        .with(OrganisationField.MEMBERS, "NONE")
                        .with(OrganisationField.VOLUNTEERS, "UP_TO_10")
                        .with(OrganisationField.CONTACT_EMAIL, "skryta@example.org")
                        .with(OrganisationField.CONTACT_PHONE, "56 111 22 33")),
                existing.listed(existing.entry(mark + "Wielka")
                        .with(OrganisationField.AREA, "COUNTY")
                        .with(OrganisationField.MEMBERS, "ABOVE_200")
                        .with(OrganisationField.VOLUNTEERS, "UP_TO_200")
                        .with(OrganisationField.CONTACT_PHONE, "+48 56 111 22 33")
                        .with(OrganisationField.CONTACT_PUBLIC, "true")));
        var clerk = people.signedIn(Role.CLERK);
        var export = clerk.get("/organizacje." + type).response().body();

        var sent = send(clerk, "organizacje." + type, export);
        assertThat(sent.status()).as(sent.page().select("main").text()).isEqualTo(303);
        clerk.post(
                sent.location() + "/sprawdz", chosen(clerk.get(sent.location()).page()));
        jobs.runDue();

        var importId = Long.parseLong(sent.location().replaceAll("\\D", ""));
        assertThat(rows.withOutcome(importId, ImportRow.Outcome.SAME, 0, 20_000))
                .extracting(ImportRow::organisationId)
                .containsAll(known.stream().map(Organisation::key).toList());
    }

    @Test
    void no_file_is_asked_for() {
        var reply = Multipart.form().field("x", "y").post(people.signedIn(Role.CLERK), IMPORTS);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().text()).contains("Wybierz plik z tabelą organizacji");
    }

    @Test
    void refused_rows_are_checked_again_once_what_stood_against_them_is_mended() {
        var clerk = people.signedIn(Role.CLERK);
        var first = existing.listed(existing.entry("Niemożliwa Para").with(OrganisationField.KRS, ""));
        var second = existing.listed(existing.entry("Niemożliwa Para").with(OrganisationField.KRS, ""));
        var address = send(
                        clerk,
                        "baza.csv",
                        utf8(
                                "Nazwa;Forma;Miejscowość;Powiat;WWW\r\nNiemożliwa Para;fundacja;Toruń;Toruń;para.example.org\r\n"))
                .location();
        clerk.post(address + "/sprawdz", chosen(clerk.get(address).page()));
        jobs.runDue();
        assertThat(clerk.get(address).page().text()).contains("jest kilka organizacji o tej nazwie");
        assertThat(clerk.post(address + "/odrzucone", Map.of()).status()).isEqualTo(409);
        clerk.post(address + "/wczytaj", Map.of());
        jobs.runDue();

        var changed = saving.change(
                first.slug(), first.revision(), existing.entry("Niemożliwa Para Osobna"), existing.clerk());
        assertThat(changed).isInstanceOf(SavingOrganisation.Saved.Done.class);
        assertThat(clerk.get(address)
                        .page()
                        .select("form[action$=odrzucone] button")
                        .text())
                .isEqualTo("Sprawdź te wiersze jeszcze raz");
        assertThat(clerk.post(address + "/odrzucone", Map.of()).status()).isEqualTo(303);
        jobs.runDue();
        clerk.post(address + "/wczytaj", Map.of());
        jobs.runDue();

        assertThat(figures(clerk.get(address).page()))
                .containsEntry("zmieniono", "1")
                .containsEntry("z błędami", "0");
        assertThat(organisations.findBySlug(second.slug()).orElseThrow().website())
                .isEqualTo("https://para.example.org");
    }

    @Test
    void of_an_import_whose_rows_are_deleted_the_numbers_are_shown_and_nothing_can_be_done() {
        var clerk = people.signedIn(Role.CLERK);
        var address = send(clerk, "stara.csv", utf8("Nazwa;Miejscowość\r\nBez Reszty;Lipno\r\n"))
                .location();
        clerk.post(address + "/sprawdz", chosen(clerk.get(address).page()));
        jobs.runDue();
        clock.advance(Duration.ofDays(31));
        jobs.runDue();

        var later = people.signedIn(Role.CLERK);
        var page = later.get(address).page();

        assertThat(page.text()).contains("Wiersze tego pliku usunęliśmy").doesNotContain("Bez Reszty");
        assertThat(figures(page)).containsEntry("z błędami", "1");
        assertThat(page.select("main form")).isEmpty();
        assertThat(later.post(address + "/sprawdz", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void two_rows_for_one_organisation_are_told_apart_by_their_numbers() {
        var clerk = people.signedIn(Role.CLERK);
        var krs = krs();
        var address = send(
                        clerk,
                        "baza.csv",
                        utf8("Nazwa;Forma;KRS;Miejscowość;Powiat\r\n"
                                + "Raz Pierwszy;fundacja;" + krs + ";Lipno;lipnowski\r\n"
                                + "Raz Drugi;fundacja;" + krs + ";Lipno;lipnowski\r\n"))
                .location();
        clerk.post(address + "/sprawdz", chosen(clerk.get(address).page()));
        jobs.runDue();

        assertThat(clerk.get(address)
                        .page()
                        .select("tbody tr:contains(Raz Drugi)")
                        .text())
                .contains("Ta sama organizacja jest już w wierszu 2");
    }

    @Test
    void an_office_imports_its_base_of_1800_rows_that_was_never_adapted_to_us(Browser office) {
        office.as(people.signedIn(Role.CLERK));
        var first = krs();
        var table = "L.p.;Pełna nazwa organizacji;Typ;Numer KRS;ul.;nr;kod;Miasto;Powiat;Telefon kontaktowy;OPP\r\n"
                + IntStream.range(0, 1_800)
                        .mapToObj(at -> at + 1 + ";Stowarzyszenie Nasza Gmina nr " + at + ";stow.;"
                                + (at == 0 ? first : krs()) + ";Długa;" + (at % 90 + 1) + ";86-300;Grudziądz;"
                                + "m. Grudziądz;;" + (at % 4 == 0 ? "tak" : "nie") + "\r\n")
                        .collect(Collectors.joining());
        var page = office.page();

        office.open(IMPORTS);
        page.setInputFiles("#file", new FilePayload("organizacje 2023.csv", "text/csv", table.getBytes(WINDOWS)));
        page.click("button:has-text('Wyślij plik')");
        assertThat(page.textContent("main")).contains("1\u00a0800 wierszy", "Pełna nazwa organizacji");
        assertThat(office.barriers()).isEmpty();
        page.click("button:has-text('Sprawdź wiersze')");
        page.waitForSelector("progress");
        assertThat(office.barriers()).isEmpty();
        jobs.runDue();
        // The page looks again by itself.
        page.click("button:has-text('Wczytaj do bazy')");
        page.waitForSelector("progress");
        jobs.runDue();
        page.waitForSelector(".figure-label:has-text('dodano')");

        assertThat(page.textContent(".figure:has-text('dodano') .figure-number").replaceAll("\\D", ""))
                .isEqualTo("1800");
        assertThat(organisations.findByKrs(first).orElseThrow())
                .returns("1", Organisation::house)
                .returns("Grudziądz", Organisation::town)
                .returns("0462", Organisation::countyTeryt);
        assertThat(office.complaints()).isEmpty();
    }

    private Organisation imported(String name, byte[] content, String krs) {
        var clerk = people.signedIn(Role.CLERK);
        var sent = send(clerk, name, content);
        assertThat(sent.status()).as(sent.page().select("main").text()).isEqualTo(303);
        var address = sent.location();
        clerk.post(address + "/sprawdz", chosen(clerk.get(address).page()));
        jobs.runDue();
        clerk.post(address + "/wczytaj", Map.of());
        jobs.runDue();
        return organisations
                .findByKrs(krs)
                .orElseThrow(() -> new AssertionError(
                        clerk.get(address).page().select("main").text()));
    }

    private static Web.Reply send(Web web, String name, byte[] content) {
        return Multipart.form().file("file", name, content).post(web, IMPORTS);
    }

    private static Map<String, String> chosen(Document page) {
        return page.select("select[name^=column-]").stream()
                .collect(Collectors.toMap(
                        select -> select.attr("name"),
                        select -> select.select("option[selected]").val()));
    }

    private static Map<String, String> figures(Document page) {
        return page.select(".figure").stream()
                .collect(Collectors.toMap(
                        figure -> figure.select(".figure-label").text(),
                        figure -> figure.select(".figure-number").text()));
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] utf8(String table) {
        return table.getBytes(StandardCharsets.UTF_8);
    }

    private static String krs() {
        return "07%08d".formatted(NEXT.incrementAndGet());
    }
}
