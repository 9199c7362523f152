package pl.kujawskopomorskie.ngo.directory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;

/**
 * Brings what offices write into their tables to what {@link OrganisationEntry} understands: "Stow." or "KGW" to a legal form,
 * "powiat toruński" to its number, "tak" to a yes. What it does not know it leaves as it is, for the check to refuse in words.
 */
final class ImportWords {

    private static final Set<String> YES = Set.of("tak", "t", "1", "x", "yes", "true", "opp", "pes", "posiada");
    private static final Set<String> NO = Set.of("nie", "n", "0", "no", "false", "-", "brak", "nie posiada");

    // What says that nothing is known, as an empty cell does.
    private static final Set<String> NOTHING =
            Set.of("nie podano", "not given", "brak danych", "nie dotyczy", "n d", "bd");

    // Besides the portal's own words, which stand in its exports and come back in what offices make of them.
    private static final Map<String, LegalForm> FORMS = words(
            LegalForm.class,
            "legalForm",
            Map.of(
                    "stow", LegalForm.ASSOCIATION,
                    "uczniowski klub sportowy", LegalForm.SPORTS_CLUB,
                    "uks", LegalForm.SPORTS_CLUB,
                    "ks", LegalForm.SPORTS_CLUB,
                    "kgw", LegalForm.RURAL_HOUSEWIVES_CIRCLE,
                    "osp", LegalForm.VOLUNTEER_FIRE_BRIGADE,
                    "inny", LegalForm.OTHER_ELIGIBLE_ENTITY,
                    "inna", LegalForm.OTHER_ELIGIBLE_ENTITY));

    private static final Map<String, OrganisationState> STATES = words(
            OrganisationState.class,
            "state",
            Map.of(
                    "aktywna", OrganisationState.ACTIVE,
                    "likwidacja", OrganisationState.IN_LIQUIDATION,
                    "wykreslona", OrganisationState.STRUCK_OFF));

    private static final Map<String, ActivityArea> AREAS = words(
            ActivityArea.class,
            "area",
            Map.of(
                    "gminny", ActivityArea.COMMUNE,
                    "powiatowy", ActivityArea.COUNTY,
                    "wojewodzki", ActivityArea.VOIVODESHIP,
                    "kraj", ActivityArea.COUNTRY,
                    "ogolnopolski", ActivityArea.COUNTRY,
                    "miedzynarodowy", ActivityArea.ABROAD));

    private static final Map<String, SizeRange> SIZES = words(SizeRange.class, "size", Map.of());

    private static final Map<String, String> COUNTIES =
            County.all().stream().collect(Collectors.toMap(county -> plain(county.name()), County::teryt));

    private ImportWords() {}

    /** Whether a cell says no more than an empty one. */
    static boolean saysNothing(String cell) {
        return cell.isEmpty() || NOTHING.contains(plain(cell));
    }

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
        // A spreadsheet takes the code of a county for a number and drops the zero that ours begin with.
        if (cell.matches("[0-9]{3}")) {
            return "0" + cell;
        }
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
            return named(SIZES, cell);
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

    private static <E extends Enum<E>> Map<String, E> words(Class<E> type, String list, Map<String, E> more) {
        var messages = new Messages();
        var words = new HashMap<>(more);
        for (var choice : type.getEnumConstants()) {
            for (var language : Language.values()) {
                words.put(plain(messages.get(language, "directory." + list + "." + choice)), choice);
            }
        }
        return Map.copyOf(words);
    }

    private static String plain(String text) {
        return PolishSearch.fold(text).replaceAll("[^a-z0-9-]+", " ").strip();
    }
}
