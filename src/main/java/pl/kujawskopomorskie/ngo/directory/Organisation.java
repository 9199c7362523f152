package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;

/**
 * One organisation, as its row keeps it: the facts of {@link OrganisationFacts} (all but the spheres, which have a table of their
 * own) and what the portal itself knows of it.
 *
 * @param id key of the row, null before it is saved
 * @param slug its public name in addresses; never changes
 * @param listedAt when the office took it into the directory; null while it is a proposal
 * @param proposedBy who proposed it, null when the office entered it
 * @param confirmedAt when its data were last confirmed; null while they never were, be they imported, proposed or entered
 * @param confirmedBy the person who did, null when it is not known who followed the link
 * @param confirmedThrough by the link, on its page or by the office; null when nobody knows any more
 * @param krsCheckedAt when its data were last compared with the court register
 * @param uninvitedAt when it asked never to be invited to a consultation again
 * @param mergedInto the organisation that it turned out to be the same as
 * @param searchText what is looked through
 * @param changeNumber of its last change, in the order of commits
 * @param revision counts changes, so that two people never overwrite each other unseen
 */
@MappedEntity("organisation")
public record Organisation(
        @Id @GeneratedValue @Nullable Long id,
        String slug,
        String name,
        String shortName,
        LegalForm legalForm,
        @Nullable String krs,
        @Nullable String nip,
        @Nullable String regon,
        String street,
        String house,
        String flat,
        String postcode,
        String town,
        String commune,
        @Nullable String communeTeryt,
        String countyTeryt,
        ActivityArea area,
        boolean publicBenefit,
        @Nullable String taxKrs,
        boolean socialEconomy,
        String description,
        String contactEmail,
        String contactPhone,
        boolean contactPublic,
        String website,
        @Nullable Integer foundedYear,
        SizeRange members,
        SizeRange volunteers,
        OrganisationState state,
        @Nullable Instant listedAt,
        @Nullable Long proposedBy,
        @Nullable Instant confirmedAt,
        @Nullable Long confirmedBy,
        @Nullable ConfirmedThrough confirmedThrough,
        @Nullable Instant krsCheckedAt,
        @Nullable Instant uninvitedAt,
        @Nullable Long mergedInto,
        String searchText,
        Instant createdAt,
        Instant changedAt,
        long changeNumber,
        @Version int revision) {

    /** A new one. */
    static Organisation begun(
            String slug,
            OrganisationFacts facts,
            @Nullable Instant listedAt,
            @Nullable Long proposedBy,
            Instant now,
            long changeNumber) {
        return new Organisation(
                        null,
                        slug,
                        "",
                        "",
                        facts.legalForm(),
                        null,
                        null,
                        null,
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        null,
                        facts.countyTeryt(),
                        facts.area(),
                        false,
                        null,
                        false,
                        "",
                        "",
                        "",
                        false,
                        "",
                        null,
                        facts.members(),
                        facts.volunteers(),
                        facts.state(),
                        listedAt,
                        proposedBy,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "",
                        now,
                        now,
                        changeNumber,
                        0)
                .with(facts, now, changeNumber);
    }

    /** This one with other facts. */
    Organisation with(OrganisationFacts facts, Instant now, long number) {
        return new Organisation(
                id,
                slug,
                facts.name(),
                facts.shortName(),
                facts.legalForm(),
                digits(facts.krs()),
                facts.nip() == null ? null : facts.nip().digits(),
                facts.regon() == null ? null : facts.regon().digits(),
                facts.street(),
                facts.house(),
                facts.flat(),
                facts.postcode(),
                facts.town(),
                facts.commune(),
                facts.communeTeryt(),
                facts.countyTeryt(),
                facts.area(),
                facts.publicBenefit(),
                digits(facts.taxKrs()),
                facts.socialEconomy(),
                facts.description(),
                facts.contactEmail(),
                facts.contactPhone(),
                facts.contactPublic(),
                facts.website(),
                facts.foundedYear(),
                facts.members(),
                facts.volunteers(),
                facts.state(),
                listedAt,
                proposedBy,
                confirmedAt,
                confirmedBy,
                confirmedThrough,
                krsCheckedAt,
                uninvitedAt,
                mergedInto,
                PolishSearch.index(facts.name(), facts.shortName(), facts.town(), facts.commune(), facts.description()),
                createdAt,
                now,
                number,
                revision);
    }

    /** Its facts, with the spheres of its other table. */
    public OrganisationFacts facts(SortedSet<String> spheres) {
        return new OrganisationFacts(
                name,
                shortName,
                legalForm,
                state,
                krs == null ? null : new Krs(krs),
                nip == null ? null : new Nip(nip),
                regon == null ? null : new Regon(regon),
                street,
                house,
                flat,
                postcode,
                town,
                commune,
                communeTeryt,
                countyTeryt,
                area,
                spheres,
                publicBenefit,
                taxKrs == null ? null : new Krs(taxKrs),
                socialEconomy,
                description,
                contactEmail,
                contactPhone,
                contactPublic,
                website,
                foundedYear,
                members,
                volunteers);
    }

    /** The key of an organisation that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("Organisation " + slug + " has not been saved");
        }
        return id;
    }

    /** Whether everybody may see it: taken in by the office, and not found to be another one's double. */
    public boolean listed() {
        return listedAt != null && mergedInto == null;
    }

    /** How it is named outside (org-id.guide): {@code PL-KRS-…}, {@code PL-REGON-…}, or null when it is in neither register. */
    public @Nullable String orgId() {
        if (krs != null) {
            return "PL-KRS-" + krs;
        }
        return regon == null ? null : "PL-REGON-" + regon;
    }

    private static @Nullable String digits(@Nullable Krs krs) {
        return krs == null ? null : krs.digits();
    }
}
