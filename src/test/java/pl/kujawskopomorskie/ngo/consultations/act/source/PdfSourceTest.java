package pl.kujawskopomorskie.ngo.consultations.act.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine;
import pl.kujawskopomorskie.ngo.consultations.act.SourceText.Format;

class PdfSourceTest {

    private static final String[] BODY = {
        "§ 1. Uchwala się program współpracy województwa z organizacjami",
        "pozarządowymi na lata 2026–2030, zwany dalej programem.",
        "1) pierwszy punkt programu;",
        "2) drugi punkt programu."
    };

    private static List<String> shown(SourceFiles.Pdf pdf) {
        return Reading.shown(pdf.bytes(), "projekt.pdf");
    }

    @Test
    void lines_come_from_top_to_bottom_with_their_pages_and_indents() {
        var pdf = SourceFiles.pdf()
                .page()
                .lines(110, 145, "1) punkt wcięty, który stoi głębiej niż reszta")
                .lines(
                        70,
                        100,
                        "§ 1. Uchwala się, co następuje:",
                        "a dalej idzie drugi wiersz.",
                        "I trzeci wiersz tego ustępu.")
                .page()
                .lines(70, 100, "Druga strona ma jeden wiersz.");

        var text = Reading.text(pdf.bytes(), "a.pdf");
        assertThat(text.format()).isEqualTo(Format.PAGES);
        assertThat(text.lines())
                .extracting(SourceLine::text)
                .containsExactly(
                        "§ 1. Uchwala się, co następuje:",
                        "a dalej idzie drugi wiersz.",
                        "I trzeci wiersz tego ustępu.",
                        "1) punkt wcięty, który stoi głębiej niż reszta",
                        "Druga strona ma jeden wiersz.");
        assertThat(text.lines()).extracting(SourceLine::page).containsExactly(1, 1, 1, 1, 2);
        assertThat(text.lines()).extracting(line -> Math.round(line.indent())).containsExactly(0, 0, 0, 40, 0);
    }

    @Test
    void a_clear_vertical_gap_parts_lines() {
        var pdf = SourceFiles.pdf().page().lines(70, 200, BODY).lines(70, 200 + 4 * 15 + 12, BODY);

        assertThat(Reading.lines(pdf.bytes(), "a.pdf"))
                .extracting(SourceLine::blankBefore)
                .containsExactly(false, false, false, false, true, false, false, false);
    }

    @Test
    void words_drawn_apart_are_parted_by_a_space() {
        var pdf = SourceFiles.pdf()
                .page()
                .text(70, 300, 12, "Zarząd")
                .text(115, 300, 12, "Województwa Kujawsko-Pomorskiego");

        assertThat(shown(pdf)).containsExactly("Zarząd Województwa Kujawsko-Pomorskiego");
    }

    @Test
    void type_drawn_twice_to_look_bold_is_read_once() {
        var pdf = SourceFiles.pdf().page().lines(70, 300, BODY).lines(70.3f, 300, BODY);

        assertThat(shown(pdf)).containsExactly(BODY);
    }

    @Test
    void lines_repeated_at_the_edges_of_pages_are_headers_and_footers_whatever_their_digits() {
        var pdf = SourceFiles.pdf();
        for (int page = 1; page <= 3; page++) {
            pdf.page()
                    .text(70, 40, 9, "Dziennik Urzędowy Województwa – " + page + " – Poz. 1124")
                    .lines(70, 130, BODY)
                    .lines(70, 400, "Wiersz tylko tej strony: " + "abc".repeat(page))
                    .text(300, 810, 10, "Strona " + page + " z 3");
        }

        assertThat(Reading.lines(pdf.bytes(), "a.pdf"))
                .filteredOn(line -> line.role() != SourceLine.Role.BODY)
                .extracting(Reading::shown)
                .containsExactly(
                        "HEADER Dziennik Urzędowy Województwa – 1 – Poz. 1124",
                        "FOOTER Strona 1 z 3",
                        "HEADER Dziennik Urzędowy Województwa – 2 – Poz. 1124",
                        "FOOTER Strona 2 z 3",
                        "HEADER Dziennik Urzędowy Województwa – 3 – Poz. 1124",
                        "FOOTER Strona 3 z 3");
    }

