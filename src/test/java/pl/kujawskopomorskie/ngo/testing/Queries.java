package pl.kujawskopomorskie.ngo.testing;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Every statement that the portal sends to the database, for tests that promise how many a page needs. Statements of all
 * threads are taken down, so nothing else may be going on meanwhile.
 */
@Singleton
public final class Queries implements BeanCreatedEventListener<DataSource>, QueryExecutionListener, Ordered {

    private volatile @Nullable ConcurrentLinkedQueue<String> taken;

    /** What was sent while the action ran, in order. */
    public List<String> during(Runnable action) {
        var statements = new ConcurrentLinkedQueue<String>();
        taken = statements;
        try {
            action.run();
        } finally {
            taken = null;
        }
        return List.copyOf(statements);
    }

    // Innermost, below what binds connections to transactions.
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        return ProxyDataSourceBuilder.create(event.getBean()).listener(this).build();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        var statements = taken;
        if (statements != null) {
            queries.forEach(query -> statements.add(query.getQuery()));
        }
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
}
