package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.json.tree.JsonNode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;

/**
 * What the court register says of an organisation: the facts that its current extract ({@code OdpisAktualny}) holds. Everything in
 * an extract is optional; a fact that is not there, or that cannot be right, is not among these.
 *
 * @param facts by field, in the words of a form
 */
public record KrsExtract(Map<OrganisationField, String> facts) {

    // Clubs and fire brigades are associations by their statutes, and the register calls most of them no more than
    // that.
    private static final Set<LegalForm> ASSOCIATIONS = Set.of(
            LegalForm.ASSOCIATION,
            LegalForm.SPORTS_CLUB,
            LegalForm.VOLUNTEER_FIRE_BRIGADE,
            LegalForm.RURAL_HOUSEWIVES_CIRCLE);

    public KrsExtract {
        facts = Map.copyOf(facts);
    }

    /** Whether an answer is an extract, and that of the number that was asked for, as far as it says. */
    static boolean isOf(JsonNode answer, Krs krs) {
        var extract = at(answer, "odpis");
        var number = text(at(extract, "naglowekA"), "numerKRS");
        return extract.isObject()
                && (number.isEmpty() || Krs.of(number).filter(krs::equals).isPresent());
    }

    static KrsExtract of(JsonNode answer) {
        var data = at(answer, "odpis", "dane");
        var subject = at(data, "dzial1", "danePodmiotu");
        var seat = at(data, "dzial1", "siedzibaIAdres", "siedziba");
        var address = at(data, "dzial1", "siedzibaIAdres", "adres");
        Map<OrganisationField, String> facts = new EnumMap<>(OrganisationField.class);
        put(facts, OrganisationField.NAME, KrsCapitals.spelt(text(subject, "nazwa")));
        put(facts, OrganisationField.LEGAL_FORM, legalForm(text(subject, "formaPrawna")));
        Regon.of(text(at(subject, "identyfikatory"), "regon"))
                .ifPresent(regon -> facts.put(OrganisationField.REGON, regon.digits()));
        Nip.of(text(at(subject, "identyfikatory"), "nip"))
                .ifPresent(nip -> facts.put(OrganisationField.NIP, nip.digits()));
        var publicBenefit = at(subject, "czyPosiadaStatusOPP");
        if (publicBenefit.isBoolean()) {
            facts.put(OrganisationField.PUBLIC_BENEFIT, publicBenefit.getBooleanValue() ? "true" : "");
        }
        put(facts, OrganisationField.COUNTY, county(text(seat, "powiat")));
        put(facts, OrganisationField.COMMUNE, KrsCapitals.spelt(text(seat, "gmina")));
        put(facts, OrganisationField.TOWN, KrsCapitals.spelt(text(seat, "miejscowosc")));
        put(
                facts,
                OrganisationField.STREET,
                KrsCapitals.spelt(text(address, "ulica").replaceFirst("(?i)^ul(\\. *|ica +)", "")));
        put(facts, OrganisationField.HOUSE, text(address, "nrDomu"));
        put(facts, OrganisationField.FLAT, text(address, "nrLokalu"));
        put(facts, OrganisationField.POSTCODE, text(address, "kodPocztowy"));
        put(facts, OrganisationField.STATE, state(at(data, "dzial6")));
        return new KrsExtract(facts);
    }

    /** An entry with what the register knows in place of what stands there and says something else. */
    public OrganisationEntry over(OrganisationEntry entry) {
        var filled = entry;
        for (var field : OrganisationField.values()) {
            var fact = facts.get(field);
            if (fact != null && !same(field, entry.at(field), fact)) {
                filled = taken(filled, field, fact);
            }
        }
        return filled;
    }

    /** An entry with one fact of the register. A commune's number that lies in another county goes with the old county. */
    static OrganisationEntry taken(OrganisationEntry entry, OrganisationField field, String fact) {
        var changed = entry.with(field, fact);
        return field == OrganisationField.COUNTY
                        && !entry.at(OrganisationField.COMMUNE_TERYT).startsWith(fact)
                ? changed.with(OrganisationField.COMMUNE_TERYT, "")
                : changed;
    }

    /** Whether the register says no other than we do. It writes in capitals, with its own quotes and abbreviations. */
    static boolean same(OrganisationField field, String ours, String theirs) {
        return switch (field) {
            case LEGAL_FORM ->
                ours.equals(theirs) || theirs.equals(LegalForm.ASSOCIATION.name()) && isAssociation(ours);
            case REGON -> ours.equals(theirs) || Regon.of(ours).equals(Regon.of(theirs)) && !ours.isEmpty();
            default -> words(field, ours).equals(words(field, theirs));
        };
    }

    private static boolean isAssociation(String ours) {
        return ASSOCIATIONS.stream().anyMatch(form -> form.name().equals(ours));
    }

    private static String words(OrganisationField field, String text) {
        var words = PolishSearch.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return switch (field) {
            case STREET ->
                words.replaceFirst("^(ul|ulica) ", "")
                        .replaceFirst("^al ", "aleja ")
                        .replaceFirst("^pl ", "plac ")
                        .replaceFirst("^os ", "osiedle ");
            case COMMUNE -> words.replaceFirst("^(gmina|gm|miasto|m) ", "");
            case HOUSE, FLAT -> words.replaceAll("(?<=[0-9]) (?=[a-z])", "");
            default -> words;
        };
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

    // An extract has empty objects where nothing is written.
    private static boolean isEmpty(JsonNode node) {
        if (node.isContainerNode()) {
            for (var value : node.values()) {
                if (!isEmpty(value)) {
                    return false;
                }
            }
            return true;
        }
        return node.isNull() || node.isString() && node.getStringValue().isBlank();
    }

    private static String text(JsonNode node, String name) {
        var found = at(node, name);
        return found.isString()
                ? found.getStringValue().strip()
                : found.isNumber() ? String.valueOf(found.getNumberValue()) : "";
    }

    // A bankruptcy or a merger stands there too. Only a section that is there and empty says that all is well.
    private static String state(JsonNode section) {
        if (!isEmpty(at(section, "likwidacja"))) {
            return OrganisationState.IN_LIQUIDATION.name();
        }
        return section.isObject() && isEmpty(section) ? OrganisationState.ACTIVE.name() : "";
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
}
