package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;

/**
 * Sends everybody who registered a mail with how their registration stands when the event or a session of it changed. A job that
 * asks for one job each, some at a time: the office's lock is not held while thousands are found.
 */
@Singleton
class TellingRegistered implements Job {

    static final String NAME = "tell-registered";

    /** In place of a session: a change of the event as a whole. */
    static final long WHOLE_EVENT = 0;

    private static final long CANCELLED = -1;
    private static final int AT_ONCE = 200;

    private final ProgrammeRows programme;
    private final JobQueue jobs;

    TellingRegistered(ProgrammeRows programme, JobQueue jobs) {
        this.programme = programme;
        this.jobs = jobs;
    }

    /**
     * Tells those who have places, or wait, in a session or in the whole event.
     *
     * @param sequence of the event's calendar after the change
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void changed(long eventId, long sessionId, int sequence) {
        add(new Round(eventId, sessionId, sequence, 0));
    }

    /** Tells everybody whose registration ended because the event was cancelled. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void cancelled(long eventId) {
        add(new Round(eventId, CANCELLED, 0, 0));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional
    public void run(String data) {
        var round = Round.of(data);
        var found = round.sessionId() == CANCELLED
                ? programme.endedWithEvent(round.eventId(), round.after(), AT_ONCE)
                : programme.registered(round.eventId(), round.sessionId(), round.after(), AT_ONCE);
        for (var registrationId : found) {
            jobs.add(
                    MailingRegistration.NAME,
                    registrationId + "@" + round.sessionId() + "/" + round.sequence(),
                    registrationId + " " + TellingOfRegistration.Occasion.EVENT_CHANGED);
        }
        if (found.size() == AT_ONCE) {
            add(new Round(round.eventId(), round.sessionId(), round.sequence(), found.getLast()));
        }
    }

    private void add(Round round) {
        jobs.add(NAME, round.inWords(), round.inWords());
    }

    private record Round(long eventId, long sessionId, int sequence, long after) {

        String inWords() {
            return eventId + " " + sessionId + " " + sequence + " " + after;
        }

        static Round of(String data) {
            var parts = List.of(data.split(" "));
            return new Round(
                    Long.parseLong(parts.get(0)),
                    Long.parseLong(parts.get(1)),
                    Integer.parseInt(parts.get(2)),
                    Long.parseLong(parts.get(3)));
        }
    }
}
