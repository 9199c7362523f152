package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.directory.MergedOrganisations;
import pl.kujawskopomorskie.ngo.directory.OrganisationActivity;
import pl.kujawskopomorskie.ngo.directory.OrganisationEntry;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;
import pl.kujawskopomorskie.ngo.directory.OrganisationRows;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

@PortalTest
class RemarksForOrganisationsTest {

    private final SubmittingRemark submitting;
    private final DraftingRemark drafting;
    private final WithdrawingRemark withdrawing;
    private final Remarks remarks;
    private final RemarkAttachments attachments;
    private final PublicRemarks publicRemarks;
    private final ConsultationRows rows;
    private final OrganisationRows organisations;
    private final VoiceRows voices;

    RemarksForOrganisationsTest(
            SubmittingRemark submitting,
            DraftingRemark drafting,
            WithdrawingRemark withdrawing,
            Remarks remarks,
            RemarkAttachments attachments,
            PublicRemarks publicRemarks,
            ConsultationRows rows,
            OrganisationRows organisations,
            VoiceRows voices) {
        this.submitting = submitting;
        this.drafting = drafting;
        this.withdrawing = withdrawing;
        this.remarks = remarks;
        this.attachments = attachments;
        this.publicRemarks = publicRemarks;
        this.rows = rows;
        this.organisations = organisations;
        this.voices = voices;
    }

    @Test
    void a_remark_for_an_organisation_bears_its_name_and_keeps_who_made_it() {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie „Dolina”");
        var person = rows.person("Jadwiga Nowak");
        var voice = voices.representative(person, organisation);

        var remark = accepted(submitting.submit(consultation.slug(), entry("Za krótko.", null), person, voice));

        assertThat(remark.organisationId()).isEqualTo(organisation.key());
        assertThat(remark.authorId()).isEqualTo(person.personId());
        assertThat(remark.authorName()).isEqualTo("Stowarzyszenie „Dolina”");
        var shown = publicRemarks.find(consultation, 1).orElseThrow().remark();
        assertThat(shown.author()).isEqualTo("Stowarzyszenie „Dolina”");
        assertThat(shown.organisation()).isEqualTo(new RemarkOrganisation(organisation.slug(), organisation.orgId()));
    }

    @Test
    void the_page_of_an_organisation_lists_what_it_said_in_public_and_nothing_else(
            ListingRemarksOfOrganisation activity) {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Jawne");
        var person = rows.person("Jadwiga Nowak");
        var voice = voices.representative(person, organisation);
        drafting.keep(consultation.slug(), entry("Szkic.", null), person, voice);
        submitting.submit(consultation.slug(), entry("Wycofana.", null), person, voice);
        withdrawing.withdraw(consultation.slug(), 1, person);
        submitting.submit(consultation.slug(), entry("Jawna.", null), person, voice);
        submitting.submit(consultation.slug(), entry("Własna.", null), person, null);

        var deeds = activity.lastOf(organisation.key(), 10);

        assertThat(deeds)
                .extracting(OrganisationActivity.Deed::link)
                .containsExactly("/konsultacje/" + consultation.slug() + "/uwagi/2");
    }

