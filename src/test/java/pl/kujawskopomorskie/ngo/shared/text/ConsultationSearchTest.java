package pl.kujawskopomorskie.ngo.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.testing.PortalTest;

/** The FULLTEXT column in a real database: what an in-memory match of words cannot prove. */
@PortalTest
class ConsultationSearchTest {

    private final DataSource database;
    private final String mark = "zz" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");

    ConsultationSearchTest(DataSource database) {
        this.database = DelegatingDataSource.unwrapDataSource(database);
    }

    @Test
    void titles_are_found_by_any_form_of_their_words() throws SQLException {
        insert("Program współpracy dla szkół w Świeciu", "Budowa świetlicy");
        insert("Regulamin konkursu „Rodzynki z pozarządówki” 2026", "Nagrody dla organizacji w UE");

        assertThat(found("szkoły")).containsExactly("Program współpracy dla szkół w Świeciu");
        assertThat(found("szkol swieci")).containsExactly("Program współpracy dla szkół w Świeciu");
        assertThat(found("świetlice")).containsExactly("Program współpracy dla szkół w Świeciu");
        assertThat(found("ue konkurs")).containsExactly("Regulamin konkursu „Rodzynki z pozarządówki” 2026");
        assertThat(found("2026 rodzyn")).containsExactly("Regulamin konkursu „Rodzynki z pozarządówki” 2026");
        assertThat(found("szkoły konkurs")).isEmpty();
    }

    @Test
    void short_words_and_english_stop_words_are_found_too() throws SQLException {
        insert("To by o IT", "de en on");

        for (var word : List.of("to", "by", "o", "it", "de", "en", "on", "to by")) {
            assertThat(found(word)).as(word).containsExactly("To by o IT");
        }
        assertThat(found("the")).isEmpty();
    }

    @Test
    void boolean_operators_and_quotes_typed_do_nothing() throws SQLException {
        insert("Uchwała o parkach", "x");

        for (var typed : List.of(
                "uchwała -parkach",
                "\"uchwała",
                "+++uchwała***",
                "uchwała) (park",
                "@5 uchwała' OR 1=1",
                "~uchwała <>")) {
            PolishSearch.query(typed).ifPresent(query -> assertThat(query).doesNotContain("-", "\"", "@", "~"));
            // Must not fail whatever it finds: an unbalanced sign is a syntax error in InnoDB's boolean mode.
            found(typed);
        }
        assertThat(found("uchwała -parkach")).containsExactly("Uchwała o parkach");
    }

    private void insert(String title, String summary) throws SQLException {
        try (var connection = database.getConnection()) {
            long department;
            try (var insert = connection.prepareStatement(
                    "INSERT INTO department (code, name) VALUES (?, 'x')", java.sql.Statement.RETURN_GENERATED_KEYS)) {
                insert.setString(1, UUID.randomUUID().toString().substring(0, 18));
                insert.executeUpdate();
                try (var keys = insert.getGeneratedKeys()) {
                    keys.next();
                    department = keys.getLong(1);
                }
            }
            try (var insert = connection.prepareStatement("""
                    INSERT INTO consultation (slug, title, subject, summary, legal_basis, kind, participants, channels,
                      department_id, contact_name, contact_email, contact_phone, four_eyes, created_at, revision, search_text)
                    VALUES (?, ?, '', ?, '', 'OTHER', '', '', ?, '', '', '', FALSE, '2026-11-20 09:00:00', 0, ?)""")) {
                insert.setString(1, UUID.randomUUID().toString());
                insert.setString(2, title);
                insert.setString(3, summary);
                insert.setLong(4, department);
                insert.setString(5, PolishSearch.index(mark, title, summary));
                insert.executeUpdate();
            }
        }
    }

    private List<String> found(String typed) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT title FROM consultation WHERE MATCH (search_text) AGAINST (? IN BOOLEAN MODE) ORDER BY id")) {
            select.setString(1, PolishSearch.query(mark + " " + typed).orElseThrow());
            try (var rows = select.executeQuery()) {
                var titles = new ArrayList<String>();
                while (rows.next()) {
                    titles.add(rows.getString(1));
                }
                return titles;
            }
        }
    }
}
