package pl.kujawskopomorskie.ngo.accounts;

import java.util.Optional;

/** Who may manage accounts. */
final class AccountPolicy {

    private AccountPolicy() {}

    /** Why the actor may not change the account, or nothing when they may. */
    static Optional<Managed> refusal(Actor actor, long personId) {
        if (!onlyAdministratorsManageAccounts(actor)) {
            return Optional.of(new Managed.Forbidden());
        }
        if (!nobodyManagesTheirOwnAccount(actor, personId)) {
            return Optional.of(new Managed.OwnAccount());
        }
        return Optional.empty();
    }

    private static boolean onlyAdministratorsManageAccounts(Actor actor) {
        return actor.is(Role.ADMINISTRATOR);
    }

    // Keeps an administrator from locking everybody out, and from taking a say in substance unseen.
    private static boolean nobodyManagesTheirOwnAccount(Actor actor, long personId) {
        return actor.personId() != personId;
    }
}
