package pl.kujawskopomorskie.ngo.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Visitors who each ask for a page again as soon as it has come. */
final class Load {

    /** Enough to keep two cores busy while others wait for the database. */
    private static final int VISITORS = 4;

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Load() {}

    /** Pages a second that a portal answers to a handful of visitors. */
    static double pagesPerSecond(int port, String path, Duration length) throws Exception {
        return pagesPerSecond(port, path, VISITORS, length);
    }

    /** The same to so many visitors. */
    static double pagesPerSecond(int port, String path, int visitors, Duration length) throws Exception {
        return measured(port, () -> path, visitors, length);
    }

    /** The same while something else goes on. */
    static double pagesPerSecondDuring(int port, String path, int visitors, Work work) throws Exception {
        var over = new AtomicBoolean();
        var begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(visitors)) {
            var visits = visits(port, () -> path, visitors, over::get).stream()
                    .map(threads::submit)
                    .toList();
            try {
                work.run();
            } finally {
                over.set(true);
            }
            return sum(visits) * 1e9 / (System.nanoTime() - begun);
        }
    }

    private static double measured(int port, Supplier<String> paths, int visitors, Duration length) throws Exception {
        var end = System.nanoTime() + length.toNanos();
        var begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(visitors)) {
            var pages = sum(threads.invokeAll(visits(port, paths, visitors, () -> System.nanoTime() >= end)));
            return pages * 1e9 / (System.nanoTime() - begun);
        }
    }

    private static List<Callable<Integer>> visits(
            int port, Supplier<String> paths, int visitors, BooleanSupplier over) {
        return IntStream.range(0, visitors)
                .<Callable<Integer>>mapToObj(visitor -> () -> visit(port, paths, over))
                .toList();
    }

    private static int sum(List<Future<Integer>> visits) throws InterruptedException {
        var pages = 0;
        try {
            for (var each : visits) {
                pages += each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A page did not come", e.getCause());
        }
        return pages;
    }

    /** Pages a second of addresses that differ, so that nothing kept of one answer serves for another. */
    static double pagesPerSecond(int port, IntFunction<String> paths, Duration length) throws Exception {
        return measured(port, () -> paths.apply(NEXT.incrementAndGet()), VISITORS, length);
    }

    private static int visit(int port, Supplier<String> paths, BooleanSupplier over) throws IOException {
        var pages = 0;
        try (var connection = new Connection(port)) {
            do {
                connection.get(paths.get());
                pages++;
            } while (!over.getAsBoolean());
        }
        return pages;
    }

    /** Something that goes on while pages are asked for. */
    interface Work {
        void run() throws Exception;
    }
}
