package pl.kujawskopomorskie.ngo.consultations.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How offices write against the principles, or beside them, and what a lawyer would make of it; one habit each. */
class HabitsOfOfficesTest {

    private final ActReader reader = new ActReader();

    @Test
    void a_table_that_lost_its_cells_ends_where_the_next_chapter_begins() {
        assertThat(outline("""
                V. ŚRODKI

                Lp. Zadanie Kwota
                1. Kultura 20 000 zł
                2. Sport 30 000 zł
                Razem 50 000 zł

                VI. OCENA PROGRAMU

                1. Wydział prowadzi monitoring.
                2. Wskaźnikiem jest liczba umów.
                """))
                .containsExactly(
                        "rozdział V | ŚRODKI",
                        "rozdział V tabela | Lp. Zadanie Kwota\n1. Kultura 20 000 zł\n2. Sport 30 000 zł\nRazem 50 000 zł",
                        "rozdział VI | OCENA PROGRAMU",
                        "rozdział VI ust. 1 | Wydział prowadzi monitoring.",
                        "rozdział VI ust. 2 | Wskaźnikiem jest liczba umów.");
    }

    @Test
    void a_table_that_lost_its_cells_ends_where_the_list_around_it_goes_on() {
        assertThat(outline("""
                § 3. 1. Na realizację planuje się:
                Lp. Zadanie Kwota
                1. Kultura 20 000 zł
                2. Sport 30 000 zł
                2. Wysokość środków może ulec zmianie.
                3. Środki wydatkuje się:
                1) w konkursach;
                2) w trybie art. 19a ustawy.
                """))
                .containsExactly(
                        "§ 3 | ",
                        "§ 3 ust. 1 | Na realizację planuje się:",
                        "§ 3 ust. 1 tabela | Lp. Zadanie Kwota\n1. Kultura 20 000 zł\n2. Sport 30 000 zł",
                        "§ 3 ust. 2 | Wysokość środków może ulec zmianie.",
                        "§ 3 ust. 3 | Środki wydatkuje się:",
                        "§ 3 ust. 3 pkt 1 | w konkursach;",
                        "§ 3 ust. 3 pkt 2 | w trybie art. 19a ustawy.");
    }

    @Test
    void a_table_of_contents_opens_no_chapters() {
        assertThat(outline("""
                Program współpracy na lata 2026–2030

                Spis treści
                Wstęp ................................ 2
                Rozdział 1. Postanowienia ogólne ..... 3
                Rozdział 2. Cele, zasady i sposoby
                współpracy z organizacjami ........... 4

                Rozdział 1. Postanowienia ogólne

                § 1. Program określa cele.

                Rozdział 2. Cele, zasady i sposoby współpracy z organizacjami

                § 2. Celem jest partnerstwo.
                """))
                .containsExactly(
                        "tytuł | Program współpracy na lata 2026–2030",
                        "tabela | Spis treści\nWstęp ................................ 2\n"
                                + "Rozdział 1. Postanowienia ogólne ..... 3\nRozdział 2. Cele, zasady i sposoby\n"
                                + "współpracy z organizacjami ........... 4",
                        "rozdział 1 | Postanowienia ogólne",
                        "§ 1 | Program określa cele.",
                        "rozdział 2 | Cele, zasady i sposoby współpracy z organizacjami",
                        "§ 2 | Celem jest partnerstwo.");
    }

    @Test
    void a_table_of_contents_needs_no_dots_below_its_heading() {
        assertThat(citations("""
                Program współpracy na rok 2027

                SPIS TREŚCI
                I. Wprowadzenie 2
                II. Cele 3

                I. Wprowadzenie

                1. Program określa zasady.

                II. Cele

                1. Celem jest partnerstwo.
                """))
                .containsExactly(
                        "tytuł", "tabela", "rozdział I", "rozdział I ust. 1", "rozdział II", "rozdział II ust. 1");
    }

    @Test
    void decimal_points_may_begin_with_small_letters_and_are_cited_without_their_prefixes() {
        assertThat(outline("""
                I. Uczestnicy
                1. W konkursie mogą brać udział:
                1.1. stowarzyszenia,
                1.2. fundacje:
                1.2.1. krajowe,
                1.2.2. zagraniczne.
                2. Konkurs jest otwarty.
                """))
                .containsExactly(
                        "rozdział I | Uczestnicy",
                        "rozdział I ust. 1 | W konkursie mogą brać udział:",
                        "rozdział I pkt 1.1 | stowarzyszenia,",
                        "rozdział I pkt 1.2 | fundacje:",
                        "rozdział I pkt 1.2.1 | krajowe,",
                        "rozdział I pkt 1.2.2 | zagraniczne.",
                        "rozdział I ust. 2 | Konkurs jest otwarty.");
    }

