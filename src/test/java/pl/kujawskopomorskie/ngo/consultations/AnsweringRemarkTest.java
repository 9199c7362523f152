package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

@PortalTest
class AnsweringRemarkTest {

    private final AnsweringRemark answering;
    private final ApprovingAnswer approving;
    private final GivingToDepartment giving;
    private final HidingText hiding;
    private final KeepingUnsavedAnswer keeping;
    private final SubmittingRemark submitting;
    private final WithdrawingRemark withdrawing;
    private final PublishingReport publishing;
    private final Remarks remarks;
    private final OfficeRemarks office;
    private final Answers answers;
    private final PublicRemarks publicRemarks;
    private final ConsultationRows rows;
    private final People people;
    private final TestClock clock;

    AnsweringRemarkTest(
            AnsweringRemark answering,
            ApprovingAnswer approving,
            GivingToDepartment giving,
            HidingText hiding,
            KeepingUnsavedAnswer keeping,
            SubmittingRemark submitting,
            WithdrawingRemark withdrawing,
            PublishingReport publishing,
            Remarks remarks,
            OfficeRemarks office,
            Answers answers,
            PublicRemarks publicRemarks,
            ConsultationRows rows,
            People people,
            TestClock clock) {
        this.answering = answering;
        this.approving = approving;
        this.giving = giving;
        this.hiding = hiding;
        this.keeping = keeping;
        this.submitting = submitting;
        this.withdrawing = withdrawing;
        this.publishing = publishing;
        this.remarks = remarks;
        this.office = office;
        this.answers = answers;
        this.publicRemarks = publicRemarks;
        this.rows = rows;
        this.people = people;
        this.clock = clock;
    }

    @Test
    void a_draft_may_lack_anything_and_what_goes_to_review_may_not() {
        var consultation = withRemarks(1);
        var clerk = people.person(Role.CLERK);

        var draft = answering.draft(consultation.slug(), 1, entry(null, "", AnswerEntry.NONE_READ), clerk);
        var review = answering.sendToReview(consultation.slug(), 1, entry(null, " ", 0), clerk);

        assertThat(draft).isEqualTo(new Answering.Done(1));
        assertThat(review).isInstanceOfSatisfying(Answering.Invalid.class, invalid -> {
            assertThat(invalid.errors().at("position")).isNotNull();
            assertThat(invalid.errors().at("rationale")).isNotNull();
        });
        assertThat(answer(consultation, 1).state()).isEqualTo(Answer.State.DRAFT);
    }

    @Test
    void only_an_approved_answer_is_public() {
        var consultation = withRemarks(1);
        var clerk = people.person(Role.CLERK);

        review(consultation, 1, clerk);
        var before = publicRemarks.find(consultation, 1).orElseThrow().remark().answer();
        var approval = approving.approve(consultation.slug(), Map.of(1, 0), clerk);

        assertThat(before).isNull();
        assertThat(approval).isEqualTo(new Approval.Done(1, Map.of()));
        assertThat(publicRemarks.find(consultation, 1).orElseThrow().remark().answer())
                .satisfies(answer -> assertThat(answer.position()).isEqualTo(Answer.Position.ACCEPTED));
        assertThat(office.history(consultation.reference() + "/0001"))
                .extracting(OfficeRemarks.Event::action)
                .containsExactly("REMARK_SUBMITTED", "ANSWER_SENT_TO_REVIEW", "ANSWER_APPROVED");
    }

    @Test
    void where_four_eyes_are_required_nobody_approves_what_they_wrote() {
        var consultation = withRemarks(1);
        rows.insert("UPDATE consultation SET four_eyes = TRUE WHERE id = ?", consultation.key());
        var author = people.person(Role.CLERK);
        var other = people.person(Role.CLERK);
        review(consultation, 1, author);

        var own = approving.approve(consultation.slug(), Map.of(1, 0), author);
        // Passing the same words on again does not make them the other's.
        answering.sendToReview(consultation.slug(), 1, entry(Answer.Position.ACCEPTED, "Racja.", 0), other);
        var stillOwn = approving.approve(consultation.slug(), Map.of(1, 1), author);
        var others = approving.approve(consultation.slug(), Map.of(1, 1), other);

        assertThat(own).isEqualTo(new Approval.Done(0, Map.of(1, Approval.Reason.FOUR_EYES)));
        assertThat(stillOwn).isEqualTo(new Approval.Done(0, Map.of(1, Approval.Reason.FOUR_EYES)));
        assertThat(others).isEqualTo(new Approval.Done(1, Map.of()));
    }

