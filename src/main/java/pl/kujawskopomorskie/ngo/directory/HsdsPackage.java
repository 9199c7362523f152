package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.documents.TableColumn;
import pl.kujawskopomorskie.ngo.shared.documents.TableExports;
import pl.kujawskopomorskie.ngo.shared.documents.TableLayout;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * The directory as a tabular data package of the Human Services Data Specification 3.0 (Open Referral): organisations, their
 * identifiers, seats and addresses, each in a CSV, and {@code datapackage.json} that describes them.
 *
 * <p>Identifiers are UUIDs made of the permanent addresses, so they stay the same from file to file. What the specification
 * wants of an address and we do not know makes no row of addresses; the description it wants of every organisation is, where
 * an organisation gave none, what it is and where.
 */
@Singleton
final class HsdsPackage {

    private static final Map<String, String> VOIVODESHIPS = Map.ofEntries(
            Map.entry("02", "dolnośląskie"),
            Map.entry("04", "kujawsko-pomorskie"),
            Map.entry("06", "lubelskie"),
            Map.entry("08", "lubuskie"),
            Map.entry("10", "łódzkie"),
            Map.entry("12", "małopolskie"),
            Map.entry("14", "mazowieckie"),
            Map.entry("16", "opolskie"),
            Map.entry("18", "podkarpackie"),
            Map.entry("20", "podlaskie"),
            Map.entry("22", "pomorskie"),
            Map.entry("24", "śląskie"),
            Map.entry("26", "świętokrzyskie"),
            Map.entry("28", "warmińsko-mazurskie"),
            Map.entry("30", "wielkopolskie"),
            Map.entry("32", "zachodniopomorskie"));

    private final TableExports exports;
    private final OrganisationWords words;
    private final ObjectMapper json;
    private final PortalConfiguration portal;

    HsdsPackage(TableExports exports, OrganisationWords words, ObjectMapper json, PortalConfiguration portal) {
        this.exports = exports;
        this.words = words;
        this.json = json;
        this.portal = portal;
    }

