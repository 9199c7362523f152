package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationRows;
import pl.kujawskopomorskie.ngo.shared.documents.PdfUa;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** Organisations in a report: those invited, and those in whose name remarks were made. */
@PortalTest
class InvitationsInReportTest {

    private final PublishingReport publishing;
    private final AnsweringRemark answering;
    private final ApprovingAnswer approving;
    private final SubmittingRemark submitting;
    private final HidingInNotice hidingInNotice;
    private final HidingText hiding;
    private final ConsultationRows rows;
    private final OrganisationRows organisations;
    private final VoiceRows voices;
    private final People people;
    private final Jobs jobs;
    private final TestClock clock;
    private final Actor clerk;

    InvitationsInReportTest(
            PublishingReport publishing,
            AnsweringRemark answering,
            ApprovingAnswer approving,
            SubmittingRemark submitting,
            HidingInNotice hidingInNotice,
            HidingText hiding,
            ConsultationRows rows,
            OrganisationRows organisations,
            VoiceRows voices,
            People people,
            Jobs jobs,
            TestClock clock) {
        this.publishing = publishing;
        this.answering = answering;
        this.approving = approving;
        this.submitting = submitting;
        this.hidingInNotice = hidingInNotice;
        this.hiding = hiding;
        this.rows = rows;
        this.organisations = organisations;
        this.voices = voices;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
        this.clerk = people.person(Role.CLERK);
    }

    @Test
    void who_was_invited_stands_in_every_form_of_the_report_and_in_its_preview(Web visitor) throws Exception {
        var consultation = rows.open();
        var invited = organisations.listed("Ósme Koło Zaproszone");
        var later = organisations.listed("Stowarzyszenie Nieproszone Jeszcze");
        invite(consultation, invited, true);
        invite(consultation, later, false);
        clock.set(ConsultationRows.CLOSES);

        var preview = people.signedIn(clerk)
                .get("/biuro/konsultacje/" + consultation.slug() + "/sprawozdanie/podglad")
                .page();
        assertThat(preview.select("#przebieg").text()).contains("Zaproszone organizacje", "1 organizacja");
        assertThat(preview.select("#przebieg a[href$=/zaproszenia]")).hasSize(1);
        publish(consultation);

        var report = report(consultation);
        var page = visitor.get(report).page();
        assertThat(page.select("#przebieg").text()).contains("Zaproszone organizacje", "1 organizacja");
        var list = visitor.get(page.select("#przebieg a[href$=/zaproszeni]").attr("href"))
                .page();
        assertThat(list.select("li.entry a").eachAttr("href")).containsExactly("/organizacje/" + invited.slug());
        assertThat(words(visitor.get(report + ".pdf").response().body())).contains("Ósme Koło Zaproszone");
        PdfUa.assertHolds(visitor.get(report + ".pdf").response().body());
        try (var workbook = workbook(visitor, report)) {
            var sheet = workbook.getSheet("Zaproszone organizacje");
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("Ósme Koło Zaproszone");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo(invited.orgId());
            assertThat(text(workbook, "Objaśnienia")).contains("Zaproszona organizacja");
        }
        var json = visitor.get(report + ".json").text();
        assertThat(json)
                .contains("{\"name\":\"Ósme Koło Zaproszone\",\"organisation\":\"" + invited.slug() + "\",\"orgId\":\""
                        + invited.orgId() + "\",")
                .doesNotContain("Nieproszone")
                .contains("\"sha256\":\"" + sha256(frozen(json)) + "\"");
    }

