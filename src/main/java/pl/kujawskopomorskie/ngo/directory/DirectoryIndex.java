package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kujawskopomorskie.ngo.directory.OrganisationFilter.Mark;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;

/**
 * A copy of what is public in the directory, laid out for searching: an index of Lucene in this node's memory.
 *
 * <p>It is a cache and nothing else. It is made from the database once the server answers, and before each search takes in what
 * was changed since, in the order in which changes were committed; so every node finds what any node has saved, and a node
 * that loses it makes it again. Counting 140 000 rows for each facet in SQL would cost more with every organisation.
 */
@Singleton
class DirectoryIndex {

    static final String ID = "id";
    static final String NAME = "name";
    static final String TEXT = "text";
    static final String IDENTIFIER = "identifier";
    static final String NAME_ORDER = "name-order";
    static final String FACETS = "facets";
    static final String SPHERES = "spheres";
    static final String COUNTY = "county";
    static final String TOWN = "town";
    static final String SPHERE = "sphere";
    static final String LEGAL_FORM = "legal-form";
    static final String MARK = "mark";

    /** Documents lie in this order too, so that the first page by name is read without looking at all of them. */
    static final Sort BY_NAME = new Sort(new SortField(NAME_ORDER, SortField.Type.STRING));

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryIndex.class);

    private static final int BATCH = 2_000;

    private final Organisations organisations;
    private final ByteBuffersDirectory files = new ByteBuffersDirectory();
    private final ReentrantLock catchingUp = new ReentrantLock();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Collator polish = Collator.getInstance(Locale.of("pl"));
    private final ExecutorService executor;

    /** Number of the last change that the writer has; kept under the lock. */
    private long taken;

    /** Number of the last change that a search finds, below zero until all is laid out. */
    private volatile long shown = -1;

    DirectoryIndex(Organisations organisations, @Named(TaskExecutors.BLOCKING) ExecutorService executor)
            throws IOException {
        this.organisations = organisations;
        this.executor = executor;
        this.writer = new IndexWriter(
                files,
                new IndexWriterConfig(new StandardAnalyzer())
                        .setRAMBufferSizeMB(32)
                        .setIndexSort(BY_NAME));
        this.searchers = new SearcherManager(writer, null);
    }

    /** Lays the directory out beside the first requests, so that no visitor waits for all of it. */
    @EventListener
    void layOut(ServerStartupEvent event) {
        executor.execute(() -> {
            try {
                catchUp(false);
            } catch (RuntimeException e) {
                LOG.warn("The directory is not laid out for searching yet; the next search tries again", e);
            }
        });
    }

    /**
     * Searches what the directory held a moment ago: who finds another request taking changes in does not wait for it. Only until
     * all is laid out for the first time everybody waits; so it must not be called within a transaction, or those who wait would
     * hold the connections that the one who lays out needs.
     */
    <T> T search(Searching<T> searching) {
        return search(searching, false);
    }

    /** The same, with all changes in it that were committed before the call. */
    <T> T searchAll(Searching<T> searching) {
        return search(searching, true);
    }

    private <T> T search(Searching<T> searching, boolean all) {
        catchUp(all);
        try {
            var searcher = searchers.acquire();
            try {
                return searching.search(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void catchUp(boolean all) {
        var known = organisations.changeNumber();
        if (known <= shown) {
            return;
        }
        if (all || shown < 0) {
            catchingUp.lock();
        } else if (!catchingUp.tryLock()) {
            return;
        }
        try {
            // Another one may have done it while this one waited.
            if (known <= shown) {
                return;
            }
            for (var changed = organisations.changedAfter(taken, BATCH);
                    !changed.isEmpty();
                    changed = organisations.changedAfter(taken, BATCH)) {
                take(changed);
            }
            // A number may have been taken and nothing changed with it; all up to the known one was read by now.
            taken = Math.max(taken, known);
            searchers.maybeRefreshBlocking();
            if (shown < 0) {
                writer.flush();
                LOG.info(
                        "{} organisations are laid out for searching in {} MB",
                        writer.getDocStats().numDocs,
                        megabytes());
            }
            // Last of all: whoever sees the number finds what it stands for.
            shown = taken;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            catchingUp.unlock();
        }
    }

    private long megabytes() throws IOException {
        var bytes = 0L;
        for (var file : files.listAll()) {
            bytes += files.fileLength(file);
        }
        return (bytes >> 20) + 1;
    }

    private void take(List<Organisation> changed) throws IOException {
        var spheres = organisations
                .spheresOf(changed.stream().map(Organisation::key).toList())
                .stream()
                .collect(Collectors.groupingBy(
                        OrganisationSphere::organisationId,
                        Collectors.mapping(OrganisationSphere::sphere, Collectors.toList())));
        for (var organisation : changed) {
            var key = new Term(ID, String.valueOf(organisation.key()));
            if (organisation.listed()) {
                writer.updateDocument(key, document(organisation, spheres.getOrDefault(organisation.key(), List.of())));
            } else {
                writer.deleteDocuments(key);
            }
        }
        taken = changed.getLast().changeNumber();
    }

    private Document document(Organisation organisation, List<String> spheres) {
        var document = new Document();
        document.add(new StringField(ID, String.valueOf(organisation.key()), Field.Store.YES));
        document.add(
                new TextField(NAME, PolishSearch.index(organisation.name(), organisation.shortName()), Field.Store.NO));
        document.add(new TextField(TEXT, organisation.searchText(), Field.Store.NO));
        identifiers(organisation).forEach(identifier -> keyword(document, IDENTIFIER, identifier));
        document.add(new SortedDocValuesField(
                NAME_ORDER,
                new BytesRef(polish.getCollationKey(organisation.name()).toByteArray())));
        keyword(document, COUNTY, organisation.countyTeryt());
        keyword(document, TOWN, PolishSearch.fold(organisation.town()));
        spheres.forEach(sphere -> keyword(document, SPHERE, sphere));
        keyword(document, LEGAL_FORM, organisation.legalForm().name());
        if (organisation.publicBenefit()) {
            keyword(document, MARK, Mark.PUBLIC_BENEFIT.name());
        }
        if (organisation.socialEconomy()) {
            keyword(document, MARK, Mark.SOCIAL_ECONOMY.name());
        }
        document.add(new NumericDocValuesField(FACETS, FacetValues.of(organisation)));
        document.add(new NumericDocValuesField(SPHERES, FacetValues.ofSpheres(spheres)));
        return document;
    }

    private static void keyword(Document document, String field, String value) {
        document.add(new StringField(field, value, Field.Store.NO));
    }

    private static List<String> identifiers(Organisation organisation) {
        var identifiers = new ArrayList<String>();
        for (var identifier : new String[] {organisation.krs(), organisation.nip(), organisation.regon()}) {
            if (identifier != null) {
                identifiers.add(identifier);
                // People leave the leading zeros of a KRS out.
                identifiers.add(identifier.replaceFirst("^0+", ""));
            }
        }
        return identifiers;
    }

    /** Asks the index one thing. */
    interface Searching<T> {
        T search(IndexSearcher searcher) throws IOException;
    }
}
