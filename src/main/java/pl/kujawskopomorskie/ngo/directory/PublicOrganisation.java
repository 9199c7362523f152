package pl.kujawskopomorskie.ngo.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * All that everybody may know of an organisation, as open data give it: contacts only where it agreed to show them, and no keys
 * of rows or people. Every field is always there, null where there is nothing; moments are ISO 8601 in UTC, codes in lower
 * case.
 *
 * @param slug its name in addresses; never changes
 * @param orgId how it is named outside (org-id.guide), null when it is in neither register
 * @param name in full
 * @param shortName as people call it
 * @param legalForm code of a {@link LegalForm}
 * @param state code of an {@link OrganisationState}
 * @param krs number in the court register
 * @param nip tax number
 * @param regon statistical number
 * @param seat where it is
 * @param area code of an {@link ActivityArea}
 * @param spheres points of article 4(1), in the order of the act
 * @param publicBenefit whether it holds that status
 * @param taxKrs the number by which 1.5% of tax is given to it
 * @param socialEconomy whether it holds that status
 * @param description what it does, in its own words
 * @param email only when it agreed
 * @param phone only when it agreed
 * @param website full address
 * @param foundedYear when it was founded
 * @param members code of a {@link SizeRange}
 * @param volunteers code of a {@link SizeRange}
 * @param confirmedAt when its data were last confirmed
 * @param changedAt when they last changed
 * @param changeNumber of that change, by which lists go on
 * @param page for people
 * @param self for programs
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PublicOrganisation(
        String slug,
        @Nullable String orgId,
        String name,
        @Nullable String shortName,
        String legalForm,
        String state,
        @Nullable String krs,
        @Nullable String nip,
        @Nullable String regon,
        Seat seat,
        String area,
        List<String> spheres,
        boolean publicBenefit,
        @Nullable String taxKrs,
        boolean socialEconomy,
        @Nullable String description,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String website,
        @Nullable Integer foundedYear,
        String members,
        String volunteers,
        @Nullable Instant confirmedAt,
        Instant changedAt,
        long changeNumber,
        String page,
        String self) {

    public PublicOrganisation {
        spheres = List.copyOf(spheres);
    }

    /**
     * What is public of an organisation.
     *
     * @throws IllegalArgumentException when nothing is, because it is not listed
     */
    public static PublicOrganisation of(Organisation organisation, List<String> spheres, PortalConfiguration portal) {
        if (!organisation.listed()) {
            throw new IllegalArgumentException(organisation.slug() + " is not public");
        }
        return new PublicOrganisation(
                organisation.slug(),
                organisation.orgId(),
                organisation.name(),
                orNull(organisation.shortName()),
                code(organisation.legalForm()),
                code(organisation.state()),
                organisation.krs(),
                organisation.nip(),
                organisation.regon(),
                Seat.of(organisation),
                code(organisation.area()),
                PublicTaskSphere.all().stream()
                        .map(PublicTaskSphere::point)
                        .filter(spheres::contains)
                        .toList(),
                organisation.publicBenefit(),
                organisation.taxKrs(),
                organisation.socialEconomy(),
                orNull(organisation.description()),
                organisation.contactPublic() ? orNull(organisation.contactEmail()) : null,
                organisation.contactPublic() ? orNull(organisation.contactPhone()) : null,
                orNull(organisation.website()),
                organisation.foundedYear(),
                code(organisation.members()),
                code(organisation.volunteers()),
                organisation.confirmedAt(),
                organisation.changedAt(),
                organisation.changeNumber(),
                portal.link("/organizacje/" + organisation.slug()),
                portal.link("/api/v1/organisations/" + organisation.slug()));
    }

    /** How a constant is written in open data. */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /**
     * Where an organisation is.
     *
     * @param street null in a village without streets
     * @param house number
     * @param flat number
     * @param postcode as {@code 87-100}
     * @param town by name
     * @param commune by name
     * @param communeTeryt seven digits
     * @param countyTeryt four digits, of which the first two are the voivodeship's
     * @param county name of the county, null outside the voivodeship
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Seat(
            @Nullable String street,
            @Nullable String house,
            @Nullable String flat,
            @Nullable String postcode,
            String town,
            @Nullable String commune,
            @Nullable String communeTeryt,
            String countyTeryt,
            @Nullable String county) {

        static Seat of(Organisation organisation) {
            return new Seat(
                    orNull(organisation.street()),
                    orNull(organisation.house()),
                    orNull(organisation.flat()),
                    orNull(organisation.postcode()),
                    organisation.town(),
                    orNull(organisation.commune()),
                    orNull(organisation.communeTeryt()),
                    organisation.countyTeryt(),
                    County.of(organisation.countyTeryt()).map(County::fullName).orElse(null));
        }

        /** Street, house and flat, or null when neither street nor house is known. A village has houses without streets. */
        public @Nullable String line() {
            if (street == null && house == null) {
                return null;
            }
            return (street == null ? town : street)
                    + (house == null ? "" : " " + house)
                    + (flat == null ? "" : "/" + flat);
        }
    }
}
