package pl.kujawskopomorskie.ngo.accounts;

import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of asking for a link by mail. */
public sealed interface AskedForLink {

    /** A mail is on its way, if there is anything to send to the address; the answer does not tell. */
    record Mailed() implements AskedForLink {}

    /** The form has mistakes. */
    record Invalid(FormErrors errors) implements AskedForLink {}

    /** Too many mails were asked for. */
    record TooManyTries() implements AskedForLink {}
}
