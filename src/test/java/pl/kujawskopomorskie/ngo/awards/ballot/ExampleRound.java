package pl.kujawskopomorskie.ngo.awards.ballot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A round for tests: five jurors and four entries, two of them equal all through, with a step of every kind. */
public final class ExampleRound {

    static final Instant OPENS = Instant.parse("2026-09-01T06:00:00Z");
    static final Nonce LOT = nonce(999);
    static final Rules RULES = new Rules(
            "rodzynki-2026/1",
            "Rodzynki z pozarządówki 2026, etap I",
            List.of(new Criterion("zasieg", "Zasięg i trwałość", 10), new Criterion("pomysl", "Pomysł", 20)),
            List.of("J1", "J2", "J3", "J4", "J5"),
            "J1",
            List.of("E1", "E2", "E3", "E4"),
            2,
            15,
            List.of(
                    new TieRule.ByCriterion("zasieg"),
                    new TieRule.ByCriterion("pomysl"),
                    new TieRule.ByChair(),
                    new TieRule.ByLot()),
            Tally.lotCommitment("rodzynki-2026/1", LOT),
            null);

    private final Round round = new Round();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Integer> nonces = new HashMap<>();

    private ExampleRound() {}

    /** A round that went all the way to the board's decision. */
    public static List<Link> decided() {
        var example = new ExampleRound();
        example.take(new Step.Opened(RULES));
        example.take(new Step.Recused("J2", "E1", Step.Recused.Source.KNOWN, "REPRESENTS"));
        example.seal("J1", "E1", 9, 12);
        example.seal("J2", "E2", 8, 15);
        example.take(new Step.Recused("J2", "E2", Step.Recused.Source.DECLARED, "PARTNER"));
        example.seal("J3", "E1", 7, 12);
        example.seal("J5", "E1", 1, 1);
        example.seal("J1", "E2", 8, 10);
        example.replace("J1", "E2", 9, 12);
        example.seal("J3", "E2", 7, 12);
        example.seal("J1", "E3", 10, 20);
        example.seal("J3", "E3", 10, 19);
        example.seal("J4", "E4", 10, 20);
        example.take(new Step.Left("J5", "Rezygnacja"));
        example.take(example.round.closing());
        example.reveal("J1", "E1", 9, 12);
        example.reveal("J3", "E1", 7, 12);
        example.reveal("J1", "E2", 9, 12);
        example.reveal("J3", "E2", 7, 12);
        example.reveal("J1", "E3", 10, 20);
        example.reveal("J3", "E3", 10, 19);
        example.reveal("J4", "E4", 10, 20);
        example.take(new Step.LotShown(LOT));
        example.take(new Step.ChairVoted(List.of("E2", "E1")));
        example.take(example.round.tally().orElseThrow());
        example.take(new Step.Recommended(List.of("E3", "E2"), "Najwyższe oceny."));
        example.take(new Step.Decided("uchwała nr 1/2/26 z 1 października 2026 r.", List.of("E3", "E1")));
        return List.copyOf(example.links);
    }

    /** What opens a round of the same edition in which equal entries share a place. */
    static Rules rules(int number, int threshold, List<String> entries, @Nullable Hash after) {
        return rules("rodzynki-2026/" + number, threshold, entries, after);
    }

    static Rules rules(String round, int threshold, List<String> entries, @Nullable Hash after) {
        return new Rules(
                round,
                "Etap",
                RULES.criteria(),
                RULES.jurors(),
                RULES.chair(),
                entries,
                2,
                threshold,
                List.of(),
                null,
                after);
    }

    /** Two rounds: of four entries one stays below the threshold of the first round, and one below its quorum. */
    public static List<List<Link>> twoRounds() {
        var first = counted(rules(1, 15, RULES.entries(), null), OPENS);
        var second = counted(
                rules(2, 0, List.of("E1", "E3"), first.getLast().hash()),
                first.getLast().time().plusSeconds(60));
        return List.of(first, second);
    }

    /** All links of a round in which nothing but scoring happens, made by who may not care whether the round could open so. */
    static List<Link> counted(Rules rules, Instant opens) {
        var points = Map.of("E1", 20, "E2", 3, "E3", 18);
        var sheets = rules.entries().stream()
                .filter(points::containsKey)
                .flatMap(entry ->
                        Stream.of("J1", "J3").map(juror -> sheet(juror, entry, 5, points.getOrDefault(entry, 0))))
                .toList();
        var steps = new ArrayList<Step>();
        steps.add(new Step.Opened(rules));
        for (var sheet : sheets) {
            steps.add(new Step.Sealed(
                    sheet.juror(), sheet.entry(), sheet.commitment(rules.round(), nonce(0)), Hash.of("sheet")));
        }
        var unranked = rules.entries().stream()
                .filter(entry -> !points.containsKey(entry))
                .toList();
        steps.add(new Step.Closed(sheets.size(), unranked));
        sheets.forEach(sheet -> steps.add(new Step.Revealed(sheet, nonce(0))));
        var counted = new Tally(rules, sheets, List.of(), Set.of(), null, Hash.NONE).count();
        steps.add(new Step.Tallied(((Tally.Outcome.Counted) counted).ranking()));
        return chain(steps, opens);
    }

    /** Steps with all hashes made anew, a minute apart. */
    static List<Link> chain(List<Step> steps, Instant opens) {
        var links = new ArrayList<Link>();
        for (var step : steps) {
            var at = opens.plusSeconds(links.size() * 60L);
            links.add(links.isEmpty() ? Link.first(at, step) : links.getLast().next(at, step));
        }
        return links;
    }

    private void seal(String juror, String entry, int reach, int idea) {
        var pair = juror + entry;
        nonces.put(pair, nonces.size());
        take(new Step.Sealed(juror, entry, commitment(juror, entry, reach, idea), Hash.of(pair)));
    }

    private void replace(String juror, String entry, int reach, int idea) {
        var before = round.commitment(juror, entry).orElseThrow();
        take(new Step.Replaced(
                juror, entry, before, commitment(juror, entry, reach, idea), Hash.of("another " + juror + entry)));
    }

    private void reveal(String juror, String entry, int reach, int idea) {
        take(new Step.Revealed(sheet(juror, entry, reach, idea), nonce(nonces.getOrDefault(juror + entry, 0))));
    }

    private Hash commitment(String juror, String entry, int reach, int idea) {
        return sheet(juror, entry, reach, idea).commitment(RULES.round(), nonce(nonces.getOrDefault(juror + entry, 0)));
    }

    static ScoreSheet sheet(String juror, String entry, int reach, int idea) {
        return new ScoreSheet(juror, entry, Map.of("zasieg", reach, "pomysl", idea));
    }

    /** One that tests can write down; real ones are drawn. */
    static Nonce nonce(int number) {
        return new Nonce(Hash.of("nonce " + number).hex());
    }

    private void take(Step step) {
        var link = round.next(OPENS.plusSeconds(links.size() * 60L), step);
        var fault = round.take(link);
        if (!fault.equals(Optional.empty())) {
            throw new IllegalStateException(step + ": " + fault);
        }
        links.add(link);
    }
}
