package pl.kujawskopomorskie.ngo.consultations;

/**
 * What the office may set for consultations, with its default. The text of resolution XV/310/15 is not at hand, so its
 * terms are settings and not constants.
 */
public enum ConsultationSetting {
    /** Shortest term, in days; 7 to 15 are usual. */
    SHORTEST_TERM_DAYS(7, 1, 365),
    /** Days after closing within which the report is due. */
    REPORT_DUE_DAYS(30, 1, 365),
    /** Largest file of a draft or of an attachment, in megabytes. */
    LARGEST_FILE_MB(20, 1, 20),
    /** Most attachments of one remark. */
    MOST_ATTACHMENTS(5, 0, 20),
    /** Days after closing for which a remark that was never submitted is kept. */
    DRAFTS_KEPT_DAYS(30, 1, 365);

    private final int standard;
    private final int least;
    private final int most;

    ConsultationSetting(int standard, int least, int most) {
        this.standard = standard;
        this.least = least;
        this.most = most;
    }

    /** The value until the office sets another. */
    public int standard() {
        return standard;
    }

    /** The least that may be set. */
    public int least() {
        return least;
    }

    /** The most that may be set; the server takes no larger request anyway. */
    public int most() {
        return most;
    }

    /** Whether the value may be set. */
    public boolean allows(int value) {
        return value >= least && value <= most;
    }
}