    @Test
    void decimal_labels_may_be_glued_to_their_text() {
        assertThat(citations("IV. Formy współpracy\n1.1.Współpraca finansowa.\n1.2.Współpraca pozafinansowa.\n"))
                .containsExactly("rozdział IV", "rozdział IV pkt 1.1", "rozdział IV pkt 1.2");
    }

    @Test
    void double_dashes_below_an_indent_that_ends_with_a_comma_are_double_indents() {
        assertThat(citations("""
                § 4. Do wniosku dołącza się:
                – kopię tytułu prawnego,
                – zgodę współwłaścicieli,
                -- jeżeli są,
                -- w formie pisemnej,
                – oświadczenie.
                """))
                .containsExactly(
                        "§ 4",
                        "§ 4 tiret pierwsze",
                        "§ 4 tiret drugie",
                        "§ 4 tiret drugie podwójne tiret pierwsze",
                        "§ 4 tiret drugie podwójne tiret drugie",
                        "§ 4 tiret trzecie");
    }

    @Test
    void a_superscript_number_may_follow_a_lettered_one_and_the_other_way_round() {
        var act = reader.read("§ 13. A.\n§ 13a Przepis pierwszy.\n§ 13[1] Przepis drugi.\n§ 13b. Przepis.\n§ 14. B.\n");
        assertThat(citations(act)).containsExactly("§ 13", "§ 13a", "§ 13[1]", "§ 13b", "§ 14");
        assertThat(act.doubts()).extracting(Doubt::kind).doesNotContain(Doubt.Kind.NUMBERING_RESTART);
    }

    @Test
    void the_end_of_a_page_ends_no_sentence() {
        assertThat(outline("§ 1. Zarząd ogłasza konkurs w Biuletynie\n\n3\n\fInformacji Publicznej.\n§ 2. Przepis.\n"))
                .containsExactly("§ 1 | Zarząd ogłasza konkurs w Biuletynie Informacji Publicznej.", "§ 2 | Przepis.");
    }

    @Test
    void tabs_behind_the_labels_of_quoted_units_make_no_table() {
        var lines = List.of(
                "§ 1. W uchwale wprowadza się zmiany:",
                "1)\tw § 6 pkt 2 otrzymuje brzmienie:",
                "„2)\traport, o którym mowa w § 8;”;",
                "2)\tuchyla się § 9.");
        assertThat(outline(reader.read(new SourceText(
                        SourceText.Format.PARAGRAPHS,
                        lines.stream().map(SourceLine::of).toList()))))
                .containsExactly(
                        "§ 1 | W uchwale wprowadza się zmiany:",
                        "§ 1 pkt 1 | w § 6 pkt 2 otrzymuje brzmienie:\n„2) raport, o którym mowa w § 8;”;",
                        "§ 1 pkt 2 | uchyla się § 9.");
    }

    @Test
    void a_footnote_may_be_glued_to_its_mark() {
        var act = reader.read("""
                § 1. Raport ogłasza się w biuletynie1.
                § 2. Przepis.
                1Biuletyn prowadzi urząd.
                """);
        assertThat(citations(act)).containsExactly("§ 1", "§ 2");
        assertThat(act.asides()).extracting(Aside::kind).containsExactly(Aside.Kind.FOOTNOTE);
    }

    @Test
    void a_footnote_of_several_lines_is_one_aside() {
        var act = reader.read(new SourceText(
                SourceText.Format.PAGES,
                List.of(
                        new SourceLine("§ 1. Przepis.", "", -1, 0, 1, false, SourceLine.Role.BODY),
                        new SourceLine("Zmiany ogłoszono w Dz. U.", "1)", -1, 0, 1, false, SourceLine.Role.FOOTNOTE),
                        new SourceLine("z 2025 r. poz. 620.", "", -1, 0, 1, false, SourceLine.Role.FOOTNOTE),
                        new SourceLine("Inny przypis.", "2)", -1, 0, 1, false, SourceLine.Role.FOOTNOTE))));
        assertThat(act.asides())
                .containsExactly(
                        new Aside(
                                Aside.Kind.FOOTNOTE, "1)", "Zmiany ogłoszono w Dz. U. z 2025 r. poz. 620.", "par_1", 8),
                        new Aside(Aside.Kind.FOOTNOTE, "2)", "Inny przypis.", "par_1", 8));
    }

