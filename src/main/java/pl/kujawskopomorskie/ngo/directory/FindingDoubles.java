package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import pl.kujawskopomorskie.ngo.directory.Doubles.Likeness;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Looks for entries that may be one organisation: with the same tax number, with statistical numbers of units of one
 * organisation, or with the same or a like name in one town. Each entry is looked at once after each of its changes, and compared only with the few that the index gives as most like it; the
 * work grows with the number of changes, not with the square of the directory.
 */
@Singleton
public class FindingDoubles {

    /** From this likeness of the sets of three letters on, two names are shown to a clerk. */
    static final double ALIKE = 0.6;

    private static final int BATCH = 200;
    private static final int MOST_LIKE = 10;
    private static final int WORTH_GUESSING = 5;

    private static final int OWN_DIGITS_OF_REGON = 9;

    private final Organisations organisations;
    private final Doubles doubles;
    private final ProposalRefusals refusals;
    private final DirectoryIndex index;
    private final Clock clock;

    FindingDoubles(
            Organisations organisations,
            Doubles doubles,
            ProposalRefusals refusals,
            DirectoryIndex index,
            Clock clock) {
        this.organisations = organisations;
        this.doubles = doubles;
        this.refusals = refusals;
        this.index = index;
        this.clock = clock;
    }

    /** Looks at all entries that were changed since it was last done. A crash loses nothing: what was done is done again. */
    public void catchUp() {
        for (var changed = organisations.changedAfter(doubles.seen(), BATCH);
                !changed.isEmpty();
                changed = organisations.changedAfter(doubles.seen(), BATCH)) {
            var refused = Set.copyOf(
                    refusals.refused(changed.stream().map(Organisation::key).toList()));
            changed.stream()
                    .filter(entry -> entry.mergedInto() == null && !refused.contains(entry.key()))
                    .forEach(this::lookAt);
            doubles.seen(changed.getLast().changeNumber());
        }
    }

    private void lookAt(Organisation entry) {
        var now = OfficeTime.now(clock);
        likeTo(entry)
                .forEach((other, likeness) ->
                        doubles.note(Math.min(entry.key(), other), Math.max(entry.key(), other), likeness, now));
    }

    private Map<Long, Likeness> likeTo(Organisation entry) {
        Map<Long, Likeness> found = new LinkedHashMap<>();
        if (entry.nip() != null) {
            doubles.withNip(entry.nip(), entry.key()).forEach(other -> found.put(other, Likeness.SAME_NIP));
        }
        if (entry.regon() != null) {
            doubles.withRegon(entry.regon().substring(0, OWN_DIGITS_OF_REGON), entry.key())
                    .forEach(other -> found.putIfAbsent(other, Likeness.SAME_REGON));
        }
        var near = nearest(entry);
        if (near.isEmpty()) {
            return found;
        }
        for (var other : organisations.findByIdIn(near)) {
            var likeness = likeness(entry.name(), other.name());
            // Two numbers of the court register are two organisations, however alike the names.
            var apart = entry.krs() != null && other.krs() != null;
            if (other.key() != entry.key() && likeness >= ALIKE && (!apart || likeness == 1)) {
                found.putIfAbsent(other.key(), likeness == 1 ? Likeness.SAME_NAME : Likeness.LIKE_NAME);
            }
        }
        return found;
    }

    private List<Long> nearest(Organisation entry) {
        var words = PolishSearch.typedWords(entry.name());
        if (words.isEmpty()) {
            return List.of();
        }
        var query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(DirectoryIndex.TOWN, PolishSearch.fold(entry.town()))), Occur.FILTER)
                .setMinimumNumberShouldMatch((words.size() + 1) / 2);
        words.forEach(word -> query.add(word(word.itself()), Occur.SHOULD));
        return index.searchAll(searcher -> {
            var ids = new ArrayList<Long>();
            var stored = searcher.storedFields();
            for (var hit : searcher.search(query.build(), MOST_LIKE + 1).scoreDocs) {
                ids.add(Long.valueOf(stored.document(hit.doc).get(DirectoryIndex.ID)));
            }
            return ids;
        });
    }

    private static Query word(String word) {
        var term = new Term(DirectoryIndex.NAME, word);
        return word.length() - PolishSearch.MARK.length() >= WORTH_GUESSING
                ? new FuzzyQuery(term, 1, PolishSearch.MARK.length() + 1)
                : new TermQuery(term);
    }

    /** How like two names are, from 0 to 1: groups of three letters that they share, of all that they have (Jaccard). */
    static double likeness(String one, String other) {
        var first = threes(one);
        var second = threes(other);
        var shared = new HashSet<>(first);
        shared.retainAll(second);
        var all = new HashSet<>(first);
        all.addAll(second);
        return all.isEmpty() ? 0 : (double) shared.size() / all.size();
    }

    private static Set<String> threes(String name) {
        var words = PolishSearch.fold(name).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        var threes = new HashSet<String>();
        if (words.isEmpty()) {
            return threes;
        }
        var plain = "  " + words + " ";
        var seen = new HashMap<String, Integer>();
        for (int at = 0; at + 3 <= plain.length(); at++) {
            // Counted, so that a name that says a word twice is another name.
            var three = plain.substring(at, at + 3);
            threes.add(three + seen.merge(three, 1, Integer::sum));
        }
        return threes;
    }

    /** Catches up every quarter of an hour. */
    @Singleton
    static final class Quarterly implements RecurringJob {

        private final FindingDoubles finding;

        Quarterly(FindingDoubles finding) {
            this.finding = finding;
        }

        @Override
        public String name() {
            return "find-doubles";
        }

        @Override
        public Rhythm rhythm() {
            return new Rhythm.Every(Duration.ofMinutes(15));
        }

        @Override
        public void run() {
            finding.catchUp();
        }
    }
}
