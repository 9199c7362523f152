package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.shared.documents.PdfUa;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.testing.AtOnce;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class PublishingReportTest {

    private final PublishingReport publishing;
    private final CorrectingReport correcting;
    private final AnsweringRemark answering;
    private final ApprovingAnswer approving;
    private final SubmittingRemark submitting;
    private final ConsultationReports reports;
    private final PublishedReports published;
    private final ReportVolumes volumes;
    private final StoringFiles files;
    private final Jobs jobs;
    private final ConsultationRows rows;
    private final People people;
    private final TestClock clock;

    PublishingReportTest(
            PublishingReport publishing,
            CorrectingReport correcting,
            AnsweringRemark answering,
            ApprovingAnswer approving,
            SubmittingRemark submitting,
            ConsultationReports reports,
            PublishedReports published,
            ReportVolumes volumes,
            StoringFiles files,
            Jobs jobs,
            ConsultationRows rows,
            People people,
            TestClock clock) {
        this.publishing = publishing;
        this.correcting = correcting;
        this.answering = answering;
        this.approving = approving;
        this.submitting = submitting;
        this.reports = reports;
        this.published = published;
        this.volumes = volumes;
        this.files = files;
        this.jobs = jobs;
        this.rows = rows;
        this.people = people;
        this.clock = clock;
    }

    @Test
    void there_is_no_report_before_the_term_has_ended() {
        var consultation = rows.open();
        clock.set(ConsultationRows.CLOSES.minusSeconds(1));

        assertThat(publishing.publish(consultation.slug(), "", "", -1, people.person(Role.CLERK)))
                .isEqualTo(new Reporting.WrongMoment("report.notClosed"));
    }

    @Test
    void there_is_no_report_while_one_remark_lacks_an_approved_answer() {
        var consultation = rows.open();
        var clerk = people.person(Role.CLERK);
        submit(consultation, "Bez odpowiedzi.");
        submit(consultation, "Z odpowiedzią.");
        approve(consultation, 2, clerk);
        clock.set(ConsultationRows.CLOSES);

        assertThat(publishing.publish(consultation.slug(), "", "", -1, clerk)).isEqualTo(new Reporting.Unanswered(1));
        var page = people.signedIn(clerk)
                .post(desk(consultation), Map.of("action", "publish", "revision", "-1", "introduction", "Mój wstęp"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().text()).contains("1 uwaga nie ma zatwierdzonej odpowiedzi");
        assertThat(page.page().selectFirst("#introduction").text()).isEqualTo("Mój wstęp");
        assertThat(page.page().select("#unanswered a[href$='uwagi?stan=NONE']")).hasSize(1);
    }

    @Test
    void there_is_no_report_of_what_was_cancelled() {
        var consultation = rows.open();
        rows.insert(
                "UPDATE consultation SET cancelled_at = '2026-11-21 00:00:00', cancel_reason = 'Zmiana planów' WHERE id = ?",
                consultation.key());
        clock.set(ConsultationRows.CLOSES);

        assertThat(publishing.publish(consultation.slug(), "", "", -1, people.person(Role.CLERK)))
                .isEqualTo(new Reporting.WrongMoment("report.cancelled"));
    }

    @Test
    void only_a_clerk_publishes() {
        var consultation = rows.open();
        clock.set(ConsultationRows.CLOSES);

        for (var role : List.of(Role.DEPARTMENT_OFFICER, Role.AUDITOR, Role.ADMINISTRATOR)) {
            assertThat(publishing.publish(consultation.slug(), "", "", -1, people.person(role)))
                    .isEqualTo(new Reporting.Forbidden());
        }
    }

    @Test
    void zero_remarks_make_a_proper_report(Web visitor) throws Exception {
        var consultation = rows.open();
        clock.set(ConsultationRows.CLOSES);
        publish(consultation, people.person(Role.CLERK));
        jobs.runDue();

        var page = visitor.get(report(consultation));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().text()).contains("W terminie nie wpłynęła żadna uwaga.");
        PdfUa.assertHolds(visitor.get(report(consultation) + ".pdf").response().body());
    }

    @Test
    void a_published_report_does_not_change_whatever_else_does(Web visitor) {
        var consultation = answered();
        publish(consultation, people.person(Role.CLERK));
        var before =
                visitor.get(report(consultation)).page().selectFirst("article").html();
        var json = visitor.get(report(consultation) + ".json").text();

        rows.insert(
                "UPDATE consultation SET title = 'Podmieniony', participants = 'nikt' WHERE id = ?",
                consultation.key());
        rows.insert(
                "UPDATE remark SET rationale = 'Podmieniona', author_name = 'X' WHERE consultation_id = ?",
                consultation.key());
        rows.insert(
                "DELETE FROM answer WHERE remark_id IN (SELECT id FROM remark WHERE consultation_id = ?)",
                consultation.key());

        assertThat(visitor.get(report(consultation))
                        .page()
                        .selectFirst("article")
                        .html())
                .isEqualTo(before);
        assertThat(visitor.get(report(consultation) + ".json").text()).isEqualTo(json);
    }

    @Test
    void its_hash_is_that_of_the_text_in_the_json(Web visitor) throws Exception {
        var consultation = answered();
        publish(consultation, people.person(Role.CLERK));

        var json = visitor.get(report(consultation) + ".json").text();
        var report = json.substring(json.indexOf("\"report\":") + 9, json.length() - 1);

        assertThat(json).contains("\"sha256\":\"" + sha256(report) + "\"");
        assertThat(report).contains("\"publishedAt\":\"2026-").contains("Racja.");
    }

    @Test
    void the_files_hold_the_register_and_explain_its_columns(Web visitor) throws Exception {
        var consultation = answered();
        publish(consultation, people.person(Role.CLERK));
        jobs.runDue();

        var csv = visitor.get(report(consultation) + ".csv");
        var xlsx = visitor.get(report(consultation) + ".xlsx");
        var pdf = visitor.get(report(consultation) + ".pdf");
        var page = visitor.get(report(consultation)).page();

        assertThat(csv.text()).contains(consultation.reference() + "/0001").contains("Racja.");
        assertThat(xlsx.response().body()).startsWith('P', 'K');
        PdfUa.assertHolds(pdf.response().body());
        assertThat(page.select("details dt").eachText()).contains("Numer", "Stanowisko", "Skrót uwagi");
        assertThat(visitor.get(report(consultation) + "-tom-2.pdf").status()).isEqualTo(404);
    }

    @Test
    void the_pdf_is_made_by_a_job_and_kept(Web visitor) {
        var consultation = answered();
        publish(consultation, people.person(Role.CLERK));

        jobs.runDue();

        var key = reports.findByConsultationId(consultation.key()).orElseThrow().key();
        var kept = volumes.findByReportIdAndNumberAndCorrections(key, 1, 0).orElseThrow();
        assertThat(visitor.get(report(consultation) + ".pdf").response().body())
                .isEqualTo(files.load(files.find(kept.fileId()).orElseThrow()));
    }

    @Test
    void who_comes_before_the_pdf_is_made_is_told_to_come_again_and_gets_it_then(Web visitor) {
        var consultation = answered();
        publish(consultation, people.person(Role.CLERK));

        var early = visitor.get(report(consultation) + ".pdf");

        assertThat(early.status()).isEqualTo(503);
        assertThat(early.header("Content-Type")).startsWith("text/html");
        assertThat(early.header("Retry-After")).isEqualTo("30");
        assertThat(early.page().selectFirst("h1").text()).isEqualTo("Plik PDF jest w przygotowaniu");
        jobs.runDue();
        assertThat(visitor.get(report(consultation) + ".pdf").status()).isEqualTo(200);
    }

    @Test
    void a_pdf_that_got_lost_is_printed_again_when_somebody_asks_for_it(Web visitor) {
        var consultation = answered();
        publish(consultation, people.person(Role.CLERK));
        jobs.runDue();
        rows.insert(
                "DELETE FROM report_volume WHERE report_id = ?",
                reports.findByConsultationId(consultation.key()).orElseThrow().key());

        assertThat(visitor.get(report(consultation) + ".pdf").status()).isEqualTo(503);
        jobs.runDue();

        assertThat(visitor.get(report(consultation) + ".pdf").status()).isEqualTo(200);
    }

    @Test
    void what_a_node_of_the_release_before_printed_is_printed_anew(Web visitor) {
        var consultation = answered();
        publish(consultation, people.person(Role.CLERK));
        var key = reports.findByConsultationId(consultation.key()).orElseThrow().key();
        jobs.runDue();
        rows.insert("UPDATE report_volume SET file_id = NULL, pdf = 'PDF' WHERE report_id = ?", key);

        assertThat(visitor.get(report(consultation) + ".pdf").status()).isEqualTo(503);
        jobs.runDue();

        assertThat(visitor.get(report(consultation) + ".pdf").status()).isEqualTo(200);
        assertThat(volumes.findByReportId(key)).hasSize(1);
    }

    @Test
    void two_nodes_that_print_at_once_keep_each_volume_once(PrintingReport printing) throws Exception {
        var consultation = answered();
        publish(consultation, people.person(Role.CLERK));
        var key = reports.findByConsultationId(consultation.key()).orElseThrow().key();
        Callable<Object> print = () -> {
            printing.run(String.valueOf(key));
            return "";
        };

        AtOnce.run(List.of(print, print));

        assertThat(volumes.findByReportId(key)).hasSize(1);
    }

    @Test
    void who_follows_is_told(Mailbox mailbox) {
        var consultation = answered();
        var email = "obserwator-" + consultation.slug() + "@example.org";
        rows.insert(
                "INSERT INTO follower (email, email_key, consultation_id, scope, pace, language, token_hash, asked_at,"
                        + " confirmed_at) VALUES (?, ?, ?, ?, 'AT_ONCE', 'pl', UNHEX(SHA2(?, 256)),"
                        + " '2026-11-20 08:00:00', '2026-11-20 08:00:00')",
                email,
                email,
                consultation.key(),
                consultation.key(),
                email);

        publish(consultation, people.person(Role.CLERK));
        jobs.runDue();

        assertThat(mailbox.last(email).body()).contains(report(consultation));
    }

    @Test
    void of_two_clerks_at_once_one_publishes() throws Exception {
        var consultation = answered();
        var one = people.person(Role.CLERK);
        var other = people.person(Role.CLERK);

        var outcomes = AtOnce.<Object>run(List.of(
                () -> publishing.publish(consultation.slug(), "Pierwszy", "", -1, one),
                () -> publishing.publish(consultation.slug(), "Drugi", "", -1, other)));

        assertThat(outcomes)
                .containsExactlyInAnyOrder(new Reporting.Done(), new Reporting.WrongMoment("report.already"));
    }

    @Test
    void an_answer_changed_while_publishing_is_in_the_report_whole_or_comes_too_late() throws Exception {
        var consultation = answered();
        var one = people.person(Role.CLERK);
        var other = people.person(Role.CLERK);

        var outcomes = AtOnce.<Object>run(List.of(
                () -> publishing.publish(consultation.slug(), "", "", -1, one),
                () -> approving.reopen(consultation.slug(), 1, 1, other)));

        if (outcomes.getFirst() instanceof Reporting.Done) {
            assertThat(outcomes.getLast()).isEqualTo(new Answering.WrongMoment("answers.reported"));
            assertThat(published
                            .entries(published.of(consultation).orElseThrow(), 0, 10)
                            .getFirst()
                            .answer())
                    .isEqualTo("Racja.");
        } else {
            assertThat(outcomes).isEqualTo(List.of(new Reporting.Unanswered(1), new Answering.Done(1)));
        }
    }

    @Test
    void two_clerks_do_not_overwrite_each_others_words() {
        var consultation = rows.open();
        publishing.save(consultation.slug(), "Mój wstęp.", "", -1, people.person(Role.CLERK));

        assertThat(publishing.save(consultation.slug(), "Inny wstęp.", "", -1, people.person(Role.CLERK)))
                .isEqualTo(new Reporting.Stale());
        assertThat(publishing.save(consultation.slug(), "Inny wstęp.", "", 0, people.person(Role.CLERK)))
                .isEqualTo(new Reporting.Done());
    }

    @Test
    void a_correction_stands_under_the_report_and_changes_nothing_in_it(Web visitor) throws Exception {
        var consultation = answered();
        var clerk = people.person(Role.CLERK);
        assertThat(correcting.correct(consultation.slug(), "Za wcześnie.", clerk))
                .isEqualTo(new Reporting.WrongMoment("report.notYet"));
        publish(consultation, clerk);
        var hash =
                reports.findByConsultationId(consultation.key()).orElseThrow().sha256();
        jobs.runDue();
        var first = visitor.get(report(consultation) + ".pdf").response().body();

        assertThat(correcting.correct(consultation.slug(), "  ", clerk)).isInstanceOf(Reporting.Invalid.class);
        assertThat(correcting.correct(consultation.slug(), "W § 2 ma być 21 dni.", clerk))
                .isEqualTo(new Reporting.Done());

        assertThat(visitor.get(report(consultation))
                        .page()
                        .selectFirst("#sprostowania")
                        .text())
                .contains("W § 2 ma być 21 dni.");
        assertThat(visitor.get(report(consultation) + ".json").text()).contains("W § 2 ma być 21 dni.");
        assertThat(visitor.get(report(consultation) + "-sprostowania.csv").text())
                .contains("Sprostowanie")
                .contains("W § 2 ma być 21 dni.");
        jobs.runDue();
        var second = visitor.get(report(consultation) + ".pdf").response().body();
        assertThat(second).isNotEqualTo(first);
        PdfUa.assertHolds(second);
        assertThat(reports.findByConsultationId(consultation.key())
                        .orElseThrow()
                        .sha256())
                .isEqualTo(hash);
    }

    @Test
    void names_without_consent_and_hidden_words_are_not_in_the_report(HidingText hiding, Web visitor) {
        var consultation = rows.open();
        var clerk = people.person(Role.CLERK);
        submit(consultation, "Sąsiad Kowalski pali.");
        approve(consultation, 1, clerk);
        hiding.hide(consultation.slug(), 1, RemarkRedaction.Field.RATIONALE, "Kowalski", "dane osobowe", clerk);
        clock.set(ConsultationRows.CLOSES);
        publish(consultation, clerk);

        for (var ending : List.of("", ".json", ".csv")) {
            assertThat(visitor.get(report(consultation) + ending).text())
                    .contains("[ukryto: dane osobowe]")
                    .doesNotContain("Kowalski")
                    .doesNotContain("Osoba Tajna");
        }
    }

    private Consultation answered() {
        var consultation = rows.open();
        var clerk = people.person(Role.CLERK);
        submit(consultation, "Za krótki termin.");
        approve(consultation, 1, clerk);
        clock.set(ConsultationRows.CLOSES.plus(Duration.ofDays(2)));
        return consultation;
    }

    private void submit(Consultation consultation, String rationale) {
        var outcome = submitting.submit(
                consultation.slug(),
                new RemarkEntry(
                        1, "par_2", "", rationale, false, UUID.randomUUID().toString(), List.of(), Set.of()),
                rows.person("Osoba Tajna"),
                null);
        assertThat(outcome).isInstanceOf(Submission.Accepted.class);
    }

    private void approve(Consultation consultation, int number, Actor clerk) {
        answering.sendToReview(
                consultation.slug(),
                number,
                new AnswerEntry(Answer.Position.ACCEPTED, "Racja.", "", AnswerEntry.NONE_READ, false),
                clerk);
        assertThat(approving.approve(consultation.slug(), Map.of(number, 0), clerk))
                .isEqualTo(new Approval.Done(1, Map.of()));
    }

    private void publish(Consultation consultation, Actor clerk) {
        assertThat(publishing.publish(consultation.slug(), "Wprowadzenie.", "Zakończenie.", -1, clerk))
                .isEqualTo(new Reporting.Done());
    }

    private static String sha256(String text) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String report(Consultation consultation) {
        return "/konsultacje/" + consultation.slug() + "/sprawozdanie";
    }

    private static String desk(Consultation consultation) {
        return "/biuro/konsultacje/" + consultation.slug() + "/sprawozdanie";
    }
}
