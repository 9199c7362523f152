package pl.kujawskopomorskie.ngo.directory;

/** Where an organisation stands in the court's or the supervisor's register. */
public enum OrganisationState {
    /** It works, or at least nothing says otherwise. */
    ACTIVE,
    /** It is being wound up; it may still speak. */
    IN_LIQUIDATION,
    /** It is in no register any more: it stays in the directory for what it did, and nobody speaks for it. */
    STRUCK_OFF
}
