package pl.kujawskopomorskie.ngo.events;

/** Whom a member of a team comes from. */
public enum Sector {
    /** Offices and bodies of the state and of local government. */
    PUBLIC,
    /** Organisations, and councils that speak for them. */
    NGO,
    /** Firms and their associations. */
    BUSINESS,
    /** Universities and institutes. */
    SCIENCE,
    /** Residents, media, churches. */
    OTHER
}