    @Test
    void a_number_with_a_title_may_head_prose() {
        assertThat(outline("""
                III. CELE PROGRAMU

                1. Cel główny
                Celem głównym programu jest stworzenie warunków do zaspokajania potrzeb społecznych mieszkańców.

                2. Cele szczegółowe
                • rozwój wolontariatu,
                • promocja organizacji.
                """))
                .containsExactly(
                        "rozdział III | CELE PROGRAMU",
                        "rozdział III ust. 1 | Cel główny",
                        "rozdział III akapit 1 | Celem głównym programu jest stworzenie warunków do zaspokajania potrzeb"
                                + " społecznych mieszkańców.",
                        "rozdział III ust. 2 | Cele szczegółowe",
                        "rozdział III ust. 2 tiret pierwsze | rozwój wolontariatu,",
                        "rozdział III ust. 2 tiret drugie | promocja organizacji.");
    }

    @Test
    void empty_lines_around_a_footer_of_the_page_part_no_sentence() {
        assertThat(outline("""
                § 1. Zarząd ogłasza konkurs na podstawie ustawy z dnia 24 kwietnia 2003 r.

                Id: 2A4C40DF-11AA-22BB-33CC-44DD55EE66FF. Podpisany        Strona 1

                o działalności pożytku publicznego.

                § 2. Przepis.
                """))
                .containsExactly(
                        "§ 1 | Zarząd ogłasza konkurs na podstawie ustawy z dnia 24 kwietnia 2003 r. o działalności"
                                + " pożytku publicznego.",
                        "§ 2 | Przepis.");
    }

    @Test
    void a_lonely_number_far_from_the_margin_is_the_number_of_the_page() {
        assertThat(outline("§ 1. Zarząd ogłasza:\n1) konkurs;\n                         1\n\n2) nabór.\n"))
                .containsExactly("§ 1 | Zarząd ogłasza:", "§ 1 pkt 1 | konkurs;", "§ 1 pkt 2 | nabór.");
    }

    @Test
    void a_year_alone_on_a_line_ends_a_title_and_numbers_no_page() {
        var act = reader.read("""
                UCHWAŁA NR 5/26
                RADY GMINY
                w sprawie PROGRAMU WSPÓŁPRACY NA ROK
                2027

                § 1. Przyjmuje się program.
                """);
        assertThat(act.asides()).isEmpty();
        assertThat(act.title()).isEqualTo("w sprawie PROGRAMU WSPÓŁPRACY NA ROK 2027");
    }

    @Test
    void the_journals_header_in_the_middle_of_a_page_is_no_masthead() {
        assertThat(outline("""
                § 1. Zarząd ogłasza nabór wniosków
                Dziennik Urzędowy Województwa Kujawsko-Pomorskiego – 2 – Poz. 1124
                w terminie 30 dni.
                § 2. Przepis.
                """))
                .containsExactly("§ 1 | Zarząd ogłasza nabór wniosków w terminie 30 dni.", "§ 2 | Przepis.");
    }

    @Test
    void chapters_of_the_same_title_at_the_top_of_pages_keep_it() {
        var page = "\n\fRozdział 1\nPrzepisy ogólne\n§ 1. Przepis.\n§ 2. Przepis.\n";
        assertThat(outline("Załącznik nr 1\nREGULAMIN" + page + "Załącznik nr 2\nSTATUT" + page))
                .contains(
                        "załącznik nr 1, rozdział 1 | Przepisy ogólne", "załącznik nr 2, rozdział 1 | Przepisy ogólne");
    }

    @Test
    void bullets_of_another_shape_are_double_indents_and_dashes_of_another_length_are_not() {
        assertThat(citations("§ 1. Formy to:\n• promocja:\n◦ w prasie,\n◦ w radiu,\n• szkolenia.\n"))
                .containsExactly(
                        "§ 1",
                        "§ 1 tiret pierwsze",
                        "§ 1 tiret pierwsze podwójne tiret pierwsze",
                        "§ 1 tiret pierwsze podwójne tiret drugie",
                        "§ 1 tiret drugie");
        assertThat(citations("§ 1. Formy to:\n– promocja,\n- szkolenia,\n— doradztwo.\n"))
                .containsExactly("§ 1", "§ 1 tiret pierwsze", "§ 1 tiret drugie", "§ 1 tiret trzecie");
    }

