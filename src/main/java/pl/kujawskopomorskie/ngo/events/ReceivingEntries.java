package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Takes in what a phone at the door kept while it had no network, in the order in which it happened. Each entry is a transaction of
 * its own: what is wrong with one does not hold up the others, and what was taken in before the line broke is not lost.
 */
@Singleton
public class ReceivingEntries {

    /** Most entries of one batch. */
    public static final int MOST = 200;

    private final LettingIn letting;
    private final TakingBackEntry takingBack;
    private final Clock clock;

    ReceivingEntries(LettingIn letting, TakingBackEntry takingBack, Clock clock) {
        this.letting = letting;
        this.takingBack = takingBack;
        this.clock = clock;
    }

    /**
     * Takes them in.
     *
     * @param phoneNow what the phone's clock shows as it sends
     * @return what came of each, in the same order
     */
    public List<DoorNote> receive(String slug, Instant phoneNow, List<Sent> sent, Actor actor) {
        var now = OfficeTime.now(clock);
        return sent.stream()
                .limit(MOST)
                .map(one -> receive(slug, one, phoneNow, now, actor))
                .toList();
    }

    private DoorNote receive(String slug, Sent sent, Instant phoneNow, Instant now, Actor actor) {
        var who = sent.who();
        if (who == null) {
            // What was never taken in, or was refused, has nothing to be taken back.
            takingBack.takeBack(slug, sent.takesBack(), actor);
            return DoorNote.refused(sent.id(), DoorAnswer.TAKEN_BACK);
        }
        var arrival = new Arrival(
                sent.id(),
                who,
                sent.sessionId(),
                sent.door(),
                DoorTime.corrected(sent.at(), phoneNow, now),
                sent.despite());
        return switch (letting.enter(slug, arrival, actor)) {
            case Entering.Answered(var note) -> note;
            case Entering.Invalid invalid -> DoorNote.refused(sent.id(), DoorAnswer.UNREADABLE);
            case Entering.Forbidden forbidden -> DoorNote.refused(sent.id(), DoorAnswer.UNKNOWN);
            case Entering.NotFound notFound -> DoorNote.refused(sent.id(), DoorAnswer.UNKNOWN);
        };
    }

    /**
     * One thing that a phone kept.
     *
     * @param id of the phone's own making
     * @param who came, or null when another entry is taken back
     * @param takesBack the number of the entry that is taken back, or empty
     * @param sessionId at the door of which session, or null
     * @param door which entrance, possibly empty
     * @param at when, by the phone's clock
     * @param despite whether they are to be let in even without a place on site
     */
    public record Sent(
            String id,
            Arrival.@Nullable Who who,
            String takesBack,
            @Nullable Long sessionId,
            String door,
            Instant at,
            boolean despite) {}
}
