package pl.kujawskopomorskie.ngo.consultations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.consultations.RemarkEntry;
import pl.kujawskopomorskie.ngo.testing.Node;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class DraftPageTest {

    private final ConsultationRows rows;
    private final People people;

    DraftPageTest(ConsultationRows rows, People people) {
        this.rows = rows;
        this.people = people;
    }

    @Test
    void the_text_as_it_is_set_is_kept_until_something_of_it_changes(Web visitor, Queries queries) {
        var consultation = rows.open();
        var first = visitor.get(draft(consultation)).text();

        var again = queries.during(
                () -> assertThat(visitor.get(draft(consultation)).text()).isEqualTo(first));

        assertThat(again).hasSizeLessThanOrEqualTo(4).noneMatch(sql -> sql.contains("draft_unit"));
    }

    @Test
    void each_remark_made_and_each_withdrawn_is_counted_at_once(Web visitor) {
        var consultation = rows.open();
        assertThat(counts(visitor, consultation)).isEmpty();

        var author = people.signedIn();
        submit(author, consultation);
        assertThat(counts(visitor, consultation)).startsWith("1 uwaga");
        submit(people.signedIn(), consultation);
        assertThat(counts(visitor, consultation)).startsWith("2 uwagi");
        author.post(RemarkPagesTest.uwagi(consultation) + "/1/wycofaj", Map.of());

        assertThat(counts(visitor, consultation)).startsWith("1 uwaga");
    }

    @Test
    void what_one_node_keeps_never_hides_what_another_has_accepted(Web visitor) {
        var consultation = rows.open();
        try (var other = Node.with(Map.of())) {
            var reader = other.web();
            reader.get(draft(consultation));

            submit(people.signedIn(), consultation);

            assertThat(counts(reader, consultation)).startsWith("1 uwaga");
        }
    }

    @Test
    void the_buttons_go_when_the_term_is_over(Web visitor, TestClock clock) {
        var consultation = rows.open();
        assertThat(visitor.get(draft(consultation)).page().select(".unit-tools .btn"))
                .isNotEmpty();

        clock.set(ConsultationRows.CLOSES);

        assertThat(visitor.get(draft(consultation)).page().select(".unit-tools .btn"))
                .isEmpty();
    }

    @Test
    void each_language_has_its_own(Web visitor) {
        var consultation = rows.open();
        var polish =
                visitor.get(draft(consultation)).page().select(".unit-tools").text();

        var english = visitor.another()
                .get(draft(consultation) + "?lang=en")
                .page()
                .select(".unit-tools")
                .text();

        assertThat(polish).contains("Zgłoś uwagę");
        assertThat(english).isNotEmpty().doesNotContain("Zgłoś uwagę");
    }

    private static String counts(Web reader, Consultation consultation) {
        return reader.get(draft(consultation))
                .page()
                .select("#par_2 .unit-tools a:not(.btn)")
                .text();
    }

    private static void submit(Web web, Consultation consultation) {
        var reply = web.post(
                RemarkPagesTest.uwagi(consultation),
                Map.of(
                        "version", "1",
                        "unit", "par_2",
                        "rationale", "Potrzeba więcej czasu.",
                        "formToken", RemarkEntry.newFormToken(),
                        "action", "submit"));
        assertThat(reply.status()).isEqualTo(303);
    }

    private static String draft(Consultation consultation) {
        return "/konsultacje/" + consultation.slug() + "/projekt";
    }
}
