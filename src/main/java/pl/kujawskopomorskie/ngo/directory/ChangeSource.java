package pl.kujawskopomorskie.ngo.directory;

/** From where a change of an organisation's data came. */
public enum ChangeSource {
    /** A clerk typed it. */
    OFFICE,
    /** Somebody who speaks for the organisation typed it. */
    ORGANISATION,
    /** It stood in a file that a clerk imported. */
    IMPORT,
    /** The court register says so, and a clerk agreed. */
    KRS,
    /** Two entries turned out to be one organisation. */
    MERGE
}
