package pl.kujawskopomorskie.ngo.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The register of 10 000 remarks: its first page against its hundredth, and both, and a search, where a million remarks are in the table,
 * against where there are only these. Half of the million are of one other consultation, which leads the database's guesses
 * astray most; the rest are of 490 usual ones. Two portals on two schemas run side by side.
 */
record RegisterOf10000InAMillion(Filled filled) implements Benchmark {

    private static final String FIRST = "/konsultacje/" + FillingSchema.slug(Filled.MANY) + "/uwagi";
    private static final String HUNDREDTH = FIRST + "?od=4951";
    /** A word of every remark of the consultation, and of all the others. */
    private static final String FOUND = FIRST + "?szukaj=budzet";

    private static final String DRAFT = "/konsultacje/" + FillingSchema.slug(Filled.MANY) + "/projekt";

    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration WARMING_UP = Duration.ofSeconds(10);

    @Override
    public List<Figure> measure() throws Exception {
        try (var few = PortalProcess.settled(filled.few());
                var many = PortalProcess.settled(filled.many())) {
            for (var page : List.of(FIRST, HUNDREDTH, FOUND, DRAFT)) {
                Load.pagesPerSecond(few.port(), page, WARMING_UP);
                Load.pagesPerSecond(many.port(), page, WARMING_UP);
            }
            return List.of(
                    Figure.atMost(
                            "Register of 10 000 remarks: time of page 100 to that of page 1",
                            Turns.ratio(cost(few, HUNDREDTH), cost(few, FIRST)),
                            1.25),
                    Figure.atMost(
                            "  its page 1 among 1 000 000 remarks to the same among 10 000",
                            Turns.ratio(cost(many, FIRST), cost(few, FIRST)),
                            1.5),
                    Figure.atMost(
                            "  its page 100 among 1 000 000 remarks to the same among 10 000",
                            Turns.ratio(cost(many, HUNDREDTH), cost(few, HUNDREDTH)),
                            1.5),
                    Figure.atMost(
                            "  a search in it among 1 000 000 remarks to the same among 10 000",
                            Turns.ratio(cost(many, FOUND), cost(few, FOUND)),
                            1.5),
                    Figure.atMost(
                            "  the draft's page among 1 000 000 remarks to the same among 10 000",
                            Turns.ratio(cost(many, DRAFT), cost(few, DRAFT)),
                            1.5));
        }
    }

    private static Callable<Double> cost(PortalProcess portal, String page) {
        return () -> 1 / Load.pagesPerSecond(portal.port(), page, TURN);
    }
}
