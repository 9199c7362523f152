package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class PreviewingReportTest {

    private final ConsultationRows rows;
    private final SubmittingRemark submitting;
    private final ConsultationReports reports;
    private final PreviewingReport previewing;
    private final People people;
    private final TestClock clock;

    PreviewingReportTest(
            ConsultationRows rows,
            SubmittingRemark submitting,
            ConsultationReports reports,
            PreviewingReport previewing,
            People people,
            TestClock clock) {
        this.rows = rows;
        this.submitting = submitting;
        this.reports = reports;
        this.previewing = previewing;
        this.people = people;
        this.clock = clock;
    }

    @Test
    void a_report_is_looked_through_first_and_published_from_there(Web visitor) {
        var consultation = rows.open();
        clock.set(ConsultationRows.CLOSES);
        var clerk = people.signedIn(Role.CLERK);
        var desk = "/biuro/konsultacje/" + consultation.slug() + "/sprawozdanie";

        var saved = clerk.post(
                desk, Map.of("action", "preview", "revision", "-1", "introduction", "Wstęp.\n\nDrugi akapit."));
        var preview = clerk.get(saved.location()).page();

        assertThat(saved.location()).isEqualTo(desk + "/podglad");
        assertThat(preview.select(".plain-words").eachText()).containsExactly("Wstęp.", "Drugi akapit.");
        assertThat(preview.select(".note-warn").text())
                .contains("zobaczą wszyscy")
                .contains("nie da się zmienić");
        assertThat(reports.publishedAt(consultation.key())).isEmpty();
        assertThat(visitor.get("/konsultacje/" + consultation.slug() + "/sprawozdanie")
                        .status())
                .isEqualTo(404);

        var published = clerk.post(
                desk,
                Map.of(
                        "action", "publish",
                        "revision", preview.selectFirst("input[name=revision]").val(),
                        "introduction",
                                preview.selectFirst("input[name=introduction]").val(),
                        "afterword",
                                preview.selectFirst("input[name=afterword]").val()));

        assertThat(clerk.get(published.location()).page().select(".done").text())
                .startsWith("Opublikowano sprawozdanie");
        assertThat(visitor.get("/konsultacje/" + consultation.slug() + "/sprawozdanie")
                        .page()
                        .select(".plain-words")
                        .eachText())
                .containsExactly("Wstęp.", "Drugi akapit.");
    }

    @Test
    void a_preview_counts_a_long_register_with_as_many_queries_as_a_short_one(Queries queries) {
        var small = rows.open();
        rows.remarks(small, 1);
        var large = rows.open();
        rows.remarks(large, 700);
        rows.insert(
                "INSERT INTO answer (remark_id, state, position, rationale, drafted_at, approved_at, revision)"
                        + " SELECT id, 'APPROVED', IF(number < 10, 'REJECTED', 'ACCEPTED'), 'Tak.', submitted_at,"
                        + " submitted_at, 1 FROM remark WHERE consultation_id = ? AND number <= 600",
                large.key());
        rows.insert(
                "UPDATE remark SET state = 'WITHDRAWN', withdrawn_at = submitted_at"
                        + " WHERE consultation_id = ? AND number > 690",
                large.key());
        previewing.of(small, 100);

        var ofSmall = queries.during(() -> previewing.of(small, 100));
        var ofLarge = queries.during(() -> previewing.of(large, 100));
        var preview = previewing.of(large, 100);

        assertThat(ofLarge).hasSameSizeAs(ofSmall);
        assertThat(preview.register()).hasSize(100);
        assertThat(preview.counts().remarks()).isEqualTo(690);
        assertThat(preview.counts().withdrawn()).isEqualTo(10);
        assertThat(preview.counts().byPosition())
                .contains(new FrozenReport.Count("REJECTED", 9), new FrozenReport.Count("ACCEPTED", 591));
        assertThat(preview.counts().byChannel()).contains(new FrozenReport.Count("EMAIL", 690));
    }

    @Test
    void a_preview_shows_the_register_but_is_published_by_nobody_while_an_answer_is_missing() {
        var consultation = rows.open();
        var entry = new RemarkEntry(
                1, "par_2", "", "Za krótko.", true, UUID.randomUUID().toString(), List.of(), Set.of());
        assertThat(submitting.submit(consultation.slug(), entry, rows.person("Ewa Przykład"), null))
                .isInstanceOf(Submission.Accepted.class);
        clock.set(ConsultationRows.CLOSES);

        var path = "/biuro/konsultacje/" + consultation.slug() + "/sprawozdanie/podglad";
        var preview = people.signedIn(Role.CLERK).get(path).page();

        assertThat(preview.select("#rejestr tbody tr")).hasSize(1);
        assertThat(preview.select("#rejestr").text()).contains("Za krótko.");
        assertThat(preview.select("button[value=publish]")).isEmpty();
        assertThat(people.signedIn(Role.AUDITOR).get(path).status()).isEqualTo(200);
        assertThat(people.signedIn(Role.ADMINISTRATOR).get(path).status()).isEqualTo(403);
    }
}
