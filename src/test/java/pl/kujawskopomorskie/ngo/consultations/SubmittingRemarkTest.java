package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.consultations.DraftingRemark.Discarding;
import pl.kujawskopomorskie.ngo.testing.AtOnce;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

@PortalTest
class SubmittingRemarkTest {

    private final SubmittingRemark submitting;
    private final DraftingRemark drafting;
    private final WithdrawingRemark withdrawing;
    private final Remarks remarks;
    private final RemarkCounts counts;
    private final ConsultationRows rows;
    private final TestClock clock;

    SubmittingRemarkTest(
            SubmittingRemark submitting,
            DraftingRemark drafting,
            WithdrawingRemark withdrawing,
            Remarks remarks,
            RemarkCounts counts,
            ConsultationRows rows,
            TestClock clock) {
        this.submitting = submitting;
        this.drafting = drafting;
        this.withdrawing = withdrawing;
        this.remarks = remarks;
        this.counts = counts;
        this.rows = rows;
        this.clock = clock;
    }

    @Test
    void a_remark_gets_its_number_its_moment_and_the_hash_of_its_receipt() {
        var consultation = rows.open();
        var person = rows.person("Jadwiga Nowak");

        var remark = accepted(submitting.submit(
                consultation.slug(), entry("par_2", "Termin wynosi 21 dni.", "Czternaście to za mało."), person, null));

        assertThat(remark.number()).isEqualTo(1);
        assertThat(remark.state()).isEqualTo(RemarkState.SUBMITTED);
        assertThat(remark.submittedAt()).isEqualTo(TestClock.START);
        assertThat(remark.currentWording()).isEqualTo("Termin składania ofert wynosi 14 dni.");
        var receipt = RemarkReceipt.of(remark, consultation, 1, "§ 2", List.of());
        assertThat(remark.contentHash()).isEqualTo(receipt.hash());
        assertThat(remarks.findByConsultationIdAndNumber(consultation.key(), 1)).isPresent();
    }

    @Test
    void a_hundred_people_at_once_get_the_numbers_from_1_to_100() throws Exception {
        var consultation = rows.open();
        var people =
                IntStream.range(0, 100).mapToObj(i -> rows.person("Osoba " + i)).toList();

        var results = AtOnce.run(people.stream()
                .map(person -> (Callable<Submission>)
                        () -> submitting.submit(consultation.slug(), entry("par_1", "", "Uwaga."), person, null))
                .toList());

        assertThat(results.stream().map(result -> accepted(result).number()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 100).boxed().toList());
        assertThat(remarks.highestNumber(consultation.key())).isEqualTo(100);
    }

    /** The control: the same steps without the lock do lose numbers, so the test above can fail. */
    @Test
    void without_the_lock_two_would_get_the_same_number(DataSource dataSource) throws Exception {
        var consultation = rows.open();
        var pool = DelegatingDataSource.unwrapDataSource(dataSource);
        var bothHaveRead = new CyclicBarrier(2);

        var numbers = AtOnce.run(IntStream.range(0, 2)
                .mapToObj(i -> (Callable<Integer>) () -> {
                    try (var connection = pool.getConnection();
                            var statement = connection.prepareStatement(
                                    "SELECT COALESCE(MAX(number), 0) + 1 FROM remark WHERE consultation_id = ?")) {
                        statement.setLong(1, consultation.key());
                        try (var result = statement.executeQuery()) {
                            result.next();
                            var next = result.getInt(1);
                            bothHaveRead.await();
                            return next;
                        }
                    }
                })
                .toList());

        assertThat(numbers).containsExactly(1, 1);
    }

