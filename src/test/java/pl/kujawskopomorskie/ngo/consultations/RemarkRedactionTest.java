package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.consultations.RemarkRedaction.Field.PROPOSED_WORDING;
import static pl.kujawskopomorskie.ngo.consultations.RemarkRedaction.Field.RATIONALE;

import java.util.List;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.testing.TestClock;

class RemarkRedactionTest {

    private static final String TEXT = "Pisze Jan Kowalski, ul. Długa 5, tel. 600 100 200. Jan Kowalski prosi.";

    @Test
    void hidden_words_are_hidden_wherever_they_stand() {
        assertThat(shown(hiding("Jan Kowalski")))
                .isEqualTo("Pisze [ukryto: dane], ul. Długa 5, tel. 600 100 200. [ukryto: dane] prosi.");
    }

    @Test
    void a_longer_passage_that_takes_in_words_hidden_before_is_hidden_whole() {
        assertThat(shown(hiding("Jan Kowalski"), hiding("Jan Kowalski, ul. Długa 5, tel. 600 100 200")))
                .isEqualTo("Pisze [ukryto: dane]. [ukryto: dane] prosi.");
    }

    @Test
    void passages_that_overlap_leave_nothing_of_either() {
        assertThat(shown(hiding("Kowalski, ul. Długa"), hiding("Długa 5, tel. 600 100 200")))
                .doesNotContain("Kowalski, ul")
                .doesNotContain("Długa")
                .doesNotContain("600");
    }

    @Test
    void what_is_hidden_in_one_field_stays_in_the_other() {
        assertThat(RemarkRedaction.apply(TEXT, PROPOSED_WORDING, List.of(hiding("Jan Kowalski"))))
                .isEqualTo(TEXT);
    }

    private static String shown(RemarkRedaction... redactions) {
        return RemarkRedaction.apply(TEXT, RATIONALE, List.of(redactions));
    }

    private static RemarkRedaction hiding(String words) {
        return new RemarkRedaction(null, 1, RATIONALE, words, "dane", TestClock.START, null);
    }
}
