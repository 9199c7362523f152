package pl.kujawskopomorskie.ngo.events.visits;

import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;

/** Who may do what with the register of visits. */
public final class VisitPolicy {

    private VisitPolicy() {}

    /** What the office shows is everybody's; of other visits only the office knows. */
    public static boolean maySee(@Nullable Actor actor, Visit visit) {
        return visit.shown() || mayLookIntoTheOffice(actor);
    }

    /** Clerks and auditors see who went, and the notes of the office. */
    public static boolean mayLookIntoTheOffice(@Nullable Actor actor) {
        return actor != null && (actor.is(Role.CLERK) || actor.is(Role.AUDITOR));
    }

    /** Only clerks keep the register. */
    public static boolean mayKeep(@Nullable Actor actor) {
        return actor != null && actor.is(Role.CLERK);
    }
}