    @Test
    void all_who_speak_for_it_write_its_drafts_and_nobody_else() {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Wspólne");
        var anna = rows.person("Anna Pierwsza");
        var barbara = rows.person("Barbara Druga");
        var stranger = rows.person("Cezary Obcy");
        var other = organisations.listed("Fundacja Obca");
        var entry = entry("Pisze Anna.", null);
        var draft = kept(drafting.keep(consultation.slug(), entry, anna, voices.editor(anna, organisation)));
        var voice = voices.editor(barbara, organisation);

        assertThat(remarks.owned(draft.key(), barbara.personId())).isPresent();
        assertThat(remarks.owned(draft.key(), stranger.personId())).isEmpty();
        var changed = kept(
                drafting.keep(consultation.slug(), again(entry, "Pisze Barbara.", draft.revision()), barbara, voice));
        assertThat(changed.key()).isEqualTo(draft.key());
        assertThat(remarks.findByOrganisation(organisation.key(), anna.personId(), 10, 0))
                .singleElement()
                .satisfies(row -> assertThat(row.writtenBy()).isEqualTo("Barbara Druga"));
        assertThat(remarks.findByOrganisation(organisation.key(), stranger.personId(), 10, 0))
                .isEmpty();
        assertThat(drafting.keep(
                        consultation.slug(),
                        again(entry, "Obcy.", changed.revision()),
                        stranger,
                        voices.representative(stranger, other)))
                .isInstanceOf(Drafting.NotFound.class);
        assertThat(drafting.keep(consultation.slug(), again(entry, "Obcy.", changed.revision()), stranger, null))
                .isInstanceOf(Drafting.NotFound.class);
        assertThat(drafting.discard(draft.key(), changed.revision(), stranger))
                .isInstanceOf(DraftingRemark.Discarding.NotFound.class);
    }

    @Test
    void of_two_editors_on_one_draft_the_second_is_told_and_the_first_ones_words_stay() {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Zgodne");
        var anna = rows.person("Anna Pierwsza");
        var barbara = rows.person("Barbara Druga");
        var annas = voices.editor(anna, organisation);
        var barbaras = voices.representative(barbara, organisation);
        var entry = entry("Początek.", null);
        var draft = kept(drafting.keep(consultation.slug(), entry, anna, annas));
        kept(drafting.keep(consultation.slug(), again(entry, "Tekst Anny.", draft.revision()), anna, annas));

        var second = again(entry, "Tekst Barbary.", draft.revision());

        assertThat(told(drafting.keep(consultation.slug(), second, barbara, barbaras)))
                .isEqualTo(DraftingRemark.CHANGED);
        assertThat(submitting.submit(consultation.slug(), second, barbara, barbaras))
                .isInstanceOf(Submission.Invalid.class);
        assertThat(told(drafting.keep(consultation.slug(), again(entry, "Z cofniętej strony.", null), anna, annas)))
                .isEqualTo(DraftingRemark.CHANGED);
        assertThat(remarks.owned(draft.key(), anna.personId()).orElseThrow().rationale())
                .isEqualTo("Tekst Anny.");
    }

    @Test
    void words_that_changed_between_reading_and_submitting_are_not_submitted_unread() {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Uważne");
        var anna = rows.person("Anna Pierwsza");
        var voice = voices.representative(anna, organisation);
        var entry = entry("Przeczytane.", null);
        var read = kept(drafting.keep(consultation.slug(), entry, anna, voice));
        drafting.keep(consultation.slug(), again(entry, "Zmienione.", read.revision()), anna, voice);

        assertThat(submitting.handIn(new Drafting.Kept(read, Set.of()), anna)).isInstanceOf(Submission.Invalid.class);
        assertThat(remarks.owned(read.key(), anna.personId()).orElseThrow().state())
                .isEqualTo(RemarkState.DRAFT);
    }

    @Test
    void what_two_representatives_submit_at_once_is_one_remark() throws Exception {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Zgrane");
        var anna = rows.person("Anna Pierwsza");
        var barbara = rows.person("Barbara Druga");
        var annas = voices.representative(anna, organisation);
        var barbaras = voices.representative(barbara, organisation);
        var entry = entry("Razem.", null);
        drafting.keep(consultation.slug(), entry, anna, annas);

        try (var threads = Executors.newFixedThreadPool(4)) {
            var results = threads.invokeAll(List.<Callable<Submission>>of(
                    () -> submitting.submit(consultation.slug(), entry, anna, annas),
                    () -> submitting.submit(consultation.slug(), entry, barbara, barbaras),
                    () -> submitting.submit(consultation.slug(), entry, anna, annas),
                    () -> submitting.submit(consultation.slug(), entry, barbara, barbaras)));
            for (var result : results) {
                assertThat(accepted(result.get()).number()).isEqualTo(1);
            }
        }
        assertThat(remarks.highestNumber(consultation.key())).isEqualTo(1);
    }