    @Test
    void an_officer_answers_only_what_was_given_to_the_department() {
        var consultation = withRemarks(2);
        var department = people.department("ODP", "Departament Odpowiedzi");
        var officer = people.officer(department);
        var clerk = people.person(Role.CLERK);

        var given = giving.give(consultation.slug(), Set.of(1), Map.of(), department.key(), clerk);

        assertThat(given).isEqualTo(new Answering.Done(1));
        assertThat(answering.draft(consultation.slug(), 1, entry(null, "Szkic.", -1), officer))
                .isEqualTo(new Answering.Done(1));
        assertThat(answering.draft(consultation.slug(), 2, entry(null, "Szkic.", -1), officer))
                .isEqualTo(new Answering.Forbidden());
        assertThat(giving.give(consultation.slug(), Set.of(2), Map.of(), department.key(), officer))
                .isEqualTo(new Answering.Forbidden());
        assertThat(approving.approve(consultation.slug(), Map.of(1, 0), officer))
                .isEqualTo(new Approval.Refused(new Answering.Forbidden()));
        assertThat(answering.draft(consultation.slug(), 2, entry(null, "x", -1), people.person(Role.AUDITOR)))
                .isEqualTo(new Answering.Forbidden());
    }

    @Test
    void nobody_overwrites_words_they_have_not_read() {
        var consultation = withRemarks(1);
        var one = people.person(Role.CLERK);
        var other = people.person(Role.CLERK);
        answering.draft(consultation.slug(), 1, entry(null, "Pierwsza.", -1), one);

        assertThat(answering.draft(consultation.slug(), 1, entry(null, "Druga.", -1), other))
                .isEqualTo(new Answering.Stale());
        assertThat(answering.draft(consultation.slug(), 1, entry(null, "Druga.", 0), other))
                .isEqualTo(new Answering.Done(1));
        assertThat(approving.sendBack(consultation.slug(), 1, 0, "Za krótko.", one))
                .isEqualTo(new Answering.Stale());
        assertThat(answer(consultation, 1).rationale()).isEqualTo("Druga.");
    }

    @Test
    void an_answer_is_sent_back_with_a_reason_and_an_approval_taken_back() {
        var consultation = withRemarks(1);
        var clerk = people.person(Role.CLERK);
        review(consultation, 1, clerk);

        assertThat(approving.sendBack(consultation.slug(), 1, 0, "", clerk)).isInstanceOf(Answering.Invalid.class);
        assertThat(approving.sendBack(consultation.slug(), 1, 0, "Dopisz podstawę.", clerk))
                .isEqualTo(new Answering.Done(1));
        assertThat(answer(consultation, 1).returnReason()).isEqualTo("Dopisz podstawę.");
        answering.sendToReview(consultation.slug(), 1, entry(Answer.Position.REJECTED, "Nie, bo art. 5.", 1), clerk);
        approving.approve(consultation.slug(), Map.of(1, 2), clerk);
        assertThat(answering.draft(consultation.slug(), 1, entry(null, "Zmieniam.", 3), clerk))
                .isEqualTo(new Answering.WrongMoment("answers.approvedAlready"));
        assertThat(approving.reopen(consultation.slug(), 1, 3, clerk)).isEqualTo(new Answering.Done(1));
        assertThat(answer(consultation, 1).approvedAt()).isNull();
    }

    @Test
    void a_batch_approves_what_was_read_and_says_what_it_left() {
        var consultation = withRemarks(3);
        var clerk = people.person(Role.CLERK);
        review(consultation, 1, clerk);
        review(consultation, 2, clerk);
        answering.draft(consultation.slug(), 3, entry(null, "", -1), clerk);

        var approval = approving.approve(consultation.slug(), Map.of(1, 0, 2, 7, 3, 0), clerk);

        assertThat(approval)
                .isEqualTo(new Approval.Done(1, Map.of(2, Approval.Reason.STALE, 3, Approval.Reason.NOT_IN_REVIEW)));
    }

