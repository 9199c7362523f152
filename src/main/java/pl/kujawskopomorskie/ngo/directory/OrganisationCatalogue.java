package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import pl.kujawskopomorskie.ngo.directory.OrganisationFilter.Order;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch.TypedWord;

/**
 * Finds organisations that are public: by words in any form and without diacritics, by the beginning of a word, by an
 * identifier, and, where nothing has the words as they were typed, by names that differ from them in a letter or two.
 *
 * <p>Costs two queries of the database, whatever is looked for: one asks whether anything changed, one fetches the rows of the
 * page.
 */
@Singleton
public class OrganisationCatalogue {

    /** Deeper than this nobody pages; a person narrows the search, a program reads the open data. */
    private static final int DEEPEST = 10_000;

    private static final int SHORTEST_IDENTIFIER = 5;
    private static final Pattern NAME_OF_IDENTIFIER =
            Pattern.compile("^(?:krs|nip|regon)[\\s\\u00a0:.-]*(?:nr)?[\\s\\u00a0:.-]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern POSTCODE = Pattern.compile("[0-9]{2}-[0-9]{3}");
    private static final int ONE_MISTAKE = 4;
    private static final int TWO_MISTAKES = 8;

    private final DirectoryIndex index;
    private final Organisations organisations;
    private final FacetColumns columns = new FacetColumns();
    private final KeptSearches<Hits> kept = new KeptSearches<>();

    OrganisationCatalogue(DirectoryIndex index, Organisations organisations) {
        this.index = index;
        this.organisations = organisations;
    }

    /** One page of what fits the filter, how many fit in all, and what each further choice would show. */
    public Found find(OrganisationFilter filter) {
        var hits = index.search(searcher -> kept.of(searcher, filter, () -> hits(searcher, filter)));
        Map<Long, Organisation> rows = hits.ids().isEmpty()
                ? Map.of()
                : organisations.findByIdIn(hits.ids()).stream()
                        .collect(Collectors.toMap(Organisation::key, Function.identity()));
        return new Found(
                hits.ids().stream().map(rows::get).filter(Objects::nonNull).toList(),
                hits.total(),
                filter.page(),
                filter.size(),
                hits.guessed(),
                hits.facets());
    }

    private Hits hits(IndexSearcher searcher, OrganisationFilter filter) throws IOException {
        var words = PolishSearch.typedWords(filter.words());
        var asTyped = asTyped(filter.words(), words);
        var hits = hits(searcher, filter, asTyped, false);
        if (hits.total() > 0 || words.isEmpty() || searcher.count(asTyped) > 0) {
            return hits;
        }
        return hits(searcher, filter, withMistakes(words), true);
    }

    private Hits hits(IndexSearcher searcher, OrganisationFilter filter, Query words, boolean guessed)
            throws IOException {
        var counter = new FacetCounter(filter, columns);
        if (words instanceof MatchAllDocsQuery) {
            for (var alike : columns.alike(searcher)) {
                counter.count(alike.facets(), alike.spheres(), alike.many());
            }
        } else {
            searcher.search(words, counter);
        }
        var last = Math.min(DEEPEST, filter.page() * filter.size());
        var first = (filter.page() - 1) * filter.size();
        var ids = new ArrayList<Long>();
        if (first < last && first < counter.total()) {
            var query = narrowed(words, filter);
            var top = filter.order() == Order.NAME || filter.words().isBlank()
                    ? searcher.search(query, last, DirectoryIndex.BY_NAME)
                    : searcher.search(query, last);
            var stored = searcher.storedFields();
            for (int at = first; at < top.scoreDocs.length; at++) {
                ids.add(Long.valueOf(stored.document(top.scoreDocs[at].doc).get(DirectoryIndex.ID)));
            }
        }
        return new Hits(ids, counter.total(), guessed, counter.facets());
    }

    /** Every word must be there: the word itself counts most, then its other forms, in a name more than elsewhere. */
    private static Query asTyped(String typed, List<TypedWord> words) {
        var identifier = identifier(typed);
        if (identifier.isPresent()) {
            return new ConstantScoreQuery(new PrefixQuery(new Term(DirectoryIndex.IDENTIFIER, identifier.get())));
        }
        if (words.isEmpty()) {
            return typed.isBlank() ? new MatchAllDocsQuery() : new BooleanQuery.Builder().build();
        }
        var all = new BooleanQuery.Builder();
        for (int at = 0; at < words.size(); at++) {
            var word = words.get(at);
            var any = new BooleanQuery.Builder();
            any.add(boosted(new TermQuery(new Term(DirectoryIndex.NAME, word.itself())), 8), Occur.SHOULD);
            any.add(boosted(new TermQuery(new Term(DirectoryIndex.TEXT, word.itself())), 2), Occur.SHOULD);
            for (var form : word.baseForms()) {
                any.add(boosted(new TermQuery(new Term(DirectoryIndex.NAME, form)), 4), Occur.SHOULD);
                any.add(new TermQuery(new Term(DirectoryIndex.TEXT, form)), Occur.SHOULD);
            }
            if (at == words.size() - 1) {
                any.add(boosted(new PrefixQuery(new Term(DirectoryIndex.NAME, word.itself())), 3), Occur.SHOULD);
                any.add(new PrefixQuery(new Term(DirectoryIndex.TEXT, word.itself())), Occur.SHOULD);
            }
            all.add(any.build(), Occur.MUST);
        }
        return all.build();
    }

    /** Digits of an identifier or of its beginning, with or without its name before them; a postcode is none. */
    static Optional<String> identifier(String typed) {
        if (POSTCODE.matcher(typed.strip()).matches()) {
            return Optional.empty();
        }
        var digits = NAME_OF_IDENTIFIER.matcher(typed.strip()).replaceFirst("").replaceAll("[\\s\\u00a0-]", "");
        if (!digits.matches("[0-9]{" + SHORTEST_IDENTIFIER + ",14}")) {
            return Optional.empty();
        }
        // The register pads a REGON of nine digits.
        return Optional.of(digits.matches("[0-9]{9}00000") ? digits.substring(0, 9) : digits);
    }

    /** Every word must be there: as it is written anywhere, or with a mistake in the name. */
    private static Query withMistakes(List<TypedWord> words) {
        var all = new BooleanQuery.Builder();
        for (var word : words) {
            var letters = word.itself().length() - PolishSearch.MARK.length();
            var mistakes = letters >= TWO_MISTAKES ? 2 : letters >= ONE_MISTAKE ? 1 : 0;
            // The mark before each word is never mistaken, so no effort goes into words that begin otherwise.
            var prefix = PolishSearch.MARK.length();
            var any = new BooleanQuery.Builder();
            any.add(new FuzzyQuery(new Term(DirectoryIndex.NAME, word.itself()), mistakes, prefix), Occur.SHOULD);
            any.add(new TermQuery(new Term(DirectoryIndex.TEXT, word.itself())), Occur.SHOULD);
            word.baseForms().forEach(form -> any.add(new TermQuery(new Term(DirectoryIndex.TEXT, form)), Occur.SHOULD));
            all.add(any.build(), Occur.MUST);
        }
        return all.build();
    }

    private static Query narrowed(Query words, OrganisationFilter filter) {
        var query = new BooleanQuery.Builder().add(words, Occur.MUST);
        narrow(query, DirectoryIndex.COUNTY, filter.counties());
        narrow(query, DirectoryIndex.SPHERE, filter.spheres());
        narrow(query, DirectoryIndex.LEGAL_FORM, names(filter.legalForms()));
        for (var mark : names(filter.marks())) {
            query.add(new TermQuery(new Term(DirectoryIndex.MARK, mark)), Occur.FILTER);
        }
        return query.build();
    }

    private static void narrow(BooleanQuery.Builder query, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            var any = new BooleanQuery.Builder();
            values.forEach(value -> any.add(new TermQuery(new Term(field, value)), Occur.SHOULD));
            query.add(any.build(), Occur.FILTER);
        }
    }

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().<String>map(Enum::name).toList();
    }

    private static Query boosted(Query query, float boost) {
        return new BoostQuery(query, boost);
    }

    private record Hits(List<Long> ids, int total, boolean guessed, Facets facets) {}

    /**
     * One page of a search.
     *
     * @param rows of this page
     * @param total rows of all pages
     * @param number of this page, from 1
     * @param size most rows of a page
     * @param guessed whether nothing has the words as typed, so that these are names like them
     * @param facets what each further choice would show
     */
    public record Found(List<Organisation> rows, int total, int number, int size, boolean guessed, Facets facets) {

        public Found {
            rows = List.copyOf(rows);
        }

        /** How many pages there are, at least one. */
        public int pages() {
            return Math.max(1, (Math.min(total, DEEPEST) + size - 1) / size);
        }
    }
}
