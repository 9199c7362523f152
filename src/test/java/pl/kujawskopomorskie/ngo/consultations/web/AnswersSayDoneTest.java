package pl.kujawskopomorskie.ngo.consultations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.consultations.RemarkEntry;
import pl.kujawskopomorskie.ngo.consultations.SubmittingRemark;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;

@PortalTest
class AnswersSayDoneTest {

    @Test
    void each_step_of_an_answer_says_that_it_is_done(
            ConsultationRows rows, SubmittingRemark submitting, People people) {
        var consultation = rows.open();
        submitting.submit(
                consultation.slug(),
                new RemarkEntry(
                        1, "par_2", "", "Za krótko.", true, UUID.randomUUID().toString(), List.of(), Set.of()),
                people.person(Role.RESIDENT),
                null);
        var clerk = people.signedIn(Role.CLERK);
        var path = "/biuro/konsultacje/" + consultation.slug() + "/uwagi/1/odpowiedz";

        var drafted = clerk.post(
                path, Map.of("action", "draft", "position", "ACCEPTED", "rationale", "Racja.", "revision", "-1"));
        var page = clerk.get(drafted.location()).page();
        var sent = clerk.post(
                path,
                Map.of(
                        "action", "review",
                        "position", "ACCEPTED",
                        "rationale", "Racja.",
                        "revision", page.selectFirst("input[name=revision]").val()));

        assertThat(page.select(".done").text()).isEqualTo("Zapisano szkic odpowiedzi.");
        assertThat(clerk.get(sent.location()).page().select(".done").text())
                .isEqualTo("Przekazano odpowiedź do zatwierdzenia.");
    }
}
