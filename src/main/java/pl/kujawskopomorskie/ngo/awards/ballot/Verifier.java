package pl.kujawskopomorskie.ngo.awards.ballot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Works out anew, from nothing but what was published, whether a result is what the sheets come to. */
public final class Verifier {

    private final List<String> checked = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private Verifier() {}

    /**
     * Verifies a bundle.
     *
     * @param published heads that were published elsewhere, in the order of the rounds; empty when nobody knows them
     */
    public static Verdict verify(Bundle bundle, List<Hash> published) {
        return new Verifier().verdict(bundle, published);
    }

    private Verdict verdict(Bundle bundle, List<Hash> published) {
        var heads = new LinkedHashMap<String, Hash>();
        var told = heads(bundle);
        bundle.files().forEach((name, text) -> {
            if (!name.equals(Bundle.HEADS)) {
                heads.put(name, chain(name, text));
            }
        });
        if (heads.isEmpty()) {
            faults.add("There is no round in the bundle.");
        }
        var names = new TreeSet<>(heads.keySet());
        names.addAll(told.keySet());
        for (var name : names) {
            if (!told.containsKey(name)) {
                faults.add(name + ": " + Bundle.HEADS + " does not name it.");
            } else if (!heads.containsKey(name)) {
                faults.add(name + ": " + Bundle.HEADS + " names it, and it is not there.");
            } else if (!told.get(name).equals(heads.get(name))) {
                faults.add(name + ": its last hash is not the one in " + Bundle.HEADS + ".");
            }
        }
        if (!published.isEmpty()) {
            if (published.equals(List.copyOf(heads.values()))) {
                checked.add("The heads are those that were published.");
            } else {
                faults.add("The heads are not those that were published.");
            }
        }
        return new Verdict(checked, faults, heads);
    }

    private Map<String, Hash> heads(Bundle bundle) {
        var told = new HashMap<String, Hash>();
        var text = bundle.files().get(Bundle.HEADS);
        if (text == null) {
            faults.add("There is no " + Bundle.HEADS + " in the bundle.");
            return told;
        }
        try {
            for (var line : Bundle.lines(text)) {
                var parts = line.split(" ", -1);
                if (parts.length != 2 || told.put(parts[0], new Hash(parts[1])) != null) {
                    throw new IllegalArgumentException("A line is not a name and a hash");
                }
            }
        } catch (IllegalArgumentException e) {
            faults.add(Bundle.HEADS + ": " + e.getMessage() + ".");
        }
        return told;
    }

    /** Verifies a chain and gives its head; of what is wrong, the first thing is told, as the rest follows from it. */
    private Hash chain(String name, String text) {
        var round = new Round();
        var before = Hash.NONE;
        var last = Instant.MIN;
        var kinds = new HashMap<String, Integer>();
        var height = 0;
        try {
            for (var line : Bundle.lines(text)) {
                var link = Link.ofLine(line);
                if (link.height() != height) {
                    throw new IllegalArgumentException(
                            "The height is " + link.height() + ": something was left out, put in or moved");
                }
                if (!link.follows(before)) {
                    throw new IllegalArgumentException("The hash does not follow from what is before and what it says");
                }
                if (link.time().isBefore(last)) {
                    throw new IllegalArgumentException("It is earlier than the step before it");
                }
                var fault = round.take(link.step());
                if (fault.isPresent()) {
                    throw new IllegalArgumentException(fault.get().sentence().replaceFirst("\\.$", ""));
                }
                kinds.merge(link.kind(), 1, Integer::sum);
                before = link.hash();
                last = link.time();
                height++;
            }
            if (round.ranking().isEmpty()) {
                throw new IllegalArgumentException("The chain ends before the round is counted");
            }
            tell(name, round, kinds, height);
        } catch (IllegalArgumentException | ArithmeticException e) {
            faults.add(name + ", line " + (height + 1) + ": " + e.getMessage() + ".");
        }
        return before;
    }

    private void tell(String name, Round round, Map<String, Integer> kinds, int height) {
        var rules = round.rules().orElseThrow();
        checked.add(name + ": " + rules.round() + ", " + rules.title());
        checked.add("  " + height + " steps, each with the hash that follows from all before it");
        checked.add(
                "  " + rules.entries().size() + " entries, " + rules.jurors().size() + " jurors, "
                        + rules.criteria().size() + " criteria, frozen when the round opened");
        checked.add("  " + kinds.getOrDefault("recused", 0) + " recusals, none of which was overstepped");
        checked.add("  sheets sealed: " + kinds.getOrDefault("sealed", 0) + ", replaced before the round closed: "
                + kinds.getOrDefault("replaced", 0) + ", shown: " + kinds.getOrDefault("revealed", 0)
                + ", each the one that was sealed last");
        checked.add("  means, ties and places worked out anew: the same as published");
    }

    /**
     * What came of it.
     *
     * @param checked sentences on what was looked at and found right
     * @param faults sentences on what is wrong; empty when the bundle is right
     * @param heads last hash of each chain by its name, in the order of the names
     */
    public record Verdict(List<String> checked, List<String> faults, Map<String, Hash> heads) {

        /** Whether nothing is wrong. */
        public boolean isRight() {
            return faults.isEmpty();
        }
    }
}
