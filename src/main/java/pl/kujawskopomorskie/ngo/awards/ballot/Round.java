package pl.kujawskopomorskie.ngo.awards.ballot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A round as its links make it, and the one place that says which may come next, in the round and after another one. The portal appends to a chain only what this
 * accepts, and the verifier asks nothing else.
 *
 * <p>Knows who sealed a sheet for what, and the points only once they are shown.
 */
public final class Round {

    private final Map<Pair, Hash> sealed = new HashMap<>();
    private final Set<Pair> recused = new HashSet<>();
    private final Set<String> left = new HashSet<>();
    private final Map<Pair, ScoreSheet> revealed = new HashMap<>();
    private final List<List<String>> votes = new ArrayList<>();
    private final @Nullable Round before;
    private @Nullable Link last;
    private @Nullable Rules rules;
    private @Nullable Hash closing;
    private @Nullable Nonce lot;
    private @Nullable Ranking ranking;
    private @Nullable List<String> recommended;
    private @Nullable List<String> decided;
    private boolean followed;

    /** The first round of an edition, in which nothing has happened yet. */
    public Round() {
        this(null);
    }

    private Round(@Nullable Round before) {
        this.before = before;
    }

    /** The round of the same edition that comes after this one, in which nothing has happened yet. */
    public Round following() {
        return new Round(this);
    }

    /**
     * Takes all of these links.
     *
     * @throws IllegalArgumentException if one of them cannot come
     */
    public Round takeAll(List<Link> links) {
        links.forEach(link -> take(link).ifPresent(fault -> {
            throw new IllegalArgumentException(fault.sentence());
        }));
        return this;
    }

    /** The link by which a step would come now; nothing happens before it is taken. */
    public Link next(Instant at, Step step) {
        return last == null ? Link.first(at, step) : last.next(at, step);
    }

