package pl.kujawskopomorskie.ngo.directory;

import static pl.kujawskopomorskie.ngo.directory.OrganisationField.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;

/** Guesses which fact of an organisation a column of an office's own table holds, by its heading. */
public final class ImportColumns {

    // Tried in this order: "nazwa skrócona" must not be taken for "nazwa", "kod TERYT gminy" for "gmina", nor "nr
    // telefonu" for
    // the number of a house, which everybody sees.
    private static final Map<OrganisationField, List<String>> WORDS = words();

    // "Nr" alone stands beside the street; "nr konta" and "nr wpisu" are no address.
    private static final Map<String, OrganisationField> WHOLE =
            Map.of("nr", HOUSE, "numer", HOUSE, "kod", POSTCODE, "m", FLAT);

    private static final Set<OrganisationField> IDENTIFIERS = EnumSet.of(TAX_KRS, KRS, NIP, REGON);

    // What is told about a number and is not the number: "data wpisu do KRS", "sąd rejestrowy KRS", "czy ma NIP".
    private static final List<String> ABOUT_IT = List.of(" rok ", " sad ", " wydzial ", " czy ", " status ");

    private ImportColumns() {}

    /**
     * The field of each column, nothing for a column that is not read. No field is given twice: the first column has it, but a
     * county's code goes before its name, which a table may leave empty.
     */
    public static List<Optional<OrganisationField>> guess(List<String> headings) {
        var countyCode = headings.stream()
                .map(ImportColumns::plain)
                .filter(ImportColumns::isCountyCode)
                .findFirst();
        var taken = EnumSet.noneOf(OrganisationField.class);
        var fields = new ArrayList<Optional<OrganisationField>>();
        for (var heading : headings) {
            var plain = plain(heading);
            var field = field(plain)
                    .filter(found -> found != COUNTY || countyCode.isEmpty() || plain.equals(countyCode.get()))
                    .filter(taken::add);
            fields.add(field);
        }
        return fields;
    }

    private static Optional<OrganisationField> field(String plain) {
        for (var field : OrganisationField.values()) {
            if (plain.strip().equals(PolishSearch.fold(field.name()).replace('_', ' '))) {
                return Optional.of(field);
            }
        }
        if (WHOLE.containsKey(plain.strip())) {
            return Optional.of(WHOLE.get(plain.strip()));
        }
        if (isCountyCode(plain)) {
            return Optional.of(COUNTY);
        }
        // The day of something is none of the facts.
        if (plain.contains(" data ") && !plain.contains(" rok ")) {
            return Optional.empty();
        }
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(plain::contains))
                .map(Map.Entry::getKey)
                .filter(field ->
                        !IDENTIFIERS.contains(field) || ABOUT_IT.stream().noneMatch(plain::contains))
                .findFirst();
    }

    private static boolean isCountyCode(String plain) {
        return plain.contains(" powiat") && (plain.contains(" kod ") || plain.contains(" teryt "));
    }

    private static String plain(String heading) {
        return " " + PolishSearch.fold(heading).replaceAll("[^a-z0-9,%]+", " ").strip() + " ";
    }

    private static Map<OrganisationField, List<String>> words() {
        var words = new LinkedHashMap<OrganisationField, List<String>>();
        words.put(SHORT_NAME, List.of(" skrocona ", " skrot ", " nazwa skr"));
        words.put(TAX_KRS, List.of("1,5%", "1 5 ", " 1,5"));
        words.put(KRS, List.of(" krs "));
        words.put(NIP, List.of(" nip "));
        words.put(REGON, List.of(" regon "));
        words.put(CONTACT_EMAIL, List.of(" e mail ", " email ", " mail ", " poczta elektroniczna "));
        words.put(CONTACT_PHONE, List.of(" telefon", " tel ", " komorka ", " komorkowy ", " kom "));
        words.put(LEGAL_FORM, List.of(" forma prawna ", " forma ", " rodzaj organizacji ", " typ "));
        words.put(STATE, List.of(" stan ", " status dzialalnosci "));
        words.put(COMMUNE_TERYT, List.of(" teryt "));
        words.put(COUNTY, List.of(" powiat "));
        words.put(COMMUNE, List.of(" gmina "));
        words.put(POSTCODE, List.of(" kod pocztowy "));
        words.put(STREET, List.of(" ulica ", " ul "));
        words.put(HOUSE, List.of(" dom ", " domu ", " budynku ", " posesji "));
        words.put(FLAT, List.of(" lokal ", " lokalu ", " mieszkania "));
        words.put(TOWN, List.of(" miejscowosc ", " miasto ", " siedziba "));
        words.put(WEBSITE, List.of(" www ", " strona ", " strony "));
        words.put(FOUNDED_YEAR, List.of(" rok "));
        words.put(SPHERES, List.of(" sfer"));
        words.put(PUBLIC_BENEFIT, List.of(" opp ", " pozytku publicznego "));
        words.put(SOCIAL_ECONOMY, List.of(" pes ", " ekonomii spolecznej "));
        words.put(AREA, List.of(" zasieg ", " obszar "));
        words.put(MEMBERS, List.of(" czlonk"));
        words.put(VOLUNTEERS, List.of(" wolontariusz"));
        words.put(DESCRIPTION, List.of(" opis ", " czym sie zajmuje ", " cel", " dzialalnosc"));
        words.put(NAME, List.of(" nazwa ", " organizacja "));
        return words;
    }
}
