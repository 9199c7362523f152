package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;

@PortalTest
class ComparingRemarksTest {

    private static final String LETTER = "Proponujemy wydłużyć termin składania ofert do 21 dni, bo małe organizacje "
            + "w gminach wiejskich nie mają pracowników i piszą oferty po godzinach.";

    private final ConsultationRows rows;
    private final Remarks remarks;
    private final DraftVersions versions;
    private final DraftUnits units;
    private final ComparingRemarks comparing;
    private final GroupingRemarks grouping;

    ComparingRemarksTest(
            ConsultationRows rows,
            Remarks remarks,
            DraftVersions versions,
            DraftUnits units,
            ComparingRemarks comparing,
            GroupingRemarks grouping) {
        this.rows = rows;
        this.remarks = remarks;
        this.versions = versions;
        this.units = units;
        this.comparing = comparing;
        this.grouping = grouping;
    }

    @Test
    void like_remarks_are_proposed_the_largest_lot_first() {
        var consultation = with(7, number -> switch (number) {
            case 1 -> "Skreślić ten przepis.";
            case 2, 5 -> LETTER;
            case 4 -> "Szanowni Państwo! " + LETTER + " Z poważaniem, Koło w Lubiczu";
            case 6 -> "SKREŚLIC ten przepis!!!";
            default -> "Coś innego numer " + number;
        });

        compare(consultation);

        var proposals = grouping.proposals(consultation);
        assertThat(proposals.lots())
                .extracting(GroupingRemarks.Lot::numbers)
                .containsExactly(List.of(2, 4, 5), List.of(1, 6));
        assertThat(proposals.uncompared()).isZero();
    }

    @Test
    void what_comes_later_joins_the_lot_that_there_is_and_what_is_grouped_or_answered_leaves_it() {
        var consultation = with(2, number -> LETTER);
        compare(consultation);
        add(consultation, 3, 2, number -> LETTER);
        assertThat(grouping.proposals(consultation).uncompared()).isEqualTo(2);

        compare(consultation);

        assertThat(grouping.proposals(consultation).lots())
                .extracting(GroupingRemarks.Lot::numbers)
                .containsExactly(List.of(1, 2, 3, 4));
        rows.insert(
                "INSERT INTO answer (remark_id, state, position, rationale, drafted_at, approved_at, revision)"
                        + " SELECT id, 'APPROVED', 'ACCEPTED', 'Tak.', '2026-11-20', '2026-11-20', 0 FROM remark"
                        + " WHERE consultation_id = ? AND number = 1",
                consultation.key());
        assertThat(grouping.proposals(consultation).lots())
                .extracting(GroupingRemarks.Lot::numbers)
                .containsExactly(List.of(2, 3, 4));
    }

    @Test
    void a_remark_sent_in_is_compared_by_a_job(SubmittingRemark submitting, Jobs jobs) {
        var consultation = rows.open();
        for (var i = 0; i < 3; i++) {
            submitting.submit(
                    consultation.slug(),
                    new RemarkEntry(
                            1, "par_1", "", LETTER, true, RemarkEntry.newFormToken(), List.of(), java.util.Set.of()),
                    rows.person("Osoba " + i),
                    null);
        }

        jobs.runDue();

        assertThat(grouping.proposals(consultation).lots()).hasSize(1);
    }

    @Test
    void the_very_same_words_are_found_however_many_others_stand_in_the_buckets() {
        var consultation = with(301, number -> number == 301 ? LETTER : "Coś innego numer " + number);
        compare(consultation);
        var buckets = new ArrayList<>(
                LikeRemarks.print(Long.toString(unit(consultation).key()), "\n" + LETTER)
                        .buckets());
        buckets.removeFirst();
        buckets.forEach(bucket -> rows.insert(
                "INSERT IGNORE INTO remark_bucket (consultation_id, bucket, remark_id) SELECT consultation_id, ?, id"
                        + " FROM remark WHERE consultation_id = ? AND number <= 300",
                bucket,
                consultation.key()));
        add(consultation, 302, 1, number -> LETTER);

        compare(consultation);

        assertThat(grouping.proposals(consultation).lots())
                .extracting(GroupingRemarks.Lot::numbers)
                .contains(List.of(301, 302));
    }

