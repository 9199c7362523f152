package pl.kujawskopomorskie.ngo.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Visitors who each ask for a page again as soon as it has come. */
final class Load {

    /** Enough to keep two cores busy while others wait for the database. */
    private static final int VISITORS = 4;

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Load() {}

    /** Pages a second that a portal answers to a handful of visitors. */
    static double pagesPerSecond(int port, String path, Duration length) throws Exception {
        return measured(port, () -> path, length);
    }

    private static double measured(int port, Supplier<String> paths, Duration length) throws Exception {
        var end = System.nanoTime() + length.toNanos();
        var begun = System.nanoTime();
        var visits = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < VISITORS; i++) {
            visits.add(() -> visit(port, paths, end));
        }
        var pages = 0;
        try (var visitors = Executors.newFixedThreadPool(VISITORS)) {
            for (Future<Integer> each : visitors.invokeAll(visits)) {
                pages += each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A page did not come", e.getCause());
        }
        return pages * 1e9 / (System.nanoTime() - begun);
    }

    /** Pages a second of addresses that differ, so that nothing kept of one answer serves for another. */
    static double pagesPerSecond(int port, IntFunction<String> paths, Duration length) throws Exception {
        return measured(port, () -> paths.apply(NEXT.incrementAndGet()), length);
    }

    private static int visit(int port, Supplier<String> paths, long end) throws IOException {
        var pages = 0;
        try (var connection = new Connection(port)) {
            do {
                connection.get(paths.get());
                pages++;
            } while (System.nanoTime() < end);
        }
        return pages;
    }
}
