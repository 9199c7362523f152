package pl.kujawskopomorskie.ngo.directory;

import static pl.kujawskopomorskie.ngo.directory.OrganisationField.SPHERES;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * A clerk says that two entries are one organisation, or that they are not. Merging leaves one entry with all that was tied to
 * either; the other one's address leads to it, its history stays to be read, and its numbers are free.
 */
@Singleton
public class MergingOrganisations {

    private final Organisations organisations;
    private final Doubles doubles;
    private final MergedRows rows;
    private final SavingOrganisation saving;
    private final List<OrganisationLinks> links;
    private final AuditLog audit;
    private final Clock clock;

    MergingOrganisations(
            Organisations organisations,
            Doubles doubles,
            MergedRows rows,
            SavingOrganisation saving,
            List<OrganisationLinks> links,
            AuditLog audit,
            Clock clock) {
        this.organisations = organisations;
        this.doubles = doubles;
        this.rows = rows;
        this.saving = saving;
        this.links = List.copyOf(links);
        this.audit = audit;
        this.clock = clock;
    }

    /** The two are different organisations; they are not shown together again. */
    @Transactional
    public Merging part(long pairId, Actor actor) {
        if (!OrganisationPolicy.mayRun(actor)) {
            return new Merging.Forbidden();
        }
        var pair = doubles.find(pairId).orElse(null);
        if (pair == null || doubles.settle(pairId, false, OfficeTime.now(clock), actor.personId()) == 0) {
            return new Merging.NotFound();
        }
        audit.record(actor.personId(), "DOUBLE_DENIED", "organisation", slug(pair.lowerId()), slug(pair.higherId()));
        return new Merging.Parted();
    }

    /**
     * The two are one.
     *
     * @param staying key of the entry that stays
     * @param lowerRevision of the older entry, as the clerk saw it
     * @param higherRevision of the newer one
     */
    @Transactional
    public Merging merge(long pairId, long staying, int lowerRevision, int higherRevision, Actor actor) {
        if (!OrganisationPolicy.mayRun(actor)) {
            return new Merging.Forbidden();
        }
        // Whoever changes the directory takes the number of the change first and rows after it, so that nobody waits in
        // a
        // circle; and after this nobody else changes either entry.
        organisations.countChange();
        var pair = doubles.find(pairId).orElse(null);
        if (pair == null || staying != pair.lowerId() && staying != pair.higherId()) {
            return new Merging.NotFound();
        }
        var lower = organisations.lock(pair.lowerId()).orElseThrow();
        var higher = organisations.lock(pair.higherId()).orElseThrow();
        if (lower.revision() != lowerRevision || higher.revision() != higherRevision) {
            return new Merging.Stale();
        }
        var stays = staying == lower.key() ? lower : higher;
        var ends = staying == lower.key() ? higher : lower;
        if (stays.listedAt() == null && ends.listedAt() != null) {
            return new Merging.Unlisted();
        }
        var facts = ends.facts(saving.spheres(ends));
        var now = OfficeTime.now(clock);
        var personId = actor.personId();
        if (doubles.settle(pairId, true, now, personId) == 0) {
            return new Merging.NotFound();
        }
        saving.noteFreedIdentifiers(ends, personId);
        rows.end(ends.key(), stays.key(), now, organisations.changeNumber());
        links.forEach(link -> link.move(ends.key(), stays.key(), personId));
        saving.change(stays, filled(stays.facts(saving.spheres(stays)), facts).facts(), ChangeSource.MERGE, personId);
        audit.record(personId, "ORGANISATIONS_MERGED", "organisation", stays.slug(), ends.slug());
        return new Merging.Done(stays);
    }

    /** What the entry that stays does not say, it takes from the other one; spheres of both count. */
    static OrganisationEntry filled(OrganisationFacts stays, OrganisationFacts ends) {
        var entry = stays.entry();
        var sameSeat = stays.countyTeryt().equals(ends.countyTeryt())
                && PolishSearch.fold(stays.town()).equals(PolishSearch.fold(ends.town()))
                && stays.street().isEmpty();
        for (var field : OrganisationField.values()) {
            var takes = switch (field) {
                // An empty box is a no, not silence; and consent to show a contact is never given by a merger.
                case PUBLIC_BENEFIT, SOCIAL_ECONOMY, CONTACT_PUBLIC -> false;
                case CONTACT_EMAIL, CONTACT_PHONE -> !stays.contactPublic() || ends.contactPublic();
                case STREET, HOUSE, FLAT, POSTCODE, COMMUNE, COMMUNE_TERYT -> sameSeat;
                default -> true;
            };
            if (takes && silent(stays.text(field))) {
                entry = entry.with(field, ends.text(field));
            }
        }
        var spheres = new TreeSet<>(stays.spheres());
        spheres.addAll(ends.spheres());
        return entry.with(SPHERES, String.join(",", spheres));
    }

    private static boolean silent(String text) {
        return text.isEmpty() || text.equals("UNKNOWN");
    }

    private String slug(long id) {
        return organisations.findById(id).map(Organisation::slug).orElseThrow();
    }

    /** What came of it. */
    public sealed interface Merging {

        /** They are one now. */
        record Done(Organisation organisation) implements Merging {}

        /** It is noted that they are two. */
        record Parted() implements Merging {}

        /** Somebody changed one of them meanwhile; look again. */
        record Stale() implements Merging {}

        /** A proposal cannot swallow an entry that is public. */
        record Unlisted() implements Merging {}

        /** The actor may not. */
        record Forbidden() implements Merging {}

        /** No such pair waits. */
        record NotFound() implements Merging {}
    }
}
