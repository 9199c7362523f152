package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.testing.PortalTest;

/** Several indexes over one database, as several nodes have them. */
@PortalTest
class DirectoryIndexTest {

    private static final int SEARCHING = 8;

    private final Organisations organisations;
    private final OrganisationRows rows;

    DirectoryIndexTest(Organisations organisations, OrganisationRows rows) {
        this.organisations = organisations;
        this.rows = rows;
    }

    @Test
    void what_one_node_has_seen_changed_every_other_finds() throws Exception {
        var first = index(organisations);
        var second = index(organisations);
        assertThat(finds(first, rows.listed("Stowarzyszenie Dwóch Węzłów"))).isTrue();

        var later = rows.listed("Stowarzyszenie Drugiego Węzła");

        assertThat(finds(second, later)).isTrue();
        assertThat(finds(first, later)).isTrue();
    }

    @Test
    void who_searches_while_all_is_laid_out_for_the_first_time_waits_and_finds_all() throws Exception {
        var organisation = rows.listed("Stowarzyszenie Pierwszego Szukania");
        var begins = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var index = index(watched((method, arguments, proceed) -> {
            var found = proceed.run();
            if (method.equals("changedAfter") && arguments[0].equals(0L)) {
                begins.incrementAndGet();
                begun.countDown();
                goOn.await();
            }
            return found;
        }));

        try (var people = Executors.newFixedThreadPool(SEARCHING)) {
            var searches = new ArrayList<Future<Boolean>>();
            searches.add(people.submit(() -> finds(index, organisation)));
            begun.await();
            for (int person = 1; person < SEARCHING; person++) {
                searches.add(people.submit(() -> finds(index, organisation)));
            }
            goOn.countDown();
            for (var search : searches) {
                assertThat(search.get()).isTrue();
            }
        }

        assertThat(begins.get()).isEqualTo(1);
    }

    @Test
    void a_failure_in_the_middle_leaves_the_rest_to_the_next_search() throws Exception {
        var organisation = rows.listed("Stowarzyszenie Drugiej Próby");
        var reads = new AtomicInteger();
        var index = index(watched((method, arguments, proceed) -> {
            if (method.equals("changedAfter") && reads.incrementAndGet() == 2) {
                throw new IllegalStateException("The database is away");
            }
            return proceed.run();
        }));

        assertThatThrownBy(() -> finds(index, organisation)).isInstanceOf(IllegalStateException.class);

        assertThat(finds(index, organisation)).isTrue();
    }

    private static boolean finds(DirectoryIndex index, Organisation organisation) {
        return index.search(searcher ->
                searcher.count(new TermQuery(new Term(DirectoryIndex.ID, String.valueOf(organisation.key())))) == 1);
    }

    private static DirectoryIndex index(Organisations organisations) throws IOException {
        return new DirectoryIndex(organisations, Executors.newVirtualThreadPerTaskExecutor());
    }

    /** The rows of the real database, with something done at each reading of them. */
    private Organisations watched(Watch watch) {
        return (Organisations) Proxy.newProxyInstance(
                Organisations.class.getClassLoader(),
                new Class<?>[] {Organisations.class},
                (proxy, method, arguments) -> watch.at(method.getName(), arguments, () -> {
                    try {
                        return method.invoke(organisations, arguments);
                    } catch (InvocationTargetException e) {
                        throw new IllegalStateException(e.getCause());
                    }
                }));
    }

    private interface Watch {
        Object at(String method, Object[] arguments, Proceeding proceed) throws Exception;
    }

    private interface Proceeding {
        Object run() throws Exception;
    }
}