    @Test
    void a_lonely_page_number_is_a_footer() {
        var pdf = SourceFiles.pdf().page().lines(70, 130, BODY).text(300, 800, 10, "– 7 –");

        assertThat(shown(pdf)).endsWith("FOOTER – 7 –");
    }

    @Test
    void a_page_number_above_a_running_footer_is_a_footer_too() {
        var pdf = SourceFiles.pdf();
        for (int page = 1; page <= 2; page++) {
            pdf.page()
                    .lines(70, 130, BODY)
                    .text(290, 780, 10, String.valueOf(page))
                    .text(70, 800, 8, "Id: 2A4C40DF-11B2. Podpisany");
        }

        assertThat(shown(pdf))
                .contains("FOOTER 1", "FOOTER 2")
                .filteredOn(line -> line.contains("Id:"))
                .hasSize(2);
    }

    @Test
    void small_type_under_a_mark_at_the_bottom_is_a_footnote_and_its_mark_leaves_the_text() {
        var pdf = SourceFiles.pdf()
                .page()
                .lines(70, 130, BODY)
                .text(70, 220, 12, "Działania")
                .text(122.5f, 215, 7, "2")
                .text(130, 220, 12, "są celem programu o powierzchni 5 m")
                .text(332, 215, 7, "3")
                .text(70, 740, 6, "2")
                .text(75, 743, 9, "Dz. U. z 2024 r. poz. 1491, a także akty wykonawcze")
                .text(70, 755, 9, "wydane na jego podstawie.");

        assertThat(shown(pdf).subList(4, 7))
                .containsExactly(
                        "Działania są celem programu o powierzchni 5 m3",
                        "FOOTNOTE 2|Dz. U. z 2024 r. poz. 1491, a także akty wykonawcze",
                        "FOOTNOTE wydane na jego podstawie.");
    }

    @Test
    void the_square_of_a_metre_is_no_mark_even_where_a_note_has_its_number() {
        var pdf = SourceFiles.pdf()
                .page()
                .lines(70, 130, BODY)
                .text(70, 220, 12, "o powierzchni 5 m")
                .text(167.5f, 215, 7, "2")
                .text(175, 220, 12, "i celach")
                .text(220.5f, 215, 7, "2")
                .text(228, 220, 12, "oraz zadaniach")
                .text(308.7f, 215, 7, "2")
                .text(70, 740, 6, "2")
                .text(75, 743, 9, "Dz. U. z 2024 r. poz. 1491.");

        assertThat(shown(pdf))
                .endsWith("o powierzchni 5 m2 i celach oraz zadaniach2", "FOOTNOTE 2|Dz. U. z 2024 r. poz. 1491.");
    }

    @Test
    void notes_in_the_type_of_the_text_are_known_by_their_mark_below_a_gap() {
        var pdf = SourceFiles.pdf()
                .page()
                .lines(70, 130, BODY)
                .text(70, 220, 12, "Działania")
                .text(122.5f, 215, 7, "1")
                .text(130, 220, 12, "są celem programu.")
                .text(70, 700, 12, "1 Przypis w piśmie tekstu,")
                .text(70, 715, 12, "który ma dwa wiersze.");

        assertThat(shown(pdf))
                .endsWith(
                        "Działania są celem programu.",
                        "FOOTNOTE 1|Przypis w piśmie tekstu,",
                        "FOOTNOTE który ma dwa wiersze.");
    }

    @Test
    void small_type_without_a_mark_is_text() {
        var pdf = SourceFiles.pdf().page().lines(70, 130, BODY).text(70, 740, 9, "drobny druk bez znaku odsyłacza");

        assertThat(shown(pdf)).endsWith("drobny druk bez znaku odsyłacza");
    }

    @Test
    void a_watermark_across_the_page_is_a_frame_and_spoils_no_line() {
        var pdf = SourceFiles.pdf().page().lines(70, 300, BODY).askew("PROJEKT");

        assertThat(shown(pdf)).containsExactly(BODY[0], BODY[1], BODY[2], BODY[3], "FRAME PROJEKT");
    }

