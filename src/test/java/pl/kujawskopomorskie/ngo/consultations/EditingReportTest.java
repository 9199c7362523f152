package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionOperations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.shared.documents.PdfUa;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** Words that are hidden when the report is out already are gone from every place where the public could read them. */
@PortalTest
class EditingReportTest {

    private static final String REASON = "dane osobowe";

    private final PublishingReport publishing;
    private final CorrectingReport correcting;
    private final AnsweringRemark answering;
    private final ApprovingAnswer approving;
    private final GroupingRemarks grouping;
    private final SubmittingRemark submitting;
    private final EnteringRemark entering;
    private final HidingText hiding;
    private final HidingInNotice hidingInNotice;
    private final KeepingDocuments documents;
    private final ConsultationReports reports;
    private final RemarksOfPerson ofPerson;
    private final ConsultationRows rows;
    private final People people;
    private final Jobs jobs;
    private final TestClock clock;
    private final Actor clerk;

    EditingReportTest(
            PublishingReport publishing,
            CorrectingReport correcting,
            AnsweringRemark answering,
            ApprovingAnswer approving,
            GroupingRemarks grouping,
            SubmittingRemark submitting,
            EnteringRemark entering,
            HidingText hiding,
            HidingInNotice hidingInNotice,
            KeepingDocuments documents,
            ConsultationReports reports,
            RemarksOfPerson ofPerson,
            ConsultationRows rows,
            People people,
            Jobs jobs,
            TestClock clock) {
        this.publishing = publishing;
        this.correcting = correcting;
        this.answering = answering;
        this.approving = approving;
        this.grouping = grouping;
        this.submitting = submitting;
        this.entering = entering;
        this.hiding = hiding;
        this.hidingInNotice = hidingInNotice;
        this.documents = documents;
        this.reports = reports;
        this.ofPerson = ofPerson;
        this.rows = rows;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
        this.clerk = people.person(Role.CLERK);
    }

    @Test
    void hidden_words_of_a_rationale_are_gone_from_every_surface(Web visitor) throws Exception {
        var consultation = published(remark("Mieszkam przy Tajnej 7 i widzę to z okna."));
        assertThat(surfaces(visitor, consultation))
                .allSatisfy((surface, text) ->
                        assertThat(holds(surface, text, "Tajnej 7")).as(surface).isTrue());

        assertThat(hide(consultation, RemarkRedaction.Field.RATIONALE, "Tajnej 7"))
                .isEqualTo(new Answering.Done(1));

        gone(visitor, consultation, "Tajnej 7");
        assertThat(surfaces(visitor, consultation))
                .allSatisfy((surface, text) -> assertThat(holds(surface, text, "[ukryto: dane osobowe]"))
                        .as(surface)
                        .isTrue());
        told(
                visitor,
                consultation,
                "Ukryto część uzasadnienia (uwaga " + consultation.reference() + "/0001). Powód: dane osobowe");
    }

    @Test
    void the_new_edition_has_a_number_a_hash_that_holds_and_the_rest_as_it_was(Web visitor) throws Exception {
        var consultation = published(remark("Pisze Jan Tajny."), remark("Za krótki termin."));
        var before = visitor.get(report(consultation) + ".json").text();
        var hashBefore = hash(consultation);

        hide(consultation, RemarkRedaction.Field.RATIONALE, "Jan Tajny");

        var json = visitor.get(report(consultation) + ".json").text();
        var text = json.substring(json.indexOf("\"report\":") + 9, json.length() - 1);
        assertThat(json).startsWith("{\"sha256\":\"" + sha256(text) + "\",\"edition\":2,");
        assertThat(text).contains("\"edition\":2").contains("Za krótki termin.");
        assertThat(second(text)).isEqualTo(second(before.substring(0, before.length() - 1)));
        assertThat(hash(consultation)).isNotEqualTo(hashBefore);
        var page = visitor.get(report(consultation)).page().text();
        assertThat(page).contains("Wydanie 2, bez ukrytych słów").contains(hash(consultation));
        assertThat(page).doesNotContain(hashBefore);
    }

