package pl.kujawskopomorskie.ngo.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The page of a draft of 300 units and 10 000 remarks, signed out, against the quickest of the portal's pages that show one
 * row in the same layout: which one that is comes out of the warming up.
 */
record DraftPageOf10000Remarks(Filled filled) implements Benchmark {

    private static final String DRAFT = "/konsultacje/" + FillingSchema.slug(Filled.MANY) + "/projekt";

    private static final List<String> OF_ONE_ROW = List.of(
            "/konsultacje?rodzaj=OTHER",
            "/konsultacje/" + FillingSchema.slug(Filled.ONE),
            "/konsultacje/" + FillingSchema.slug(Filled.ONE) + "/projekt",
            "/konsultacje/" + FillingSchema.slug(Filled.ONE) + "/uwagi/1");

    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration WARMING_UP = Duration.ofSeconds(10);

    @Override
    public List<Figure> measure() throws Exception {
        try (var portal = PortalProcess.start(filled.few())) {
            var smallest = "";
            var quickest = 0.0;
            Load.pagesPerSecond(portal.port(), DRAFT, WARMING_UP);
            for (var page : OF_ONE_ROW) {
                Load.pagesPerSecond(portal.port(), page, WARMING_UP);
                var pages = Load.pagesPerSecond(portal.port(), page, TURN);
                if (pages > quickest) {
                    quickest = pages;
                    smallest = page;
                }
            }
            var page = smallest;
            var draft = new ArrayList<Double>();
            var ratio = Turns.ratio(
                    () -> {
                        var pages = Load.pagesPerSecond(portal.port(), DRAFT, TURN);
                        draft.add(pages);
                        return pages;
                    },
                    () -> Load.pagesPerSecond(portal.port(), page, TURN));
            return List.of(
                    Figure.atLeast("Draft of 300 units, 10 000 remarks: pages/s to those of " + page, ratio, 0.25),
                    Figure.stated("  pages/s of that draft", Figure.decimal(Turns.middle(draft))),
                    Figure.stated(
                            "  memory held under this load, heap at most 700 MB", portal.residentMegabytes() + " MB"));
        }
    }
}
