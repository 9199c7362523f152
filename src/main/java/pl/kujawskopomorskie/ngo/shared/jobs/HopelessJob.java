package pl.kujawskopomorskie.ngo.shared.jobs;

/** A job cannot succeed however often it is tried. It is given up at once and kept among the failed jobs. */
public final class HopelessJob extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Gives a job up.
     *
     * @param reason for whoever reads the list of failed jobs; without personal data
     */
    public HopelessJob(String reason) {
        super(reason);
    }
}
