package pl.kujawskopomorskie.ngo.testing;

import java.util.Optional;
import pl.kujawskopomorskie.ngo.accounts.Role;

/** Who may come to a page: nobody in particular, or somebody with one role beside resident. */
public enum Visitor {
    ANONYMOUS,
    RESIDENT,
    CLERK,
    DEPARTMENT_OFFICER,
    AUDITOR,
    ADMINISTRATOR;

    /** The role, or nothing for a visitor who is not signed in. */
    public Optional<Role> role() {
        return this == ANONYMOUS ? Optional.empty() : Optional.of(Role.valueOf(name()));
    }
}
