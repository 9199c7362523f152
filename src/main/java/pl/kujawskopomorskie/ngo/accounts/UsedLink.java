package pl.kujawskopomorskie.ngo.accounts;

import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of a link that signs in whoever chooses a password behind it. */
public sealed interface UsedLink {

    /** The password is set and the person signed in. */
    record Done(Session session) implements UsedLink {}

    /** The form has mistakes; the link still works. */
    record Invalid(FormErrors errors) implements UsedLink {}

    /** The link does not work any more. */
    record Gone() implements UsedLink {}
}
