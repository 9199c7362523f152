package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;

/** Somebody of the office takes their place at the door of an event, and gets the list of its people. That they did stands in the log. */
@Singleton
public class OpeningDoor {

    private final Events events;
    private final AuditLog audit;

    OpeningDoor(Events events, AuditLog audit) {
        this.events = events;
        this.audit = audit;
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

    /** When a door is open, or nothing while there is no programme. */
    public static @Nullable DoorTime time(List<Session> programme, @Nullable Long sessionId) {
        return DoorTime.of(programme, sessionId);
    }
}
