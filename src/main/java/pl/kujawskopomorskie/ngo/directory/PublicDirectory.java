package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.directory.OrganisationFilter.Mark;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/** The directory as everybody may read it: whoever asks gets what a visitor who is not signed in sees. */
@Singleton
public class PublicDirectory {

    private static final int AT_ONCE = 1_000;

    private final ListedOrganisations listed;
    private final Organisations organisations;
    private final PortalConfiguration portal;

    PublicDirectory(ListedOrganisations listed, Organisations organisations, PortalConfiguration portal) {
        this.listed = listed;
        this.organisations = organisations;
        this.portal = portal;
    }

    /**
     * What a program asks for.
     *
     * @param county four digits, or empty
     * @param sphere point of article 4(1), or empty
     * @param legalForm name of a {@link LegalForm}, or empty
     * @param state name of an {@link OrganisationState}, or empty
     * @param marks statuses that must all be held
     */
    public record Filter(String county, String sphere, String legalForm, String state, Collection<Mark> marks) {

        public Filter {
            marks = List.copyOf(marks);
        }
    }

    /** Those that fit and changed after the change of a number, in the order of changes; two queries. */
    public List<PublicOrganisation> changedAfter(Filter filter, long changeNumber, int limit) {
        return told(listed.changedAfter(
                changeNumber,
                filter.county(),
                filter.legalForm(),
                filter.state(),
                filter.marks().contains(Mark.PUBLIC_BENEFIT),
                filter.marks().contains(Mark.SOCIAL_ECONOMY),
                filter.sphere(),
                limit));
    }

    /** The one of a slug, when it is public. */
    public Optional<PublicOrganisation> find(String slug) {
        return organisations
                .findBySlug(slug)
                .filter(Organisation::listed)
                .map(found -> PublicOrganisation.of(found, organisations.spheres(found.key()), portal));
    }

    /** What changes whenever anything in the directory does. */
    public long version() {
        return organisations.changeNumber();
    }

    /** All of it, read a stretch at a time as it is asked for, each time anew. */
    Iterable<PublicOrganisation> all() {
        return Reading::new;
    }

    private List<PublicOrganisation> told(List<Organisation> rows) {
        Map<Long, List<String>> spheres = rows.isEmpty()
                ? Map.of()
                : organisations.spheresOf(rows.stream().map(Organisation::key).toList()).stream()
                        .collect(Collectors.groupingBy(
                                OrganisationSphere::organisationId,
                                Collectors.mapping(OrganisationSphere::sphere, Collectors.toList())));
        return rows.stream()
                .map(row -> PublicOrganisation.of(row, spheres.getOrDefault(row.key(), List.of()), portal))
                .toList();
    }

    /** Reads the directory by the keys of its rows. */
    private final class Reading implements Iterator<PublicOrganisation> {

        private List<PublicOrganisation> stretch = List.of();
        private int next;
        private long last;
        private boolean ended;

        @Override
        public boolean hasNext() {
            if (next == stretch.size() && !ended) {
                var rows = listed.after(last, AT_ONCE);
                ended = rows.size() < AT_ONCE;
                last = rows.isEmpty() ? last : rows.getLast().key();
                stretch = told(rows);
                next = 0;
            }
            return next < stretch.size();
        }

        @Override
        public PublicOrganisation next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return stretch.get(next++);
        }
    }
}