    @Test
    void an_editor_leaves_it_to_the_representatives_who_are_told_once_and_submit(Mailbox mailbox, Jobs jobs) {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Rozważne");
        var editor = rows.person("Ewa Redaktorska");
        var head = rows.person("Halina Prezeska");
        var editors = voices.editor(editor, organisation);
        var heads = voices.representative(head, organisation);
        var entry = entry("Gotowe.", null);

        var ready = submitting.submit(consultation.slug(), entry, editor, editors);
        submitting.submit(consultation.slug(), entry, editor, editors);
        jobs.runDue();

        assertThat(ready).isInstanceOf(Submission.Ready.class);
        assertThat(remarks.highestNumber(consultation.key())).isZero();
        assertThat(mailbox.to(head.email())).hasSize(1);
        assertThat(mailbox.last(head.email()).body()).contains("Ewa Redaktorska", "/konto/uwagi/");
        var remark = accepted(submitting.submit(consultation.slug(), again(entry, "Gotowe.", 1), head, heads));
        assertThat(remark.authorId()).isEqualTo(head.personId());
        assertThat(withdrawing.withdraw(consultation.slug(), 1, editor)).isInstanceOf(Withdrawal.Forbidden.class);
    }

    @Test
    void after_the_term_an_editor_is_told_that_it_is_over_and_nobody_is_written_to(
            TestClock clock, Mailbox mailbox, Jobs jobs) {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Spóźnione");
        var editor = rows.person("Ewa Redaktorska");
        var head = rows.person("Halina Prezeska");
        var voice = voices.editor(editor, organisation);
        voices.representative(head, organisation);

        clock.set(ConsultationRows.CLOSES);

        assertThat(submitting.submit(consultation.slug(), entry("Za późno.", null), editor, voice))
                .isInstanceOf(Submission.Closed.class);
        jobs.runDue();
        assertThat(mailbox.to(head.email())).isEmpty();
    }

    @Test
    void any_representative_withdraws_before_the_term_ends_and_nobody_after(TestClock clock) {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Zmienne");
        var anna = rows.person("Anna Pierwsza");
        var barbara = rows.person("Barbara Druga");
        var voice = voices.representative(anna, organisation);
        voices.representative(barbara, organisation);
        submitting.submit(consultation.slug(), entry("Pierwsza.", null), anna, voice);
        submitting.submit(consultation.slug(), entry("Druga.", null), anna, voice);

        assertThat(withdrawing.withdraw(consultation.slug(), 1, barbara)).isInstanceOf(Withdrawal.Done.class);
        clock.set(ConsultationRows.CLOSES);
        assertThat(withdrawing.withdraw(consultation.slug(), 2, barbara)).isInstanceOf(Withdrawal.TooLate.class);
    }

    @Test
    void ending_a_representation_ends_all_this_at_once_and_leaves_past_remarks() {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Rozstane");
        var person = rows.person("Roman Były");
        var voice = voices.representative(person, organisation);
        var entry = entry("W trakcie.", null);
        submitting.submit(consultation.slug(), entry("Złożona.", null), person, voice);
        var draft = kept(drafting.keep(consultation.slug(), entry, person, voice));

        voices.end(person, organisation);

        assertThat(told(drafting.keep(consultation.slug(), again(entry, "Po wszystkim.", 0), person, voice)))
                .isEqualTo(DraftingRemark.VOICE_ENDED);
        assertThat(submitting.handIn(new Drafting.Kept(draft, Set.of()), person))
                .isInstanceOf(Submission.Invalid.class);
        assertThat(remarks.owned(draft.key(), person.personId())).isEmpty();
        assertThat(withdrawing.withdraw(consultation.slug(), 1, person)).isInstanceOf(Withdrawal.NotFound.class);
        assertThat(publicRemarks.find(consultation, 1).orElseThrow().remark().author())
                .isEqualTo("Stowarzyszenie Rozstane");
    }

