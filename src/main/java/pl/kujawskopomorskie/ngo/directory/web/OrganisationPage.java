package pl.kujawskopomorskie.ngo.directory.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.directory.County;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationActivity.Deed;
import pl.kujawskopomorskie.ngo.directory.PublicTaskSphere;

/**
 * The page of an organisation.
 *
 * @param organisation its facts
 * @param address lines of its seat
 * @param county name of the county, or null when it lies outside the voivodeship
 * @param spheres in which it works, in the order of the act
 * @param deeds what it took part in, newest first
 * @param stale whether nobody has confirmed its data for a year
 * @param mayChange whether the reader may change its data
 * @param speaks whether the reader speaks for it, or asked to
 * @param linkedData what search engines read, safe to print as it is; null when it is not public
 */
record OrganisationPage(
        Organisation organisation,
        List<String> address,
        @Nullable String county,
        List<PublicTaskSphere> spheres,
        List<Deed> deeds,
        boolean stale,
        boolean mayChange,
        boolean speaks,
        @Nullable String linkedData) {

    // Data are to be confirmed once a year; a month is left for those who answer the mail late.
    private static final Duration CONFIRMED_FOR = Duration.ofDays(396);

    static OrganisationPage from(
            Organisation organisation,
            List<String> spheres,
            List<Deed> deeds,
            boolean mayChange,
            boolean speaks,
            @Nullable String linkedData,
            Instant now) {
        var confirmedAt = organisation.confirmedAt();
        return new OrganisationPage(
                organisation,
                address(organisation),
                County.of(organisation.countyTeryt()).map(County::fullName).orElse(null),
                PublicTaskSphere.all().stream()
                        .filter(sphere -> spheres.contains(sphere.point()))
                        .toList(),
                deeds,
                confirmedAt == null || confirmedAt.plus(CONFIRMED_FOR).isBefore(now),
                mayChange,
                speaks,
                linkedData);
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
}
