package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Somebody of the office takes their place at the door of an event, and gets the list of its people. That they did stands in the log. */
@Singleton
public class OpeningDoor {

    private final Events events;
    private final AuditLog audit;
    private final DoorPeople people;
    private final Clock clock;

    OpeningDoor(Events events, AuditLog audit, DoorPeople people, Clock clock) {
        this.events = events;
        this.audit = audit;
        this.people = people;
        this.clock = clock;
    }

    /** The event, if it is announced and the actor may stand at its door. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Event> event(String slug, Actor actor) {
        return EventPolicy.mayRun(actor)
                ? events.findBySlug(slug).filter(event -> event.publishedAt() != null)
                : Optional.empty();
    }

    /** Notes that the actor opened it. */
    @Transactional
    public void note(Event event, Actor actor) {
        audit.record(actor.personId(), "DOOR_OPENED", "event", event.slug(), event.title());
    }

    /**
     * Whether a phone may keep the people of an event now: from the day before it until the day after. Whoever opens its door weeks
     * before needs no names for it yet.
     */
    public static boolean mayKeepPeople(@Nullable DoorTime time, Instant now) {
        return time != null
                && !now.isBefore(time.begins().minus(Duration.ofDays(1)))
                && now.isBefore(time.ends().plus(Duration.ofDays(1)));
    }

    /** Notes that the actor's phone took the list of people; of a day's many times the first one. */
    @Transactional
    public void noteList(Event event, Actor actor) {
        var since = OfficeTime.now(clock).minus(Duration.ofHours(12));
        if (!people.tookList(event, actor.personId(), since)) {
            audit.record(actor.personId(), "DOOR_LIST_TAKEN", "event", event.slug(), event.title());
        }
    }

    /** When a door is open, or nothing while there is no programme. */
    public static @Nullable DoorTime time(List<Session> programme, @Nullable Long sessionId) {
        return DoorTime.of(programme, sessionId);
    }
}
