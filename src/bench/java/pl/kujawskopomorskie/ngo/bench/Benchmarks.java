package pl.kujawskopomorskie.ngo.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Runs the benchmarks, prints their figures as a table, and leaves with 1 when a bound is broken.
 *
 * <p>Names given as arguments choose some of them.
 */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs them.
     *
     * @param args names of benchmarks, or none for all
     */
    public static void main(String[] args) throws Exception {
        var figures = new ArrayList<Figure>();
        Files.deleteIfExists(Path.of("target", "benchmarks.log"));
        try (var database =
                BenchmarkDatabase.open(Path.of("target", "bench-database").toAbsolutePath())) {
            var filled = new Filled(database);
            var benchmarks = new LinkedHashMap<String, Benchmark>();
            benchmarks.put("read-act", new ReadingMegabyteAct());
            benchmarks.put("draft", new DraftPageOf10000Remarks(filled));
            benchmarks.put("register", new RegisterOf10000InAMillion(filled));
            benchmarks.put("submit", new TwoHundredSubmitAtOnce(filled));
            benchmarks.put("door", new ThousandTicketsAtTwoDoors(filled));
            benchmarks.put("directory", new SearchOf140000Organisations(database));
            benchmarks.put("events", new FiveThousandRegisterAtOnce(database));
            benchmarks.put("start", new StartWithAndWithoutCache(filled));
            for (var benchmark : benchmarks.entrySet()) {
                if (args.length == 0 || List.of(args).contains(benchmark.getKey())) {
                    var begun = System.nanoTime();
                    var measured = benchmark.getValue().measure();
                    System.out.println(benchmark.getKey() + " took "
                            + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
                    measured.forEach(figure -> System.out.println(figure.line()));
                    figures.addAll(measured);
                }
            }
        }
        System.out.println();
        figures.forEach(figure -> System.out.println(figure.line()));
        if (!figures.stream().allMatch(Figure::held)) {
            System.err.println("A bound is broken.");
            System.exit(1);
        }
    }
}
