package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

@PortalTest
class ForgettingDraftsTest {

    private final ForgettingDrafts forgetting;
    private final DraftingRemark drafting;
    private final SubmittingRemark submitting;
    private final ConsultationSettings settings;
    private final Remarks remarks;
    private final ConsultationRows rows;
    private final People people;
    private final TestClock clock;

    ForgettingDraftsTest(
            ForgettingDrafts forgetting,
            DraftingRemark drafting,
            SubmittingRemark submitting,
            ConsultationSettings settings,
            Remarks remarks,
            ConsultationRows rows,
            People people,
            TestClock clock) {
        this.forgetting = forgetting;
        this.drafting = drafting;
        this.submitting = submitting;
        this.settings = settings;
        this.remarks = remarks;
        this.rows = rows;
        this.people = people;
        this.clock = clock;
    }

    @Test
    void a_draft_goes_with_its_files_thirty_days_after_closing_and_not_before() {
        var consultation = rows.open();
        var draft = draft(consultation, people.named("Pisarz"));
        var file = rows.value("SELECT file_id FROM remark_attachment WHERE remark_id = ?", draft.key());

        clock.set(ConsultationRows.CLOSES.plus(Duration.ofDays(30)));
        forgetting.run();
        assertThat(remarks.findById(draft.key())).isPresent();

        clock.set(ConsultationRows.CLOSES.plus(Duration.ofDays(30)).plusSeconds(1));
        forgetting.run();
        assertThat(remarks.findById(draft.key())).isEmpty();
        assertThat(rows.value("SELECT COUNT(*) FROM stored_file WHERE id = ?", file))
                .isEqualTo("0");
        assertThat(rows.value("SELECT detail FROM audit_log WHERE action = 'REMARK_DRAFTS_FORGOTTEN'"
                        + " ORDER BY id DESC LIMIT 1"))
                .isNotEmpty();
    }

    @Test
    void what_was_submitted_stays() {
        var consultation = rows.open();
        var author = people.named("Autorka");
        submitting.submit(consultation.slug(), entry(), author, null);

        clock.set(ConsultationRows.CLOSES.plus(Duration.ofDays(400)));
        forgetting.run();

        assertThat(remarks.findByConsultationIdAndNumber(consultation.key(), 1)).isPresent();
    }

    @Test
    void the_office_sets_how_long_and_the_author_reads_it_on_the_draft() {
        var consultation = rows.open();
        var author = people.named("Pisarz");
        var draft = draft(consultation, author);
        var web = people.signedIn(author);
        assertThat(web.get("/konto/uwagi/" + draft.key()).page().text())
                .contains("usuniemy razem z załącznikami 30 dni po zakończeniu terminu");
        assertThat(web.get("/konto/uwagi").page().text()).contains("30 dni po zakończeniu terminu");

        settings.set(ConsultationSetting.DRAFTS_KEPT_DAYS.name(), "60", TestClock.START, author.personId());
        try {
            assertThat(web.get("/konto/uwagi/" + draft.key()).page().text()).contains("60 dni");
            clock.set(ConsultationRows.CLOSES.plus(Duration.ofDays(59)));
            forgetting.run();
            assertThat(remarks.findById(draft.key())).isPresent();
        } finally {
            rows.insert("DELETE FROM consultation_setting WHERE name = 'DRAFTS_KEPT_DAYS'");
        }
    }

    private Remark draft(Consultation consultation, Actor author) {
        return switch (drafting.keep(consultation.slug(), entry(), author, null)) {
            case Drafting.Kept kept -> kept.draft();
            case Drafting other -> throw new AssertionError(other);
        };
    }

    private static RemarkEntry entry() {
        return new RemarkEntry(
                1,
                "par_2",
                "",
                "Za krótki termin.",
                false,
                UUID.randomUUID().toString(),
                List.of(new SentFile("mapa.txt", "Mapa.".getBytes(StandardCharsets.UTF_8))),
                Set.of());
    }
}
