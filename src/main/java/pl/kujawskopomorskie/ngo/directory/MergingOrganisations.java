package pl.kujawskopomorskie.ngo.directory;

import static pl.kujawskopomorskie.ngo.directory.OrganisationField.*;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Addressees;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * A clerk says that two entries are one organisation, or that they are not. Merging leaves one entry with all that was tied to
 * either; the other one's address leads to it, its history stays to be read, and its numbers are free.
 */
@Singleton
public class MergingOrganisations {

    // A street of one address and a house of another are no address at all.
    private static final Set<OrganisationField> ADDRESS = EnumSet.of(STREET, HOUSE, FLAT, POSTCODE);
    private static final Set<OrganisationField> COMMUNE_AND_CODE = EnumSet.of(COMMUNE, COMMUNE_TERYT);

    private final Organisations organisations;
    private final Doubles doubles;
    private final ProposalRefusals proposals;
    private final MergedRows rows;
    private final SavingOrganisation saving;
    private final List<OrganisationLinks> links;
    private final Addressees addressees;
    private final RepresentationLetters letters;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    MergingOrganisations(
            Organisations organisations,
            Doubles doubles,
            ProposalRefusals proposals,
            MergedRows rows,
            SavingOrganisation saving,
            List<OrganisationLinks> links,
            Addressees addressees,
            RepresentationLetters letters,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.organisations = organisations;
        this.doubles = doubles;
        this.proposals = proposals;
        this.rows = rows;
        this.saving = saving;
        this.links = List.copyOf(links);
        this.addressees = addressees;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** A clerk thinks that two entries may be one: the pair waits from now on, even where it was settled as two before. */
    @Transactional
    public Pairing pair(String slug, String otherSlug, Actor actor) {
        if (!OrganisationPolicy.mayRun(actor)) {
            return new Pairing.Forbidden();
        }
        var one = organisations.findBySlug(slug).filter(this::alive).orElse(null);
        var other = organisations.findBySlug(otherSlug).filter(this::alive).orElse(null);
        if (one == null || other == null || one.key() == other.key()) {
            return new Pairing.NotFound();
        }
        var lower = Math.min(one.key(), other.key());
        var higher = Math.max(one.key(), other.key());
        doubles.pointOut(lower, higher, OfficeTime.now(clock));
        audit.record(actor.personId(), "DOUBLE_POINTED_OUT", "organisation", slug, otherSlug);
        return new Pairing.Done(doubles.idOf(lower, higher).orElseThrow());
    }

    /** A clerk takes back that two entries are different organisations: the pair waits again. */
    @Transactional
    public Pairing reopen(long pairId, Actor actor) {
        if (!OrganisationPolicy.mayRun(actor)) {
            return new Pairing.Forbidden();
        }
        var pair = doubles.findParted(pairId).orElse(null);
        if (pair == null || doubles.reopen(pairId) == 0) {
            return new Pairing.NotFound();
        }
        audit.record(actor.personId(), "DOUBLE_REOPENED", "organisation", slug(pair.lowerId()), slug(pair.higherId()));
        return new Pairing.Done(pairId);
    }

    /** The two are different organisations; they are shown together again only when a clerk wants it. */
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
        // Whoever changes the directory takes the number of the change first and rows after it, so that nobody waits
        // in a circle; and after this nobody else changes either entry.
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
        var proposers =
                ends.listedAt() == null && stays.listedAt() != null ? proposals.proposers(ends.key()) : List.<Long>of();
        saving.noteFreedIdentifiers(ends, personId);
        rows.end(ends.key(), stays.key(), now, organisations.changeNumber());
        links.forEach(link -> link.move(ends.key(), stays.key(), personId));
        // Read again, because what was tied to it may be written in its own row.
        var joined = organisations.lock(stays.key()).orElseThrow();
        saving.change(
                joined, filled(joined.facts(saving.spheres(joined)), facts).facts(), ChangeSource.MERGE, personId);
        proposers.forEach(proposer ->
                addressees.find(proposer).ifPresent(person -> outbox.put(letters.proposalMerged(person, stays))));
        audit.record(personId, "ORGANISATIONS_MERGED", "organisation", stays.slug(), ends.slug());
        return new Merging.Done(stays);
    }

    /** What the entry that stays does not say, it takes from the other one; spheres of both count. */
    static OrganisationEntry filled(OrganisationFacts stays, OrganisationFacts ends) {
        var entry = stays.entry();
        var sameTown = stays.countyTeryt().equals(ends.countyTeryt())
                && PolishSearch.fold(stays.town()).equals(PolishSearch.fold(ends.town()));
        for (var field : OrganisationField.values()) {
            var takes = switch (field) {
                // An empty box is a no, not silence; and consent to show a contact is never given by a merger.
                case PUBLIC_BENEFIT, SOCIAL_ECONOMY, CONTACT_PUBLIC -> false;
                case CONTACT_EMAIL, CONTACT_PHONE -> !stays.contactPublic() || ends.contactPublic();
                case STREET, HOUSE, FLAT, POSTCODE -> sameTown && silent(stays, ADDRESS);
                case COMMUNE, COMMUNE_TERYT -> sameTown && silent(stays, COMMUNE_AND_CODE);
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

    private static boolean silent(OrganisationFacts facts, Set<OrganisationField> fields) {
        return fields.stream().allMatch(field -> silent(facts.text(field)));
    }

    private static boolean silent(String text) {
        return text.isEmpty() || text.equals("UNKNOWN");
    }

    private boolean alive(Organisation entry) {
        return entry.mergedInto() == null && proposals.reason(entry.key()).isEmpty();
    }

    private String slug(long id) {
        return organisations.findById(id).map(Organisation::slug).orElseThrow();
    }

    /** What came of putting two entries side by side. */
    public sealed interface Pairing {

        /** The pair waits for a decision. */
        record Done(long pairId) implements Pairing {}

        /** The actor may not. */
        record Forbidden() implements Pairing {}

        /** There are no such two entries. */
        record NotFound() implements Pairing {}
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