    @Test
    void a_list_of_thousands_is_whole_on_pages_in_the_pdf_and_on_a_sheet(Web visitor, Queries queries)
            throws Exception {
        var small = rows.open();
        invite(small, organisations.listed("Koło Samotne"), true);
        var large = rows.open();
        inviteMany(large, 2_000);
        clock.set(ConsultationRows.CLOSES);
        publish(small);
        publish(large);
        var report = report(large);

        var page = visitor.get(report).page();
        assertThat(page.select("#przebieg").text().replace("\u00a0", " "))
                .contains("2 000 organizacji")
                .doesNotContain("Masowe");
        assertThat(visitor.get(report + "/zaproszeni?strona=20").page().select("li.entry"))
                .hasSize(100);
        assertThat(visitor.get(report + "/zaproszeni?strona=99").page().select("li.entry"))
                .hasSize(100);
        try (var workbook = workbook(visitor, report)) {
            assertThat(workbook.getSheet("Zaproszone organizacje").getLastRowNum())
                    .isEqualTo(2_000);
        }
        assertThat(words(visitor.get(report + ".pdf").response().body()))
                .contains("Masowe 0001 ")
                .contains("Masowe 2000 ");
        var ofSmall = queries.during(() -> visitor.get(report(small) + "/zaproszeni"));
        assertThat(queries.during(() -> visitor.get(report + "/zaproszeni?strona=2")))
                .hasSameSizeAs(ofSmall);
    }

    @Test
    void a_name_hidden_in_the_list_takes_what_leads_to_it_along(Web visitor) throws Exception {
        var consultation = rows.open();
        var hidden = organisations.listed("Fundacja Imienia Jana Tajnego");
        var other = organisations.listed("Koło Jawne");
        invite(consultation, hidden, true);
        invite(consultation, other, true);
        clock.set(ConsultationRows.CLOSES);
        publish(consultation);

        assertThat(hidingInNotice.hide(consultation.slug(), "Jana Tajnego", "dane osobowe", clerk))
                .isEqualTo(new Reporting.Done());

        var list = visitor.get(report(consultation) + "/zaproszeni").page();
        assertThat(list.select("li.entry").eachText())
                .anyMatch(line -> line.contains("Fundacja Imienia […]"))
                .noneMatch(line -> line.contains("Tajnego"));
        assertThat(list.select("li.entry a").eachAttr("href")).containsExactly("/organizacje/" + other.slug());
        var json = visitor.get(report(consultation) + ".json").text();
        assertThat(json)
                .doesNotContain(hidden.slug())
                .doesNotContain(hidden.orgId())
                .contains(other.slug());
    }

    @Test
    void a_remark_of_an_organisation_names_it_until_its_name_is_hidden(Web visitor) throws Exception {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Zabierające Głos");
        remark(consultation, organisation, 1);
        clock.set(ConsultationRows.CLOSES);
        publish(consultation);
        var report = report(consultation);
        var named = "\"organisation\":\"" + organisation.slug() + "\",\"orgId\":\"" + organisation.orgId() + "\"";
        assertThat(visitor.get(report + ".json").text()).contains(named);
        assertThat(visitor.get(report).page().select("#rejestr a[href=/organizacje/" + organisation.slug() + "]"))
                .hasSize(1);
        assertThat(visitor.get(report + ".csv").text()).contains(organisation.orgId());

        hiding.hide(
                consultation.slug(),
                1,
                RemarkRedaction.Field.AUTHOR,
                "Stowarzyszenie Zabierające Głos",
                "dane osobowe",
                clerk);

        assertThat(visitor.get(report + ".json").text())
                .doesNotContain(organisation.slug())
                .doesNotContain(organisation.orgId());
        assertThat(visitor.get(report).page().select("#rejestr a[href^=/organizacje/]"))
                .isEmpty();
    }

    @Test
    void a_report_of_the_layout_before_is_read_and_stays_one_when_words_in_it_are_hidden(Web visitor) throws Exception {
        var consultation = rows.open();
        submit(consultation, "Pisze Jan Tajny.", 1);
        submit(consultation, "Za krótki termin.", 2);
        clock.set(ConsultationRows.CLOSES);
        publish(consultation);
        rows.insert(
                "UPDATE consultation_report SET frozen = REPLACE(REPLACE(frozen, '\"format\":3', '\"format\":2'),"
                        + " '\"invitations\":[],', '') WHERE consultation_id = ?",
                consultation.key());
        var before = frozen(visitor.get(report(consultation) + ".json").text());
        assertThat(before)
                .startsWith("{\"format\":2,")
                .doesNotContain("\"invitations\"")
                .doesNotContain("\"organisation\"");
        assertThat(visitor.get(report(consultation)).page().select("#przebieg").text())
                .doesNotContain("Zaproszone");

        hiding.hide(consultation.slug(), 1, RemarkRedaction.Field.RATIONALE, "Jan Tajny", "dane osobowe", clerk);

        var after = frozen(visitor.get(report(consultation) + ".json").text());
        assertThat(after)
                .startsWith("{\"format\":2,")
                .contains("\"edition\":2")
                .doesNotContain("\"invitations\"")
                .doesNotContain("\"organisation\"")
                .doesNotContain("Jan Tajny");
    }

