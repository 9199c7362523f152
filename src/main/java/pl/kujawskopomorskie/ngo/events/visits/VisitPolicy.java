package pl.kujawskopomorskie.ngo.events.visits;

import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.events.EventPolicy;

/** Who may do what with the register of visits. */
public final class VisitPolicy {

    private VisitPolicy() {}

    /** What the office shows is everybody's; of other visits only the office knows. */
    public static boolean maySee(@Nullable Actor actor, Visit visit) {
        return visit.shown() || EventPolicy.mayLookIntoTheOffice(actor);
    }

    /** Only clerks keep the register. */
    public static boolean mayKeep(@Nullable Actor actor) {
        return actor != null && actor.is(Role.CLERK);
    }
}