    @Test
    void it_is_in_the_audit_log_with_reason_and_person_and_without_the_words() throws Exception {
        var consultation = published(remark("Pisze Jan Tajny."));
        var before = hash(consultation);

        hide(consultation, RemarkRedaction.Field.RATIONALE, "Jan Tajny");

        assertThat(rows.value(
                        "SELECT CONCAT(actor_id, ' ', detail) FROM audit_log WHERE action = 'TEXT_HIDDEN'"
                                + " AND subject_ref = ?",
                        consultation.reference() + "/0001"))
                .isEqualTo(clerk.personId() + " RATIONALE, edition 2, hash_before " + before + ": dane osobowe");
    }

    @Test
    void printed_volumes_with_the_words_are_deleted_with_their_bytes_and_printed_anew(Web visitor) throws Exception {
        var consultation = published(remark("Pisze Jan Tajny."));
        var file = rows.value(
                "SELECT v.file_id FROM report_volume v JOIN consultation_report r ON r.id = v.report_id"
                        + " WHERE r.consultation_id = ?",
                consultation.key());

        hide(consultation, RemarkRedaction.Field.RATIONALE, "Jan Tajny");

        assertThat(rows.value("SELECT COUNT(*) FROM stored_file WHERE id = ?", file))
                .isEqualTo("0");
        assertThat(rows.value("SELECT COUNT(*) FROM stored_file_part WHERE file_id = ?", file))
                .isEqualTo("0");
        assertThat(visitor.get(report(consultation) + ".pdf").status()).isEqualTo(503);
        jobs.runDue();
        var pdf = visitor.get(report(consultation) + ".pdf").response().body();
        PdfUa.assertHolds(pdf);
        assertThat(words(pdf)).doesNotContain("Jan Tajny").contains("Wydanie 2");
    }

    @Test
    void a_volume_printed_from_what_was_read_before_is_not_kept(PrintingReport printing, PublishedReports published)
            throws Exception {
        var consultation = published(remark("Pisze Jan Tajny."));
        var read = published.of(consultation).orElseThrow();

        hide(consultation, RemarkRedaction.Field.RATIONALE, "Jan Tajny");

        assertThat(printing.keep(read, 1, new byte[] {1})).isFalse();
        assertThat(rows.value("SELECT COUNT(*) FROM report_volume WHERE report_id = ?", read.id()))
                .isEqualTo("0");
    }

    @Test
    void words_that_take_in_others_hidden_before_are_hidden_whole(Web visitor) throws Exception {
        var consultation = published(remark("Pisze Jan Tajny, ul. Kryta 5, i prosi."));

        hide(consultation, RemarkRedaction.Field.RATIONALE, "Jan Tajny");
        hide(consultation, RemarkRedaction.Field.RATIONALE, "Tajny, ul. Kryta 5");

        gone(visitor, consultation, "Kryta 5");
        assertThat(visitor.get(report(consultation)).page().text()).contains("Wydanie 3");
    }

    @Test
    void the_current_wording_that_a_clerk_entered_can_be_hidden_before_the_report_and_after(Web visitor)
            throws Exception {
        var early = rows.open();
        enter(early, "Pan Stary Tajny dostanie dotację.");
        assertThat(hide(early, RemarkRedaction.Field.CURRENT_WORDING, "Stary Tajny"))
                .isEqualTo(new Answering.Done(1));
        assertThat(visitor.get("/konsultacje/" + early.slug() + "/uwagi/1").text())
                .contains("[ukryto: dane osobowe]")
                .doesNotContain("Stary Tajny");

        var late = rows.open();
        enter(late, "Pan Stary Tajny dostanie dotację.");
        publish(late, 1);
        hide(late, RemarkRedaction.Field.CURRENT_WORDING, "Stary Tajny");
        gone(visitor, late, "Stary Tajny");
        assertThat(visitor.get("/konsultacje/" + late.slug() + "/uwagi/1").text())
                .contains("[ukryto: dane osobowe]");
        told(visitor, late, "Ukryto część obecnego brzmienia");
    }

