package pl.kujawskopomorskie.ngo.directory;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;

/**
 * Brings what offices write into their tables to what {@link OrganisationEntry} understands: "Stow." or "KGW" to a legal form,
 * "powiat toruński" to its number, "tak" to a yes. What it does not know it leaves as it is, for the check to refuse in words.
 */
final class ImportWords {

    private static final Set<String> YES = Set.of("tak", "t", "1", "x", "yes", "true", "opp", "pes", "posiada");
    private static final Set<String> NO = Set.of("nie", "n", "0", "no", "false", "-", "brak", "nie posiada");

    private static final Map<String, LegalForm> FORMS = Map.ofEntries(
            Map.entry("stowarzyszenie", LegalForm.ASSOCIATION),
            Map.entry("stow", LegalForm.ASSOCIATION),
            Map.entry("stowarzyszenie zwykle", LegalForm.ORDINARY_ASSOCIATION),
            Map.entry("fundacja", LegalForm.FOUNDATION),
            Map.entry("klub sportowy", LegalForm.SPORTS_CLUB),
            Map.entry("uczniowski klub sportowy", LegalForm.SPORTS_CLUB),
            Map.entry("uks", LegalForm.SPORTS_CLUB),
            Map.entry("ks", LegalForm.SPORTS_CLUB),
            Map.entry("kolo gospodyn wiejskich", LegalForm.RURAL_HOUSEWIVES_CIRCLE),
            Map.entry("kgw", LegalForm.RURAL_HOUSEWIVES_CIRCLE),
            Map.entry("ochotnicza straz pozarna", LegalForm.VOLUNTEER_FIRE_BRIGADE),
            Map.entry("osp", LegalForm.VOLUNTEER_FIRE_BRIGADE),
            Map.entry("spoldzielnia socjalna", LegalForm.SOCIAL_COOPERATIVE),
            Map.entry("koscielna osoba prawna", LegalForm.CHURCH_LEGAL_PERSON),
            Map.entry("zwiazek stowarzyszen", LegalForm.UNION_OF_ASSOCIATIONS),
            Map.entry("inny", LegalForm.OTHER_ELIGIBLE_ENTITY),
            Map.entry("inna", LegalForm.OTHER_ELIGIBLE_ENTITY),
            Map.entry("inny podmiot z art 3 ust 3", LegalForm.OTHER_ELIGIBLE_ENTITY));

    private static final Map<String, OrganisationState> STATES = Map.of(
            "aktywna", OrganisationState.ACTIVE,
            "dziala", OrganisationState.ACTIVE,
            "w likwidacji", OrganisationState.IN_LIQUIDATION,
            "likwidacja", OrganisationState.IN_LIQUIDATION,
            "wykreslona", OrganisationState.STRUCK_OFF,
            "wykreslona z rejestru", OrganisationState.STRUCK_OFF);

    private static final Map<String, ActivityArea> AREAS = Map.of(
            "gmina", ActivityArea.COMMUNE,
            "gminny", ActivityArea.COMMUNE,
            "powiat", ActivityArea.COUNTY,
            "powiatowy", ActivityArea.COUNTY,
            "wojewodztwo", ActivityArea.VOIVODESHIP,
            "wojewodzki", ActivityArea.VOIVODESHIP,
            "kraj", ActivityArea.COUNTRY,
            "ogolnopolski", ActivityArea.COUNTRY,
            "miedzynarodowy", ActivityArea.ABROAD);

    private static final Map<String, String> COUNTIES =
            County.all().stream().collect(Collectors.toMap(county -> plain(county.name()), County::teryt));

    private ImportWords() {}

    static String understood(OrganisationField field, String cell) {
        return switch (field) {
            case LEGAL_FORM -> named(FORMS, cell);
            case STATE -> named(STATES, cell);
            case AREA -> named(AREAS, cell);
            case COUNTY -> county(cell);
            case PUBLIC_BENEFIT, SOCIAL_ECONOMY, CONTACT_PUBLIC -> yesOrNo(cell);
            case MEMBERS, VOLUNTEERS -> range(cell);
            case SPHERES -> spheres(cell);
            default -> cell;
        };
    }

    private static String named(Map<String, ? extends Enum<?>> words, String cell) {
        var known = words.get(plain(cell));
        return known == null ? cell : known.name();
    }

    private static String county(String cell) {
        var plain = plain(cell).replaceFirst("^(powiat|pow|m st|miasto|m) ", "");
        return COUNTIES.getOrDefault(plain, cell);
    }

    // The form says yes with "true" and no with nothing; any other word is refused there as a word of the list would
    // be.
    private static String yesOrNo(String cell) {
        var plain = plain(cell);
        if (YES.contains(plain)) {
            return "true";
        }
        return NO.contains(plain) ? "" : cell;
    }

    private static String range(String cell) {
        if (!cell.matches("[0-9]{1,9}")) {
            return cell;
        }
        var count = Integer.parseInt(cell);
        if (count == 0) {
            return SizeRange.NONE.name();
        }
        if (count <= 10) {
            return SizeRange.UP_TO_10.name();
        }
        if (count <= 50) {
            return SizeRange.UP_TO_50.name();
        }
        return (count <= 200 ? SizeRange.UP_TO_200 : SizeRange.ABOVE_200).name();
    }

    // "pkt 16", "16)" and "art. 4 ust. 1 pkt 16" all mean 16.
    private static String spheres(String cell) {
        return Arrays.stream(cell.split("[,;\\n]"))
                .map(part -> part.replaceAll("(?i)art\\.? *4|ust\\.? *1(?![0-9a-z])|pkt\\.?|[().]", "")
                        .strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(","));
    }

    private static String plain(String text) {
        return PolishSearch.fold(text).replaceAll("[^a-z0-9-]+", " ").strip();
    }
}
