package pl.kujawskopomorskie.ngo.events.after;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventState;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** What an event's office sees of all that comes after it. The same queries for however many people. */
@Singleton
public class AfterDesk {

    private final Sessions sessions;
    private final Participants participants;
    private final Certificates certificates;
    private final AfterMails mails;
    private final Surveys surveys;
    private final SurveyQuestions questions;
    private final SurveySheets sheets;
    private final Materials materials;
    private final PeopleKept kept;
    private final Clock clock;

    AfterDesk(
            Sessions sessions,
            Participants participants,
            Certificates certificates,
            AfterMails mails,
            Surveys surveys,
            SurveyQuestions questions,
            SurveySheets sheets,
            Materials materials,
            PeopleKept kept,
            Clock clock) {
        this.sessions = sessions;
        this.participants = participants;
        this.certificates = certificates;
        this.mails = mails;
        this.surveys = surveys;
        this.questions = questions;
        this.sheets = sheets;
        this.materials = materials;
        this.kept = kept;
        this.clock = clock;
    }

    /** As it stands now. */
    public Overview of(Event event) {
        var term = kept.of(event.key());
        return new Overview(
                event,
                EventState.of(event, endsAt(event), OfficeTime.now(clock)),
                participants.count(event.key()),
                certificates.count(event.key()),
                mails.countMailed(event.key(), AfterMail.Kind.CERTIFICATE),
                survey(event),
                materials.count(event.key()),
                term.years(),
                term.forgottenAt());
    }

    /** The survey of an event as its office sees it, or null before it was begun. */
    public @Nullable SurveyDesk survey(Event event) {
        var survey = surveys.of(event.key()).orElse(null);
        if (survey == null) {
            return null;
        }
        var endsAt = endsAt(event);
        return new SurveyDesk(
                survey,
                survey.stateAt(endsAt, OfficeTime.now(clock)),
                survey.opensAt(endsAt),
                survey.closesAt(endsAt),
                questions.of(event.key()),
                sheets.count(event.key()),
                mails.countMailed(event.key(), AfterMail.Kind.SURVEY));
    }

    private @Nullable Instant endsAt(Event event) {
        return sessions.of(event.key()).stream()
                .map(Session::endsAt)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /**
     * All that comes after an event.
     *
     * @param event which
     * @param state of it
     * @param came how many were there
     * @param certificates how many of them have one that holds
     * @param mailed to how many addresses the link to it went
     * @param survey or null before it was begun
     * @param materials how many
     * @param keptYears how long names and addresses are kept
     * @param forgottenAt when they were deleted, or null
     */
    public record Overview(
            Event event,
            EventState state,
            int came,
            int certificates,
            int mailed,
            @Nullable SurveyDesk survey,
            int materials,
            int keptYears,
            @Nullable Instant forgottenAt) {

        /** Whether the event is over. */
        public boolean held() {
            return state == EventState.HELD;
        }
    }

    /**
     * A survey.
     *
     * @param survey as its row keeps it
     * @param state of it
     * @param opensAt or null while that is not known
     * @param closesAt first moment at which it is closed by itself, or null while that is not known
     * @param questions in their order
     * @param sheets how many answered
     * @param invited how many addresses were written to
     */
    public record SurveyDesk(
            Survey survey,
            Survey.State state,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            List<SurveyQuestion> questions,
            int sheets,
            int invited) {

        /** Whether its questions can be changed. */
        public boolean changeable() {
            return sheets == 0 && survey.closedAt() == null;
        }
    }
}