    @Test
    void one_answer_serves_a_whole_group() {
        var consultation = withRemarks(3);
        var clerk = people.person(Role.CLERK);
        var group = rows.insert(
                "INSERT INTO remark_group (consultation_id, name) VALUES (?, 'Termin')", consultation.key());
        rows.insert(
                "UPDATE remark SET group_id = ? WHERE consultation_id = ? AND number <> 2", group, consultation.key());

        var done = answering.sendToReview(
                consultation.slug(),
                1,
                new AnswerEntry(Answer.Position.ACCEPTED, "Racja.", "", AnswerEntry.NONE_READ, true),
                clerk);

        assertThat(done).isEqualTo(new Answering.Done(2));
        assertThat(answer(consultation, 3).rationale()).isEqualTo("Racja.");
        assertThat(answers.findByRemarkId(remark(consultation, 2).key())).isEmpty();
    }

    @Test
    void words_that_changed_since_they_were_read_are_approved_for_none_of_the_group() {
        var consultation = withRemarks(2);
        var clerk = people.person(Role.CLERK);
        together(consultation);
        answering.sendToReview(consultation.slug(), 1, whole("Przeczytane.", AnswerEntry.NONE_READ), clerk);
        answering.sendToReview(consultation.slug(), 1, whole("Zmienione.", 0), people.person(Role.CLERK));

        var late = approving.approveWithGroup(consultation.slug(), 1, 0, clerk);
        var none = answers.findByRemarkIdIn(
                List.of(remark(consultation, 1).key(), remark(consultation, 2).key()));
        var read = approving.approveWithGroup(consultation.slug(), 1, 1, clerk);

        assertThat(late).isEqualTo(new Approval.Done(0, Map.of(1, Approval.Reason.STALE)));
        assertThat(none).extracting(Answer::state).containsOnly(Answer.State.IN_REVIEW);
        assertThat(read).isEqualTo(new Approval.Done(2, Map.of()));
    }

    @Test
    void nobody_approves_an_answer_over_which_they_typed_other_words() {
        var consultation = withRemarks(2);
        var clerk = people.person(Role.CLERK);
        review(consultation, 1, clerk);
        review(consultation, 2, clerk);
        keeping.keep(consultation.slug(), 1, entry(Answer.Position.ACCEPTED, "Racja, poprawione.", 0), clerk);

        var typedOver = approving.approve(consultation.slug(), Map.of(1, 0, 2, 0), clerk);
        keeping.drop(consultation.slug(), 1, clerk);
        var thrownAway = approving.approve(consultation.slug(), Map.of(1, 0), clerk);

        assertThat(typedOver).isEqualTo(new Approval.Done(1, Map.of(1, Approval.Reason.UNSAVED)));
        assertThat(thrownAway).isEqualTo(new Approval.Done(1, Map.of()));
    }

    @Test
    void what_is_hidden_in_an_answer_is_hidden_in_its_copies_made_later() {
        var consultation = withRemarks(3);
        var clerk = people.person(Role.CLERK);
        review(consultation, 1, clerk);
        approving.approve(consultation.slug(), Map.of(1, 0), clerk);
        hiding.hide(consultation.slug(), 1, RemarkRedaction.Field.ANSWER, "Racja", "dane osobowe", clerk);
        together(consultation);
        approving.reopen(consultation.slug(), 1, 1, clerk);

        answering.sendToReview(consultation.slug(), 1, whole("Racja.", 2), clerk);
        approving.approve(consultation.slug(), Map.of(1, 3, 2, 0, 3, 0), clerk);

        assertThat(List.of(1, 2, 3))
                .allSatisfy(number -> assertThat(publicRemarks
                                .find(consultation, number)
                                .orElseThrow()
                                .remark()
                                .answer()
                                .rationale())
                        .isEqualTo("[ukryto: dane osobowe]."));
    }

    @Test
    void words_hidden_in_an_answer_can_be_hidden_in_the_same_answer_to_another_remark() {
        var consultation = withRemarks(2);
        var clerk = people.person(Role.CLERK);
        review(consultation, 1, clerk);
        review(consultation, 2, clerk);
        approving.approve(consultation.slug(), Map.of(1, 0, 2, 0), clerk);
        hiding.hide(consultation.slug(), 1, RemarkRedaction.Field.ANSWER, "Racja", "dane osobowe", clerk);
        together(consultation);

        var again = hiding.hide(consultation.slug(), 1, RemarkRedaction.Field.ANSWER, "Racja", "dane osobowe", clerk);
        var onceMore =
                hiding.hide(consultation.slug(), 1, RemarkRedaction.Field.ANSWER, "Racja", "dane osobowe", clerk);

        assertThat(again).isEqualTo(new Answering.Done(1));
        assertThat(onceMore).isEqualTo(new Answering.Done(0));
        assertThat(publicRemarks
                        .find(consultation, 2)
                        .orElseThrow()
                        .remark()
                        .answer()
                        .rationale())
                .isEqualTo("[ukryto: dane osobowe].");
    }

