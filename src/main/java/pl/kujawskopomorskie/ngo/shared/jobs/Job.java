package pl.kujawskopomorskie.ngo.shared.jobs;

/**
 * Work of one kind, done once for each time it is asked for in a {@link JobQueue}.
 *
 * <p>It may run twice: a node can die between the work and the note that it is done. So it looks first whether the work
 * is still to do.
 */
public interface Job {

    /** The name that rows of the queue carry. It outlives releases: renaming it strands the rows that wait. */
    String name();

    /**
     * Does the work, outside any transaction.
     *
     * @param data what {@link JobQueue} was given
     * @throws HopelessJob when no later try can succeed
     * @throws Exception when a later try may succeed
     */
    void run(String data) throws Exception;
}