    @Test
    void what_a_tagged_pdf_calls_a_header_is_one() {
        var pdf = SourceFiles.pdf()
                .page()
                .raw("/Artifact <</Type /Pagination /Subtype /Header>> BDC\n")
                .text(70, 200, 12, "Nagłówek nisko na stronie")
                .raw("EMC\n")
                .lines(70, 230, BODY);

        assertThat(shown(pdf)).startsWith("HEADER Nagłówek nisko na stronie", BODY[0]);
    }

    @Test
    void ligatures_are_read_as_letters() {
        assertThat(shown(SourceFiles.pdf().page().lines(70, 300, "o\ufb01cjalne stanowisko zarządu")))
                .containsExactly("oficjalne stanowisko zarządu");
    }

    @Test
    void a_page_that_is_shown_turned_reads_in_its_own_order() {
        assertThat(shown(SourceFiles.pdf().turned(90).page().lines(70, 300, BODY)))
                .containsExactly(BODY);
    }

    @Test
    void a_file_that_only_its_owner_may_change_can_be_read() {
        assertThat(Reading.shown(SourceFiles.pdf().page().lines(70, 300, BODY).bytes("owner", ""), "a.pdf"))
                .containsExactly(BODY);
    }

    @Test
    void cells_under_one_another_make_rows_even_where_a_cell_wraps_or_fills_its_column() {
        var pdf = SourceFiles.pdf()
                .page()
                .lines(70, 100, "§ 3. 1. Na realizację programu planuje się:")
                .text(70, 120, 12, "Lp.")
                .text(110, 120, 12, "Zadanie")
                .text(300, 120, 12, "Kwota w zł")
                .text(70, 140, 12, "1.")
                .text(110, 140, 12, "Kultura i sztuka, ochrona dóbr")
                .text(300, 140, 12, "4 000 000")
                .text(110, 155, 12, "kultury")
                .text(70, 175, 12, "2.")
                .text(110, 175, 12, "Sport")
                .text(300, 175, 12, "3 500 000")
                .lines(70, 200, "2. Wysokość środków może ulec zmianie w ciągu roku.");

        assertThat(shown(pdf))
                .containsExactly(
                        "§ 3. 1. Na realizację programu planuje się:",
                        "TABLE_ROW Lp.\tZadanie\tKwota w zł",
                        "TABLE_ROW 1.\tKultura i sztuka, ochrona dóbr\t4 000 000",
                        "TABLE_ROW kultury",
                        "TABLE_ROW 2.\tSport\t3 500 000",
                        "2. Wysokość środków może ulec zmianie w ciągu roku.");
    }

    @Test
    void a_table_goes_on_over_the_page() {
        var pdf = SourceFiles.pdf()
                .page()
                .lines(70, 300, BODY)
                .text(70, 700, 12, "Zadanie")
                .text(250, 700, 12, "Kwota")
                .text(400, 700, 12, "Udział")
                .text(70, 715, 12, "Kultura")
                .text(250, 715, 12, "4 000")
                .text(400, 715, 12, "40%")
                .text(70, 820, 9, "Strona 1 z 2")
                .page()
                .text(70, 125, 12, "Razem")
                .text(250, 125, 12, "9 000")
                .lines(70, 150, BODY)
                .text(70, 820, 9, "Strona 2 z 2");

        assertThat(shown(pdf)).contains("TABLE_ROW Kultura\t4 000\t40%", "TABLE_ROW Razem\t9 000");
    }

    @Test
    void the_wide_gaps_of_justified_lines_make_no_table() {
        var pdf = SourceFiles.pdf().page();
        for (int row = 0; row < 4; row++) {
            for (int word = 0; word < 5; word++) {
                pdf.text(70 + 70 * word, 300 + 15 * row, 12, "program");
            }
        }

        assertThat(Reading.lines(pdf.bytes(), "a.pdf"))
                .extracting(SourceLine::role)
                .containsOnly(SourceLine.Role.BODY);
    }