    @Test
    void erasing_the_account_leaves_the_remarks_of_the_organisation(RemarksOfPerson ofPerson) {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Trwałe");
        var person = rows.person("Zofia Znikająca");
        var voice = voices.representative(person, organisation);
        var draft = kept(drafting.keep(consultation.slug(), entry("Szkic.", null), person, voice));
        submitting.submit(consultation.slug(), entry("Złożona.", null), person, voice);

        ofPerson.erase(person.personId());

        assertThat(remarks.findById(draft.key())).isPresent();
        assertThat(publicRemarks.find(consultation, 1).orElseThrow().remark().author())
                .isEqualTo("Stowarzyszenie Trwałe");
    }

    @Test
    void remarks_and_invitations_follow_an_organisation_that_is_merged_into_another(
            MergedOrganisations merged, InvitingOrganisations inviting, Invitations invitations) {
        var consultation = rows.open();
        var from = organisations.listed(inNieszawa("Koło Podwójne"));
        var to = organisations.listed(inNieszawa("Koło Jedyne"));
        var person = rows.person("Zofia Podwójna");
        var remark = accepted(submitting.submit(
                consultation.slug(), entry("Za krótko.", null), person, voices.representative(person, from)));
        inviting.invite(
                consultation.slug(),
                new InvitationFilter("0401", "29a", ""),
                2,
                rows.person("Klara Biurowa", Role.CLERK));
        assertThat(invitations.count(consultation.key())).isEqualTo(2);

        merged.merge(from, to);

        var moved = remarks.findById(remark.key()).orElseThrow();
        assertThat(moved.organisationId()).isEqualTo(to.key());
        assertThat(moved.revision())
                .as("a page shown before is told that it is outdated")
                .isGreaterThan(remark.revision());
        assertThat(remarks.owned(remark.key(), person.personId())).isPresent();
        assertThat(invitations.of(consultation.key(), 10, 0))
                .extracting(Invitations.Line::slug)
                .containsExactly(to.slug());
    }

    @Test
    void a_representative_submits_no_attachment_that_they_did_not_see() {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Załącznikowe");
        var editor = rows.person("Ewa Redaktorska");
        var head = rows.person("Halina Prezeska");
        var editors = voices.editor(editor, organisation);
        var heads = voices.representative(head, organisation);
        var entry = entry("Bez zmian.", null);
        var read = kept(drafting.keep(consultation.slug(), entry, editor, editors));
        var withFile = with(entry, read.revision(), List.of(file("Mapa.")), Set.of(), Set.of());
        var changed = kept(drafting.keep(consultation.slug(), withFile, editor, editors));
        var unseen = with(entry, read.revision(), List.of(), Set.of(), Set.of());

        assertThat(submitting.submit(consultation.slug(), unseen, head, heads)).isInstanceOf(Submission.Invalid.class);
        assertThat(submitting.handIn(new Drafting.Kept(changed, Set.of()), head))
                .isInstanceOf(Submission.Invalid.class);
        assertThat(drafting.keep(consultation.slug(), withFile, editor, editors))
                .as("the same form sent twice")
                .isInstanceOf(Drafting.Kept.class);
        var shown = keys(changed);
        assertThat(submitting.submit(
                        consultation.slug(),
                        with(
                                entry,
                                read.revision(),
                                List.of(),
                                Set.of(),
                                Set.of(shown.iterator().next() + 1)),
                        head,
                        heads))
                .as("an attachment that is gone")
                .isInstanceOf(Submission.Invalid.class);
        accepted(submitting.submit(
                consultation.slug(), with(entry, read.revision(), List.of(), Set.of(), shown), head, heads));
    }

