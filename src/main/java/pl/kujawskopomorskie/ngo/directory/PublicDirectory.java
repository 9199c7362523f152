package pl.kujawskopomorskie.ngo.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.directory.ListedOrganisations.Changed;
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

    /**
     * A page of what changed.
     *
     * @param items those that fit, in the order of changes
     * @param gone those that were merged into others meanwhile, in the same order
     * @param next number of the change after which the next page begins, or null
     */
    public record Page(
            List<PublicOrganisation> items,
            List<Gone> gone,
            @Nullable Long next) {

        public Page {
            items = List.copyOf(items);
            gone = List.copyOf(gone);
        }
    }

    /**
     * An organisation that turned out to be another one.
     *
     * @param slug under which it was known
     * @param changeNumber at which it went, by which lists go on
     * @param mergedInto slug of the one that stands for it, null when that is not public
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Gone(
            String slug, long changeNumber, @Nullable String mergedInto) {}

    /**
     * What fits and changed, or went, after the change of a number, in the order of changes; at most four queries.
     *
     * @param cursor the number, or null from the beginning, when nothing can have gone yet
     * @param size most entries of both kinds together
     */
    public Page changedAfter(Filter filter, @Nullable Long cursor, int size) {
        var after = cursor == null ? 0 : cursor;
        // One more than asked for tells whether there is a next page.
        var changed = listed.changedAfter(
                after,
                filter.county(),
                filter.legalForm(),
                filter.state(),
                filter.marks().contains(Mark.PUBLIC_BENEFIT),
                filter.marks().contains(Mark.SOCIAL_ECONOMY),
                filter.sphere(),
                size + 1);
        var gone = cursor == null ? List.<ListedOrganisations.Gone>of() : listed.goneAfter(after, size + 1);
        var numbers = Stream.concat(
                        changed.stream().map(Changed::changeNumber),
                        gone.stream().map(ListedOrganisations.Gone::changeNumber))
                .sorted()
                .toList();
        var last = numbers.size() <= size ? Long.MAX_VALUE : numbers.get(size - 1);
        return new Page(
                read(changed.stream().filter(row -> row.changeNumber() <= last).toList()),
                gone.stream()
                        .filter(row -> row.changeNumber() <= last)
                        .map(row -> new Gone(row.slug(), row.changeNumber(), row.mergedInto()))
                        .toList(),
                numbers.size() <= size ? null : last);
    }

    // What changed since its key was read comes again under its new number; told now, it would seem that all before it
    // was.
    private List<PublicOrganisation> read(List<Changed> changed) {
        if (changed.isEmpty()) {
            return List.of();
        }
        var numbers = changed.stream().collect(Collectors.toMap(Changed::id, Changed::changeNumber));
        return told(organisations.findByIdIn(numbers.keySet()).stream()
                .filter(row -> row.listed() && Objects.equals(numbers.get(row.key()), row.changeNumber()))
                .sorted(Comparator.comparing(Organisation::changeNumber))
                .toList());
    }

    /** The slug of the public organisation that one which was public turned out to be. */
    public Optional<String> standsFor(String slug) {
        return organisations
                .findBySlug(slug)
                .filter(found -> found.listedAt() != null && found.mergedInto() != null)
                .flatMap(found -> organisations.findById(Objects.requireNonNull(found.mergedInto())))
                .filter(Organisation::listed)
                .map(Organisation::slug);
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