    private void publish(Consultation consultation) {
        assertThat(publishing.publish(consultation.slug(), "", "", -1, clerk)).isEqualTo(new Reporting.Done());
        jobs.runDue();
    }

    private void submit(Consultation consultation, String rationale, int number) {
        submitting.submit(consultation.slug(), entry(rationale), people.named("Osoba"), null);
        answer(consultation, number);
    }

    private void remark(Consultation consultation, Organisation organisation, int number) {
        var person = people.named("Janina Księgowa");
        submitting.submit(
                consultation.slug(), entry("Za krótko."), person, voices.representative(person, organisation));
        answer(consultation, number);
    }

    private void answer(Consultation consultation, int number) {
        answering.sendToReview(
                consultation.slug(),
                number,
                new AnswerEntry(Answer.Position.ACCEPTED, "Racja.", "", AnswerEntry.NONE_READ, false),
                clerk);
        approving.approve(consultation.slug(), Map.of(number, 0), clerk);
    }

    private static RemarkEntry entry(String rationale) {
        return new RemarkEntry(1, "par_2", "", rationale, false, RemarkEntry.newFormToken(), List.of(), Set.of());
    }

    private void invite(Consultation consultation, Organisation organisation, boolean mailed) {
        rows.insert(
                "INSERT INTO consultation_invitation (consultation_id, organisation_id, invited_at, invited_by, mailed_at)"
                        + " VALUES (?, ?, '2026-11-20 09:00:00', ?, ?)",
                consultation.key(),
                organisation.key(),
                clerk.personId(),
                mailed ? "2026-11-20 09:01:00" : null);
    }

    /** So many organisations that nobody looks for, invited by mail. */
    private void inviteMany(Consultation consultation, int many) {
        var pattern = organisations.listed("Stowarzyszenie Wzorcowe");
        var columns = rows.value("SELECT GROUP_CONCAT(column_name) FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND table_name = 'organisation'"
                + " AND column_name NOT IN ('id', 'slug', 'name', 'krs', 'regon', 'nip', 'merged_into')"
                + " AND extra NOT LIKE '%GENERATED%'");
        rows.insert(
                "INSERT INTO organisation (slug, name, merged_into, " + columns + ")"
                        + " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000),"
                        + " m (i) AS (SELECT i FROM n UNION ALL SELECT i + 1000 FROM n)"
                        + " SELECT CONCAT('masowe-', m.i), CONCAT('Masowe ', LPAD(m.i, 4, '0'), ' imienia ludzi dobrej woli'),"
                        + " o.id, " + columns + " FROM m JOIN organisation o ON o.id = ? WHERE m.i <= ?",
                pattern.key(),
                many);
        rows.insert(
                "INSERT INTO consultation_invitation (consultation_id, organisation_id, invited_at, invited_by, mailed_at)"
                        + " SELECT ?, o.id, '2026-11-20 09:00:00', ?, '2026-11-20 09:01:00' FROM organisation o"
                        + " WHERE o.merged_into = ?",
                consultation.key(),
                clerk.personId(),
                pattern.key());
    }

    private static XSSFWorkbook workbook(Web visitor, String report) throws Exception {
        return new XSSFWorkbook(new ByteArrayInputStream(
                visitor.get(report + ".xlsx").response().body()));
    }

    private static String text(XSSFWorkbook workbook, String sheet) {
        var text = new StringBuilder();
        for (Row row : workbook.getSheet(sheet)) {
            row.forEach(cell -> text.append(cell).append('\n'));
        }
        return text.toString();
    }

    private static String words(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    private static String frozen(String json) {
        return json.substring(json.indexOf("\"report\":") + 9, json.length() - 1);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String report(Consultation consultation) {
        return "/konsultacje/" + consultation.slug() + "/sprawozdanie";
    }
}