    @Test
    void a_dash_behind_a_full_line_closes_no_list() {
        assertThat(outline("""
                § 2. Integralnymi częściami uchwały są następujące dokumenty:
                1) rysunek planu w skali 1:1000, który stanowi załącznik nr 1;
                2) rozstrzygnięcie o sposobie rozpatrzenia uwag złożonych
                – załącznik nr 2;
                3) dane przestrzenne, o których mowa w art. 67a ust. 3 i 5 ustawy
                – załącznik nr 3.
                """))
                .containsExactly(
                        "§ 2 | Integralnymi częściami uchwały są następujące dokumenty:",
                        "§ 2 pkt 1 | rysunek planu w skali 1:1000, który stanowi załącznik nr 1;",
                        "§ 2 pkt 2 | rozstrzygnięcie o sposobie rozpatrzenia uwag złożonych – załącznik nr 2;",
                        "§ 2 pkt 3 | dane przestrzenne, o których mowa w art. 67a ust. 3 i 5 ustawy – załącznik nr 3.");
    }

    @Test
    void an_extract_may_begin_with_any_roman_chapter() {
        assertThat(citations("IV. FORMY WSPÓŁPRACY\n\n1. Współpraca jest jawna.\n\nV. ŚRODKI\n\n1. Kwota.\n"))
                .containsExactly("rozdział IV", "rozdział IV ust. 1", "rozdział V", "rozdział V ust. 1");
    }

    @Test
    void a_gap_before_the_bracket_of_a_point_is_of_the_label() {
        var act = reader.read("§ 1. Ilekroć jest mowa o:\n1 )ustawie – należy przez to rozumieć ustawę;\n2 )Radzie.\n");
        assertThat(act.units()).extracting(ProvisionUnit::label).containsExactly("§ 1.", "1 )", "2 )");
        assertThat(citations(act)).containsExactly("§ 1", "§ 1 pkt 1", "§ 1 pkt 2");
    }

    @Test
    void outside_sections_too_a_line_in_small_letters_begins_no_paragraph() {
        var lines = List.of(
                "III. ZASADY",
                "1. O dotację mogą ubiegać się:",
                "a) organizacje,",
                "b) podmioty, o których mowa w ustawie,",
                "z wyłączeniem partii politycznych.",
                "2. Oferty należy składać do dnia",
                "15 marca 2026 r.",
                "do godz. 15.30.");
        assertThat(outline(reader.read(new SourceText(
                        SourceText.Format.PARAGRAPHS,
                        lines.stream().map(SourceLine::of).toList()))))
                .containsExactly(
                        "rozdział III | ZASADY",
                        "rozdział III ust. 1 | O dotację mogą ubiegać się:",
                        "rozdział III ust. 1 lit. a | organizacje,",
                        "rozdział III ust. 1 lit. b | podmioty, o których mowa w ustawie,",
                        "rozdział III ust. 1 część wspólna | z wyłączeniem partii politycznych.",
                        "rozdział III ust. 2 | Oferty należy składać do dnia 15 marca 2026 r. do godz. 15.30.");
    }

    @Test
    void closing_words_need_no_dash_where_the_line_before_had_room_for_them() {
        assertThat(outline("""
                § 7. O przyznanie dotacji z budżetu województwa mogą ubiegać się w konkursie:
                1) organizacje pozarządowe,
                2) podmioty,
                z wyłączeniem partii politycznych i ich fundacji.
                § 8. Przepis, który ma długość całego wiersza i dlatego nic z niego nie wynika.
                """))
                .containsExactly(
                        "§ 7 | O przyznanie dotacji z budżetu województwa mogą ubiegać się w konkursie:",
                        "§ 7 pkt 1 | organizacje pozarządowe,",
                        "§ 7 pkt 2 | podmioty,",
                        "§ 7 część wspólna | z wyłączeniem partii politycznych i ich fundacji.",
                        "§ 8 | Przepis, który ma długość całego wiersza i dlatego nic z niego nie wynika.");
    }

    @Test
    void a_bare_section_sign_begins_a_section_behind_a_list_without_punctuation() {
        assertThat(citations("§ 6\nDzielą się na:\na) zwykłych\nb) innych\n§ 7\n1. Członek ma prawa.\n"))
                .containsExactly("§ 6", "§ 6 lit. a", "§ 6 lit. b", "§ 7", "§ 7 ust. 1");
    }

    private List<String> outline(String text) {
        return outline(reader.read(text));
    }

    private static List<String> outline(ActText act) {
        return act.units().stream()
                .map(unit -> unit.citation() + " | " + unit.text())
                .toList();
    }

    private List<String> citations(String text) {
        return citations(reader.read(text));
    }

    private static List<String> citations(ActText act) {
        return act.units().stream().map(ProvisionUnit::citation).toList();
    }
}