    @Test
    void two_signatures_beside_each_other_are_no_table() {
        var pdf = SourceFiles.pdf()
                .page()
                .lines(70, 300, BODY)
                .text(70, 400, 12, "Zleceniobiorca:")
                .text(350, 400, 12, "Zleceniodawca:")
                .text(70, 430, 12, "....................")
                .text(350, 430, 12, "....................");

        assertThat(shown(pdf)).contains("Zleceniobiorca: Zleceniodawca:");
    }

    @Test
    void a_page_in_two_columns_is_read_one_column_after_the_other() {
        var pdf = SourceFiles.pdf().page().text(70, 80, 12, "Tytuł nad obiema kolumnami, który stoi przez całą stronę");
        for (int row = 0; row < 14; row++) {
            pdf.text(70, 110 + 15 * row, 12, "lewa kolumna ma takie wiersze, " + row);
            pdf.text(310, 113 + 15 * row, 12, "prawa kolumna też ma wiersze, " + row);
        }

        var lines = Reading.lines(pdf.bytes(), "a.pdf");
        assertThat(lines)
                .extracting(SourceLine::text)
                .startsWith(
                        "Tytuł nad obiema kolumnami, który stoi przez całą stronę",
                        "lewa kolumna ma takie wiersze, 0",
                        "lewa kolumna ma takie wiersze, 1");
        assertThat(lines.get(14).text()).isEqualTo("lewa kolumna ma takie wiersze, 13");
        assertThat(lines.get(15).text()).isEqualTo("prawa kolumna też ma wiersze, 0");
        assertThat(lines).extracting(line -> Math.round(line.indent())).containsOnly(0);
    }

    @Test
    void marks_raised_at_the_edges_of_two_columns_are_read_once_each() {
        var pdf = SourceFiles.pdf().page().text(70, 80, 12, "Tytuł nad obiema kolumnami, który stoi przez całą stronę");
        for (int row = 0; row < 14; row++) {
            pdf.text(70, 110 + 15 * row, 12, "lewa kolumna ma takie wiersze, " + row);
            pdf.text(310, 110 + 15 * row, 12, "prawa kolumna też ma wiersze, " + row);
        }
        // One above the first lines of both columns, one above the line below them.
        pdf.text(262, 103.2f, 7, "7");
        pdf.text(70, 318, 12, "Pod kolumnami też stoi wiersz przez całą stronę, i ma znak");
        pdf.text(430, 310.8f, 7, "8");

        var lines = Reading.lines(pdf.bytes(), "a.pdf").stream().map(SourceLine::text);
        assertThat(lines)
                .hasSize(30)
                .contains("lewa kolumna ma takie wiersze, 0 7", "lewa kolumna ma takie wiersze, 13")
                .startsWith("Tytuł nad obiema kolumnami, który stoi przez całą stronę")
                .endsWith(
                        "prawa kolumna też ma wiersze, 13",
                        "Pod kolumnami też stoi wiersz przez całą stronę, i ma znak 8");
    }

    @Test
    void the_mark_of_a_footnote_may_be_glued_to_its_text() {
        var pdf = SourceFiles.pdf()
                .page()
                .lines(70, 100, BODY)
                .text(70, 200, 12, "Raport ogłasza się w biuletynie")
                .text(260, 195, 7, "1")
                .text(70, 760, 9, "1Biuletyn prowadzi urząd, który odpowiada za jego treść.");

        assertThat(shown(pdf)).contains("FOOTNOTE 1|Biuletyn prowadzi urząd, który odpowiada za jego treść.");
    }

    @Test
    void heads_of_annexes_that_differ_in_number_only_are_no_running_headers() {
        var pdf = SourceFiles.pdf()
                .page()
                .lines(300, 60, "Załącznik nr 1 do uchwały nr 5/26")
                .lines(70, 150, BODY)
                .page()
                .lines(300, 60, "Załącznik nr 2 do uchwały nr 5/26")
                .lines(70, 150, BODY)
                .page()
                .lines(300, 60, "Załącznik nr 2 do uchwały nr 5/26")
                .lines(70, 150, BODY);

        assertThat(shown(pdf))
                .contains("Załącznik nr 1 do uchwały nr 5/26", "Załącznik nr 2 do uchwały nr 5/26")
                .containsOnlyOnce("HEADER Załącznik nr 2 do uchwały nr 5/26");
    }
}