    @Test
    void words_of_an_answer_are_hidden_for_all_remarks_that_share_it(Web visitor) throws Exception {
        var consultation = rows.open();
        submit(consultation, remark("Pierwsza."));
        submit(consultation, remark("Druga."));
        grouping.group(consultation.slug(), Set.of(1, 2), "Razem", clerk);
        publish(consultation, 2);

        assertThat(hide(consultation, RemarkRedaction.Field.ANSWER, "Racja")).isEqualTo(new Answering.Done(2));

        gone(visitor, consultation, "Racja");
        assertThat(visitor.get("/konsultacje/" + consultation.slug() + "/uwagi?szukaj=Racja")
                        .page()
                        .select("article tbody tr"))
                .isEmpty();
        told(
                visitor,
                consultation,
                "(uwaga " + consultation.reference() + "/0001, " + consultation.reference() + "/0002)");
    }

    @Test
    void an_attachment_can_be_hidden_after_the_report(Web visitor) throws Exception {
        var consultation = published(new RemarkEntry(
                1,
                "par_2",
                "",
                "Z mapą.",
                false,
                UUID.randomUUID().toString(),
                List.of(new SentFile("tajna.txt", "Jan Tajny".getBytes(StandardCharsets.UTF_8))),
                Set.of()));
        var link = visitor.get("/konsultacje/" + consultation.slug() + "/uwagi/1")
                .page()
                .selectFirst("a[href*=zalaczniki]")
                .attr("href");
        assertThat(visitor.send(visitor.request(link).GET()).status()).isEqualTo(200);

        hide(consultation, RemarkRedaction.Field.ATTACHMENT, link.split("/")[6]);

        assertThat(visitor.send(visitor.request(link).GET()).status()).isEqualTo(404);
        assertThat(visitor.get("/konsultacje/" + consultation.slug() + "/uwagi/1")
                        .text())
                .doesNotContain("tajna.txt");
        told(visitor, consultation, "Ukryto załącznik (uwaga " + consultation.reference() + "/0001)");
    }

    @Test
    void an_author_takes_their_name_back_from_the_report_too(Web visitor) throws Exception {
        var consultation = rows.open();
        var author = people.named("Zofia Tajna");
        submitting.submit(consultation.slug(), named("Podpisuję się."), author, null);
        publish(consultation, 1);
        assertThat(visitor.get(report(consultation)).text()).contains("Zofia Tajna");
        var web = people.signedIn(author);
        var remark = "/konsultacje/" + consultation.slug() + "/uwagi/1";
        assertThat(web.get(remark).page().select("form[action$=usun-nazwisko]")).hasSize(1);

        assertThat(people.signedIn(Role.RESIDENT)
                        .post(remark + "/usun-nazwisko", Map.of())
                        .status())
                .isEqualTo(404);
        var taken = web.post(remark + "/usun-nazwisko", Map.of());
        assertThat(taken.status()).isEqualTo(303);
        assertThat(web.get(taken.location()).page().select(".done").text()).startsWith("Usunięto Twoje nazwisko");

        gone(visitor, consultation, "Zofia Tajna");
        told(visitor, consultation, "Usunięto nazwisko autora");
        assertThat(web.get(remark).page().select("form[action$=usun-nazwisko]")).isEmpty();
    }

    @Test
    void who_has_their_account_erased_takes_the_name_from_the_report(
            Web visitor, TransactionOperations<Connection> transactions) throws Exception {
        var consultation = rows.open();
        var author = people.named("Zofia Tajna");
        submitting.submit(consultation.slug(), named("Podpisuję się."), author, null);
        publish(consultation, 1);

        transactions.executeWrite(status -> {
            ofPerson.erase(author.personId());
            return "";
        });

        gone(visitor, consultation, "Zofia Tajna");
    }

