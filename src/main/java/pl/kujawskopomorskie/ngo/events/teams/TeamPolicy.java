package pl.kujawskopomorskie.ngo.events.teams;

import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;

/** Who may do what with the register of teams. */
public final class TeamPolicy {

    private TeamPolicy() {}

    /** Clerks and auditors see whole members, also those who do not show their names. */
    public static boolean mayLookIntoTheOffice(@Nullable Actor actor) {
        return actor != null && (actor.is(Role.CLERK) || actor.is(Role.AUDITOR));
    }

    /** Only clerks keep the register. */
    public static boolean mayKeep(@Nullable Actor actor) {
        return actor != null && actor.is(Role.CLERK);
    }
}
