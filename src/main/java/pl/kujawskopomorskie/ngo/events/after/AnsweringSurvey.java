package pl.kujawskopomorskie.ngo.events.after;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.shared.data.Violations;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Those who were at an event answer its survey, each once, by their own link. A sheet is taken whole or not at all; who sends theirs
 * twice, however quickly, has sent it once.
 */
@Singleton
public class AnsweringSurvey {

    private final Events events;
    private final Sessions sessions;
    private final Participants participants;
    private final Surveys surveys;
    private final SurveyQuestions questions;
    private final SurveySheets sheets;
    private final Clock clock;

    AnsweringSurvey(
            Events events,
            Sessions sessions,
            Participants participants,
            Surveys surveys,
            SurveyQuestions questions,
            SurveySheets sheets,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.participants = participants;
        this.surveys = surveys;
        this.questions = questions;
        this.sheets = sheets;
        this.clock = clock;
    }

    /** What is asked of who has the link. */
    @Transactional
    public Answering look(String token) {
        var asked = asked(token);
        return asked.refusal() != null ? asked.refusal() : open(asked, FormErrors.none());
    }

    /**
     * Takes a sheet.
     *
     * @param typed by field: of a question with many choices there is a field for each, with the number of the choice after a hyphen
     */
    public Answering answer(String token, Map<String, String> typed) {
        try {
            return answerOnce(token, typed);
        } catch (RuntimeException refused) {
            if (Violations.isDuplicate(refused)) {
                return look(token);
            }
            throw refused;
        }
    }

    /** In one transaction. */
    @Transactional
    protected Answering answerOnce(String token, Map<String, String> typed) {
        var asked = asked(token);
        if (asked.refusal() != null) {
            return asked.refusal();
        }
        var read = SurveyAnswers.read(asked.questions(), typed);
        if (read.errors().any()) {
            return open(asked, read.errors());
        }
        sheets.note(asked.person());
        sheets.put(asked.event().key(), read.answers());
        return new Answering.Taken(asked.event());
    }

    private static Answering open(Asked asked, FormErrors errors) {
        return new Answering.Open(
                asked.event(), asked.survey(), asked.person(), asked.questions(), asked.closesAt(), errors);
    }

    private Asked asked(String token) {
        var hash = PersonLinks.hash(token);
        var person = participants.ofLink(hash).orElse(null);
        if (person == null) {
            return Asked.refused(participants.linkExists(hash) ? new Answering.NotThere() : new Answering.NotFound());
        }
        var event = events.findById(person.eventId()).orElseThrow();
        var endsAt = sessions.of(event.key()).stream()
                .map(Session::endsAt)
                .max(Instant::compareTo)
                .orElse(null);
        var survey = surveys.lockForReading(event.key()).orElse(null);
        var now = OfficeTime.now(clock);
        if (survey == null || event.cancelledAt() != null) {
            return Asked.refused(new Answering.None(event));
        }
        return switch (survey.stateAt(endsAt, now)) {
            case DRAFTED -> Asked.refused(new Answering.None(event));
            case WAITING -> Asked.refused(new Answering.NotYet(event));
            case CLOSED ->
                Asked.refused(sheets.answered(person) ? new Answering.Already(event) : new Answering.Closed(event));
            case OPEN ->
                sheets.answered(person)
                        ? Asked.refused(new Answering.Already(event))
                        : new Asked(event, survey, person, questions.of(event.key()), survey.closesAt(endsAt), null);
        };
    }

    private record Asked(
            @Nullable Event foundEvent,
            @Nullable Survey foundSurvey,
            @Nullable Participant foundPerson,
            List<SurveyQuestion> questions,
            @Nullable Instant closes,
            @Nullable Answering refusal) {

        static Asked refused(Answering refusal) {
            return new Asked(null, null, null, List.of(), null, refusal);
        }

        Event event() {
            return Objects.requireNonNull(foundEvent);
        }

        Survey survey() {
            return Objects.requireNonNull(foundSurvey);
        }

        Participant person() {
            return Objects.requireNonNull(foundPerson);
        }

        Instant closesAt() {
            return Objects.requireNonNull(closes);
        }
    }
}
