package pl.kujawskopomorskie.ngo.directory;

/** How the data of an organisation were confirmed. */
public enum ConfirmedThrough {
    /** By the link of a mail to the organisation. */
    LINK,
    /** By somebody who represents it, on its page. */
    REPRESENTATIVE,
    /** By a clerk. */
    OFFICE
}
