package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * A phone without a network let somebody in whom the portal refused: their place had become one online, the registration had been
 * taken back. They are in the room. The portal keeps it until somebody of the office says that they were there, or that they were not.
 */
@Singleton
public class SettlingRefusal {

    private final Events events;
    private final Sessions sessions;
    private final DoorRefusals refusals;
    private final DoorDoubts doubts;
    private final DoorPeople people;
    private final LettingIn letting;
    private final AuditLog audit;
    private final Clock clock;

    SettlingRefusal(
            Events events,
            Sessions sessions,
            DoorRefusals refusals,
            DoorDoubts doubts,
            DoorPeople people,
            LettingIn letting,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.refusals = refusals;
        this.doubts = doubts;
        this.people = people;
        this.letting = letting;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps what a phone let in and the portal refused. Sent twice it is kept once. */
    @Transactional
    void keep(String slug, Arrival arrival, DoorNote note, Instant at, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null || !EventPolicy.mayRun(actor) || refusals.isKnown(arrival.id())) {
            return;
        }
        var newcomer = arrival.who() instanceof Arrival.Newcomer typed ? typed : null;
        var asked = arrival.sessionId();
        var sessionId = asked == null || sessions.of(event.key(), asked).isEmpty() ? null : asked;
        refusals.save(new DoorRefusal(
                null,
                arrival.id(),
                event.key(),
                sessionId,
                attendee(event, arrival.who(), note),
                newcomer == null ? "" : newcomer.name(),
                newcomer == null ? "" : newcomer.organisation(),
                note.answer(),
                at,
                OfficeTime.now(clock),
                actor.personId(),
                arrival.door(),
                null,
                null));
    }

    private @Nullable Long attendee(Event event, Arrival.Who who, DoorNote note) {
        if (note.attendeeId() != null) {
            return note.attendeeId();
        }
        var person = switch (who) {
            case Arrival.Ticket(var code, var scanned) ->
                TicketCode.read(code).flatMap(people::withTicket).orElse(null);
            case Arrival.Named named -> people.withKey(named.attendeeId()).orElse(null);
            case Arrival.Known known -> null;
            case Arrival.Pending pending -> null;
            case Arrival.Newcomer newcomer -> null;
        };
        return person == null || person.eventId() != event.key() ? null : Long.valueOf(person.id());
    }

    /** What the phone took back itself needs nobody to settle it. */
    @Transactional
    void forget(String slug, String entryId, Actor actor) {
        if (EventPolicy.mayRun(actor)) {
            events.findBySlug(slug)
                    .ifPresent(event ->
                            refusals.settleEntry(event.key(), entryId, OfficeTime.now(clock), actor.personId()));
        }
    }

    /** What nobody settled yet, and what did not settle itself because the person was let in after all. The oldest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Unsettled> of(Event event) {
        return doubts.of(event);
    }

    /**
     * Settles one. Done twice it is done once.
     *
     * @param came whether they were there, and are noted as such
     */
    @Transactional
    public EventChange settle(String slug, long id, boolean came, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new EventChange.Forbidden();
        }
        var event = events.findBySlug(slug).orElse(null);
        var refusal = event == null ? null : refusals.lock(event.key(), id).orElse(null);
        if (event == null || refusal == null) {
            return new EventChange.NotFound();
        }
        if (refusal.settledAt() != null) {
            return new EventChange.Done(event);
        }
        if (came) {
            var entered = letting.enter(slug, again(event, refusal), actor);
            if (!(entered instanceof Entering.Answered(var note)
                    && note.answer().isIn())) {
                return new EventChange.WrongMoment("events.attendance.doubt.cannot");
            }
        }
        refusals.settle(id, OfficeTime.now(clock), actor.personId());
        audit.record(
                actor.personId(),
                "DOOR_DOUBT_SETTLED",
                "event",
                slug,
                refusal.answer() + (came ? ", was there" : ", was not there"));
        return new EventChange.Done(event);
    }

    /** They come once more, at the time of then: who has no registration that could be overruled comes as not registered. */
    private Arrival again(Event event, DoorRefusal refusal) {
        var attendeeId = refusal.attendeeId();
        var person = attendeeId == null ? null : people.withKey(attendeeId).orElse(null);
        Arrival.Who who;
        if (person == null) {
            who = new Arrival.Newcomer(refusal.name(), refusal.organisationName(), "");
        } else if (person.ended()) {
            who = new Arrival.Newcomer(person.name(), person.organisation(), "");
        } else {
            who = new Arrival.Named(person.id());
        }
        return new Arrival(
                Arrival.derived("settled " + refusal.entryId() + " " + event.key()),
                who,
                refusal.sessionId(),
                refusal.door(),
                refusal.cameAt(),
                true);
    }

    /**
     * One that is to be settled.
     *
     * @param id key of the row
     * @param name possibly empty: nobody knows whose ticket it was
     * @param organisation possibly empty
     * @param session the title of the session at whose door it was, or empty
     * @param answer why the portal refused
     * @param cameAt when they came
     * @param door at which entrance, possibly empty
     */
    public record Unsettled(
            long id,
            String name,
            String organisation,
            String session,
            DoorAnswer answer,
            @Nullable Instant cameAt,
            String door) {}
}
