package pl.kujawskopomorskie.ngo.events;

/** What advice is about; hours of advisory are counted by it. */
public enum AdviceSubject {
    /** Personal data. */
    GDPR,
    /** Plans and ways of working. */
    STRATEGY,
    /** Grants and other money. */
    FUNDING,
    /** Law and statutes. */
    LAW,
    /** Books and settlements. */
    ACCOUNTING,
    /** Anything else. */
    OTHER
}
