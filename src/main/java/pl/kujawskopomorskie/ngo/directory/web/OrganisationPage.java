package pl.kujawskopomorskie.ngo.directory.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.County;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationActivity.Deed;
import pl.kujawskopomorskie.ngo.directory.OrganisationPolicy;
import pl.kujawskopomorskie.ngo.directory.PublicTaskSphere;
import pl.kujawskopomorskie.ngo.directory.Representation;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The page of an organisation.
 *
 * @param organisation its facts
 * @param address lines of its seat
 * @param county name of the county, or null when it lies outside the voivodeship
 * @param spheres in which it works, in the order of the act
 * @param deeds what it took part in, newest first
 * @param stale whether nobody has confirmed its data for a year
 * @param confirmer name of the person who confirmed them, where the reader may know it, or null
 * @param rights what the reader may do here
 * @param refusal why the office did not take it in, or null
 * @param reason of a refusal that is being typed
 * @param errors what is wrong with that
 * @param linkedData what search engines read, safe to print as it is; null when it is not public
 */
record OrganisationPage(
        Organisation organisation,
        List<String> address,
        @Nullable String county,
        List<PublicTaskSphere> spheres,
        List<Deed> deeds,
        boolean stale,
        @Nullable String confirmer,
        Rights rights,
        @Nullable String refusal,
        String reason,
        FormErrors errors,
        @Nullable String linkedData) {

    // Data are to be confirmed once a year; a month is left for those who answer the mail late.
    private static final Duration CONFIRMED_FOR = Duration.ofDays(396);

    static OrganisationPage from(
            Organisation organisation,
            List<String> spheres,
            List<Deed> deeds,
            @Nullable String confirmer,
            Rights rights,
            @Nullable String refusal,
            String reason,
            FormErrors errors,
            @Nullable String linkedData,
            Instant now) {
        var known = Objects.requireNonNullElse(organisation.confirmedAt(), organisation.createdAt());
        return new OrganisationPage(
                organisation,
                address(organisation),
                County.of(organisation.countyTeryt()).map(County::fullName).orElse(null),
                PublicTaskSphere.all().stream()
                        .filter(sphere -> spheres.contains(sphere.point()))
                        .toList(),
                deeds,
                known.plus(CONFIRMED_FOR).isBefore(now),
                confirmer,
                rights,
                refusal,
                reason,
                errors,
                linkedData);
    }

    /** Whether the office has yet to decide whether it is taken in. */
    public boolean waits() {
        return organisation.listedAt() == null && refusal == null;
    }

    /** Whether there is anything by which it can be reached. */
    public boolean reachable() {
        return !organisation.website().isEmpty()
                || organisation.contactPublic()
                        && !(organisation.contactEmail().isEmpty()
                                && organisation.contactPhone().isEmpty());
    }

    private static List<String> address(Organisation organisation) {
        var flat = organisation.flat().isEmpty() ? "" : "/" + organisation.flat();
        // A village has houses without streets.
        var street = organisation.street().isEmpty() ? organisation.town() : organisation.street();
        return Stream.of(
                        organisation.house().isEmpty() && organisation.street().isEmpty()
                                ? null
                                : (street + " " + organisation.house() + flat).strip(),
                        (organisation.postcode() + " " + organisation.town()).strip())
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * What the reader may do here.
     *
     * @param ask whether they may ask to represent it
     * @param change whether they change its data
     * @param confirm whether they confirm its data
     * @param look whether they see its history and who speaks for it
     * @param decide whether they take a proposal in
     */
    record Rights(boolean ask, boolean change, boolean confirm, boolean look, boolean decide) {

        static Rights of(
                @Nullable Actor actor,
                Organisation organisation,
                boolean refused,
                @Nullable Representation held,
                @Nullable Representation asked) {
            return new Rights(
                    OrganisationPolicy.mayAskToRepresent(organisation, refused, held, asked),
                    OrganisationPolicy.mayChange(actor, organisation, held),
                    OrganisationPolicy.mayConfirm(actor, organisation, held),
                    OrganisationPolicy.speaksFor(actor, held) || OrganisationPolicy.mayLookIntoTheOffice(actor),
                    OrganisationPolicy.mayRun(actor));
        }
    }
}
