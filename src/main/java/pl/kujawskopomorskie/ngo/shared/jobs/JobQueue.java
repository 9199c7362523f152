package pl.kujawskopomorskie.ngo.shared.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Where work is put to be done later, in the transaction that asks for it: undone with it, and never lost after it. */
@Singleton
public class JobQueue {

    private final SchedulerClient client;
    private final Clock clock;

    // The injected data source hands out the connection of the running transaction, and none outside one.
    JobQueue(DataSource dataSource, Clock clock) {
        this.client = SchedulerClient.Builder.create(dataSource)
                .jdbcCustomization(JobTasks.dialect())
                .serializer(JobTasks.TEXT)
                .build();
        this.clock = clock;
    }

    /**
     * Asks for a job as soon as the transaction is committed.
     *
     * @param job {@link Job#name()}
     * @param key tells this piece of work from others of its kind, at most 100 characters; while a job with the same key
     *     waits, asking again changes nothing
     * @param data for {@link Job#run(String)}: a key of a row, or a little JSON
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(String job, String key, String data) {
        addAt(job, key, data, clock.instant());
    }

    /**
     * Asks for a job at a moment, of which the caller knows that none with its key was ever asked for: its row is new. As
     * {@link #addAt} otherwise, and quicker by a look.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addFirst(String job, String key, String data, Instant moment) {
        // Only a batch is written without a look at what is there.
        client.scheduleBatch(List.of(new TaskInstance<>(job, key, data)), moment);
    }

    /** Asks for a job at a moment. As {@link #add(String, String, String)} otherwise. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addAt(String job, String key, String data, Instant moment) {
        client.scheduleIfNotExists(new TaskInstance<>(job, key, data), moment);
    }
}
