package pl.kujawskopomorskie.ngo.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;

/** Who may do what with an event, at which moment. Every use case and every page of the module asks here. */
public final class EventPolicy {

    private EventPolicy() {}

    /** What is announced, even if cancelled later, is everybody's; a draft is the office's. */
    public static boolean maySee(@Nullable Actor actor, Event event) {
        return event.publishedAt() != null || mayLookIntoTheOffice(actor);
    }

    /** Clerks and auditors see drafts and who registered. */
    public static boolean mayLookIntoTheOffice(@Nullable Actor actor) {
        return actor != null && (actor.is(Role.CLERK) || actor.is(Role.AUDITOR));
    }

    /** Only clerks prepare, announce, change and cancel events, and stand at the door. */
    public static boolean mayRun(@Nullable Actor actor) {
        return actor != null && actor.is(Role.CLERK);
    }

    /**
     * Needs and diets are seen by those who prepare the event, and by nobody else in the office: an auditor does not need them to
     * look at what was done.
     */
    public static boolean maySeeNeeds(@Nullable Actor actor) {
        return mayRun(actor);
    }

    /** A place is given back until its session begins; then nobody else can make use of it. */
    public static boolean mayGiveBack(Session session, Instant now) {
        return now.isBefore(session.startsAt());
    }

    /** Anybody registers, with an account or without, while registration is open. */
    public static boolean mayRegister(Event event, Instant now) {
        return event.takesRegistrationsAt(now);
    }
}