    @Test
    void one_consultation_that_cannot_be_compared_keeps_no_other_waiting(
            RemarkLots lots, ConsultationReports reports, RemarkBuckets buckets) {
        var first = with(1, number -> LETTER);
        var second = with(1, number -> LETTER);
        var asked = new ArrayList<String>();
        var failing = new ComparingRemarks(lots, reports, buckets) {
            @Override
            public void run(String data) {
                asked.add(data);
                throw new IllegalStateException("cannot compare " + data);
            }
        };

        new CatchingUpComparisons(lots, failing).run();

        assertThat(asked).contains(Long.toString(first.key()), Long.toString(second.key()));
    }

    @Test
    void buckets_are_emptied_once_the_report_is_published_and_no_sooner(CatchingUpComparisons catchingUp) {
        var reported = with(2, number -> LETTER);
        var running = with(2, number -> LETTER);
        compare(reported);
        compare(running);
        rows.insert(
                "INSERT INTO consultation_report (consultation_id, introduction, afterword, published_at, frozen,"
                        + " register_size, revision) VALUES (?, '', '', '2026-11-20', '{}', 0, 0)",
                reported.key());

        catchingUp.run();

        rows.insert("DELETE FROM consultation_report WHERE consultation_id = ?", reported.key());
        assertThat(inBuckets(reported)).isEqualTo("0");
        assertThat(inBuckets(running)).isNotEqualTo("0");
    }

    @Test
    @Timeout(600)
    void four_thousand_remarks_cost_the_page_as_many_queries_as_four(Queries queries, People people) {
        var small = with(4, number -> LETTER);
        compare(small);
        // A form letter of a thousand, and three thousand different ones that share its first words.
        var large = with(
                4_000,
                number -> number % 4 == 0
                        ? LETTER
                        : "Proponujemy wydłużyć termin " + UUID.randomUUID() + " bo " + UUID.randomUUID());
        compare(large);
        var clerk = people.signedIn(Role.CLERK);
        clerk.get(page(small));

        var few = queries.during(() -> clerk.get(page(small)));
        var many = queries.during(() -> clerk.get(page(large)));

        assertThat(many).hasSameSizeAs(few);
        var proposals = grouping.proposals(large);
        assertThat(proposals.lots()).first().satisfies(lot -> {
            assertThat(lot.remarks()).isEqualTo(1_000);
            assertThat(lot.numbers()).hasSize(100).startsWith(4, 8, 12);
        });
        assertThat(clerk.get(page(large)).page().select("input[name=numbers]")).hasSizeLessThanOrEqualTo(2_000);
    }

    private String inBuckets(Consultation consultation) {
        return rows.value("SELECT COUNT(*) FROM remark_bucket WHERE consultation_id = ?", consultation.key());
    }

    private DraftUnit unit(Consultation consultation) {
        var version = versions.findCurrent(consultation.key()).orElseThrow();
        return units.findByVersionIdAndAddress(version.key(), "par_2").orElseThrow();
    }

    private void compare(Consultation consultation) {
        comparing.run(Long.toString(consultation.key()));
    }

    private static String page(Consultation consultation) {
        return "/biuro/konsultacje/" + consultation.slug() + "/podobne";
    }

    private Consultation with(int many, IntFunction<String> rationale) {
        var consultation = rows.open();
        add(consultation, 1, many, rationale);
        return consultation;
    }

    private void add(Consultation consultation, int from, int many, IntFunction<String> rationale) {
        var version = versions.findCurrent(consultation.key()).orElseThrow();
        var unit = unit(consultation);
        var made = new ArrayList<Remark>();
        IntStream.range(from, from + many)
                .forEach(number -> made.add(RemarkRows.submitted(
                        version,
                        unit,
                        number,
                        RemarkRows.from(Channel.PAPER, "Osoba " + number),
                        "",
                        rationale.apply(number),
                        TestClock.START.minus(Duration.ofHours(1)))));
        remarks.saveAll(made);
    }
}