    @Test
    void an_organisation_enters_the_register_under_the_name_that_it_bears_then() {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Dawne");
        var person = rows.person("Jadwiga Nowak");
        var voice = voices.representative(person, organisation);
        var entry = entry("Za krótko.", null);
        drafting.keep(consultation.slug(), entry, person, voice);

        rows.insert("UPDATE organisation SET name = 'Stowarzyszenie Obecne' WHERE id = ?", organisation.key());
        var remark = accepted(submitting.submit(consultation.slug(), entry, person, voice));

        assertThat(remark.authorName()).isEqualTo("Stowarzyszenie Obecne");
    }

    @Test
    void a_draft_is_left_to_nobody_only_in_words_that_say_so() {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Bez Głowy");
        var editor = rows.person("Ewa Redaktorska");
        var entry = entry("Gotowe.", null);

        var left = submitting.submit(consultation.slug(), entry, editor, voices.editor(editor, organisation));

        assertThat(left).isInstanceOf(Submission.NobodyToSubmit.class);
        var draft = ((Submission.NobodyToSubmit) left).draft();
        assertThat(remarks.owned(draft.key(), editor.personId()).orElseThrow().readyAt())
                .isNull();
    }

    @Test
    void who_mends_and_leaves_a_draft_again_and_again_writes_once_an_hour(Mailbox mailbox, Jobs jobs, TestClock clock) {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Poprawiające");
        var editor = rows.person("Ewa Redaktorska");
        var head = rows.person("Halina Prezeska");
        var editors = voices.editor(editor, organisation);
        voices.representative(head, organisation);
        var entry = entry("Raz.", null);
        var first = ready(submitting.submit(consultation.slug(), entry, editor, editors));

        var second =
                ready(submitting.submit(consultation.slug(), again(entry, "Dwa.", first.revision()), editor, editors));
        jobs.runDue();
        assertThat(mailbox.to(head.email())).hasSize(1);

        clock.set(TestClock.START.plus(Duration.ofMinutes(61)));
        ready(submitting.submit(consultation.slug(), again(entry, "Trzy.", second.revision()), editor, editors));
        jobs.runDue();
        assertThat(mailbox.to(head.email())).hasSize(2);
    }

