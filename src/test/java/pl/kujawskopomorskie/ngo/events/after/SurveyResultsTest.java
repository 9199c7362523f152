package pl.kujawskopomorskie.ngo.events.after;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

class SurveyResultsTest {

    @Property
    void the_average_of_marks_is_that_of_all_sheets_one_by_one(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 1, max = 5) Integer> marks) {
        Map<Integer, Integer> counted = marks.stream().collect(Collectors.toMap(mark -> mark, mark -> 1, Integer::sum));

        var average = Objects.requireNonNull(SurveyResults.Result.average(counted));

        assertThat(average.doubleValue())
                .isBetween(1.0, 5.0)
                .isCloseTo(
                        marks.stream().mapToInt(Integer::intValue).average().orElseThrow(),
                        org.assertj.core.data.Offset.offset(0.0051));
    }

    @Property
    void a_share_is_between_nothing_and_all(
            @ForAll @IntRange(min = 1, max = 10_000) int of, @ForAll @IntRange(min = 0, max = 10_000) int many) {
        assertThat(SurveyResults.Result.share(Math.min(many, of), of)).isBetween(0, 100);
        assertThat(SurveyResults.Result.share(of, of)).isEqualTo(100);
    }

    @Test
    void of_no_marks_there_is_no_average() {
        assertThat(SurveyResults.Result.average(Map.of())).isNull();
    }

    @Test
    void a_sheet_is_read_by_its_questions_and_says_what_is_missing() {
        var asked = List.of(
                new SurveyQuestion(1L, 9, 1, SurveyQuestion.Kind.SCALE, "Ocena?", "", true),
                new SurveyQuestion(2L, 9, 2, SurveyQuestion.Kind.ONE, "Skąd?", "stąd\nzowąd", false),
                new SurveyQuestion(3L, 9, 3, SurveyQuestion.Kind.MANY, "Co?", "to\ntamto\nowo", false),
                new SurveyQuestion(4L, 9, 4, SurveyQuestion.Kind.TEXT, "Co zmienić?", "", false));

        var read = SurveyAnswers.read(
                asked, Map.of("q1", "5", "q2", "3", "q3-1", "true", "q3-3", "true", "q4", " Nic. ", "q9", "1"));

        assertThat(read.errors().any()).isFalse();
        assertThat(read.answers())
                .containsExactly(
                        new SurveySheets.Answer(1, 5, ""),
                        new SurveySheets.Answer(3, 1, ""),
                        new SurveySheets.Answer(3, 3, ""),
                        new SurveySheets.Answer(4, 0, " Nic."));
        assertThat(SurveyAnswers.read(asked, Map.of("q1", "6")).errors().all())
                .extracting(FormErrors.FormError::field)
                .containsExactly("q1", "");
    }

    @Test
    void a_survey_opens_when_the_event_ends_or_when_it_is_ready_and_closes_at_the_end_of_its_last_day() {
        var ends = Instant.parse("2026-10-20T14:00:00Z");
        var early = new Survey(1, "", 7, ends.minus(Duration.ofDays(9)), null);
        var late = new Survey(1, "", 7, ends.plus(Duration.ofDays(2)), null);

        assertThat(early.stateAt(ends, ends.minusSeconds(1))).isEqualTo(Survey.State.WAITING);
        assertThat(early.stateAt(ends, ends)).isEqualTo(Survey.State.OPEN);
        // Seven days later the clocks have gone back an hour.
        assertThat(early.closesAt(ends)).isEqualTo(Instant.parse("2026-10-27T23:00:00Z"));
        assertThat(early.stateAt(ends, Instant.parse("2026-10-27T23:00:00Z"))).isEqualTo(Survey.State.CLOSED);
        assertThat(late.stateAt(ends, ends.plus(Duration.ofDays(1)))).isEqualTo(Survey.State.WAITING);
        assertThat(late.closesAt(ends)).isEqualTo(Instant.parse("2026-10-29T23:00:00Z"));
        assertThat(new Survey(1, "", 7, null, null).stateAt(ends, ends)).isEqualTo(Survey.State.DRAFTED);
    }
}