    @Test
    void words_of_the_title_the_introduction_and_a_correction_are_gone_from_every_surface(Web visitor)
            throws Exception {
        var consultation = published(remark("Za krótki termin."));
        rows.insert(
                "UPDATE consultation SET title = 'Ulica Jana Tajnego', summary = 'O Jana Tajnego chodzi.',"
                        + " revision = revision + 1 WHERE id = ?",
                consultation.key());
        correcting.correct(consultation.slug(), "Chodziło o Jana Tajnego.", clerk);
        assertThat(visitor.get("/konsultacje/" + consultation.slug() + "/kanal.atom")
                        .text())
                .contains("Jana Tajnego");

        assertThat(hidingInNotice.hide(consultation.slug(), "Jana Tajnego", REASON, clerk))
                .isEqualTo(new Reporting.Done());
        assertThat(hidingInNotice.hide(consultation.slug(), "Wprowadzenie od pana Y", REASON, clerk))
                .isEqualTo(new Reporting.Done());

        gone(visitor, consultation, "Jana Tajnego");
        gone(visitor, consultation, "pana Y");
        for (var path : List.of("", "/kanal.atom", "/terminy.ics", "/uwagi")) {
            assertThat(visitor.get("/konsultacje/" + consultation.slug() + path).text())
                    .as(path)
                    .doesNotContain("Jana Tajnego");
        }
        assertThat(visitor.getJson("/api/v1/consultations/" + consultation.slug())
                        .text())
                .contains("Ulica […]")
                .doesNotContain("Jana Tajnego");
        assertThat(visitor.get("/konsultacje?szukaj=Tajnego").text()).doesNotContain(consultation.slug());
        told(visitor, consultation, "Ukryto słowa w ogłoszeniu");
    }

