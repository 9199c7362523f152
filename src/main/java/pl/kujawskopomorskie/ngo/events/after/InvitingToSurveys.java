package pl.kujawskopomorskie.ngo.events.after;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Writes to those who were at an event that its survey is open: once of each person, also of those of whom the portal learns later,
 * from a phone that had no network or from the list that people signed. There is no second mail to those who do not answer, and no
 * way to know who they are.
 */
@Singleton
class InvitingToSurveys implements RecurringJob {

    private static final int AT_ONCE = 100;

    private final Surveys surveys;
    private final Events events;
    private final Sessions sessions;
    private final AfterPost post;
    private final Clock clock;

    InvitingToSurveys(Surveys surveys, Events events, Sessions sessions, AfterPost post, Clock clock) {
        this.surveys = surveys;
        this.events = events;
        this.sessions = sessions;
        this.post = post;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "invite-to-surveys";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.Every(Duration.ofMinutes(10));
    }

    @Override
    public void run() {
        for (var eventId : surveys.perhapsOpen(OfficeTime.now(clock))) {
            var mailed = 1;
            while (mailed > 0) {
                mailed = inviteSome(eventId);
            }
        }
    }

    /** Writes to some; to how many. */
    @Transactional
    protected int inviteSome(long eventId) {
        var event = events.findById(eventId).orElseThrow();
        var survey = surveys.of(eventId).orElseThrow();
        var endsAt = sessions.of(eventId).stream()
                .map(Session::endsAt)
                .max(Instant::compareTo)
                .orElse(null);
        var now = OfficeTime.now(clock);
        return survey.stateAt(endsAt, now) == Survey.State.OPEN
                ? post.mailSome(event, AfterMail.Kind.SURVEY, "/ankieta", survey.closesAt(endsAt), now, AT_ONCE)
                : 0;
    }
}
