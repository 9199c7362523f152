package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.SheetComparison.Kind;
import pl.kujawskopomorskie.ngo.shared.documents.TableExports;
import pl.kujawskopomorskie.ngo.testing.Multipart;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;

@PortalTest
class ImportingAnswersTest {

    private final ImportingAnswers importing;
    private final AnsweringRemark answering;
    private final GroupingRemarks grouping;
    private final AnswerSheet sheet;
    private final AnswerRows answerRows;
    private final TableExports exports;
    private final SubmittingRemark submitting;
    private final Remarks remarks;
    private final Answers answers;
    private final ConsultationRows rows;
    private final People people;

    ImportingAnswersTest(
            ImportingAnswers importing,
            AnsweringRemark answering,
            GroupingRemarks grouping,
            AnswerSheet sheet,
            AnswerRows answerRows,
            TableExports exports,
            SubmittingRemark submitting,
            Remarks remarks,
            Answers answers,
            ConsultationRows rows,
            People people) {
        this.importing = importing;
        this.answering = answering;
        this.grouping = grouping;
        this.sheet = sheet;
        this.answerRows = answerRows;
        this.exports = exports;
        this.submitting = submitting;
        this.remarks = remarks;
        this.answers = answers;
        this.rows = rows;
        this.people = people;
    }

    @Test
    void a_sheet_that_comes_back_as_it_went_out_changes_nothing() throws IOException {
        var consultation = withRemarks(3);
        var clerk = people.person(Role.CLERK);
        answering.draft(
                consultation.slug(),
                2,
                new AnswerEntry(Answer.Position.PARTLY_ACCEPTED, "=Racja\ni tyle.", "", -1, false),
                clerk);
        var out = new ByteArrayOutputStream();
        exports.writeXlsx(
                sheet.layout(consultation), answerRows.open(consultation.key(), 0, 100), clerk.language(), out);

        var read = importing.compare(consultation.slug(), out.toByteArray(), "odpowiedzi.xlsx", clerk);

        assertThat(read)
                .isInstanceOfSatisfying(
                        SheetComparison.Read.class,
                        all -> assertThat(all.rows())
                                .hasSize(3)
                                .extracting(SheetComparison.Difference::kind)
                                .containsOnly(Kind.SAME));
    }

    @Test
    void each_row_says_what_would_become_of_it_and_nothing_is_written() {
        var consultation = withRemarks(4);
        var clerk = people.person(Role.CLERK);
        answering.draft(consultation.slug(), 3, new AnswerEntry(null, "Nowsza.", "", -1, false), clerk);

        var read = compare(consultation, """
                Numer;Wersja odpowiedzi;Stanowisko;Odpowiedź
                %1$s/0001;-1;uwzględniona;Racja.
                %1$s/0002;-1;chyba tak;Racja.
                %1$s/0003;-1;nieuwzględniona;Nie.
                99;-1;uwzględniona;Racja.
                %1$s/0001;-1;nieuwzględniona;Nie.
                4;-1;;
                """.formatted(consultation.reference()));

        assertThat(read.rows())
                .extracting(SheetComparison.Difference::kind)
                .containsExactly(
                        Kind.CHANGED,
                        Kind.BAD_POSITION,
                        Kind.CHANGED_MEANWHILE,
                        Kind.UNKNOWN_NUMBER,
                        Kind.TWICE,
                        Kind.SAME);
        assertThat(answers.findByRemarkId(remark(consultation, 1).key())).isEmpty();
    }

    @Test
    void what_was_shown_is_applied_whole_or_not_at_all() {
        var consultation = withRemarks(2);
        var clerk = people.person(Role.CLERK);
        var changes = List.of(
                new SheetChange(1, -1, Answer.Position.ACCEPTED, "Racja."), new SheetChange(2, -1, null, "Na razie."));

        var done = importing.apply(consultation.slug(), changes, true, clerk);
        var again = importing.apply(consultation.slug(), changes, true, clerk);

        assertThat(done).isEqualTo(new Answering.Done(2));
        assertThat(answer(consultation, 1).state()).isEqualTo(Answer.State.IN_REVIEW);
        assertThat(answer(consultation, 2).state()).isEqualTo(Answer.State.DRAFT);
        assertThat(again).isEqualTo(new Answering.Stale());
    }

    @Test
    void an_officer_changes_only_what_was_given_to_the_department() {
        var consultation = withRemarks(1);
        var officer = people.officer(people.department("IMP", "Departament Importu"));

        var read = (SheetComparison.Read) importing.compare(
                consultation.slug(),
                "Numer;Wersja odpowiedzi;Stanowisko;Odpowiedź\n1;-1;uwzględniona;Racja.\n"
                        .getBytes(StandardCharsets.UTF_8),
                "a.csv",
                officer);

        assertThat(read.rows()).extracting(SheetComparison.Difference::kind).containsExactly(Kind.NOT_YOURS);
        assertThat(importing.apply(
                        consultation.slug(),
                        List.of(new SheetChange(1, -1, Answer.Position.ACCEPTED, "Racja.")),
                        false,
                        officer))
                .isEqualTo(new Answering.Forbidden());
    }

