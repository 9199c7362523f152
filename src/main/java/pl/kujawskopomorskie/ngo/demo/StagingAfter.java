package pl.kujawskopomorskie.ngo.demo;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.events.after.IssuingCertificates;
import pl.kujawskopomorskie.ngo.events.after.Material;
import pl.kujawskopomorskie.ngo.events.after.Materials;
import pl.kujawskopomorskie.ngo.events.after.Participant;
import pl.kujawskopomorskie.ngo.events.after.Participants;
import pl.kujawskopomorskie.ngo.events.after.SurveyQuestion;
import pl.kujawskopomorskie.ngo.events.after.SurveyQuestions;
import pl.kujawskopomorskie.ngo.events.after.SurveySheets;
import pl.kujawskopomorskie.ngo.events.after.Surveys;
import pl.kujawskopomorskie.ngo.shared.documents.FileType;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;

/** Writes what came after last year's Forum: who was there, some of the certificates, a survey with its sheets, materials. */
@Singleton
class StagingAfter {

    private static final Duration ISSUED_AFTER = Duration.ofDays(2);
    private static final String DOOR = "wejście główne";

    private final DemoContent content;
    private final Events events;
    private final Sessions sessions;
    private final Participants participants;
    private final IssuingCertificates issuing;
    private final Surveys surveys;
    private final SurveyQuestions questions;
    private final SurveySheets sheets;
    private final Materials materials;
    private final StoringFiles files;
    private final PastRows.After rows;

    StagingAfter(
            DemoContent content,
            Events events,
            Sessions sessions,
            Participants participants,
            IssuingCertificates issuing,
            Surveys surveys,
            SurveyQuestions questions,
            SurveySheets sheets,
            Materials materials,
            StoringFiles files,
            PastRows.After rows) {
        this.content = content;
        this.events = events;
        this.sessions = sessions;
        this.participants = participants;
        this.issuing = issuing;
        this.surveys = surveys;
        this.questions = questions;
        this.sheets = sheets;
        this.materials = materials;
        this.files = files;
        this.rows = rows;
    }

    /** Writes it, after the events and those who came to them. */
    @Transactional(Transactional.TxType.MANDATORY)
    void stage(Cast cast) {
        var entry = content.after();
        var event = events.findBySlug(entry.event()).orElseThrow();
        var programme = sessions.of(event.key());
        var endsAt = programme.getLast().endsAt();
        rows.came(event.key(), programme.getFirst().startsAt(), DOOR);
        var people = participants.named(event.key(), Math.max(entry.certificates(), entry.sheets()), 0);
        issuing.issue(event, people.subList(0, entry.certificates()), null);
        rows.issued(event.key(), endsAt.plus(ISSUED_AFTER));
        survey(event, entry, people, endsAt);
        for (var told : entry.materials()) {
            material(event, told, programme, endsAt, cast);
        }
    }

    private void survey(Event event, AfterEntry entry, List<Participant> people, Instant endsAt) {
        surveys.begin(event.key(), entry.intro(), entry.openDays());
        surveys.ready(event.key(), endsAt);
        var asked = questions.saveAll(IntStream.range(0, entry.questions().size())
                .mapToObj(at -> {
                    var told = entry.questions().get(at);
                    return new SurveyQuestion(
                            null, event.key(), at + 1, told.kind(), told.label(), told.choices(), told.required());
                })
                .toList());
        // The same sheets in every demo.
        var random = new Random(event.slug().hashCode());
        for (var sheet = 0; sheet < entry.sheets(); sheet++) {
            var answers = new ArrayList<SurveySheets.Answer>();
            for (var at = 0; at < asked.size(); at++) {
                answer(answers, asked.get(at).key(), entry.questions().get(at), sheet, random);
            }
            sheets.note(people.get(sheet));
            sheets.put(event.key(), answers);
        }
    }

    private static void answer(
            List<SurveySheets.Answer> answers,
            long questionId,
            AfterEntry.QuestionEntry told,
            int sheet,
            Random random) {
        switch (told.kind()) {
            case SCALE, ONE -> {
                var drawn = random.nextInt(
                        told.weights().stream().mapToInt(Integer::intValue).sum());
                var choice = 0;
                while (drawn >= 0) {
                    drawn -= told.weights().get(choice++);
                }
                answers.add(new SurveySheets.Answer(questionId, choice, ""));
            }
            case MANY -> {
                for (var choice = 1; choice <= told.weights().size(); choice++) {
                    if (random.nextInt(100) < told.weights().get(choice - 1)) {
                        answers.add(new SurveySheets.Answer(questionId, choice, ""));
                    }
                }
            }
            case TEXT -> {
                if (sheet % 2 == 0 && sheet / 2 < told.texts().size()) {
                    answers.add(
                            new SurveySheets.Answer(questionId, 0, told.texts().get(sheet / 2)));
                }
            }
        }
    }

    private void material(
            Event event, AfterEntry.MaterialEntry told, List<Session> programme, Instant endsAt, Cast cast) {
        var session = programme.stream()
                .filter(each -> each.title().equals(told.session()))
                .findFirst();
        if (session.isEmpty() && !told.session().isEmpty()) {
            throw new IllegalStateException("There is no session " + told.session());
        }
        materials.save(new Material(
                null,
                event.key(),
                session.map(Session::key).orElse(null),
                told.kind(),
                told.audience(),
                told.title(),
                told.url(),
                told.file().isEmpty()
                        ? null
                        : files.keep(content.bytes(told.file()), told.file(), FileType.PDF, cast.clerk())
                                .key(),
                endsAt.plus(ISSUED_AFTER),
                cast.clerk()));
    }
}