    /** Writes the package; the rows are gone through once for each of its tables. The stream stays open. */
    void write(Iterable<PublicOrganisation> all, OutputStream out) throws IOException {
        var tables = List.of(organisations(all), identifiers(all), locations(all), addresses(all));
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry("datapackage.json"));
        zip.write(json.writeValueAsBytes(Argument.mapOf(String.class, Object.class), description(tables)));
        zip.closeEntry();
        for (var table : tables) {
            zip.putNextEntry(new ZipEntry(table.path()));
            table.write(exports, zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private Table<PublicOrganisation> organisations(Iterable<PublicOrganisation> all) {
        return new Table<>(
                "organizations",
                List.of(
                        column("id", HsdsPackage::id),
                        column("name", PublicOrganisation::name),
                        column("alternate_name", PublicOrganisation::shortName),
                        column("description", words::description),
                        column("email", PublicOrganisation::email),
                        column("website", PublicOrganisation::website),
                        column(
                                "year_incorporated",
                                row -> row.foundedYear() == null
                                        ? null
                                        : row.foundedYear().toString()),
                        column("legal_status", words::legalForm),
                        column("uri", PublicOrganisation::page)),
                "",
                all);
    }

    private static Table<Identifier> identifiers(Iterable<PublicOrganisation> all) {
        return new Table<>(
                "organization_identifiers",
                List.of(
                        column("id", row -> uuid(row.type(), row.organisation())),
                        column("organization_id", row -> id(row.organisation())),
                        column("identifier_scheme", Identifier::scheme),
                        column("identifier_type", Identifier::type),
                        column("identifier", Identifier::digits)),
                "organization_id",
                () -> rows(all).flatMap(Identifier::of).iterator());
    }

    private static Table<PublicOrganisation> locations(Iterable<PublicOrganisation> all) {
        return new Table<>(
                "locations",
                List.of(
                        column("id", row -> uuid("location", row)),
                        column("location_type", row -> "physical"),
                        column("organization_id", HsdsPackage::id),
                        column("name", row -> row.seat().town())),
                "organization_id",
                all);
    }

    private static Table<PublicOrganisation> addresses(Iterable<PublicOrganisation> all) {
        return new Table<>(
                "addresses",
                List.of(
                        column("id", row -> uuid("address", row)),
                        column("location_id", row -> uuid("location", row)),
                        column("address_1", row -> row.seat().line()),
                        column("city", row -> row.seat().town()),
                        column("region", row -> row.seat().county()),
                        column("state_province", HsdsPackage::voivodeship),
                        column("postal_code", row -> row.seat().postcode()),
                        column("country", row -> "PL"),
                        column("address_type", row -> "physical")),
                "location_id",
                () -> rows(all)
                        .filter(row -> row.seat().line() != null && row.seat().postcode() != null)
                        .iterator());
    }

    private Map<String, Object> description(List<? extends Table<?>> tables) {
        var resources = new ArrayList<Map<String, Object>>();
        for (var table : tables) {
            var schema = new LinkedHashMap<String, Object>();
            schema.put(
                    "fields",
                    table.columns().stream()
                            .map(column -> Map.of("name", column.name(), "type", "string"))
                            .toList());
            schema.put("primaryKey", "id");
            if (!table.refersBy().isEmpty()) {
                schema.put(
                        "foreignKeys",
                        List.of(Map.of(
                                "fields",
                                table.refersBy(),
                                "reference",
                                Map.of(
                                        "resource",
                                        table.refersBy().equals("location_id") ? "locations" : "organizations",
                                        "fields",
                                        "id"))));
            }
            var resource = new LinkedHashMap<String, Object>();
            resource.put("name", table.name());
            resource.put("path", table.path());
            resource.put("profile", "tabular-data-resource");
            resource.put("format", "csv");
            resource.put("mediatype", "text/csv");
            resource.put("encoding", "utf-8");
            resource.put("schema", schema);
            resources.add(resource);
        }
        var described = new LinkedHashMap<String, Object>();
        described.put("name", "organizacje");
        described.put("title", words.title());
        described.put("profile", "tabular-data-package");
        described.put("homepage", portal.link("/organizacje-dane"));
        described.put("hsds_version", "3.0");
        described.put("resources", resources);
        return described;
    }

    private static Stream<PublicOrganisation> rows(Iterable<PublicOrganisation> all) {
        return StreamSupport.stream(all.spliterator(), false);
    }

    private static String id(PublicOrganisation organisation) {
        return uuid("organization", organisation);
    }

    private static String uuid(String kind, PublicOrganisation organisation) {
        return UUID.nameUUIDFromBytes((kind + " " + organisation.page()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String voivodeship(PublicOrganisation organisation) {
        var teryt = organisation.seat().countyTeryt();
        return VOIVODESHIPS.getOrDefault(teryt.substring(0, 2), teryt.substring(0, 2));
    }

    private static <R> TableColumn<R> column(String name, Function<R, @Nullable String> value) {
        return TableColumn.text(name, "", 20, value);
    }

    /** A number in a register. */
    private record Identifier(
            PublicOrganisation organisation, @Nullable String scheme, String type, String digits) {

        static Stream<Identifier> of(PublicOrganisation row) {
            return Stream.of(
                            one(row, "PL-KRS", "KRS", row.krs()),
                            one(row, "PL-REGON", "REGON", row.regon()),
                            one(row, "PL-NIP", "NIP", row.nip()))
                    .filter(Objects::nonNull);
        }

        private static @Nullable Identifier one(
                PublicOrganisation row, String scheme, String type, @Nullable String digits) {
            return digits == null ? null : new Identifier(row, scheme, type, digits);
        }
    }

    /**
     * One of the files.
     *
     * @param name of the table
     * @param columns in order
     * @param refersBy the column that refers to another table, or empty
     * @param rows read anew each time
     */
    private record Table<R>(String name, List<TableColumn<R>> columns, String refersBy, Iterable<R> rows) {

        String path() {
            return name + ".csv";
        }

        void write(TableExports exports, OutputStream out) throws IOException {
            exports.writeCommaSeparated(new TableLayout<>(name, List.of(), columns), rows, out);
        }
    }
}