    @Test
    void words_in_the_name_of_a_file_are_hidden_too_and_the_form_says_that_the_address_stays(Web visitor)
            throws Exception {
        var consultation = rows.open();
        var slug = "ulica-jana-tajnego-" + consultation.key();
        rows.insert("UPDATE consultation SET slug = ? WHERE id = ?", slug, consultation.key());
        assertThat(documents.add(
                        slug,
                        "Pismo",
                        "Zwykły tekst.".getBytes(StandardCharsets.UTF_8),
                        "Pismo Jana Tajnego.txt",
                        clerk))
                .isInstanceOf(LifeChange.Done.class);
        assertThat(visitor.get("/konsultacje/" + slug).text()).contains("Tajnego.txt");

        assertThat(people.signedIn(clerk)
                        .get("/biuro/konsultacje/" + slug + "/sprawozdanie")
                        .page()
                        .text())
                .contains("Nie zmieni się adres strony, /konsultacje/" + slug);
        assertThat(hidingInNotice.hide(slug, "Jana Tajnego", REASON, clerk)).isEqualTo(new Reporting.Done());

        var page = visitor.get("/konsultacje/" + slug);
        assertThat(page.text()).doesNotContain("Tajnego.txt").doesNotContain("Jana Tajnego");
        var document = visitor.send(
                visitor.request(page.page().selectFirst("a[href*=/dokumenty/]").attr("href"))
                        .GET());
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.header("Content-Disposition")).contains("Pismo ").doesNotContain("Tajnego");
        assertThat(visitor.getJson("/api/v1/consultations/" + slug).text()).doesNotContain("Tajnego.txt");
    }

    @Test
    void what_would_hide_too_much_nothing_or_tell_the_words_again_is_refused() throws Exception {
        var consultation = published(remark("Pisze Jan Tajny."));

        assertThat(hiding.hide(
                        consultation.slug(), 1, RemarkRedaction.Field.RATIONALE, "Jan Tajny", "to Jan Tajny", clerk))
                .isInstanceOf(Answering.Invalid.class);
        assertThat(hidingInNotice.hide(consultation.slug(), "a", REASON, clerk)).isInstanceOf(Reporting.Invalid.class);
        assertThat(hidingInNotice.hide(consultation.slug(), "nie ma tych słów", REASON, clerk))
                .isInstanceOf(Reporting.Invalid.class);
        for (var role : List.of(Role.DEPARTMENT_OFFICER, Role.AUDITOR)) {
            assertThat(hiding.hide(
                            consultation.slug(),
                            1,
                            RemarkRedaction.Field.RATIONALE,
                            "Jan Tajny",
                            REASON,
                            people.person(role)))
                    .isEqualTo(new Answering.Forbidden());
            assertThat(hidingInNotice.hide(consultation.slug(), "Wprowadzenie", REASON, people.person(role)))
                    .isEqualTo(new Reporting.Forbidden());
        }
        assertThat(rows.value("SELECT edition FROM consultation_report WHERE consultation_id = ?", consultation.key()))
                .isEqualTo("1");
    }

    @Test
    void a_clerk_does_it_on_the_page_of_the_remark_and_on_that_of_the_report() throws Exception {
        var consultation = published(remark("Pisze Jan Tajny."));
        var office = people.signedIn(clerk);
        var desk = "/biuro/konsultacje/" + consultation.slug();

        assertThat(office.get(desk + "/uwagi/1").page().text()).contains("Dostanie nowe wydanie bez tych słów");
        var hidden = office.post(
                desk + "/uwagi/1/ukryj",
                Map.of("hiddenField", "RATIONALE", "hiddenText", "Jan Tajny", "hideReason", REASON));
        var refused =
                office.post(desk + "/sprawozdanie/ukryj", Map.of("hiddenWords", "Nie ma tego", "hideReason", REASON));
        var done = office.post(desk + "/sprawozdanie/ukryj", Map.of("hiddenWords", "od pana Y", "hideReason", REASON));

        assertThat(hidden.status()).isEqualTo(303);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().selectFirst("#hiddenWords").attr("value")).isEqualTo("Nie ma tego");
        assertThat(done.status()).isEqualTo(303);
        assertThat(reports.corrections(key(consultation))).hasSize(2);
    }

    @Test
    void everybody_can_use_the_pages_of_it(Browser browser, Web visitor) throws Exception {
        var consultation = published(remark("Pisze Jan Tajny."));
        hide(consultation, RemarkRedaction.Field.RATIONALE, "Jan Tajny");
        var office = people.signedIn(clerk);

        for (var path : List.of(report(consultation) + ".pdf", report(consultation))) {
            assertThat(HtmlValidity.problems(visitor.get(path).text())).as(path).isEmpty();
            browser.width(Browser.NARROW).open(path);
            assertThat(browser.barriers()).as(path).isEmpty();
            assertThat(browser.overflow()).as(path).isEmpty();
        }
        browser.as(office);
        for (var path : List.of("/uwagi/1", "/sprawozdanie")) {
            browser.width(Browser.NARROW).open("/biuro/konsultacje/" + consultation.slug() + path);
            browser.page().locator("details.panel > summary").first().click();
            assertThat(browser.barriers()).as(path).isEmpty();
            assertThat(browser.overflow()).as(path).isEmpty();
        }
    }

    private Consultation published(RemarkEntry... remarks) throws Exception {
        var consultation = rows.open();
        for (var remark : remarks) {
            submit(consultation, remark);
        }
        publish(consultation, remarks.length);
        return consultation;
    }

    private void publish(Consultation consultation, int remarks) {
        for (var number = 1; number <= remarks; number++) {
            answering.sendToReview(
                    consultation.slug(),
                    number,
                    new AnswerEntry(Answer.Position.ACCEPTED, "Racja.", "", AnswerEntry.NONE_READ, false),
                    clerk);
            approving.approve(consultation.slug(), Map.of(number, 0), clerk);
        }
        clock.set(ConsultationRows.CLOSES.plusSeconds(60));
        assertThat(publishing.publish(consultation.slug(), "Wprowadzenie od pana Y.", "", -1, clerk))
                .isEqualTo(new Reporting.Done());
        jobs.runDue();
        clock.set(TestClock.START);
    }

    private void submit(Consultation consultation, RemarkEntry remark) {
        assertThat(submitting.submit(consultation.slug(), remark, people.named("Osoba"), null))
                .isInstanceOf(Submission.Accepted.class);
    }

    private void enter(Consultation consultation, String currentWording) {
        entering.enter(
                consultation.slug(),
                1,
                List.of(new OfficeEntry(
                        1,
                        "",
                        Channel.PAPER,
                        "Fundacja",
                        true,
                        LocalDate.of(2026, 11, 20),
                        currentWording,
                        "Inaczej.",
                        "Bo tak.",
                        UUID.randomUUID().toString())),
                clerk);
    }

    private static RemarkEntry remark(String rationale) {
        return new RemarkEntry(
                1, "par_2", "", rationale, false, UUID.randomUUID().toString(), List.of(), Set.of());
    }

    private static RemarkEntry named(String rationale) {
        return new RemarkEntry(
                1, "par_2", "", rationale, true, UUID.randomUUID().toString(), List.of(), Set.of());
    }

    private Answering hide(Consultation consultation, RemarkRedaction.Field field, String words) {
        return hiding.hide(consultation.slug(), 1, field, words, REASON, clerk);
    }

    /** Every public place where words of a remark or of the report stand, each as text. */
    private static Map<String, String> surfaces(Web visitor, Consultation consultation) throws Exception {
        var found = new TreeMap<String, String>();
        for (var ending : List.of("", ".csv", ".json")) {
            found.put(
                    "report" + ending,
                    visitor.get(report(consultation) + ending).text());
        }
        found.put(
                "report.xlsx",
                unzipped(visitor.get(report(consultation) + ".xlsx").response().body()));
        found.put(
                "report.pdf",
                words(visitor.get(report(consultation) + ".pdf").response().body()));
        var base = "/konsultacje/" + consultation.slug();
        found.put("register", visitor.get(base + "/uwagi").text());
        found.put("remark", visitor.get(base + "/uwagi/1").text());
        found.put(
                "api",
                visitor.getJson("/api/v1/consultations/" + consultation.slug() + "/remarks")
                        .text());
        return found;
    }

    private void gone(Web visitor, Consultation consultation, String words) throws Exception {
        jobs.runDue();
        var all = new TreeMap<>(surfaces(visitor, consultation));
        var base = "/konsultacje/" + consultation.slug();
        for (var path : List.of("", "/kanal.atom", "/projekt", "/terminy.ics")) {
            all.put(path, visitor.get(base + path).text());
        }
        all.put(
                "corrections",
                visitor.get(report(consultation) + "-sprostowania.csv").text());
        all.put("atom of all", visitor.get("/konsultacje/kanal.atom").text());
        all.forEach((surface, text) -> assertThat(holds(surface, text, words))
                .as(surface + ": " + words)
                .isFalse());
        assertThat(rows.value(
                        "SELECT COUNT(*) FROM consultation_report r LEFT JOIN report_entry e ON e.report_id = r.id"
                                + " WHERE r.consultation_id = ? AND INSTR(CONCAT(r.frozen, COALESCE(e.entry, '')), ?) > 0",
                        consultation.key(),
                        words))
                .isEqualTo("0");
        assertThat(rows.value(
                        "SELECT COUNT(*) FROM report_volume v JOIN consultation_report r ON r.id = v.report_id"
                                + " WHERE r.consultation_id = ?",
                        consultation.key()))
                .isEqualTo("1");
    }

    private void told(Web visitor, Consultation consultation, String entry) {
        assertThat(visitor.get(report(consultation))
                        .page()
                        .selectFirst("#sprostowania")
                        .text())
                .contains(entry);
        for (var ending : List.of(".json", "-sprostowania.csv")) {
            assertThat(visitor.get(report(consultation) + ending).text())
                    .as(ending)
                    .contains(entry);
        }
    }

    // A PDF and a sheet break lines and escape characters as they like.
    private static boolean holds(String surface, String text, String words) {
        var plain = text.replaceAll("<[^>]*>", "").replace("\u00a0", " ").replaceAll("\\s+", " ");
        var exact = words.replace("\u00a0", " ");
        return plain.contains(exact)
                || (surface.endsWith(".pdf") && plain.replace(" ", "").contains(exact.replace(" ", "")));
    }

    private static String words(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\u00ad", "");
        }
    }

    private static String unzipped(byte[] xlsx) throws Exception {
        var path = Files.write(Files.createTempFile("report", ".xlsx"), xlsx);
        try (var zip = new ZipFile(path.toFile())) {
            var text = new StringBuilder();
            for (var entry : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
            return text.toString();
        } finally {
            Files.delete(path);
        }
    }

    private static String second(String report) {
        return report.substring(report.indexOf("{\"number\":2,"));
    }

    private long key(Consultation consultation) {
        return reports.findByConsultationId(consultation.key()).orElseThrow().key();
    }

    private String hash(Consultation consultation) {
        return HexFormat.of()
                .formatHex(reports.findByConsultationId(consultation.key())
                        .orElseThrow()
                        .hash());
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String report(Consultation consultation) {
        return "/konsultacje/" + consultation.slug() + "/sprawozdanie";
    }
}
