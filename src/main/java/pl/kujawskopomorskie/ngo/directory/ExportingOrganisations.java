package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.documents.TableColumn;
import pl.kujawskopomorskie.ngo.shared.documents.TableExports;
import pl.kujawskopomorskie.ngo.shared.documents.TableLayout;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * Writes all that is public in the directory as a file, row by row as it comes from the database. All of a file is of one
 * moment.
 */
@Singleton
public class ExportingOrganisations {

    private final PublicDirectory directory;
    private final OrganisationTable table;
    private final OrganisationWords words;
    private final HsdsPackage hsds;
    private final TableExports exports;
    private final ObjectMapper json;
    private final PortalConfiguration portal;
    private final Clock clock;

    ExportingOrganisations(
            PublicDirectory directory,
            OrganisationTable table,
            OrganisationWords words,
            HsdsPackage hsds,
            TableExports exports,
            ObjectMapper json,
            PortalConfiguration portal,
            Clock clock) {
        this.directory = directory;
        this.table = table;
        this.words = words;
        this.hsds = hsds;
        this.exports = exports;
        this.json = json;
        this.portal = portal;
        this.clock = clock;
    }

    /** What the directory can be had as. */
    public enum Format {
        /** The table, for a spreadsheet. */
        CSV,
        /** The table, explained. */
        XLSX,
        /** The records of the API. */
        JSON,
        /** A package of the Human Services Data Specification 3.0. */
        HSDS,
        /** Organisations as the 360Giving standard has them, to be joined to lists of grants. */
        GIVING
    }

    /** Writes the directory as it is now. The stream stays open. */
    @Transactional(isolation = TransactionDefinition.Isolation.REPEATABLE_READ, readOnly = true)
    public void write(Format format, OutputStream out) throws IOException {
        var all = directory.all();
        switch (format) {
            case CSV -> exports.writeCsv(table.layout(OfficeTime.now(clock)), all, out);
            case XLSX -> exports.writeXlsx(table.layout(OfficeTime.now(clock)), all, Language.POLISH, out);
            case JSON -> writeJson(all, out);
            case HSDS -> hsds.write(all, out);
            case GIVING -> exports.writeCommaSeparated(giving(), all, out);
        }
    }

    private void writeJson(Iterable<PublicOrganisation> all, OutputStream out) throws IOException {
        var head = new LinkedHashMap<String, Object>();
        head.put("title", words.title());
        head.put("asOf", OfficeTime.now(clock).toString());
        head.put("conditions", portal.link("/api"));
        var opening = json.writeValueAsString(Argument.mapOf(String.class, Object.class), head);
        out.write(bytes(opening.substring(0, opening.length() - 1) + ",\"organisations\":["));
        var separator = "\n";
        for (var organisation : all) {
            out.write(bytes(separator));
            out.write(json.writeValueAsBytes(organisation));
            separator = ",\n";
        }
        out.write(bytes("\n]}\n"));
    }

    // Names of fields of "Organization" in the standard's schema, which its tools take as headings. An organisation in
    // no register is named by its permanent address, because the standard wants an identifier of each.
    private TableLayout<PublicOrganisation> giving() {
        return new TableLayout<>(
                "organizations",
                List.of(),
                List.of(
                        column("id", row -> row.orgId() == null ? row.page() : row.orgId()),
                        column("name", PublicOrganisation::name),
                        column("alternateName", PublicOrganisation::shortName),
                        column("companyNumber", PublicOrganisation::krs),
                        column("description", words::description),
                        column("url", PublicOrganisation::website),
                        column("email", PublicOrganisation::email),
                        column("telephone", PublicOrganisation::phone),
                        column("streetAddress", row -> row.seat().line()),
                        column("addressLocality", row -> row.seat().town()),
                        column("addressRegion", row -> row.seat().county()),
                        column("addressCountry", row -> "PL"),
                        column("postalCode", row -> row.seat().postcode()),
                        column("dateModified", row -> row.changedAt().toString())));
    }

    private static TableColumn<PublicOrganisation> column(
            String name, Function<PublicOrganisation, @Nullable String> value) {
        return TableColumn.text(name, "", 20, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
