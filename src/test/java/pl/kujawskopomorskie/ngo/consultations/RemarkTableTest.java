package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.consultations.act.UnitFinder;

class RemarkTableTest {

    private static final String FORM = """
            Formularz konsultacji;;;
            Lp.;Obecne brzmienie;Proponowana zmiana;Uzasadnienie
            1;2;3;4
            1.;§ 2 Termin składania ofert wynosi 14 dni.;21 dni;Za krótko
            2.;;;Całość jest potrzebna
            3.;§ 9;;
            4.;§ 2 Termin składania ofert wynosi 14 dni.;21 dni;Za krótko
            """;

    private final UnitFinder finder = new UnitFinder(ConsultationRows.firstVersion());

    @Test
    void the_rows_of_the_offices_form_are_remarks_and_what_is_wrong_is_said_of_each() {
        var rows = rows(FORM.getBytes(StandardCharsets.UTF_8));

        assertThat(rows).hasSize(4);
        assertThat(rows.get(0).match().citation()).isEqualTo("§ 2");
        assertThat(rows.get(0).proposedWording()).isEqualTo("21 dni");
        assertThat(rows.get(1).match().how()).isEqualTo(UnitFinder.How.WHOLE_ACT);
        assertThat(rows.get(1).problem()).isNull();
        assertThat(rows.get(2).problem()).isEqualTo("consultations.import.row.empty");
        assertThat(rows.get(2).match().how()).isEqualTo(UnitFinder.How.NO_SUCH_CITATION);
        assertThat(rows.get(3).repeats()).isEqualTo(rows.get(0).at());
    }

    @Test
    void a_row_whose_current_wording_is_too_long_is_told_before_it_is_sent() {
        var rows = rows(("""
                Podmiot zgłaszający;Przepis;Obecny zapis;Propozycja zmiany;Uzasadnienie zmiany
                Fundacja Most;§ 3;%s;Skreślić;Pilne
                """.formatted("x".repeat(RemarkEntry.LONGEST_TEXT + 1))).getBytes(StandardCharsets.UTF_8));

        assertThat(rows.getFirst().problem()).isEqualTo("consultations.import.row.tooLong");
    }

    @Test
    void a_table_in_the_encoding_of_old_windows_is_read_too() {
        assertThat(rows(FORM.getBytes(Charset.forName("windows-1250"))).get(0).rationale())
                .isEqualTo("Za krótko");
    }

    @Test
    void a_column_of_authors_and_one_of_units_are_used_when_there_are_any() {
        var rows = rows("""
                Podmiot zgłaszający;Przepis;Obecny zapis;Propozycja zmiany;Uzasadnienie zmiany
                Fundacja Most;§ 3;;Uchwała wchodzi w życie z dniem ogłoszenia.;Pilne
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(rows.getFirst().author()).isEqualTo("Fundacja Most");
        assertThat(rows.getFirst().match().citation()).isEqualTo("§ 3");
    }

    @Test
    void the_same_row_of_the_same_author_always_gets_the_same_token() {
        var row = rows(FORM.getBytes(StandardCharsets.UTF_8)).getFirst();
        var again = rows(FORM.getBytes(StandardCharsets.UTF_8)).getFirst();

        assertThat(row.formToken(7, "Koło Gospodyń")).isEqualTo(again.formToken(7, "Koło Gospodyń"));
        assertThat(row.formToken(7, "Koło Gospodyń"))
                .isNotEqualTo(row.formToken(7, "Fundacja Most"))
                .isNotEqualTo(row.formToken(8, "Koło Gospodyń"));
    }

    @Test
    void a_file_that_is_no_such_table_is_refused_with_a_sentence() {
        var refused =
                RemarkTable.read("Imię;Nazwisko\nJan;Nowak\n".getBytes(StandardCharsets.UTF_8), "lista.csv", finder);
        var empty = RemarkTable.read(
                "Lp.;Obecne brzmienie;Proponowana zmiana;Uzasadnienie\n1;;;\n".getBytes(StandardCharsets.UTF_8),
                "pusty.csv",
                finder);

        assertThat(((RemarkTable.Refused) refused).sentenceKey()).isEqualTo("documents.table.NO_TABLE");
        assertThat(((RemarkTable.Refused) empty).sentenceKey()).isEqualTo("consultations.import.empty");
    }

    private List<RemarkTable.Row> rows(byte[] file) {
        return ((RemarkTable.Rows) RemarkTable.read(file, "uwagi.csv", finder)).rows();
    }
}
