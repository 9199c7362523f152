package pl.kujawskopomorskie.ngo.awards.ballot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        var rounds = bundle.rounds();
        var round = new Round();
        for (var number : rounds) {
            var name = Bundle.name(number);
            round = heads.isEmpty() ? round : round.following();
            heads.put(name, chain(name, Objects.requireNonNull(bundle.files().get(name)), round));
        }
        if (rounds.isEmpty()) {
            wrong("There is no round in the bundle.");
        } else if (rounds.last() != rounds.size()) {
            wrong("The rounds are not numbered from 1 on, one by one.");
        }
        bundle.files().keySet().stream()
                .filter(name -> !name.equals(Bundle.HEADS) && !heads.containsKey(name))
                .forEach(name -> wrong(name + ": only rounds and " + Bundle.HEADS + " belong into a bundle."));
        var names = new TreeSet<>(heads.keySet());
        names.addAll(told.keySet());
        for (var name : names) {
            if (!told.containsKey(name)) {
                wrong(name + ": " + Bundle.HEADS + " does not name it.");
            } else if (!heads.containsKey(name)) {
                wrong(name + ": " + Bundle.HEADS + " names it, and it is not there.");
            } else if (!told.get(name).equals(heads.get(name))) {
                wrong(name + ": its last hash is not the one in " + Bundle.HEADS + ".");
            }
        }
        if (!published.isEmpty()) {
            if (published.equals(List.copyOf(heads.values()))) {
                right("The heads are those that were published.");
            } else {
                wrong("The heads are not those that were published.");
            }
        }
        return new Verdict(checked, faults, heads);
    }

    private Map<String, Hash> heads(Bundle bundle) {
        var told = new HashMap<String, Hash>();
        var text = bundle.files().get(Bundle.HEADS);
        if (text == null) {
            wrong("There is no " + Bundle.HEADS + " in the bundle.");
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
            wrong(Bundle.HEADS + ": " + e.getMessage() + ".");
        }
        return told;
    }

    /** Verifies a chain and gives its head; of what is wrong, the first thing is told, as the rest follows from it. */
    private Hash chain(String name, String text, Round round) {
        var kinds = new HashMap<String, Integer>();
        var height = 0;
        try {
            for (var line : Bundle.lines(text)) {
                var link = Link.ofLine(line);
                round.take(link).ifPresent(fault -> {
                    throw new IllegalArgumentException(fault.sentence().replaceFirst("\\.$", ""));
                });
                kinds.merge(link.kind(), 1, Integer::sum);
                height++;
            }
            if (round.ranking().isEmpty()) {
                throw new IllegalArgumentException("The chain ends before the round is counted");
            }
            tell(name, round, kinds, height);
        } catch (IllegalArgumentException | ArithmeticException e) {
            wrong(name + ", line " + (height + 1) + ": " + e.getMessage() + ".");
        }
        return round.head();
    }

    private void tell(String name, Round round, Map<String, Integer> kinds, int height) {
        var rules = round.rules().orElseThrow();
        right(name + ": " + rules.round() + ", " + rules.title());
        if (rules.number() > 1) {
            right("  comes after " + Bundle.name(rules.number() - 1)
                    + ", with all entries that went through it and no other");
        }
        right("  " + height + " steps, each with the hash that follows from all before it");
        right("  " + rules.entries().size() + " entries, " + rules.jurors().size() + " jurors, "
                + rules.criteria().size() + " criteria, frozen when the round opened");
        right("  " + kinds.getOrDefault("recused", 0) + " recusals, none of which was overstepped");
        right("  sheets sealed: " + kinds.getOrDefault("sealed", 0) + ", replaced before the round closed: "
                + kinds.getOrDefault("replaced", 0) + ", shown: " + kinds.getOrDefault("revealed", 0)
                + ", each the one that was sealed last");
        right("  means, ties and places worked out anew: the same as published");
    }

    private void right(String sentence) {
        checked.add(Printable.of(sentence));
    }

    private void wrong(String sentence) {
        faults.add(Printable.of(sentence));
    }

    /**
     * What came of it, in sentences that can be printed whatever is in the bundle.
     *
     * @param checked sentences on what was looked at and found right
     * @param faults sentences on what is wrong; empty when the bundle is right
     * @param heads last hash of each chain by its name, in the order of the rounds
     */
    public record Verdict(List<String> checked, List<String> faults, Map<String, Hash> heads) {

        /** Whether nothing is wrong. */
        public boolean isRight() {
            return faults.isEmpty();
        }
    }
}
