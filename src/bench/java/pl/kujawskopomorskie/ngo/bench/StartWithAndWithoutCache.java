package pl.kujawskopomorskie.ngo.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * From the start of the process to its first page, and the memory it then holds: as the jar is, and with the JVM's cache of
 * classes loaded and linked ahead of time (AOT, JEP 483 and 514), trained by a run that shows some pages.
 */
record StartWithAndWithoutCache(Filled filled) implements Benchmark {

    private static final Path CACHE = Path.of("target", "pozarzadowka.aot");

    @Override
    public List<Figure> measure() throws Exception {
        Files.deleteIfExists(CACHE);
        try (var training = PortalProcess.start(filled.few(), "-XX:AOTCacheOutput=" + CACHE)) {
            for (var page : List.of("", "/projekt", "/uwagi", "/uwagi/1")) {
                Load.pagesPerSecond(
                        training.port(),
                        "/konsultacje/" + FillingSchema.slug(Filled.ONE) + page,
                        Duration.ofSeconds(1));
            }
        }
        var without = new ArrayList<Double>();
        var memoryWithout = new ArrayList<Double>();
        var memoryWith = new ArrayList<Double>();
        var ratio = Turns.ratio(
                start(new ArrayList<>(), memoryWith, "-XX:AOTCache=" + CACHE, "-XX:AOTMode=on"),
                start(without, memoryWithout));
        return List.of(
                Figure.atMost("Start to first page with the AOT cache to the same without", ratio, 0.8),
                Figure.stated("  start to first page without it", Figure.decimal(Turns.middle(without)) + " s"),
                Figure.stated(
                        "  memory after the first page, without", Math.round(Turns.middle(memoryWithout)) + " MB"),
                Figure.stated("  memory after the first page, with", Math.round(Turns.middle(memoryWith)) + " MB"));
    }

    private Callable<Double> start(List<Double> times, List<Double> memory, String... options) {
        return () -> {
            try (var portal = PortalProcess.start(filled.few(), options)) {
                var seconds = portal.untilFirstPage().toNanos() / 1e9;
                times.add(seconds);
                memory.add((double) portal.residentMegabytes());
                return seconds;
            }
        };
    }
}
