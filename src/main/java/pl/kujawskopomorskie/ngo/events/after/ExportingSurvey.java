package pl.kujawskopomorskie.ngo.events.after;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.documents.TableColumn;
import pl.kujawskopomorskie.ngo.shared.documents.TableExports;
import pl.kujawskopomorskie.ngo.shared.documents.TableLayout;
import pl.kujawskopomorskie.ngo.shared.documents.TableSheet;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** The results of a survey as a spreadsheet: the counts, and the sheets one by one in an order of chance. */
@Singleton
public class ExportingSurvey {

    private static final int AT_ONCE = 500;

    private final Events events;
    private final SurveyQuestions questions;
    private final SurveySheets sheets;
    private final SurveyResults results;
    private final TableExports exports;
    private final Messages messages;
    private final AuditLog audit;
    private final Clock clock;

    ExportingSurvey(
            Events events,
            SurveyQuestions questions,
            SurveySheets sheets,
            SurveyResults results,
            TableExports exports,
            Messages messages,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.questions = questions;
        this.sheets = sheets;
        this.results = results;
        this.exports = exports;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** The event whose results the actor may take away, unless there are too few sheets; writes down that they do. */
    @Transactional
    public Optional<Event> begin(String slug, Actor actor) {
        var event = events.findBySlug(slug)
                .filter(found -> EventPolicy.mayLookIntoTheOffice(actor))
                .filter(found -> sheets.count(found.key()) >= SurveyResults.FEWEST);
        event.ifPresent(found -> audit.record(actor.personId(), "SURVEY_EXPORTED", "event", slug, found.title()));
        return event;
    }

    /** Writes it. */
    public void write(Event event, OutputStream out) throws IOException {
        var asked = questions.of(event.key());
        var about = List.of(
                event.title(),
                text("asOf", new Formats(Language.POLISH).dateTime(OfficeTime.now(clock))),
                text("anonymous"));
        var counts = new TableLayout<Counted>(
                text("counts"),
                about,
                List.of(
                        TableColumn.text(
                                text("question"),
                                text("question.means"),
                                50,
                                row -> row.result().question().label()),
                        TableColumn.text(text("answer"), text("answer.means"), 40, Counted::answer),
                        TableColumn.number(text("many"), text("many.means"), Counted::many),
                        TableColumn.number(text("share"), text("share.means"), Counted::share),
                        TableColumn.decimal(
                                text("average"),
                                text("average.means"),
                                row -> row.first() ? row.result().average() : null)));
        var raw = new TableLayout<Map<Long, String>>(text("sheets"), List.of(), columns(asked));
        exports.writeXlsx(
                List.of(
                        new TableSheet<>(counts, counted(event)),
                        new TableSheet<>(raw, () -> new Reading(event, asked))),
                Language.POLISH,
                out);
    }

    private List<TableColumn<Map<Long, String>>> columns(List<SurveyQuestion> asked) {
        var columns = new ArrayList<TableColumn<Map<Long, String>>>();
        for (var question : asked) {
            columns.add(new TableColumn<>(
                    question.position() + ". " + question.label(),
                    messages.get(
                            Language.POLISH,
                            "events.surveyKind." + question.kind().name()),
                    30,
                    row -> cell(question, row.getOrDefault(question.key(), ""))));
        }
        return columns;
    }

    private static TableColumn.Cell cell(SurveyQuestion question, String answer) {
        if (answer.isEmpty()) {
            return new TableColumn.Cell.Empty();
        }
        return question.kind() == SurveyQuestion.Kind.SCALE
                ? new TableColumn.Cell.Number(new BigDecimal(answer))
                : new TableColumn.Cell.Text(answer);
    }

    private List<Counted> counted(Event event) {
        var rows = new ArrayList<Counted>();
        for (var result : results.of(event).questions()) {
            if (result.lines().isEmpty()) {
                rows.add(new Counted(result, text("words"), (long) result.answered(), null, true));
            }
            for (var line : result.lines()) {
                rows.add(new Counted(
                        result,
                        line.label(),
                        (long) line.sheets(),
                        (long) line.share(),
                        line.equals(result.lines().getFirst())));
            }
        }
        return rows;
    }

    private String text(String name, Object... arguments) {
        return messages.get(Language.POLISH, "events.survey.export." + name, arguments);
    }

    private record Counted(
            SurveyResults.Result result,
            String answer,
            Long many,
            @Nullable Long share,
            boolean first) {}

    /** Reads the sheets a stretch at a time. */
    private final class Reading implements Iterator<Map<Long, String>> {

        private final Event event;
        private final Map<Long, SurveyQuestion> asked;
        private List<String> stretch;
        private Map<String, List<SurveySheets.Answer>> answers;
        private int next;

        Reading(Event event, List<SurveyQuestion> asked) {
            this.event = event;
            this.asked = asked.stream().collect(Collectors.toMap(SurveyQuestion::key, question -> question));
            this.stretch = sheets.after(event.key(), "", AT_ONCE);
            this.answers = sheets.answers(stretch);
        }

        @Override
        public boolean hasNext() {
            if (next == stretch.size() && stretch.size() == AT_ONCE) {
                stretch = sheets.after(event.key(), stretch.getLast(), AT_ONCE);
                answers = sheets.answers(stretch);
                next = 0;
            }
            return next < stretch.size();
        }

        @Override
        public Map<Long, String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return answers.getOrDefault(stretch.get(next++), List.of()).stream()
                    .collect(Collectors.groupingBy(
                            SurveySheets.Answer::questionId,
                            Collectors.mapping(this::inWords, Collectors.joining("; "))));
        }

        private String inWords(SurveySheets.Answer answer) {
            var question = Objects.requireNonNull(asked.get(answer.questionId()));
            return answer.choice() == 0 ? answer.words() : question.choiceList().get(answer.choice() - 1);
        }
    }
}