    @Test
    void a_withdrawn_remark_needs_no_answer() {
        var consultation = rows.open();
        var author = rows.person("Wycofana");
        submit(consultation, "Uwaga.", author);
        withdrawing.withdraw(consultation.slug(), 1, author);

        assertThat(answering.draft(consultation.slug(), 1, entry(null, "x", -1), people.person(Role.CLERK)))
                .isEqualTo(new Answering.WrongMoment("answers.withdrawn"));
    }

    @Test
    void after_the_report_no_answer_changes() {
        var consultation = withRemarks(1);
        var clerk = people.person(Role.CLERK);
        review(consultation, 1, clerk);
        approving.approve(consultation.slug(), Map.of(1, 0), clerk);
        clock.set(ConsultationRows.CLOSES.plus(Duration.ofDays(1)));
        assertThat(publishing.publish(consultation.slug(), "", "", -1, clerk)).isEqualTo(new Reporting.Done());

        var late = new Answering.WrongMoment("answers.reported");
        assertThat(approving.reopen(consultation.slug(), 1, 1, clerk)).isEqualTo(late);
        assertThat(answering.draft(consultation.slug(), 1, entry(null, "x", 1), clerk))
                .isEqualTo(late);
        assertThat(giving.give(consultation.slug(), Set.of(1), Map.of(), 1, clerk))
                .isEqualTo(late);
    }

    @Test
    void hidden_words_are_replaced_by_the_reason_and_the_remark_still_counts() {
        var consultation = rows.open();
        submit(consultation, "Sąsiad Kowalski pali śmieci.", rows.person("Jan"));
        var clerk = people.person(Role.CLERK);

        assertThat(hiding.hide(consultation.slug(), 1, RemarkRedaction.Field.RATIONALE, "Nowak", "dane osobowe", clerk))
                .isInstanceOf(Answering.Invalid.class);
        assertThat(hiding.hide(
                        consultation.slug(), 1, RemarkRedaction.Field.RATIONALE, "Kowalski", "dane osobowe", clerk))
                .isEqualTo(new Answering.Done(1));

        assertThat(publicRemarks.find(consultation, 1).orElseThrow().remark().rationale())
                .isEqualTo("Sąsiad [ukryto: dane osobowe] pali śmieci.");
        assertThat(remark(consultation, 1).rationale()).contains("Kowalski");
        assertThat(office.unanswered(consultation.key())).isEqualTo(1);
        assertThat(office.history(consultation.reference() + "/0001"))
                .noneMatch(event -> event.detail().contains("Kowalski"));
    }

    private Consultation withRemarks(int many) {
        var consultation = rows.open();
        for (var i = 1; i <= many; i++) {
            submit(consultation, "Uwaga numer " + i + ".", rows.person("Osoba " + i));
        }
        return consultation;
    }

    private void submit(Consultation consultation, String rationale, Actor author) {
        var outcome = submitting.submit(
                consultation.slug(),
                new RemarkEntry(
                        1, "par_2", "", rationale, false, UUID.randomUUID().toString(), List.of(), Set.of()),
                author,
                null);
        assertThat(outcome).isInstanceOf(Submission.Accepted.class);
    }

    private void review(Consultation consultation, int number, Actor clerk) {
        assertThat(answering.sendToReview(
                        consultation.slug(), number, entry(Answer.Position.ACCEPTED, "Racja.", -1), clerk))
                .isEqualTo(new Answering.Done(1));
    }

    private void together(Consultation consultation) {
        var group = rows.insert(
                "INSERT INTO remark_group (consultation_id, name) VALUES (?, 'Termin')", consultation.key());
        rows.insert("UPDATE remark SET group_id = ? WHERE consultation_id = ?", group, consultation.key());
    }

    private static AnswerEntry whole(String rationale, int revision) {
        return new AnswerEntry(Answer.Position.ACCEPTED, rationale, "", revision, true);
    }

    private static AnswerEntry entry(Answer.Position position, String rationale, int revision) {
        return new AnswerEntry(position, rationale, "", revision, false);
    }

    private Remark remark(Consultation consultation, int number) {
        return remarks.findByConsultationIdAndNumber(consultation.key(), number).orElseThrow();
    }

    private Answer answer(Consultation consultation, int number) {
        return answers.findByRemarkId(remark(consultation, number).key()).orElseThrow();
    }
}
