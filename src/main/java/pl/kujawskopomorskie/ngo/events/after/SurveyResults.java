package pl.kujawskopomorskie.ngo.events.after;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;

/**
 * What people answered, for the office: counts and averages, in four queries however many sheets there are. As long as there are so
 * few sheets that one could guess who wrote them, nothing is shown but how many there are.
 */
@Singleton
public class SurveyResults {

    /** Fewest sheets of which anything is shown. */
    public static final int FEWEST = 3;

    private final SurveyQuestions questions;
    private final SurveySheets sheets;

    SurveyResults(SurveyQuestions questions, SurveySheets sheets) {
        this.questions = questions;
        this.sheets = sheets;
    }

    /** The results of an event's survey. */
    public Results of(Event event) {
        var asked = questions.of(event.key());
        var count = sheets.count(event.key());
        if (count < FEWEST) {
            return new Results(count, List.of());
        }
        Map<Long, List<SurveySheets.Tally>> tallies =
                sheets.tallies(event.key()).stream().collect(Collectors.groupingBy(SurveySheets.Tally::questionId));
        var answered = sheets.answeredQuestions(event.key());
        return new Results(
                count,
                asked.stream()
                        .map(question -> Result.of(
                                question,
                                answered.getOrDefault(question.key(), 0),
                                tallies.getOrDefault(question.key(), List.of())))
                        .toList());
    }

    /**
     * One page of the answers in words to a question.
     *
     * @param page from 1
     * @return nothing when there is no such question, or so few sheets that nothing is shown
     */
    public Optional<Words> words(Event event, long questionId, int page, int size) {
        var question = questions.of(event.key()).stream()
                .filter(each -> each.key() == questionId && each.kind() == SurveyQuestion.Kind.TEXT)
                .findFirst()
                .orElse(null);
        if (question == null || sheets.count(event.key()) < FEWEST) {
            return Optional.empty();
        }
        var total = sheets.answeredQuestions(event.key()).getOrDefault(questionId, 0);
        var pages = Math.max(1, (total + size - 1) / size);
        var number = Math.min(page, pages);
        return Optional.of(new Words(
                question, sheets.words(event.key(), questionId, size, size * (number - 1L)), total, number, pages));
    }

    /**
     * All results.
     *
     * @param sheets how many there are
     * @param questions in their order; none where there are too few sheets
     */
    public record Results(int sheets, List<Result> questions) {

        public Results {
            questions = List.copyOf(questions);
        }

        /** Whether there are so few sheets that nothing is shown. */
        public boolean tooFew() {
            return sheets < FEWEST;
        }
    }

    /**
     * The results of one question.
     *
     * @param question itself
     * @param answered how many sheets answer it
     * @param lines how often each mark or choice was given, in order; none of a question in words
     * @param average of the marks, to two places, or null where there is none
     */
    public record Result(
            SurveyQuestion question,
            int answered,
            List<Line> lines,
            @Nullable BigDecimal average) {

        public Result {
            lines = List.copyOf(lines);
        }

        static Result of(SurveyQuestion question, int answered, List<SurveySheets.Tally> tallies) {
            var byChoice =
                    tallies.stream().collect(Collectors.toMap(SurveySheets.Tally::choice, SurveySheets.Tally::sheets));
            var choices = question.choiceList();
            var lines = IntStream.rangeClosed(1, choices.size())
                    .mapToObj(choice -> {
                        var many = byChoice.getOrDefault(choice, 0);
                        return new Line(choices.get(choice - 1), many, answered == 0 ? 0 : share(many, answered));
                    })
                    .toList();
            return new Result(
                    question, answered, lines, question.kind() == SurveyQuestion.Kind.SCALE ? average(byChoice) : null);
        }

        /** The average of marks, given how often each was given; null of none. */
        static @Nullable BigDecimal average(Map<Integer, Integer> marks) {
            var many = 0L;
            var sum = 0L;
            for (var mark : marks.entrySet()) {
                many += mark.getValue();
                sum += (long) mark.getKey() * mark.getValue();
            }
            return many == 0 ? null : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(many), 2, RoundingMode.HALF_UP);
        }

        /** In whole per cent. */
        static int share(int many, int of) {
            return (int) Math.round(100.0 * many / of);
        }
    }

    /**
     * How often one thing was answered.
     *
     * @param label the mark or the choice
     * @param sheets how often
     * @param share of the sheets that answer the question, in whole per cent
     */
    public record Line(String label, int sheets, int share) {}

    /**
     * Answers in words.
     *
     * @param question to which
     * @param answers of this page
     * @param total of all pages
     * @param number of this page, from 1
     * @param pages how many there are, at least one
     */
    public record Words(SurveyQuestion question, List<String> answers, int total, int number, int pages) {}
}
