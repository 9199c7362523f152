package pl.kujawskopomorskie.ngo.directory;

import static pl.kujawskopomorskie.ngo.directory.OrganisationField.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;

/** Guesses which fact of an organisation a column of an office's own table holds, by its heading. */
public final class ImportColumns {

    // Tried in this order: "nazwa skrócona" must not be taken for "nazwa", nor "kod TERYT gminy" for "gmina".
    private static final Map<OrganisationField, List<String>> WORDS = words();

    private ImportColumns() {}

    /** The field of each column, nothing for a column that is not read. No field is given twice: the first column has it. */
    public static List<Optional<OrganisationField>> guess(List<String> headings) {
        var taken = EnumSet.noneOf(OrganisationField.class);
        var fields = new ArrayList<Optional<OrganisationField>>();
        for (var heading : headings) {
            var field = field(heading).filter(taken::add);
            fields.add(field);
        }
        return fields;
    }

    private static Optional<OrganisationField> field(String heading) {
        var plain =
                " " + PolishSearch.fold(heading).replaceAll("[^a-z0-9,%]+", " ").strip() + " ";
        for (var field : OrganisationField.values()) {
            if (plain.strip().equals(PolishSearch.fold(field.name()).replace('_', ' '))) {
                return Optional.of(field);
            }
        }
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(plain::contains))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<OrganisationField, List<String>> words() {
        var words = new LinkedHashMap<OrganisationField, List<String>>();
        words.put(SHORT_NAME, List.of(" skrocona ", " skrot ", " nazwa skr"));
        words.put(TAX_KRS, List.of("1,5%", "1 5 ", " 1,5"));
        words.put(KRS, List.of(" krs "));
        words.put(NIP, List.of(" nip "));
        words.put(REGON, List.of(" regon "));
        words.put(LEGAL_FORM, List.of(" forma prawna ", " forma ", " rodzaj organizacji ", " typ "));
        words.put(STATE, List.of(" stan ", " status dzialalnosci "));
        words.put(COMMUNE_TERYT, List.of(" teryt "));
        words.put(COUNTY, List.of(" powiat "));
        words.put(COMMUNE, List.of(" gmina "));
        words.put(POSTCODE, List.of(" kod pocztowy ", " kod "));
        words.put(STREET, List.of(" ulica ", " ul "));
        words.put(FLAT, List.of(" lokal", " mieszkania "));
        words.put(HOUSE, List.of(" dom", " nr budynku ", " numer ", " nr "));
        words.put(TOWN, List.of(" miejscowosc ", " miasto ", " siedziba "));
        words.put(CONTACT_EMAIL, List.of(" e mail ", " email ", " mail ", " poczta elektroniczna "));
        words.put(CONTACT_PHONE, List.of(" telefon", " tel "));
        words.put(WEBSITE, List.of(" www ", " strona "));
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
