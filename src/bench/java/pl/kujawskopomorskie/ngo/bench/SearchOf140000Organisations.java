package pl.kujawskopomorskie.ngo.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The directory's search with its facets at 140 000 organisations, all of Poland's, against the same at 1 800, one
 * voivodeship's; its first page against the quickest page of one row; and an import of 20 000 rows beside visitors who read.
 * Two portals on two schemas run side by side.
 */
record SearchOf140000Organisations(BenchmarkDatabase database) implements Benchmark {

    private static final int FEW = 1_800;
    private static final int MANY = 140_000;
    private static final int IMPORTED = 20_000;

    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration WARMING_UP = Duration.ofSeconds(5);

    private static final String FIRST = "/organizacje";

    // Each is answered in both directories; the name and the KRS are of one organisation.
    private static final Map<String, IntFunction<String>> SEARCHES = searches();

    private static final List<String> OF_ONE_ROW = List.of(
            "/konsultacje?rodzaj=OTHER",
            "/konsultacje/" + FillingSchema.slug(Filled.ONE),
            "/konsultacje/" + FillingSchema.slug(Filled.ONE) + "/projekt",
            "/organizacje/bench-7");

    @Override
    public List<Figure> measure() throws Exception {
        var few = filled("directory_few", FEW);
        var many = filled("directory_many", MANY);
        var figures = new ArrayList<Figure>();
        try (var small = PortalProcess.start(few);
                var large = PortalProcess.start(many)) {
            var before = large.residentMegabytes();
            var begun = System.nanoTime();
            try (var visitor = new Connection(large.port())) {
                visitor.get(FIRST);
            }
            figures.add(Figure.stated(
                    "Directory of 140 000: first search, which makes the index, in seconds",
                    Figure.decimal((System.nanoTime() - begun) / 1e9)));
            figures.add(Figure.stated("  the index in memory", indexMegabytes() + " MB"));
            for (var page : SEARCHES.values()) {
                Load.pagesPerSecond(small.port(), page, WARMING_UP);
                Load.pagesPerSecond(large.port(), page, WARMING_UP);
            }
            for (var search : SEARCHES.entrySet()) {
                figures.add(Figure.atMost(
                        "  " + search.getKey() + " at 140 000 to the same at 1 800",
                        Turns.ratio(cost(large, search.getValue()), cost(small, search.getValue())),
                        1.5));
            }
            var smallest = quickest(large);
            figures.add(Figure.atLeast(
                    "  pages/s of " + FIRST + " at 140 000 to those of " + smallest,
                    Turns.ratio(
                            () -> Load.pagesPerSecond(large.port(), FIRST, TURN),
                            () -> Load.pagesPerSecond(large.port(), smallest, TURN)),
                    0.25));
            figures.add(Figure.stated(
                    "  memory held before and after, heap at most 700 MB",
                    before + " and " + large.residentMegabytes() + " MB"));
        }
        figures.addAll(importing(few));
        return figures;
    }

    private Schema filled(String name, int organisations) throws Exception {
        var schema = database.emptySchema(name);
        PortalProcess.migrate(schema);
        try (var filling = new FillingSchema(schema)) {
            filling.consultation(Filled.ONE, 1, 1);
        }
        schema.run("UPDATE consultation SET kind = 'OTHER' WHERE slug = ?", FillingSchema.slug(Filled.ONE));
        FillingDirectory.fill(schema, organisations);
        return schema;
    }

    private static String quickest(PortalProcess portal) throws Exception {
        var smallest = "";
        var quickest = 0.0;
        for (var page : OF_ONE_ROW) {
            Load.pagesPerSecond(portal.port(), page, WARMING_UP);
            var pages = Load.pagesPerSecond(portal.port(), page, TURN);
            if (pages > quickest) {
                quickest = pages;
                smallest = page;
            }
        }
        return smallest;
    }

    /** The command imports beside a portal whose first page of search is read all the while. */
    private static List<Figure> importing(Schema schema) throws Exception {
        var file =
                Files.writeString(Path.of("target", "benchmark-import.csv"), FillingDirectory.csv(MANY + 1, IMPORTED));
        try (var portal = PortalProcess.start(schema)) {
            // A portal that has just started grows quicker for a while, which would be taken for the import's doing.
            Load.pagesPerSecond(portal.port(), FIRST, WARMING_UP.multipliedBy(6));
            var quiet = Load.pagesPerSecond(portal.port(), FIRST, WARMING_UP);
            var command = PortalProcess.run(schema, List.of("import-organisations", file.toString()));
            var meanwhile = new ArrayList<Double>();
            while (command.isAlive()) {
                meanwhile.add(Load.pagesPerSecond(portal.port(), FIRST, TURN));
            }
            if (!command.waitFor(1, TimeUnit.SECONDS) || command.exitValue() != 0) {
                throw new IllegalStateException("The import failed with " + command.exitValue());
            }
            var seconds =
                    schema.number("SELECT TIMESTAMPDIFF(MICROSECOND, created_at, finished_at) FROM organisation_import"
                                    + " ORDER BY id DESC LIMIT 1")
                            / 1e6;
            return List.of(
                    Figure.isSo(
                            "Import of 20 000 rows beside visitors: all taken in",
                            schema.number("SELECT COUNT(*) FROM organisation") == FEW + IMPORTED),
                    Figure.stated("  rows checked and taken in a second", Figure.decimal(IMPORTED / seconds)),
                    Figure.stated(
                            "  pages/s of the search meanwhile to those before it",
                            Figure.decimal(Turns.middle(meanwhile) / quiet)));
        }
    }

    private static Callable<Double> cost(PortalProcess portal, IntFunction<String> page) {
        return () -> 1 / Load.pagesPerSecond(portal.port(), page, TURN);
    }

    private static long indexMegabytes() throws IOException {
        return Files.readAllLines(Path.of("target", "benchmarks.log")).stream()
                .filter(line -> line.contains("organisations are laid out for searching in"))
                .map(line -> line.replaceAll(".* searching in ([0-9]+) MB.*", "$1"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }

    private static Map<String, IntFunction<String>> searches() {
        var searches = new LinkedHashMap<String, IntFunction<String>>();
        searches.put("first page of all", n -> FIRST);
        searches.put("one county", n -> FIRST + "?powiat=0415");
        searches.put("counties that nobody chose before", n -> FIRST + "?" + counties(n));
        searches.put("a usual word, inflected", n -> FIRST + "?szukaj=szkoly");
        searches.put("the same in counties that nobody chose before", n -> FIRST + "?szukaj=szkoly&" + counties(n));
        searches.put("the beginning of a rare name", n -> FIRST + "?szukaj=" + encoded(FillingDirectory.patron(777)));
        searches.put(
                "KRS numbers that nobody typed before",
                n -> FIRST + "?szukaj=" + FillingDirectory.krs(1 + n % FEW) + "&" + counties(n));
        return searches;
    }

    /** One of eight million choices of counties, about half of them each. */
    private static String counties(int number) {
        var chosen = number * 0x9E3779B1 >>> 9;
        return IntStream.range(0, FillingDirectory.COUNTIES.size())
                .filter(county -> (chosen >>> county & 1) == 1)
                .mapToObj(county -> "powiat=" + FillingDirectory.COUNTIES.get(county))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
