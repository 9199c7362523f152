package pl.kujawskopomorskie.ngo.shared.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Takes up jobs once the server answers, and lets those that run come to their end before the portal stops. */
@Singleton
@Requires(property = "portal.jobs.enabled", notEquals = "false")
final class JobScheduler {

    private static final int THREADS = 4;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    // What a dead node was at is taken up by another within a minute; by the library's own measure it would be half an
    // hour.
    private static final Duration SIGN_OF_LIFE_EVERY = Duration.ofSeconds(10);
    private static final int SIGNS_MISSED = 4;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final JobTasks tasks;
    private final DataSource dataSource;
    private final Clock clock;
    private @Nullable Scheduler scheduler;

    JobScheduler(JobTasks tasks, DataSource dataSource, Clock clock) {
        this.tasks = tasks;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @EventListener
    void start(ServerStartupEvent event) {
        List<Task<?>> once = new ArrayList<>(tasks.once());
        scheduler = Scheduler.create(DelegatingDataSource.unwrapDataSource(dataSource), once)
                .startTasks(tasks.recurring())
                .clock(clock::instant)
                .jdbcCustomization(JobTasks.dialect())
                .serializer(JobTasks.TEXT)
                .threads(THREADS)
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(SIGN_OF_LIFE_EVERY)
                .missedHeartbeatsLimit(SIGNS_MISSED)
                .shutdownMaxWait(STOP_WITHIN)
                .failureLogging(LogLevel.OFF, false)
                .build();
        scheduler.start();
    }

    @PreDestroy
    void stop() {
        if (scheduler != null) {
            scheduler.stop();
        }
    }
}
