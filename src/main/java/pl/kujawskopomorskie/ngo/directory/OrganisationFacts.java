package pl.kujawskopomorskie.ngo.directory;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation, the office or a register says of an organisation, checked. Empty texts stand for what is not known.
 *
 * @param name in full
 * @param shortName as people call it
 * @param legalForm how it is constituted
 * @param state where it stands in its register
 * @param krs its number in the court register
 * @param nip its tax number
 * @param regon its statistical number
 * @param street of the seat
 * @param house number
 * @param flat number
 * @param postcode as {@code 87-100}
 * @param town of the seat
 * @param commune by name
 * @param communeTeryt seven digits that begin with those of the county
 * @param countyTeryt four digits
 * @param area how far its work reaches
 * @param spheres points of article 4(1), see {@link PublicTaskSphere}
 * @param publicBenefit whether it holds the status of a public benefit organisation
 * @param taxKrs the number by which 1.5% of tax is given to it
 * @param socialEconomy whether it holds the status of a social economy entity
 * @param description what it does, in its own words; blank lines part paragraphs
 * @param contactEmail to write to
 * @param contactPhone to ring
 * @param contactPublic whether it agreed that these two are shown
 * @param website full address, http or https
 * @param foundedYear when it was founded
 * @param members how many
 * @param volunteers how many
 */
public record OrganisationFacts(
        String name,
        String shortName,
        LegalForm legalForm,
        OrganisationState state,
        @Nullable Krs krs,
        @Nullable Nip nip,
        @Nullable Regon regon,
        String street,
        String house,
        String flat,
        String postcode,
        String town,
        String commune,
        @Nullable String communeTeryt,
        String countyTeryt,
        ActivityArea area,
        SortedSet<String> spheres,
        boolean publicBenefit,
        @Nullable Krs taxKrs,
        boolean socialEconomy,
        String description,
        String contactEmail,
        String contactPhone,
        boolean contactPublic,
        String website,
        @Nullable Integer foundedYear,
        SizeRange members,
        SizeRange volunteers) {

    public OrganisationFacts {
        spheres = Collections.unmodifiableSortedSet(new TreeSet<>(spheres));
    }

    /** One fact as a form shows it and the history keeps it: names of choices, {@code true} or nothing for a yes or no. */
    public String text(OrganisationField field) {
        return switch (field) {
            case NAME -> name;
            case SHORT_NAME -> shortName;
            case LEGAL_FORM -> legalForm.name();
            case STATE -> state.name();
            case KRS -> krs == null ? "" : krs.digits();
            case NIP -> nip == null ? "" : nip.digits();
            case REGON -> regon == null ? "" : regon.digits();
            case STREET -> street;
            case HOUSE -> house;
            case FLAT -> flat;
            case POSTCODE -> postcode;
            case TOWN -> town;
            case COMMUNE -> commune;
            case COMMUNE_TERYT -> communeTeryt == null ? "" : communeTeryt;
            case COUNTY -> countyTeryt;
            case AREA -> area.name();
            case SPHERES -> String.join(",", spheres);
            case PUBLIC_BENEFIT -> yes(publicBenefit);
            case TAX_KRS -> taxKrs == null ? "" : taxKrs.digits();
            case SOCIAL_ECONOMY -> yes(socialEconomy);
            case DESCRIPTION -> description;
            case CONTACT_EMAIL -> contactEmail;
            case CONTACT_PHONE -> contactPhone;
            case CONTACT_PUBLIC -> yes(contactPublic);
            case WEBSITE -> website;
            case FOUNDED_YEAR -> foundedYear == null ? "" : String.valueOf(foundedYear);
            case MEMBERS -> members.name();
            case VOLUNTEERS -> volunteers.name();
        };
    }

    /** All facts as texts, for a form that is filled with them. */
    public OrganisationEntry entry() {
        Map<OrganisationField, String> texts = new EnumMap<>(OrganisationField.class);
        for (var field : OrganisationField.values()) {
            texts.put(field, text(field));
        }
        return new OrganisationEntry(texts);
    }

    private static String yes(boolean fact) {
        return fact ? "true" : "";
    }
}
