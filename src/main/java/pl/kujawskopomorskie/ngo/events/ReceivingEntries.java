package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Takes in what a phone at the door kept while it had no network, in the order in which it happened. Each entry is a transaction of
 * its own: what is wrong with one does not hold up the others, and what was taken in before the line broke is not lost.
 */
@Singleton
public class ReceivingEntries {

    /** Most entries of one batch. */
    public static final int MOST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(ReceivingEntries.class);

    private final LettingIn letting;
    private final TakingBackEntry takingBack;
    private final SettlingRefusal settling;
    private final Clock clock;

    ReceivingEntries(LettingIn letting, TakingBackEntry takingBack, SettlingRefusal settling, Clock clock) {
        this.letting = letting;
        this.takingBack = takingBack;
        this.settling = settling;
        this.clock = clock;
    }

    /**
     * Takes them in.
     *
     * @param phoneNow what the phone's clock shows as it sends
     * @return what came of each, in the same order; {@link DoorAnswer#FAILED} of those that the phone has to send again
     */
    public List<DoorNote> receive(String slug, Instant phoneNow, List<Sent> sent, Actor actor) {
        var now = OfficeTime.now(clock);
        var failed = new HashSet<String>();
        return sent.stream()
                .limit(MOST)
                .map(one -> receive(slug, one, phoneNow, now, failed, actor))
                .toList();
    }

    private DoorNote receive(String slug, Sent sent, Instant phoneNow, Instant now, Set<String> failed, Actor actor) {
        // What could not be taken in yet is not taken back yet either, or it would come in after all.
        if (!failed.contains(sent.takesBack())) {
            try {
                return receive(slug, sent, phoneNow, now, actor);
            } catch (RuntimeException e) {
                LOG.error("Entry {} at the door of {} could not be taken in", sent.id(), slug, e);
            }
        }
        failed.add(sent.id());
        return DoorNote.refused(sent.id(), DoorAnswer.FAILED);
    }

    private DoorNote receive(String slug, Sent sent, Instant phoneNow, Instant now, Actor actor) {
        if (!sent.takesBack().isEmpty()) {
            // What was never taken in, or was refused, has nothing to be taken back.
            takingBack.takeBack(slug, sent.takesBack(), actor);
            settling.forget(slug, sent.takesBack(), actor);
            return DoorNote.refused(sent.id(), DoorAnswer.TAKEN_BACK);
        }
        var told = sent.who();
        if (told == null) {
            return DoorNote.refused(sent.id(), DoorAnswer.NOT_TAKEN);
        }
        var who = told instanceof Arrival.Newcomer newcomer ? tidy(newcomer) : told;
        var at = DoorTime.corrected(sent.at(), phoneNow, now);
        var arrival = new Arrival(sent.id(), who, sent.sessionId(), sent.door(), at, sent.despite());
        var note = switch (letting.enter(slug, arrival, actor)) {
            case Entering.Answered(var answered) -> answered.to(sent.id(), isMistyped(told, who));
            case Entering.Invalid invalid -> DoorNote.refused(sent.id(), DoorAnswer.NOT_TAKEN);
            case Entering.Forbidden forbidden -> DoorNote.refused(sent.id(), DoorAnswer.UNKNOWN);
            case Entering.NotFound notFound -> DoorNote.refused(sent.id(), DoorAnswer.UNKNOWN);
        };
        if (sent.letIn() && !note.answer().isIn() && note.answer() != DoorAnswer.TAKEN_BACK) {
            settling.keep(slug, arrival, note, at.isAfter(now) ? now : at, actor);
        }
        return note;
    }

    /** They are inside: what is wrong in what was typed of them is left out, and they count. */
    private static Arrival.Newcomer tidy(Arrival.Newcomer typed) {
        var email = Typed.line(typed.email());
        return new Arrival.Newcomer(
                cut(Typed.line(typed.name()), LettingIn.LONGEST_NAME),
                cut(Typed.line(typed.organisation()), LettingIn.LONGEST_ORGANISATION),
                email.isEmpty() || EmailAddress.of(email).isPresent() ? email : "");
    }

    private static boolean isMistyped(Arrival.Who told, Arrival.Who taken) {
        return told instanceof Arrival.Newcomer typed
                && taken instanceof Arrival.Newcomer kept
                && kept.email().isEmpty()
                && !Typed.line(typed.email()).isEmpty();
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)).strip();
    }

    /**
     * One thing that a phone kept.
     *
     * @param id of the phone's own making
     * @param who came, or null when another entry is taken back, and when nobody can read it
     * @param takesBack the number of the entry that is taken back, or empty
     * @param sessionId at the door of which session, or null
     * @param door which entrance, possibly empty
     * @param at when, by the phone's clock
     * @param despite whether they are to be let in even without a place on site
     * @param letIn whether the phone let them in without asking the portal
     */
    public record Sent(
            String id,
            Arrival.@Nullable Who who,
            String takesBack,
            @Nullable Long sessionId,
            String door,
            Instant at,
            boolean despite,
            boolean letIn) {}
}
