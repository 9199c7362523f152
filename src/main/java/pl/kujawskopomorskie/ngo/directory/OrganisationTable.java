package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.documents.TableColumn;
import pl.kujawskopomorskie.ngo.shared.documents.TableLayout;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/** The directory as a table with every column explained. Its files are Polish; their headings are known to the import. */
@Singleton
public final class OrganisationTable {

    private final Messages messages;
    private final PortalConfiguration portal;

    OrganisationTable(Messages messages, PortalConfiguration portal) {
        this.messages = messages;
        this.portal = portal;
    }

    /** How the directory of a moment is exported. */
    TableLayout<PublicOrganisation> layout(Instant asOf) {
        return new TableLayout<>(
                messages.get(Language.POLISH, "directory.title"),
                List.of(
                        messages.get(Language.POLISH, "directory.open.title"),
                        messages.get(
                                Language.POLISH, "directory.open.asOf", new Formats(Language.POLISH).dateTime(asOf)),
                        messages.get(Language.POLISH, "directory.open.conditions", portal.link("/api"))),
                columns(Language.POLISH));
    }

    /** The columns, in order, with headings and explanations in a language. */
    public List<TableColumn<PublicOrganisation>> columns(Language language) {
        return List.of(
                words("NAME", 50, language, PublicOrganisation::name),
                words("SHORT_NAME", 24, language, PublicOrganisation::shortName),
                words("LEGAL_FORM", 24, language, row -> word("legalForm", row.legalForm())),
                words("STATE", 16, language, row -> word("state", row.state())),
                words("ORG_ID", 20, language, PublicOrganisation::orgId),
                words("KRS", 13, language, PublicOrganisation::krs),
                words("NIP", 13, language, PublicOrganisation::nip),
                words("REGON", 16, language, PublicOrganisation::regon),
                words("STREET", 24, language, row -> row.seat().street()),
                words("HOUSE", 10, language, row -> row.seat().house()),
                words("FLAT", 10, language, row -> row.seat().flat()),
                words("POSTCODE", 10, language, row -> row.seat().postcode()),
                words("TOWN", 20, language, row -> row.seat().town()),
                words("COMMUNE", 20, language, row -> row.seat().commune()),
                words("COMMUNE_TERYT", 12, language, row -> row.seat().communeTeryt()),
                words("COUNTY", 22, language, row -> row.seat().county()),
                words("COUNTY_CODE", 12, language, row -> row.seat().countyTeryt()),
                words("AREA", 16, language, row -> word("area", row.area())),
                words("SPHERES", 16, language, row -> String.join(", ", row.spheres())),
                words("SPHERE_NAMES", 50, language, OrganisationTable::sphereNames),
                truth("PUBLIC_BENEFIT", language, PublicOrganisation::publicBenefit),
                words("TAX_KRS", 13, language, PublicOrganisation::taxKrs),
                truth("SOCIAL_ECONOMY", language, PublicOrganisation::socialEconomy),
                words("DESCRIPTION", 60, language, PublicOrganisation::description),
                words("CONTACT_EMAIL", 28, language, PublicOrganisation::email),
                words("CONTACT_PHONE", 18, language, PublicOrganisation::phone),
                words("WEBSITE", 28, language, PublicOrganisation::website),
                TableColumn.number(
                        name("FOUNDED_YEAR", language),
                        means("FOUNDED_YEAR", language),
                        row -> row.foundedYear() == null
                                ? null
                                : row.foundedYear().longValue()),
                words("MEMBERS", 16, language, row -> word("size", row.members())),
                words("VOLUNTEERS", 16, language, row -> word("size", row.volunteers())),
                TableColumn.moment(
                        name("CONFIRMED", language), means("CONFIRMED", language), PublicOrganisation::confirmedAt),
                TableColumn.moment(
                        name("CHANGED", language), means("CHANGED", language), PublicOrganisation::changedAt),
                words("PAGE", 40, language, PublicOrganisation::page));
    }

    private static String sphereNames(PublicOrganisation row) {
        return PublicTaskSphere.all().stream()
                .filter(sphere -> row.spheres().contains(sphere.point()))
                .map(PublicTaskSphere::name)
                .collect(Collectors.joining("; "));
    }

    private TableColumn<PublicOrganisation> words(
            String key, int width, Language language, Function<PublicOrganisation, @Nullable String> value) {
        return TableColumn.text(name(key, language), means(key, language), width, value);
    }

    private TableColumn<PublicOrganisation> truth(
            String key, Language language, Function<PublicOrganisation, Boolean> value) {
        return TableColumn.truth(name(key, language), means(key, language), value);
    }

    private String word(String list, String code) {
        return messages.get(Language.POLISH, "directory." + list + "." + code.toUpperCase(Locale.ROOT));
    }

    private String name(String key, Language language) {
        return messages.get(language, "directory.column." + key);
    }

    private String means(String key, Language language) {
        return messages.get(language, "directory.column." + key + ".means");
    }
}
