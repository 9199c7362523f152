package pl.kujawskopomorskie.ngo.accounts;

import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of an administrator's change to an account. */
public sealed interface Managed {

    /** It is done. */
    record Done() implements Managed {}

    /** The form has mistakes. */
    record Invalid(FormErrors errors) implements Managed {}

    /** There is no such account. */
    record NotFound() implements Managed {}

    /** The actor is no administrator. */
    record Forbidden() implements Managed {}

    /** It is the actor's own account. */
    record OwnAccount() implements Managed {}

    /** The account is not in the state that this needs. */
    record Conflict() implements Managed {}
}