    /**
     * Takes a link, or says why it cannot come now and stays as it was.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    public Optional<Fault> take(Link link) {
        var misplaced = misplaced(link);
        if (misplaced != null) {
            return Optional.of(misplaced);
        }
        var step = link.step();
        var fault = fault(step);
        if (fault == null) {
            apply(step, link);
        }
        return Optional.ofNullable(fault);
    }

    private @Nullable Fault misplaced(Link link) {
        var earlier = last == null && before != null ? before.last : last;
        if (link.height() != (last == null ? 0 : last.height() + 1)) {
            return Fault.WRONG_HEIGHT;
        }
        if (!link.follows(head())) {
            return Fault.WRONG_HASH;
        }
        return earlier != null && link.time().isBefore(earlier.time()) ? Fault.TOO_EARLY : null;
    }

    private @Nullable Fault fault(Step step) {
        if (step instanceof Step.Opened(var opening)) {
            return rules == null ? opening(opening) : Fault.OPENED_TWICE;
        }
        if (rules == null) {
            return Fault.NOT_OPENED;
        }
        return switch (step) {
            case Step.Opened opened -> Fault.OPENED_TWICE;
            case Step.Recused(var juror, var entry, var source, var conflict) -> recusal(rules, new Pair(juror, entry));
            case Step.Sealed(var juror, var entry, var commitment, var ciphertext) -> {
                var pair = new Pair(juror, entry);
                var fault = sealing(rules, pair);
                yield fault == null && sealed.containsKey(pair) ? Fault.SEALED_TWICE : fault;
            }
            case Step.Replaced(var juror, var entry, var replaced, var commitment, var ciphertext) -> {
                var pair = new Pair(juror, entry);
                var fault = sealing(rules, pair);
                yield fault == null && !replaced.equals(sealed.get(pair)) ? Fault.NOTHING_TO_REPLACE : fault;
            }
            case Step.Left(var juror, var reason) -> leaving(rules, juror);
            case Step.Closed closed -> closing(rules, closed);
            case Step.Revealed(var sheet, var nonce) -> revealing(rules, sheet, nonce);
            case Step.LotShown(var value) -> showing(rules, value);
            case Step.ChairVoted(var order) -> voting(rules, order);
            case Step.Tallied(var counted) -> tallying(rules, counted);
            case Step.Recommended(var entries, var rationale) ->
                followed
                        ? Fault.FOLLOWED
                        : ranking == null
                                ? Fault.NOT_TALLIED
                                : recommended != null ? Fault.RECOMMENDED_TWICE : named(rules, entries);
            case Step.Decided(var resolution, var entries) ->
                recommended == null ? Fault.NOT_RECOMMENDED : decided != null ? Fault.DECIDED : named(rules, entries);
        };
    }

    private @Nullable Fault opening(Rules opening) {
        if (before == null) {
            return opening.number() != 1 ? Fault.WRONG_ROUND : opening.after() != null ? Fault.WRONG_AFTER : null;
        }
        if (before.rules == null || before.ranking == null) {
            return Fault.NOT_TALLIED;
        }
        if (before.recommended != null) {
            return Fault.FOLLOWED;
        }
        if (before.followed
                || !opening.edition().equals(before.rules.edition())
                || opening.number() != before.rules.number() + 1) {
            return Fault.WRONG_ROUND;
        }
        if (!before.head().equals(opening.after())) {
            return Fault.WRONG_AFTER;
        }
        if (!Set.copyOf(opening.entries()).equals(Set.copyOf(before.ranking.through(before.rules.threshold())))) {
            return Fault.WRONG_ENTRIES;
        }
        return opening.jurors().stream().anyMatch(before::hasLeft) ? Fault.LEFT : null;
    }

    private boolean hasLeft(String juror) {
        return left.contains(juror) || before != null && before.hasLeft(juror);
    }

    private @Nullable Fault recusal(Rules frozen, Pair pair) {
        var fault = known(frozen, pair);
        return fault != null ? fault : isClosed() ? Fault.CLOSED : isRecused(pair) ? Fault.RECUSED_TWICE : null;
    }

    private @Nullable Fault sealing(Rules frozen, Pair pair) {
        var fault = known(frozen, pair);
        if (fault != null) {
            return fault;
        }
        if (isClosed()) {
            return Fault.CLOSED;
        }
        return left.contains(pair.juror) ? Fault.LEFT : isRecused(pair) ? Fault.RECUSED : null;
    }

    private static @Nullable Fault known(Rules frozen, Pair pair) {
        if (!frozen.jurors().contains(pair.juror)) {
            return Fault.UNKNOWN_JUROR;
        }
        return frozen.entries().contains(pair.entry) ? null : Fault.UNKNOWN_ENTRY;
    }

    private @Nullable Fault leaving(Rules frozen, String juror) {
        if (!frozen.jurors().contains(juror)) {
            return Fault.UNKNOWN_JUROR;
        }
        return isClosed() ? Fault.CLOSED : left.contains(juror) ? Fault.LEFT : null;
    }

    private @Nullable Fault closing(Rules frozen, Step.Closed step) {
        if (isClosed()) {
            return Fault.CLOSED;
        }
        return step.equals(closing(frozen)) ? null : Fault.WRONG_CLOSING;
    }

    private Step.Closed closing(Rules frozen) {
        var sheets = counting().keySet().stream().collect(Collectors.groupingBy(Pair::entry, Collectors.counting()));
        return new Step.Closed(
                counting().size(),
                frozen.entries().stream()
                        .filter(entry -> sheets.getOrDefault(entry, 0L) < frozen.quorum())
                        .toList());
    }

    private @Nullable Fault revealing(Rules frozen, ScoreSheet sheet, Nonce nonce) {
        if (!isClosed()) {
            return Fault.NOT_CLOSED;
        }
        if (ranking != null) {
            return Fault.TALLIED;
        }
        var pair = new Pair(sheet.juror(), sheet.entry());
        var commitment = counting().get(pair);
        if (commitment == null) {
            return Fault.NOT_SEALED;
        }
        if (revealed.containsKey(pair)) {
            return Fault.REVEALED_TWICE;
        }
        if (!sheet.commitment(frozen.round(), nonce).equals(commitment)) {
            return Fault.NOT_WHAT_WAS_SEALED;
        }
        return sheet.fits(frozen) ? null : Fault.WRONG_POINTS;
    }

    private @Nullable Fault showing(Rules frozen, Nonce value) {
        if (!isClosed()) {
            return Fault.NOT_CLOSED;
        }
        if (frozen.lot() == null || lot != null || ranking != null) {
            return Fault.NO_LOT;
        }
        if (revealed.size() < counting().size()) {
            return Fault.NOT_ALL_REVEALED;
        }
        return Tally.lotCommitment(frozen.round(), value).equals(frozen.lot()) ? null : Fault.WRONG_LOT;
    }

    private @Nullable Fault voting(Rules frozen, List<String> order) {
        var early = uncounted();
        if (early != null) {
            return early;
        }
        return tally(frozen).count() instanceof Tally.Outcome.ChairMustVote(var groups)
                        && order.size() == new HashSet<>(order).size()
                        && groups.contains(new HashSet<>(order))
                ? null
                : Fault.NOT_FOR_CHAIR;
    }

    private @Nullable Fault tallying(Rules frozen, Ranking counted) {
        var early = uncounted();
        if (early != null) {
            return early;
        }
        if (!(tally(frozen).count() instanceof Tally.Outcome.Counted(var right))) {
            return Fault.TIES_ARE_OPEN;
        }
        // As they are written, so that no other spelling of the same mean is taken.
        return new Step.Tallied(right).payload().equals(new Step.Tallied(counted).payload()) ? null : Fault.WRONG_TALLY;
    }

    private @Nullable Fault uncounted() {
        if (!isClosed()) {
            return Fault.NOT_CLOSED;
        }
        if (ranking != null) {
            return Fault.TALLIED;
        }
        return revealed.size() < counting().size() ? Fault.NOT_ALL_REVEALED : null;
    }

    private static @Nullable Fault named(Rules frozen, List<String> entries) {
        return frozen.entries().containsAll(entries) && entries.size() == new HashSet<>(entries).size()
                ? null
                : Fault.WRONG_RECOMMENDATION;
    }

    private void apply(Step step, Link link) {
        last = link;
        switch (step) {
            case Step.Opened(var opened) -> {
                rules = opened;
                if (before != null) {
                    before.followed = true;
                }
            }
            case Step.Recused(var juror, var entry, var source, var conflict) -> recused.add(new Pair(juror, entry));
            case Step.Sealed(var juror, var entry, var commitment, var ciphertext) ->
                sealed.put(new Pair(juror, entry), commitment);
            case Step.Replaced(var juror, var entry, var replaced, var commitment, var ciphertext) ->
                sealed.put(new Pair(juror, entry), commitment);
            case Step.Left(var juror, var reason) -> left.add(juror);
            case Step.Closed closed -> closing = link.hash();
            case Step.Revealed(var sheet, var nonce) -> revealed.put(new Pair(sheet.juror(), sheet.entry()), sheet);
            case Step.LotShown(var value) -> lot = value;
            case Step.ChairVoted(var order) -> votes.add(order);
            case Step.Tallied(var counted) -> ranking = counted;
            case Step.Recommended(var entries, var rationale) -> recommended = entries;
            case Step.Decided(var resolution, var entries) -> decided = entries;
        }
    }

    private Tally tally(Rules frozen) {
        return new Tally(
                frozen,
                revealed.values(),
                votes,
                frozen.entries().stream()
                        .filter(entry -> left.contains(frozen.chair()) || isRecused(new Pair(frozen.chair(), entry)))
                        .collect(Collectors.toSet()),
                lot,
                Objects.requireNonNull(closing, "The round is not closed yet"));
    }

    /** The sheets that count: of jurors who have not left and are not recused from the entry. */
    private Map<Pair, Hash> counting() {
        return sealed.entrySet().stream()
                .filter(each -> !left.contains(each.getKey().juror) && !isRecused(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The step that closes the round as it is now. */
    public Step.Closed closing() {
        return closing(opened());
    }

    /**
     * The step that counts the round; nothing while it is open, while sheets that count are not shown, while the chair or the lot has to
     * put equal entries in order, and once it is counted.
     */
    public Optional<Step.Tallied> tally() {
        return uncounted() == null && tally(opened()).count() instanceof Tally.Outcome.Counted(var right)
                ? Optional.of(new Step.Tallied(right))
                : Optional.empty();
    }

    /** Groups of equal entries that the chair has to put in order now; empty when there are none. */
    public List<Set<String>> forChair() {
        return uncounted() == null && tally(opened()).count() instanceof Tally.Outcome.ChairMustVote(var groups)
                ? groups
                : List.of();
    }

    /** What was frozen when it opened; nothing before. */
    public Optional<Rules> rules() {
        return Optional.ofNullable(rules);
    }

    /** Whether it is closed. */
    public boolean isClosed() {
        return closing != null;
    }

    /** Whether a juror may not score an entry, by what was said in this round or in one before. */
    public boolean isRecused(String juror, String entry) {
        return isRecused(new Pair(juror, entry));
    }

    private boolean isRecused(Pair pair) {
        return recused.contains(pair) || before != null && before.isRecused(pair);
    }

    /** The hash of its last link, {@link Hash#NONE} before the first. */
    public Hash head() {
        return last == null ? Hash.NONE : last.hash();
    }

    /** What a juror's last sheet for an entry was sealed with, whether it counts or not. */
    public Optional<Hash> commitment(String juror, String entry) {
        return Optional.ofNullable(sealed.get(new Pair(juror, entry)));
    }

    /** The count, once there is one. */
    public Optional<Ranking> ranking() {
        return Optional.ofNullable(ranking);
    }

    /** What the chapter recommended, once it has. */
    public Optional<List<String>> recommended() {
        return Optional.ofNullable(recommended);
    }

    /** What the board decided, once it has. */
    public Optional<List<String>> decided() {
        return Optional.ofNullable(decided);
    }

    private Rules opened() {
        return Objects.requireNonNull(rules, "The round is not open yet");
    }

    private record Pair(String juror, String entry) {}
}