    @Test
    void the_same_form_sent_twice_at_once_is_one_remark() throws Exception {
        var consultation = rows.open();
        var person = rows.person("Podwójny Klik");
        var entry = entry("par_1", "", "Raz wystarczy.");

        var results = AtOnce.run(IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Submission>) () -> submitting.submit(consultation.slug(), entry, person, null))
                .toList());

        assertThat(results.stream().map(result -> accepted(result).number())).containsOnly(1);
        assertThat(counts.submitted(consultation.key())).isEqualTo(1);
    }

    @Test
    void the_last_moment_of_the_term_still_counts() {
        var consultation = rows.open();
        clock.set(ConsultationRows.CLOSES.minus(Duration.ofNanos(1000)));

        var result =
                submitting.submit(consultation.slug(), entry("par_1", "", "Zdążyłam."), rows.person("Ostatnia"), null);

        assertThat(result).isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void the_moment_after_does_not_but_the_text_is_kept_as_a_draft() {
        var consultation = rows.open();
        var person = rows.person("Spóźniona");
        clock.set(ConsultationRows.CLOSES);

        var result = submitting.submit(consultation.slug(), entry("par_1", "", "O sekundę za późno."), person, null);

        var closed = (Submission.Closed) result;
        assertThat(closed.why()).isEqualTo(Submission.Reason.OVER);
        var kept = remarks.owned(closed.draft().key(), person.personId()).orElseThrow();
        assertThat(kept.state()).isEqualTo(RemarkState.DRAFT);
        assertThat(kept.rationale()).isEqualTo("O sekundę za późno.");
        assertThat(counts.submitted(consultation.key())).isZero();
    }

    @Test
    void who_waits_for_the_lock_past_the_end_of_the_term_is_refused(DataSource dataSource) throws Exception {
        var consultation = rows.open();
        var person = rows.person("Czekająca");
        var draft = kept(drafting.keep(consultation.slug(), entry("par_1", "", "Byłam przed czasem."), person, null));
        clock.set(ConsultationRows.CLOSES.minusSeconds(1));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var holder = DelegatingDataSource.unwrapDataSource(dataSource).getConnection()) {
            holder.setAutoCommit(false);
            try (var lock = holder.prepareStatement("SELECT id FROM consultation WHERE id = ? FOR UPDATE")) {
                lock.setLong(1, consultation.key());
                lock.executeQuery();
            }
            var waiting = threads.submit(() -> submitting.handIn(new Drafting.Kept(draft, Set.of()), person));
            Thread.sleep(300);
            assertThat(waiting).isNotDone();
            clock.set(ConsultationRows.CLOSES.plusMillis(1));
            holder.commit();

            assertThat(waiting.get()).isInstanceOf(Submission.Closed.class);
        }
        assertThat(counts.submitted(consultation.key())).isZero();
    }

    @Test
    void nothing_is_accepted_before_the_term_nor_after_a_cancellation() {
        var announced = rows.announced();
        var person = rows.person("Prędka");
        var cancelled = rows.open();
        rows.insert(
                "UPDATE consultation SET cancelled_at = '2026-11-20 08:00:00', cancel_reason = 'Projekt wycofano' WHERE id = ?",
                cancelled.key());

        var early = submitting.submit(announced.slug(), entry("par_1", "", "Za wcześnie."), person, null);
        var gone = submitting.submit(cancelled.slug(), entry("par_1", "", "Odwołane."), person, null);

        assertThat(((Submission.Closed) early).why()).isEqualTo(Submission.Reason.NOT_YET);
        assertThat(((Submission.Closed) gone).why()).isEqualTo(Submission.Reason.CANCELLED);
    }

    @Test
    void what_was_kept_can_be_submitted_once_the_term_is_extended() {
        var consultation = rows.open();
        var person = rows.person("Cierpliwa");
        clock.set(ConsultationRows.CLOSES);
        var entry = entry("par_1", "", "Proszę o przedłużenie.");
        submitting.submit(consultation.slug(), entry, person, null);
        rows.insert("UPDATE consultation SET closes_at = '2026-12-24 00:00:00' WHERE id = ?", consultation.key());

        var result = submitting.submit(consultation.slug(), entry, person, null);

        assertThat(accepted(result).number()).isEqualTo(1);
    }

    @Test
    void a_form_of_somebody_else_is_not_found() {
        var consultation = rows.open();
        var author = rows.person("Autorka");
        var thief = rows.person("Ktoś inny");
        var entry = entry("par_1", "", "Moje.");
        kept(drafting.keep(consultation.slug(), entry, author, null));

        assertThat(submitting.submit(consultation.slug(), entry, thief, null)).isInstanceOf(Submission.NotFound.class);
        accepted(submitting.submit(consultation.slug(), entry, author, null));
        assertThat(submitting.submit(consultation.slug(), entry, thief, null)).isInstanceOf(Submission.NotFound.class);
    }

    @Test
    void a_draft_of_somebody_else_cannot_be_handed_in_nor_discarded() {
        var consultation = rows.open();
        var author = rows.person("Autorka");
        var thief = rows.person("Ktoś inny");
        var draft = kept(drafting.keep(consultation.slug(), entry("par_1", "", "Moje."), author, null));

        assertThat(submitting.handIn(new Drafting.Kept(draft, Set.of()), thief))
                .isInstanceOf(Submission.NotFound.class);
        assertThat(drafting.discard(draft.key(), draft.revision(), thief)).isInstanceOf(Discarding.NotFound.class);
        assertThat(drafting.discard(draft.key(), draft.revision(), author)).isInstanceOf(Discarding.Done.class);
    }

    @Test
    void what_was_submitted_is_not_changed_by_its_form_sent_later() {
        var consultation = rows.open();
        var person = rows.person("Zmienna");
        var token = UUID.randomUUID().toString();
        accepted(submitting.submit(consultation.slug(), entry("par_1", "", "Pierwsze słowa.", token), person, null));

        var later = drafting.keep(consultation.slug(), entry("par_1", "", "Inne słowa.", token), person, null);

        assertThat(((Drafting.Submitted) later).remark().rationale()).isEqualTo("Pierwsze słowa.");
        assertThat(remarks.findByConsultationIdAndNumber(consultation.key(), 1)
                        .orElseThrow()
                        .rationale())
                .isEqualTo("Pierwsze słowa.");
    }

    @Test
    void a_consultation_that_is_not_announced_and_a_unit_that_is_not_there_are_not_found() {
        var person = rows.person("Ciekawa");

        assertThat(submitting.submit(rows.drafted().slug(), entry("par_1", "", "A kuku."), person, null))
                .isInstanceOf(Submission.NotFound.class);
        assertThat(submitting.submit(rows.open().slug(), entry("par_99", "", "A kuku."), person, null))
                .isInstanceOf(Submission.NotFound.class);
    }

    @Test
    void a_remark_says_something_and_not_too_much() {
        var consultation = rows.open();
        var person = rows.person("Milcząca");

        var empty =
                (Submission.Invalid) submitting.submit(consultation.slug(), entry("par_1", " \n", ""), person, null);
        var huge = (Submission.Invalid)
                submitting.submit(consultation.slug(), entry("par_1", "", "x".repeat(20_001)), person, null);

        assertThat(empty.errors().at("rationale").key()).isEqualTo("consultations.remark.rationale.missing");
        assertThat(huge.errors().at("rationale").key()).isEqualTo("forms.tooLong");
    }

    @Test
    void an_author_takes_a_remark_back_before_the_end_and_its_number_stays_taken() {
        var consultation = rows.open();
        var person = rows.person("Rozmyślona");
        accepted(submitting.submit(consultation.slug(), entry("par_1", "", "Jednak nie."), person, null));

        assertThat(withdrawing.withdraw(consultation.slug(), 1, rows.person("Obca")))
                .isInstanceOf(Withdrawal.NotFound.class);
        assertThat(withdrawing.withdraw(consultation.slug(), 1, person)).isInstanceOf(Withdrawal.Done.class);
        assertThat(withdrawing.withdraw(consultation.slug(), 1, person)).isInstanceOf(Withdrawal.Done.class);

        assertThat(counts.submitted(consultation.key())).isZero();
        var next = accepted(submitting.submit(consultation.slug(), entry("par_1", "", "Jednak tak."), person, null));
        assertThat(next.number()).isEqualTo(2);
    }

    @Test
    void after_the_term_no_remark_is_taken_back() {
        var consultation = rows.open();
        var person = rows.person("Rozmyślona");
        accepted(submitting.submit(consultation.slug(), entry("par_1", "", "Zostaje."), person, null));
        clock.set(ConsultationRows.CLOSES);

        assertThat(withdrawing.withdraw(consultation.slug(), 1, person)).isInstanceOf(Withdrawal.TooLate.class);
    }

    @Test
    void the_author_gets_the_receipt_by_mail_with_its_pdf(Jobs jobs, Mailbox mailbox) {
        var consultation = rows.open();
        var person = rows.person("Odbiorczyni");
        var remark = accepted(
                submitting.submit(consultation.slug(), entry("par_1", "", "Proszę o potwierdzenie."), person, null));

        jobs.runDue();

        var receipt = mailbox.last(person.email());
        assertThat(receipt.subject()).contains(consultation.reference() + "/0001");
        assertThat(receipt.body())
                .contains(RemarkReceipt.hex(remark.contentHash()))
                .contains("/konsultacje/" + consultation.slug() + "/uwagi/1");
        assertThat(rows.value(
                        "SELECT CONCAT(attachment_name, ' ', LEFT(attachment, 5)) FROM mail_message WHERE recipient = ?",
                        person.email()))
                .endsWith("-0001.pdf %PDF-");
    }

    @Test
    void counts_of_a_version_are_by_unit_and_leave_out_drafts_and_what_was_withdrawn(
            DraftVersions versions, DraftUnits units) {
        var consultation = rows.open();
        var person = rows.person("Wielomówna");
        accepted(submitting.submit(consultation.slug(), entry("par_1", "", "Jeden."), person, null));
        accepted(submitting.submit(consultation.slug(), entry("par_1", "", "Dwa."), person, null));
        accepted(submitting.submit(consultation.slug(), entry("", "", "Całość."), person, null));
        accepted(submitting.submit(consultation.slug(), entry("par_2", "", "Cofnięta."), person, null));
        withdrawing.withdraw(consultation.slug(), 4, person);
        drafting.keep(consultation.slug(), entry("par_3", "", "Szkic."), person, null);
        var version = versions.findCurrent(consultation.key()).orElseThrow();
        var first = units.findByVersionIdAndAddress(version.key(), "par_1").orElseThrow();

        var found = counts.ofVersion(version.key());

        assertThat(found.byUnit()).containsExactlyEntriesOf(java.util.Map.of(first.key(), 2));
        assertThat(found.onTheWhole()).isEqualTo(1);
        assertThat(found.all()).isEqualTo(3);
    }

    static RemarkEntry entry(String unit, String proposed, String rationale) {
        return entry(unit, proposed, rationale, RemarkEntry.newFormToken());
    }

    private static RemarkEntry entry(String unit, String proposed, String rationale, String token) {
        return new RemarkEntry(1, unit, proposed, rationale, false, token, List.of(), Set.of());
    }

    private static Remark accepted(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        return ((Submission.Accepted) submission).remark();
    }

    private static Remark kept(Drafting drafting) {
        assertThat(drafting).isInstanceOf(Drafting.Kept.class);
        return ((Drafting.Kept) drafting).draft();
    }
}
