package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.json.tree.JsonNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the court register says of an organisation: the facts that its current extract ({@code OdpisAktualny}) holds. Everything in
 * an extract is optional; a fact that is not there is not among these.
 *
 * @param facts by field, in the words of a form
 */
public record KrsExtract(Map<OrganisationField, String> facts) {

    public KrsExtract {
        facts = Map.copyOf(facts);
    }

    static KrsExtract of(JsonNode answer) {
        var data = at(answer, "odpis", "dane");
        var subject = at(data, "dzial1", "danePodmiotu");
        var seat = at(data, "dzial1", "siedzibaIAdres", "siedziba");
        var address = at(data, "dzial1", "siedzibaIAdres", "adres");
        Map<OrganisationField, String> facts = new EnumMap<>(OrganisationField.class);
        put(facts, OrganisationField.NAME, text(subject, "nazwa"));
        put(facts, OrganisationField.LEGAL_FORM, legalForm(text(subject, "formaPrawna")));
        put(facts, OrganisationField.REGON, text(at(subject, "identyfikatory"), "regon"));
        put(facts, OrganisationField.NIP, text(at(subject, "identyfikatory"), "nip"));
        var publicBenefit = at(subject, "czyPosiadaStatusOPP");
        if (publicBenefit.isBoolean()) {
            facts.put(OrganisationField.PUBLIC_BENEFIT, publicBenefit.getBooleanValue() ? "true" : "");
        }
        put(facts, OrganisationField.COUNTY, county(text(seat, "powiat")));
        put(facts, OrganisationField.COMMUNE, spelt(text(seat, "gmina")));
        put(facts, OrganisationField.TOWN, spelt(text(seat, "miejscowosc")));
        put(facts, OrganisationField.STREET, spelt(text(address, "ulica").replaceFirst("(?i)^ul\\. *", "")));
        put(facts, OrganisationField.HOUSE, text(address, "nrDomu"));
        put(facts, OrganisationField.FLAT, text(address, "nrLokalu"));
        put(facts, OrganisationField.POSTCODE, text(address, "kodPocztowy"));
        if (!isEmpty(at(data, "dzial6", "likwidacja"))) {
            facts.put(OrganisationField.STATE, OrganisationState.IN_LIQUIDATION.name());
        }
        return new KrsExtract(facts);
    }

    /** An entry with what the register knows in place of what stands there. */
    public OrganisationEntry over(OrganisationEntry entry) {
        var filled = entry;
        for (var fact : facts.entrySet()) {
            filled = filled.with(fact.getKey(), fact.getValue());
        }
        return filled;
    }

    private static void put(Map<OrganisationField, String> facts, OrganisationField field, String text) {
        if (!text.isEmpty()) {
            facts.put(field, text);
        }
    }

    private static JsonNode at(JsonNode node, String... path) {
        var found = node;
        for (var name : path) {
            var next = found.isObject() ? found.get(name) : null;
            found = next == null ? JsonNode.nullNode() : next;
        }
        return found;
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isNull() || node.isContainerNode() && node.size() == 0;
    }

    private static String text(JsonNode node, String name) {
        var found = at(node, name);
        return found.isString()
                ? found.getStringValue().strip()
                : found.isNumber() ? String.valueOf(found.getNumberValue()) : "";
    }

    private static String legalForm(String form) {
        var plain = form.toUpperCase(Locale.ROOT);
        if (plain.contains("ZWIĄZEK") && plain.contains("STOWARZYSZEŃ")) {
            return LegalForm.UNION_OF_ASSOCIATIONS.name();
        }
        if (plain.contains("STOWARZYSZENIE KULTURY FIZYCZNEJ") || plain.contains("KLUB SPORTOWY")) {
            return LegalForm.SPORTS_CLUB.name();
        }
        if (plain.contains("STOWARZYSZENIE")) {
            return LegalForm.ASSOCIATION.name();
        }
        if (plain.contains("FUNDACJA")) {
            return LegalForm.FOUNDATION.name();
        }
        return plain.contains("SPÓŁDZIELNIA SOCJALNA") ? LegalForm.SOCIAL_COOPERATIVE.name() : "";
    }

    // A county outside the voivodeship has no number in the extract: it is left for the person to choose.
    private static String county(String name) {
        var understood = ImportWords.understood(OrganisationField.COUNTY, name);
        return County.of(understood).isPresent() ? understood : "";
    }

    // The register writes places in capitals: TORUŃ, GOLUB-DOBRZYŃ, DOBRZYŃ NAD WISŁĄ.
    private static String spelt(String name) {
        if (name.isEmpty() || !name.equals(name.toUpperCase(Locale.ROOT))) {
            return name;
        }
        return Arrays.stream(name.split("(?<=[ -])"))
                .map(word -> word.strip().equals("NAD") || word.strip().equals("I")
                        ? word.toLowerCase(Locale.ROOT)
                        : word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
