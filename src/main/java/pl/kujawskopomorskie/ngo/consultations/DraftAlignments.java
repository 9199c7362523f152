package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.act.ActText;
import pl.kujawskopomorskie.ngo.consultations.act.Alignment;

/** Which unit of a version continues which unit of the version before, as the rows of units keep it. */
@Singleton
public class DraftAlignments {

    private final DraftUnits units;

    DraftAlignments(DraftUnits units) {
        this.units = units;
    }

    /**
     * Aligns a version with the one before it, in the caller's transaction.
     *
     * @param forced pairs that a person decided on
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void align(DraftVersion before, DraftVersion after, List<Alignment.Forced> forced) {
        var old = units.findByVersionIdOrderByPosition(before.key());
        var now = units.findByVersionIdOrderByPosition(after.key());
        var oldKeys = keys(old);
        var nowKeys = keys(now);
        // A unit may take over the predecessor of another one, so all are let go before any is taken.
        units.forgetAlignment(after.key());
        for (var pair :
                Alignment.of(text(before, old), text(after, now), forced).pairs()) {
            if (pair.after() != null) {
                units.align(
                        Objects.requireNonNull(nowKeys.get(pair.after().id())),
                        pair.before() == null ? null : oldKeys.get(pair.before().id()),
                        fate(pair.change()).name());
            }
        }
    }

    /** The pairs as they are kept, as decisions that a new alignment would have to respect. */
    public List<Alignment.Forced> decisions(DraftVersion before, DraftVersion after) {
        var addresses = units.findByVersionIdOrderByPosition(before.key()).stream()
                .collect(Collectors.toMap(DraftUnit::key, DraftUnit::address));
        return units.findByVersionIdOrderByPosition(after.key()).stream()
                .map(unit -> new Alignment.Forced(
                        unit.previousId() == null ? "" : addresses.getOrDefault(unit.previousId(), ""), unit.address()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** What became of each unit of a version, by its address; empty for a first version. */
    public Map<String, String> fates(DraftVersion version) {
        var fates = new HashMap<String, String>();
        for (var unit : units.findByVersionIdOrderByPosition(version.key())) {
            if (unit.fate() != null) {
                fates.put(unit.address(), unit.fate().name());
            }
        }
        return fates;
    }

    /** Both versions side by side: each unit of the new one, and what was removed behind what it stood behind. */
    public static List<Pair> pairs(List<DraftUnit> before, List<DraftUnit> after) {
        var continued = new HashSet<Long>();
        after.forEach(unit -> {
            if (unit.previousId() != null) {
                continued.add(unit.previousId());
            }
        });
        Map<Long, DraftUnit> old = before.stream().collect(Collectors.toMap(DraftUnit::key, Function.identity()));
        var removedBehind = new HashMap<Long, List<DraftUnit>>();
        var last = -1L;
        for (var unit : before) {
            if (continued.contains(unit.key())) {
                last = unit.key();
            } else {
                removedBehind.computeIfAbsent(last, key -> new ArrayList<>()).add(unit);
            }
        }
        var pairs = new ArrayList<Pair>();
        removedBehind.getOrDefault(-1L, List.of()).forEach(unit -> pairs.add(new Pair(unit, null)));
        for (var unit : after) {
            var previous = unit.previousId() == null ? null : old.get(unit.previousId());
            pairs.add(new Pair(previous, unit));
            if (previous != null) {
                removedBehind
                        .getOrDefault(previous.key(), List.of())
                        .forEach(removed -> pairs.add(new Pair(removed, null)));
            }
        }
        return pairs;
    }

    private static Map<String, Long> keys(List<DraftUnit> rows) {
        return rows.stream().collect(Collectors.toMap(DraftUnit::address, DraftUnit::key));
    }

    private static ActText text(DraftVersion version, List<DraftUnit> rows) {
        return new ActText(
                version.title(), rows.stream().map(DraftUnit::provision).toList(), List.of(), List.of());
    }

    private static DraftUnit.Fate fate(Alignment.Change change) {
        return switch (change) {
            case SAME -> DraftUnit.Fate.SAME;
            case CHANGED -> DraftUnit.Fate.CHANGED;
            case MOVED -> DraftUnit.Fate.MOVED;
            case NEW -> DraftUnit.Fate.NEW;
            case REMOVED -> throw new IllegalArgumentException("A removed unit is in no new version");
        };
    }

    /**
     * A unit in both versions.
     *
     * @param before null when it is new
     * @param after null when it was removed
     */
    public record Pair(@Nullable DraftUnit before, @Nullable DraftUnit after) {}
}