    @Test
    void a_file_that_is_no_sheet_is_refused_with_a_sentence() {
        var consultation = withRemarks(1);
        var clerk = people.signedIn(Role.CLERK);

        var reply = Multipart.form()
                .file("file", "zdjecie.xlsx", new byte[] {1, 2, 3})
                .post(clerk, "/biuro/konsultacje/" + consultation.slug() + "/odpowiedzi");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".field-error")).hasSize(1);
    }

    @Test
    void a_sheet_goes_out_comes_back_and_is_applied() {
        var consultation = withRemarks(1);
        var clerk = people.signedIn(Role.CLERK);
        var path = "/biuro/konsultacje/" + consultation.slug() + "/odpowiedzi";

        var file = clerk.get(path + ".xlsx");
        var shown = Multipart.form()
                .file(
                        "file",
                        "a.csv",
                        "Numer;Wersja odpowiedzi;Stanowisko;Odpowiedź\n1;-1;uwzględniona;<b>Racja</b> & „tak”\n"
                                .getBytes(StandardCharsets.UTF_8))
                .post(clerk, path);
        var applied = clerk.post(
                path + "/zastosuj",
                Map.of(
                        "changes",
                        shown.page().selectFirst("input[name=changes]").val()));

        assertThat(file.response().body()).startsWith('P', 'K');
        assertThat(shown.page().select(".register tbody tr")).hasSize(1);
        assertThat(applied.status()).isEqualTo(303);
        assertThat(answer(consultation, 1).rationale()).isEqualTo("<b>Racja</b> & „tak”");
        assertThat(clerk.post(path + "/zastosuj", Map.of("changes", "{")).status())
                .isEqualTo(422);
    }

    @Test
    void like_remarks_are_proposed_grouped_and_taken_out(ComparingRemarks comparing) {
        var consultation = withRemarks(0);
        submit(consultation, "Termin jest za krótki.");
        submit(consultation, "Coś innego.");
        submit(consultation, "Termin jest za krótki!");
        comparing.run(Long.toString(consultation.key()));
        var clerk = people.person(Role.CLERK);
        var web = people.signedIn(clerk);
        var path = "/biuro/konsultacje/" + consultation.slug() + "/podobne";

        assertThat(grouping.proposals(consultation).lots())
                .extracting(GroupingRemarks.Lot::numbers)
                .containsExactly(List.of(1, 3));
        assertThat(web.get(path).page().select("input[name=numbers]").eachAttr("value"))
                .containsExactly("1:-1", "3:-1");
        assertThat(grouping.group(consultation.slug(), Set.of(1), "Termin", clerk))
                .isInstanceOf(Answering.Invalid.class);
        assertThat(grouping.group(consultation.slug(), Set.of(1, 3), "", clerk)).isInstanceOf(Answering.Invalid.class);
        assertThat(grouping.group(consultation.slug(), Set.of(1, 3), "Termin", clerk))
                .isEqualTo(new Answering.Done(2));
        assertThat(grouping.proposals(consultation).lots()).isEmpty();
        assertThat(web.get(path).page().text()).contains("Termin");
        assertThat(grouping.takeOut(consultation.slug(), 3, clerk)).isEqualTo(new Answering.Done(1));
        assertThat(remark(consultation, 3).groupId()).isNull();
        assertThat(remark(consultation, 1).groupId()).isNotNull();
    }

    private SheetComparison.Read compare(Consultation consultation, String csv) {
        return (SheetComparison.Read) importing.compare(
                consultation.slug(), csv.getBytes(StandardCharsets.UTF_8), "odpowiedzi.csv", people.person(Role.CLERK));
    }

    private Consultation withRemarks(int many) {
        var consultation = rows.open();
        for (var i = 1; i <= many; i++) {
            submit(consultation, "Uwaga numer " + i + ".");
        }
        return consultation;
    }

    private void submit(Consultation consultation, String rationale) {
        assertThat(submitting.submit(
                        consultation.slug(),
                        new RemarkEntry(
                                1,
                                "par_2",
                                "",
                                rationale,
                                false,
                                UUID.randomUUID().toString(),
                                List.of(),
                                Set.of()),
                        rows.person("Osoba"),
                        null))
                .isInstanceOf(Submission.Accepted.class);
    }

    private Remark remark(Consultation consultation, int number) {
        return remarks.findByConsultationIdAndNumber(consultation.key(), number).orElseThrow();
    }

    private Answer answer(Consultation consultation, int number) {
        return answers.findByRemarkId(remark(consultation, number).key()).orElseThrow();
    }
}
