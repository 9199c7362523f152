package pl.kujawskopomorskie.ngo.events.teams;

import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;

/** Who may do what with the register of teams. */
public final class TeamPolicy {

    private TeamPolicy() {}

    /** Only clerks keep the register. */
    public static boolean mayKeep(@Nullable Actor actor) {
        return actor != null && actor.is(Role.CLERK);
    }
}
