package pl.kujawskopomorskie.ngo.shared.jobs;

/** Work that comes back by itself. However many nodes there are, one of them does it each time. */
public interface RecurringJob {

    /** The name that its row carries; the same in every release. */
    String name();

    /** When it comes back. */
    Rhythm rhythm();

    /** Does the work, outside any transaction. After a failure it is done at its next time. */
    void run();
}
