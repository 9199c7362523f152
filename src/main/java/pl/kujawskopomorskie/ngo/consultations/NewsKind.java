package pl.kujawskopomorskie.ngo.consultations;

/** What followers of a consultation are told of. */
public enum NewsKind {
    ANNOUNCED(""),
    /** A further version of the draft, not the one published with the notice. */
    NEW_VERSION("/projekt"),
    EXTENDED(""),
    /** The term ends within three days. */
    CLOSING_SOON(""),
    CANCELLED(""),
    /** The report is published. */
    REPORT("/sprawozdanie");

    private final String place;

    NewsKind(String place) {
        this.place = place;
    }

    /** Where readers see it: the path below that of the consultation, empty for its own page. */
    public String place() {
        return place;
    }
}
