package pl.kujawskopomorskie.ngo.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;

/**
 * Fills the directory in bulk, as an import of years would leave it: names made of a form, a field, a patron and a place, so
 * that usual words are in many of them and each name is in one; one in five of the organisations has a description.
 */
final class FillingDirectory {

    private static final int BATCH = 1_000;
    private static final int VILLAGES = 400;

    private static final List<String> FORMS = List.of(
            "ASSOCIATION",
            "FOUNDATION",
            "SPORTS_CLUB",
            "VOLUNTEER_FIRE_BRIGADE",
            "RURAL_HOUSEWIVES_CIRCLE",
            "ORDINARY_ASSOCIATION");
    private static final List<String> BEGINNINGS = List.of(
            "Stowarzyszenie",
            "Fundacja",
            "Klub Sportowy",
            "Ochotnicza Straż Pożarna",
            "Koło Gospodyń Wiejskich",
            "Towarzystwo");
    private static final List<String> FIELDS = List.of(
            "Przyjaciół Szkoły",
            "Rozwoju Wsi",
            "Pomocy Rodzinie",
            "Ochrony Zabytków",
            "Miłośników Historii",
            "Kultury i Sztuki",
            "Osób Niepełnosprawnych",
            "Wspierania Młodzieży",
            "Seniorów i Emerytów",
            "Ekologii i Przyrody",
            "Sportu i Rekreacji",
            "Opieki nad Zwierzętami",
            "Twórców Ludowych",
            "Ratownictwa Wodnego",
            "Bibliotek i Czytelnictwa",
            "Hodowców Gołębi",
            "Działkowców",
            "Wędkarzy",
            "Honorowych Dawców Krwi",
            "Edukacji Europejskiej");
    private static final List<String> SYLLABLES =
            List.of("bru", "gra", "li", "wo", "cho", "pa", "za", "mi", "ko", "ja", "ra", "do", "wy", "so", "tu", "le");
    private static final List<String> ENDINGS = List.of("wo", "nica", "sk", "wiec", "nik", "żyn", "łowo", "dek");
    static final List<String> COUNTIES = List.of(
            "0401", "0402", "0403", "0404", "0405", "0406", "0407", "0408", "0409", "0410", "0411", "0412", "0413",
            "0414", "0415", "0416", "0417", "0418", "0419", "0461", "0462", "0463", "0464");

    private FillingDirectory() {}

    /** Adds so many organisations to an empty directory. */
    static void fill(Schema schema, int many) throws SQLException {
        try (var connection = schema.connect()) {
            connection.setAutoCommit(false);
            try (var checks = connection.createStatement()) {
                checks.execute("SET SESSION foreign_key_checks = 0");
                checks.execute("SET SESSION unique_checks = 0");
            }
            organisations(connection, many);
            try (var more = connection.createStatement()) {
                // A third works in culture, all in one sphere more.
                more.execute("INSERT INTO organisation_sphere SELECT id, '16' FROM organisation WHERE MOD(id, 3) = 0");
                more.execute("INSERT INTO organisation_sphere SELECT id,"
                        + " ELT(1 + MOD(id, 6), '1', '6', '11', '17', '26', '32') FROM organisation");
                more.execute(
                        "UPDATE directory_change_number SET value = (SELECT MAX(change_number) FROM organisation)");
                connection.commit();
                more.execute("ANALYZE TABLE organisation, organisation_sphere");
            }
        }
    }

    private static void organisations(Connection connection, int many) throws SQLException {
        try (var row = connection.prepareStatement("""
                INSERT INTO organisation (slug, name, short_name, legal_form, krs, street, house, flat, postcode, town,
                  commune, county_teryt, area, public_benefit, social_economy, description, contact_email,
                  contact_phone, contact_public, website, founded_year, members, volunteers, state, listed_at,
                  confirmed_at, search_text, created_at, changed_at, change_number, revision)
                VALUES (?, ?, '', ?, ?, 'Szeroka', ?, '', '87-100', ?, ?, ?, 'COMMUNE', ?, ?, ?, '', '', FALSE, '', ?,
                  'UP_TO_50', 'UP_TO_10', 'ACTIVE', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), ?, UTC_TIMESTAMP(6),
                  UTC_TIMESTAMP(6), ?, 0)
                """)) {
            for (var at = 1; at <= many; at++) {
                var town = village(at % VILLAGES);
                var description = at % 5 == 0
                        ? "Prowadzimy zajęcia dla dzieci i młodzieży, pomagamy rodzinom w potrzebie i dbamy o zabytki gminy."
                        : "";
                var name = name(at);
                row.setString(1, "bench-" + at);
                row.setString(2, name);
                row.setString(3, FORMS.get(at % FORMS.size()));
                row.setString(4, krs(at));
                row.setString(5, Integer.toString(at % 90 + 1));
                row.setString(6, town);
                row.setString(7, town);
                row.setString(8, COUNTIES.get(at % COUNTIES.size()));
                row.setBoolean(9, at % 5 == 1);
                row.setBoolean(10, at % 20 == 1);
                row.setString(11, description);
                row.setInt(12, 1950 + at % 75);
                row.setString(13, PolishSearch.index(name, "", town, town, description));
                row.setInt(14, at);
                row.addBatch();
                if (at % BATCH == 0) {
                    row.executeBatch();
                    connection.commit();
                }
            }
            row.executeBatch();
            connection.commit();
        }
    }

    /** A file as an office would keep it, of organisations that are in no directory yet. */
    static String csv(int from, int many) {
        var csv = new StringBuilder(
                "Lp.;Nazwa organizacji;Forma prawna;Nr KRS;Ulica;Nr domu;Kod;Miejscowość;Powiat;OPP\r\n");
        for (var at = from; at < from + many; at++) {
            csv.append(at - from + 1)
                    .append(";" + name(at) + ";stowarzyszenie;" + krs(at) + ";Szeroka;" + at % 90 + ";87-100;")
                    .append(village(at % VILLAGES) + ";toruński;" + (at % 5 == 1 ? "tak" : "nie") + "\r\n");
        }
        return csv.toString();
    }

    static String krs(int at) {
        return "%010d".formatted(100_000 + at);
    }

    /** The name of an organisation; its last word is its own. */
    static String name(int at) {
        return BEGINNINGS.get(at % BEGINNINGS.size()) + " " + FIELDS.get(at / 7 % FIELDS.size()) + " „" + patron(at)
                + "” w miejscowości " + village(at % VILLAGES);
    }

    /** The word of a name that no other has. */
    static String patron(int at) {
        var word = new StringBuilder();
        for (var left = at; left > 0; left /= SYLLABLES.size()) {
            word.append(SYLLABLES.get(left % SYLLABLES.size()));
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String village(int at) {
        var name = SYLLABLES.get(at % 16) + SYLLABLES.get(at / 16 % 16) + ENDINGS.get(at % ENDINGS.size());
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