    @Test
    void whoever_merges_organisations_does_not_meet_a_submission_in_a_circle_of_locks(DataSource dataSource)
            throws Exception {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Zablokowane");
        var person = rows.person("Jadwiga Nowak");
        var voice = voices.representative(person, organisation);
        var draft = kept(drafting.keep(consultation.slug(), entry("Za krótko.", null), person, voice));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var merger = DelegatingDataSource.unwrapDataSource(dataSource).getConnection()) {
            merger.setAutoCommit(false);
            lock(merger, "SELECT id FROM organisation WHERE id = ? FOR UPDATE", organisation.key());
            var submission = threads.submit(() -> submitting.handIn(new Drafting.Kept(draft, Set.of()), person));
            Thread.sleep(300);
            assertThat(submission).isNotDone();
            // The submission holds no remark yet, so the merger gets it at once.
            lock(merger, "SELECT id FROM remark WHERE id = ? FOR UPDATE NOWAIT", draft.key());
            merger.commit();

            assertThat(submission.get()).isInstanceOf(Submission.Accepted.class);
        }
    }

    @Test
    void nobody_reads_or_discards_for_an_organisation_that_is_struck_off() {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Wykreślone");
        var person = rows.person("Jadwiga Nowak");
        var voice = voices.representative(person, organisation);
        var draft = kept(drafting.keep(consultation.slug(), entry("Za krótko.", null), person, voice));

        rows.insert("UPDATE organisation SET state = 'STRUCK_OFF' WHERE id = ?", organisation.key());

        assertThat(remarks.owned(draft.key(), person.personId())).isEmpty();
        assertThat(remarks.writer(draft.key(), person.personId())).isEmpty();
        assertThat(remarks.countByOrganisation(organisation.key(), person.personId()))
                .isZero();
        assertThat(drafting.discard(draft.key(), draft.revision(), person))
                .isInstanceOf(DraftingRemark.Discarding.NotFound.class);
    }

    @Test
    void the_answer_goes_to_those_who_represent_the_organisation_then(
            AnsweringRemark answering, ApprovingAnswer approving, Mailbox mailbox, Jobs jobs) {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Zmieniające Zarząd");
        var before = rows.person("Roman Były");
        var after = rows.person("Nina Nowa");
        var clerk = rows.person("Klara Biurowa", Role.CLERK);
        submitting.submit(
                consultation.slug(), entry("Za krótko.", null), before, voices.representative(before, organisation));
        jobs.runDue();
        voices.end(before, organisation);
        voices.representative(after, organisation);
        var mailsBefore = mailbox.to(before.email()).size();

        answering.sendToReview(
                consultation.slug(),
                1,
                new AnswerEntry(Answer.Position.ACCEPTED, "Racja.", "", AnswerEntry.NONE_READ, false),
                clerk);
        approving.approve(consultation.slug(), Map.of(1, 0), clerk);
        jobs.runDue();

        assertThat(mailbox.to(before.email())).hasSize(mailsBefore);
        assertThat(mailbox.last(after.email()).body()).contains("Racja.", "Stowarzyszenie Zmieniające Zarząd");
    }

    private OrganisationEntry inNieszawa(String name) {
        return organisations
                .entry(name)
                .with(OrganisationField.TOWN, "Nieszawa")
                .with(OrganisationField.COUNTY, "0401")
                .with(OrganisationField.SPHERES, "29a")
                .with(OrganisationField.CONTACT_EMAIL, "kolo@example.org");
    }

    private static RemarkEntry entry(String rationale, @Nullable Integer seen) {
        return new RemarkEntry(
                1, "par_2", "", rationale, false, RemarkEntry.newFormToken(), List.of(), Set.of(), seen, Set.of());
    }

    private static RemarkEntry again(RemarkEntry entry, String rationale, @Nullable Integer seen) {
        return new RemarkEntry(
                1, "par_2", "", rationale, false, entry.formToken(), List.of(), Set.of(), seen, Set.of());
    }

    private static RemarkEntry with(
            RemarkEntry entry, int seen, List<SentFile> files, Set<Long> removed, Set<Long> shown) {
        return new RemarkEntry(
                1, "par_2", "", entry.rationale(), false, entry.formToken(), files, removed, seen, shown);
    }

    private static SentFile file(String words) {
        return new SentFile("mapa.txt", words.getBytes(StandardCharsets.UTF_8));
    }

    private Set<Long> keys(Remark draft) {
        return RemarkAttachments.File.keys(attachments.findByRemark(draft.key()));
    }

    private static void lock(Connection connection, String sql, long id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.executeQuery();
        }
    }

    private static Remark ready(Submission submission) {
        if (submission instanceof Submission.Ready(var draft)) {
            return draft;
        }
        throw new AssertionError("Not left: " + submission);
    }

    private static Remark kept(Drafting drafting) {
        if (drafting instanceof Drafting.Kept keeping) {
            return keeping.draft();
        }
        throw new AssertionError("Not kept: " + drafting);
    }

    private static Remark accepted(Submission submission) {
        if (submission instanceof Submission.Accepted(var remark)) {
            return remark;
        }
        throw new AssertionError("Not accepted: " + submission);
    }

    private static String told(Drafting drafting) {
        if (drafting instanceof Drafting.Invalid(var errors)) {
            return errors.at(FormErrors.WHOLE_FORM).key();
        }
        throw new AssertionError("Not refused: " + drafting);
    }
}
