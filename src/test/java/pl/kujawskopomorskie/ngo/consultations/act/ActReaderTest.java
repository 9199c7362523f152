package pl.kujawskopomorskie.ngo.consultations.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the reader makes of what real documents contain, one phenomenon each. */
class ActReaderTest {

    private final ActReader reader = new ActReader();

    // --- labels ---------------------------------------------------------------------------------------------------

    @Test
    void a_line_with_two_labels_opens_both_units() {
        var act = read("""
                § 8.1. Konsultacje ogłasza Zarząd.
                2. Ogłoszenie zawiera termin.
                """);
        assertThat(outline(act))
                .containsExactly(
                        "§ 8 | ",
                        "§ 8 ust. 1 | Konsultacje ogłasza Zarząd.",
                        "§ 8 ust. 2 | Ogłoszenie zawiera termin.");
        assertThat(labels(act)).containsExactly("§ 8.", "1.", "2.");
        assertThat(act.units().get(1).parent()).isEqualTo("par_8");
    }

    @Test
    void a_section_and_its_paragraph_may_be_parted_by_a_space() {
        assertThat(outline("§ 5. 1. Pierwszy ustęp.\n2. Drugi ustęp."))
                .containsExactly("§ 5 | ", "§ 5 ust. 1 | Pierwszy ustęp.", "§ 5 ust. 2 | Drugi ustęp.");
    }

    @Test
    void a_section_needs_no_dot() {
        assertThat(outline("§ 1\nPrzepis pierwszy.\n§ 2\nPrzepis drugi."))
                .containsExactly("§ 1 | Przepis pierwszy.", "§ 2 | Przepis drugi.");
        assertThat(outline("§1. Przepis pierwszy.\n§2. Przepis drugi."))
                .containsExactly("§ 1 | Przepis pierwszy.", "§ 2 | Przepis drugi.");
    }

    @Test
    void a_title_under_a_bare_section_does_not_hide_its_paragraphs() {
        assertThat(outline("§ 1\nPrawa członków\n1. Członek ma prawo głosu.\n2. Członek płaci składki."))
                .containsExactly(
                        "§ 1 | Prawa członków",
                        "§ 1 ust. 1 | Członek ma prawo głosu.",
                        "§ 1 ust. 2 | Członek płaci składki.");
    }

    @Test
    void added_numbers_keep_their_letters() {
        assertThat(citations("""
                § 3. Przepis.
                § 3a. 1. Przepis.
                1a. Przepis:
                1) jeden;
                1a) jeden i pół;
                2) dwa.
                2. Przepis.
                """))
                .containsExactly(
                        "§ 3",
                        "§ 3a",
                        "§ 3a ust. 1",
                        "§ 3a ust. 1a",
                        "§ 3a ust. 1a pkt 1",
                        "§ 3a ust. 1a pkt 1a",
                        "§ 3a ust. 1a pkt 2",
                        "§ 3a ust. 2");
    }

    @Test
    void superscript_numbers_are_written_in_square_brackets() {
        assertThat(citations("§ 3. Przepis.\n§ 3[1]. Przepis.\n§ 3[2]. Przepis.\n§ 4. Przepis."))
                .containsExactly("§ 3", "§ 3[1]", "§ 3[2]", "§ 4");
        assertThat(citations("§ 3. Przepis.\n§ 3¹. Przepis.")).containsExactly("§ 3", "§ 3[1]");
    }

    @Test
    void letters_go_on_with_za_after_z_and_with_zza_after_zz() {
        var text = new StringBuilder("§ 1. Zadania obejmują:\n");
        var expected = new ArrayList<String>();
        expected.add("§ 1");
        for (var turn : new String[] {"", "z", "zz"}) {
            for (var c = 'a'; c <= 'z'; c++) {
                if (turn.equals("zz") && c > 'c') {
                    break;
                }
                text.append(turn).append(c).append(") zadanie,\n");
                expected.add("§ 1 lit. " + turn + c);
            }
        }
        var act = read(text.toString());
        assertThat(act.units().stream().map(ProvisionUnit::citation)).containsExactlyElementsOf(expected);
        assertThat(act.doubts().stream().map(Doubt::kind)).doesNotContain(Doubt.Kind.NUMBERING_JUMP);
    }

    @Test
    void a_letter_added_between_b_and_c_is_ba() {
        assertThat(citations("§ 1. Zakres:\na) jeden,\nb) dwa,\nba) dwa i pół,\nc) trzy."))
                .containsExactly("§ 1", "§ 1 lit. a", "§ 1 lit. b", "§ 1 lit. ba", "§ 1 lit. c");
    }

    @Test
    void indents_are_cited_by_words_and_double_indents_too() {
        assertThat(citations("""
                § 1. 1. Program:
                1) obejmuje:
                a) zadania:
                – kultury:
                – – teatru,
                – – muzyki,
                – sportu.
                """))
                .endsWith(
                        "§ 1 ust. 1 pkt 1 lit. a",
                        "§ 1 ust. 1 pkt 1 lit. a tiret pierwsze",
                        "§ 1 ust. 1 pkt 1 lit. a tiret pierwsze podwójne tiret pierwsze",
                        "§ 1 ust. 1 pkt 1 lit. a tiret pierwsze podwójne tiret drugie",
                        "§ 1 ust. 1 pkt 1 lit. a tiret drugie");
    }

    @Test
    void dashes_before_points_and_letters_belong_to_their_labels() {
        var act = read("§ 1. Dopuszcza się:\n- 1) garaże;\n- 2) budynki:\n- a) drewniane,\n- b) murowane.");
        assertThat(labels(act)).containsExactly("§ 1.", "- 1)", "- 2)", "- a)", "- b)");
        assertThat(citations(act))
                .containsExactly("§ 1", "§ 1 pkt 1", "§ 1 pkt 2", "§ 1 pkt 2 lit. a", "§ 1 pkt 2 lit. b");
    }

    @Test
    void labels_may_stand_on_lines_of_their_own() {
        assertThat(outline("§  1.\n1.\nDo zadań należy:\n1)\npraca;\n2)\nnauka.\n2.\nSiedzibą jest Toruń."))
                .containsExactly(
                        "§ 1 | ",
                        "§ 1 ust. 1 | Do zadań należy:",
                        "§ 1 ust. 1 pkt 1 | praca;",
                        "§ 1 ust. 1 pkt 2 | nauka.",
                        "§ 1 ust. 2 | Siedzibą jest Toruń.");
    }

    @Test
    void articles_are_read_like_sections() {
        assertThat(citations(
                        "Ustawa\nz dnia 1 maja 2024 r.\no czymś\nArt. 1. 1. Przepis.\n2. Przepis.\nArt. 2. Przepis."))
                .containsExactly("tytuł", "art. 1", "art. 1 ust. 1", "art. 1 ust. 2", "art. 2");
    }

    // --- wrapped lines --------------------------------------------------------------------------------------------

    @Test
    void a_wrapped_citation_is_no_unit() {
        assertThat(outline("""
                § 1. Przepis stosuje się do podmiotów, o których mowa w
                § 3 ust. 2 uchwały oraz w art. 3
                ust. 3 ustawy, a także w § 4 ust. 1
                pkt 2 lit. b i
                § 7.
                § 2. Przepis drugi.
                """)).hasSize(2).last().isEqualTo("§ 2 | Przepis drugi.");
    }

    @Test
    void a_number_a_date_or_a_range_at_a_lines_start_is_no_unit() {
        assertThat(outline("""
                § 1. 1. Program realizuje się w latach
                2021–2025, a sprawozdanie składa się do
                31. dnia maja, nie później niż
                2. dnia roboczego po upływie terminu, tj. do dnia
                15.06.2026 r.
                2. Kwota wynosi
                2 500 000 zł, w tym
                1) nic innego.
                """))
                .containsExactly(
                        "§ 1 | ",
                        "§ 1 ust. 1 | Program realizuje się w latach 2021–2025, a sprawozdanie składa się do 31. dnia maja, nie później niż 2. dnia roboczego po upływie terminu, tj. do dnia 15.06.2026 r.",
                        "§ 1 ust. 2 | Kwota wynosi 2 500 000 zł, w tym",
                        "§ 1 ust. 2 pkt 1 | nic innego.");
    }

    @Test
    void a_dash_in_a_wrapped_sentence_is_no_item_but_after_a_colon_it_is() {
        assertThat(outline("""
                § 1. Ustala się:
                a) powierzchnię zabudowy w stosunku do działki
                – 0,30 (30%),
                b) udział powierzchni czynnej:
                – 0,40 dla domów,
                – 0,30 dla pozostałych.
                """))
                .containsExactly(
                        "§ 1 | Ustala się:",
                        "§ 1 lit. a | powierzchnię zabudowy w stosunku do działki – 0,30 (30%),",
                        "§ 1 lit. b | udział powierzchni czynnej:",
                        "§ 1 lit. b tiret pierwsze | 0,40 dla domów,",
                        "§ 1 lit. b tiret drugie | 0,30 dla pozostałych.");
    }

    @Test
    void a_bracket_closed_on_the_next_line_makes_no_point() {
        assertThat(outline("§ 1. Zadania (o których mowa w ustawie, pkt 1 i\n2) realizuje Zarząd."))
                .hasSize(1);
    }

    @Test
    void hyphens_at_line_ends_go_and_hyphens_of_words_stay() {
        assertThat(
                        outline(
                                "§ 1. Program współpracy z organi-\nzacjami w Województwie Kujawsko-\nPomorskim na polu społeczno-\ngospodarczym."))
                .containsExactly(
                        "§ 1 | Program współpracy z organizacjami w Województwie Kujawsko-Pomorskim na polu społeczno-gospodarczym.");
    }

    @Test
    void a_hyphen_repeated_on_the_next_line_is_one_hyphen() {
        assertThat(outline("§ 1. Dostępność informacyjno-\n-komunikacyjna."))
                .containsExactly("§ 1 | Dostępność informacyjno-komunikacyjna.");
    }

    @Test
    void a_sentence_may_be_broken_by_blank_lines() {
        assertThat(
                        outline(
                                "§ 1. Środki na realizację zadań\n\npublicznych przekazuje się\n\nw transzach.\n\n§ 2. Przepis drugi."))
                .containsExactly(
                        "§ 1 | Środki na realizację zadań publicznych przekazuje się w transzach.",
                        "§ 2 | Przepis drugi.");
    }

    @Test
    void units_that_go_on_inside_a_line_are_found_there() {
        assertThat(
                        outline(
                                "§ 1. 1. Wnioskodawca dołącza: 1) statut; 2) sprawozdanie; 3) plan: a) roczny, b) wieloletni. 2. Braki można uzupełnić. § 2. Przepis."))
                .containsExactly(
                        "§ 1 | ",
                        "§ 1 ust. 1 | Wnioskodawca dołącza:",
                        "§ 1 ust. 1 pkt 1 | statut;",
                        "§ 1 ust. 1 pkt 2 | sprawozdanie;",
                        "§ 1 ust. 1 pkt 3 | plan:",
                        "§ 1 ust. 1 pkt 3 lit. a | roczny,",
                        "§ 1 ust. 1 pkt 3 lit. b | wieloletni.",
                        "§ 1 ust. 2 | Braki można uzupełnić.",
                        "§ 2 | Przepis.");
    }

    // --- lists ----------------------------------------------------------------------------------------------------

    @Test
    void introductory_words_stay_with_the_parent() {
        assertThat(outline("§ 1. Organizacja przedstawia:\n1) plan;\n2) kosztorys."))
                .containsExactly("§ 1 | Organizacja przedstawia:", "§ 1 pkt 1 | plan;", "§ 1 pkt 2 | kosztorys.");
    }

    @Test
    void closing_words_belong_to_the_list_and_not_to_its_last_item() {
        assertThat(outline("""
                § 3. 1. Dotację wykorzystaną:
                1) niezgodnie z przeznaczeniem,
                2) w nadmiernej wysokości
                – zwraca się do budżetu.
                2. Przepis.
                """))
                .containsExactly(
                        "§ 3 | ",
                        "§ 3 ust. 1 | Dotację wykorzystaną:",
                        "§ 3 ust. 1 pkt 1 | niezgodnie z przeznaczeniem,",
                        "§ 3 ust. 1 pkt 2 | w nadmiernej wysokości",
                        "§ 3 ust. 1 część wspólna | zwraca się do budżetu.",
                        "§ 3 ust. 2 | Przepis.");
    }

    @Test
    void closing_words_of_the_outer_list_are_told_by_the_commas_of_its_items() {
        assertThat(citations("""
                § 1. Kto:
                1) nie złożył sprawozdania,
                2) złożył sprawozdanie:
                a) niepełne,
                b) po terminie,
                – podlega wykluczeniu.
                """)).endsWith("§ 1 pkt 2 lit. b", "§ 1 część wspólna");
    }

    @Test
    void closing_words_of_letters_end_before_the_next_point() {
        assertThat(citations("""
                § 1. Środki:
                1) przeznacza się na:
                a) kulturę,
                b) sport
                – w równych częściach;
                2) rozlicza się.
                """))
                .containsExactly(
                        "§ 1",
                        "§ 1 pkt 1",
                        "§ 1 pkt 1 lit. a",
                        "§ 1 pkt 1 lit. b",
                        "§ 1 pkt 1 część wspólna",
                        "§ 1 pkt 2");
    }

    @Test
    void a_list_inside_a_letter_may_count_from_one_again() {
        assertThat(citations("§ 1. Cele:\n1) pierwszy:\na) jeden,\nb) dwa:\n1) raz,\n2) dwa,\nc) trzy;\n2) drugi."))
                .containsExactly(
                        "§ 1",
                        "§ 1 pkt 1",
                        "§ 1 pkt 1 lit. a",
                        "§ 1 pkt 1 lit. b",
                        "§ 1 pkt 1 lit. b pkt 1",
                        "§ 1 pkt 1 lit. b pkt 2",
                        "§ 1 pkt 1 lit. c",
                        "§ 1 pkt 2");
    }

    @Test
    void numbers_with_dots_inside_a_paragraph_are_points() {
        assertThat(citations(
                        "§ 1\n 1. Rada:\n  1. wybiera,\n  2. odwołuje.\n 2. Rada obraduje jawnie.\n 3. Rada uchwala."))
                .containsExactly(
                        "§ 1", "§ 1 ust. 1", "§ 1 ust. 1 pkt 1", "§ 1 ust. 1 pkt 2", "§ 1 ust. 2", "§ 1 ust. 3");
    }

    @Test
    void definitions_may_be_numbered_with_dots_and_end_with_commas() {
        assertThat(
                        citations(
                                "§ 2. Ilekroć w Programie jest mowa o :\n1. Powiecie – rozumie się Powiat,\n2. Radzie – rozumie się Radę,\n3. ustawie – rozumie się ustawę."))
                .containsExactly("§ 2", "§ 2 ust. 1", "§ 2 ust. 2", "§ 2 ust. 3");
    }

    @Test
    void a_list_that_starts_again_is_kept_apart_and_doubted() {
        var act = read("§ 1. Zadania:\n1) jeden;\n2) dwa.\n1) znowu jeden;\n2) znowu dwa.");
        assertThat(citations(act)).containsExactly("§ 1", "§ 1 pkt 1", "§ 1 pkt 2", "§ 1 pkt 1 (2)", "§ 1 pkt 2 (2)");
        assertThat(act.doubts()).contains(new Doubt(Doubt.Kind.NUMBERING_RESTART, "par_1__pkt_1_x2", "2) → 1)"));
    }

    @Test
    void a_jump_in_numbers_is_doubted() {
        var act = read("§ 1. Zadania:\n1) jeden;\n3) trzy.\n§ 2. Przepis.\n§ 4. Przepis.");
        assertThat(act.doubts())
                .contains(
                        new Doubt(Doubt.Kind.NUMBERING_JUMP, "par_1__pkt_3", "1) → 3)"),
                        new Doubt(Doubt.Kind.NUMBERING_JUMP, "par_4", "§ 2. → § 4."));
    }

    @Test
    void a_label_that_comes_twice_is_doubted() {
        assertThat(read("§ 1. Zadania:\n1) jeden;\n1) jeden;\n2) dwa.").doubts().stream()
                        .map(Doubt::kind))
                .contains(Doubt.Kind.DUPLICATE_LABEL);
    }

    // --- groups ---------------------------------------------------------------------------------------------------

    @Test
    void groups_hold_sections_but_citations_do_not_name_them() {
        var act = read(
                "Dział I\nPrzepisy ogólne\nRozdział 1\nZakres\nOddział 1\nDefinicje\n§ 1. Przepis.\nRozdział 2. Zasady\n§ 2. Przepis.");
        assertThat(outline(act))
                .containsExactly(
                        "dział I | Przepisy ogólne",
                        "dział I rozdział 1 | Zakres",
                        "dział I rozdział 1 oddział 1 | Definicje",
                        "§ 1 | Przepis.",
                        "dział I rozdział 2 | Zasady",
                        "§ 2 | Przepis.");
        assertThat(unit(act, "§ 1").parent()).isEqualTo("dzial_i__rozdz_1__oddz_1");
        assertThat(unit(act, "§ 2").parent()).isEqualTo("dzial_i__rozdz_2");
    }

    @Test
    void a_chapter_written_in_spaced_capitals_is_a_chapter() {
        assertThat(citations("R O Z D Z I A Ł  I\nPostanowienia ogólne\n§ 1. Przepis."))
                .containsExactly("rozdział I", "§ 1");
    }

    @Test
    void sections_that_count_from_one_in_each_chapter_name_the_chapter() {
        assertThat(citations("Rozdział I\nCele\n§ 1. Przepis.\nRozdział II\nZasady\n§ 1. Przepis.\n§ 2. Przepis."))
                .containsExactly("rozdział I", "§ 1", "rozdział II", "rozdział II § 1", "§ 2");
    }

    @Test
    void roman_headings_of_a_programme_are_chapters() {
        assertThat(
                        outline(
                                "Program współpracy na rok 2026\n\nI. Postanowienia ogólne\n1. Program obejmuje:\n1) cele;\n2) zasady.\nII. Cele\n1. Celem jest rozwój."))
                .containsExactly(
                        "tytuł | Program współpracy na rok 2026",
                        "rozdział I | Postanowienia ogólne",
                        "rozdział I ust. 1 | Program obejmuje:",
                        "rozdział I ust. 1 pkt 1 | cele;",
                        "rozdział I ust. 1 pkt 2 | zasady.",
                        "rozdział II | Cele",
                        "rozdział II ust. 1 | Celem jest rozwój.");
    }

    @Test
    void a_heading_without_a_number_holds_the_sections_below_it() {
        var act = read("REGULAMIN\n\n§ 1. Przepis pierwszy.\n\nPrzepisy końcowe\n\n§ 2. Przepis drugi.");
        assertThat(unit(act, "§ 2").parent()).isEqualTo("nagl_1");
        assertThat(unit(act, "nagłówek „Przepisy końcowe”").kind()).isEqualTo(UnitKind.HEADING);
    }

    // --- parts of a resolution ------------------------------------------------------------------------------------

    @Test
    void title_basis_sections_signature_annex_and_memorandum_are_told_apart() {
        var act = read("""
                UCHWAŁA NR 1/25
                SEJMIKU WOJEWÓDZTWA KUJAWSKO-POMORSKIEGO
                z dnia 27 marca 2025 r.
                w sprawie nagrody

                Na podstawie art. 18 ustawy z dnia 5 czerwca 1998 r. (Dz. U. z 2025 r. poz. 581) uchwala się, co następuje:

                § 1. Ustanawia się nagrodę.
                § 2. Uchwała wchodzi w życie z dniem podjęcia.

                Przewodniczący Sejmiku
                Jan Dąb

                Załącznik nr 1 do uchwały nr 1/25

                REGULAMIN

                § 1. Nagrodę przyznaje kapituła.

                Uzasadnienie

                Nagroda ma służyć docenieniu pracy organizacji, które od lat działają w regionie i zasługują na uznanie.
                """);
        assertThat(act.units().stream().map(ProvisionUnit::kind))
                .containsExactly(
                        UnitKind.TITLE,
                        UnitKind.LEGAL_BASIS,
                        UnitKind.SECTION,
                        UnitKind.SECTION,
                        UnitKind.SIGNATURE,
                        UnitKind.ANNEX,
                        UnitKind.SECTION,
                        UnitKind.MEMORANDUM,
                        UnitKind.PROSE);
        assertThat(citations(act)).contains("załącznik nr 1, § 1", "uzasadnienie, akapit 1");
        assertThat(unit(act, "załącznik nr 1, § 1").id()).isEqualTo("zal_1__par_1");
        assertThat(act.title()).isEqualTo("w sprawie nagrody");
        assertThat(act.doubts()).isEmpty();
    }

    @Test
    void a_sentence_about_an_annex_is_no_annex() {
        assertThat(outline("§ 1. Przepis.\nZałącznik do uchwały stanowi jej integralną część.\n§ 2. Przepis."))
                .hasSize(2);
    }

    @Test
    void an_annex_to_a_regulation_stands_in_the_annex_that_the_regulation_is() {
        assertThat(
                        citations(
                                "§ 1. Przepis.\n\nZałącznik nr 1 do uchwały nr 5\n\nREGULAMIN\n\n§ 1. Przepis.\n\nZałącznik nr 1 do Regulaminu\n\n1) wzór.\n\nZałącznik nr 2 do uchwały nr 5\n\n1) lista."))
                .containsExactly(
                        "§ 1",
                        "załącznik nr 1",
                        "załącznik nr 1, § 1",
                        "załącznik nr 1, załącznik nr 1",
                        "załącznik nr 1, załącznik nr 1, pkt 1",
                        "załącznik nr 2",
                        "załącznik nr 2, pkt 1");
    }

    @Test
    void rows_parted_by_tabs_are_one_table() {
        var act = read("§ 1. Środki dzieli się:\nLp.\tZadanie\tKwota\n1.\tKultura\t100\n2.\tSport\t200\n§ 2. Przepis.");
        assertThat(outline(act))
                .containsExactly(
                        "§ 1 | Środki dzieli się:",
                        "§ 1 tabela | Lp.\tZadanie\tKwota\n1.\tKultura\t100\n2.\tSport\t200",
                        "§ 2 | Przepis.");
    }

    @Test
    void a_table_without_cell_marks_keeps_its_rows_together() {
        assertThat(
                        citations(
                                "§ 1. Środki dzieli się:\nLp. Zadanie Kwota\n1. Kultura 100\n2. Sport 200\n§ 2. 1. Przepis.\n2. Przepis."))
                .containsExactly("§ 1", "§ 1 tabela", "§ 2", "§ 2 ust. 1", "§ 2 ust. 2");
    }

    @Test
    void an_annex_head_may_end_with_dots_to_be_filled_in() {
        assertThat(citations("""
                § 1. Przyjmuje się regulamin.
                § 2. Uchwała wchodzi w życie z dniem podjęcia.

                Załącznik do uchwały nr ....
                Sejmiku Województwa
                z dnia ....

                REGULAMIN

                § 1. Przepis regulaminu.
                """)).containsExactly("§ 1", "§ 2", "załącznik", "załącznik, § 1");
    }

    @Test
    void a_text_on_one_line_that_lost_its_section_signs_is_still_taken_apart() {
        assertThat(
                        citations(
                                "UCHWAŁA NR 12/25 RADY GMINY z dnia 30 listopada 2025 r. w sprawie programu Na podstawie art. 18 ust. 2 ustawy uchwala się, co następuje: 1. Przyjmuje się Program. 2. Program obejmuje: 1) cele; 2) zasady, w tym: - pomocniczość, - jawność. 3. Uchwała wchodzi w życie z dniem podjęcia."))
                .containsExactly(
                        "tytuł",
                        "podstawa prawna",
                        "ust. 1",
                        "ust. 2",
                        "ust. 2 pkt 1",
                        "ust. 2 pkt 2",
                        "ust. 2 pkt 2 tiret pierwsze",
                        "ust. 2 pkt 2 tiret drugie",
                        "ust. 3");
    }

    @Test
    void an_abbreviation_at_the_end_of_an_item_does_not_hide_the_next_one() {
        assertThat(
                        citations(
                                "§ 1. Kryteria oceny:\n1. Zgodność z celami: 0–10 pkt\n2. Zasoby: 0–5 pkt.\n3. Zgodność z ustawą z 2023 r. poz. 5 ze zm.\n4. Inne"))
                .containsExactly("§ 1", "§ 1 ust. 1", "§ 1 ust. 2", "§ 1 ust. 3", "§ 1 ust. 4");
    }

    @Test
    void a_list_may_be_introduced_without_a_colon() {
        assertThat(citations("§ 1. Organizacja zobowiązuje się\n1) złożyć plan;\n2) złożyć sprawozdanie."))
                .containsExactly("§ 1", "§ 1 pkt 1", "§ 1 pkt 2");
    }

    // --- quotations -----------------------------------------------------------------------------------------------

    @Test
    void quoted_amendments_stay_in_the_unit_that_quotes_them() {
        var act = read("""
                § 1. W uchwale wprowadza się następujące zmiany:
                1) § 5 otrzymuje brzmienie:
                „§ 5. 1. Program „Razem” trwa rok.
                2. Program obejmuje:
                1) kulturę;
                2) sport.
                § 6. Przepis.”;
                2) po § 7 dodaje się § 7a w brzmieniu:
                „§ 7a. Przepis.”.
                § 2. Uchwała wchodzi w życie.
                """);
        assertThat(citations(act)).containsExactly("§ 1", "§ 1 pkt 1", "§ 1 pkt 2", "§ 2");
        assertThat(unit(act, "§ 1 pkt 1").text())
                .contains("2. Program obejmuje:")
                .endsWith("§ 6. Przepis.”;");
    }

    @Test
    void every_kind_of_quotation_mark_is_balanced() {
        for (var marks : List.of("„ ”", "„ \"", "\" \"", "“ ”", ",, ''", "„ “", "« »")) {
            var pair = marks.split(" ", 2);
            assertThat(citations("§ 1. Zmienia się:\n1) § 2 otrzymuje brzmienie:\n" + pair[0]
                            + "§ 2. 1. Jeden.\n2. Dwa." + pair[1] + ";\n2) uchyla się § 3."))
                    .as(marks)
                    .containsExactly("§ 1", "§ 1 pkt 1", "§ 1 pkt 2");
        }
    }

    @Test
    void a_quotation_that_never_ends_swallows_nothing_and_is_doubted() {
        var act = read(
                "§ 1. Zmienia się:\n1) § 2 otrzymuje brzmienie:\n„§ 2. Przepis nowy;\n2) uchyla się § 3.\n§ 2. Wykonanie powierza się „Zarządowi”.\n§ 3. Przepis.");
        assertThat(citations(act)).containsExactly("§ 1", "§ 1 pkt 1", "§ 1 pkt 2", "§ 2", "§ 3");
        assertThat(act.doubts()).contains(new Doubt(Doubt.Kind.UNCLOSED_QUOTE, "par_1__pkt_1", "1)"));
    }

    @Test
    void a_name_that_is_never_closed_hides_no_section() {
        var act = read(
                "§ 1. Program, zwany dalej „Programem, trwa rok.\n§ 2. Przepis.\n§ 3. Przepis.\n§ 4. Przepis.\n§ 5. Przepis.\n§ 6. Przepis.\n§ 7. Słowo „inne” zostaje.");
        assertThat(citations(act)).containsExactly("§ 1", "§ 2", "§ 3", "§ 4", "§ 5", "§ 6", "§ 7");
        assertThat(act.doubts().stream().map(Doubt::kind)).contains(Doubt.Kind.UNCLOSED_QUOTE);
    }

    // --- what pages bring along -----------------------------------------------------------------------------------

    @Test
    void page_numbers_and_running_headers_are_set_aside_in_the_middle_of_a_sentence() {
        var act = read("""
                § 1. Zarząd Województwa ogłasza
                – 5 –
                konsultacje w Biuletynie
                Strona 3 z 7
                Informacji Publicznej oraz
                Dziennik Urzędowy Województwa Kujawsko-Pomorskiego – 5 – Poz. 1124
                na stronie
                Id: 2A4C40DF-1B7E-4C52-9E21-0A1B2C3D4E5F. Podpisany Strona 12
                urzędu.
                """);
        assertThat(outline(act))
                .containsExactly(
                        "§ 1 | Zarząd Województwa ogłasza konsultacje w Biuletynie Informacji Publicznej oraz na stronie urzędu.");
        assertThat(act.asides().stream().map(Aside::kind))
                .containsExactly(
                        Aside.Kind.PAGE_NUMBER,
                        Aside.Kind.PAGE_NUMBER,
                        Aside.Kind.RUNNING_HEADER,
                        Aside.Kind.RUNNING_HEADER);
        assertThat(act.asides().getFirst()).isEqualTo(new Aside(Aside.Kind.PAGE_NUMBER, "", "– 5 –", "par_1", 26));
    }

    @Test
    void a_line_that_comes_back_on_every_page_is_a_running_header() {
        var text = new StringBuilder();
        for (var page = 1; page <= 4; page++) {
            text.append("Statut Stowarzyszenia Nad Zgłowiączką\n");
            for (var line = 1; line <= 6; line++) {
                text.append("§ ").append((page - 1) * 6 + line).append(". Przepis o treści dowolnej.\n");
            }
            text.append(page).append("\n\f");
        }
        var act = read(text.toString());
        assertThat(act.units()).hasSize(24).allMatch(unit -> unit.kind() == UnitKind.SECTION);
        assertThat(act.asides()).hasSize(8);
    }

    @Test
    void a_header_beside_bare_page_numbers_is_found_where_pages_are_not_marked() {
        var text = new StringBuilder();
        for (var page = 1; page <= 4; page++) {
            text.append("Program współpracy na rok 2026\n");
            for (var line = 1; line <= 10; line++) {
                text.append("§ ").append((page - 1) * 10 + line).append(". Przepis o treści dowolnej.\n");
            }
            text.append(page).append('\n');
        }
        var act = read(text.toString());
        assertThat(act.units()).hasSize(40).allMatch(unit -> unit.text().equals("Przepis o treści dowolnej."));
        assertThat(act.asides()).hasSize(8);
    }

    @Test
    void a_footnote_in_the_middle_of_a_list_is_set_aside_and_its_mark_stays_in_the_text() {
        var act = read("""
                § 1. Program obejmuje:
                1) Działania1;
                2) wsparcie.
                1 Dz. U. z 2023 r. poz. 571.
                3) promocję.
                """);
        assertThat(outline(act))
                .containsExactly(
                        "§ 1 | Program obejmuje:",
                        "§ 1 pkt 1 | Działania1;",
                        "§ 1 pkt 2 | wsparcie.",
                        "§ 1 pkt 3 | promocję.");
        assertThat(act.asides())
                .containsExactly(
                        new Aside(Aside.Kind.FOOTNOTE, "1", "1 Dz. U. z 2023 r. poz. 571.", "par_1__pkt_2", 9));
    }

    @Test
    void rules_and_watermarks_are_set_aside() {
        var act = read("PROJEKT\n§ 1. Przepis.\n----------------\n§ 2. Przepis.\n_____________\n");
        assertThat(act.asides().stream().map(Aside::kind))
                .containsExactly(Aside.Kind.WATERMARK, Aside.Kind.RULE, Aside.Kind.RULE);
        assertThat(citations(act)).containsExactly("§ 1", "§ 2");
    }

    @Test
    void the_header_of_a_table_that_is_repeated_on_the_next_page_is_set_aside() {
        var act = read("§ 1. Kwoty:\nLp.\tZadanie\n1.\tKultura\nStrona 1 z 2\nLp.\tZadanie\n2.\tSport\n");
        assertThat(unit(act, "§ 1 tabela").text()).isEqualTo("Lp.\tZadanie\n1.\tKultura\n2.\tSport");
        assertThat(act.asides().stream().map(Aside::kind))
                .containsExactly(Aside.Kind.PAGE_NUMBER, Aside.Kind.REPEATED_TABLE_HEADER);
    }

    // --- other documents ------------------------------------------------------------------------------------------

    @Test
    void an_extract_begins_where_it_begins() {
        var act = read("4) promocja wolontariatu;\n5) edukacja.\n3. Zadania zleca się w konkursie.\n§ 12. Przepis.");
        assertThat(citations(act)).containsExactly("pkt 4", "pkt 5", "ust. 3", "§ 12");
        assertThat(act.doubts()).containsExactly(new Doubt(Doubt.Kind.EXTRACT, "pkt_4", "4)"));
    }

    @Test
    void an_article_of_a_newspaper_is_prose_and_no_act() {
        var act = read("""
                Konsultacje przedłużone

                Marszałek przedłużył konsultacje o dwa tygodnie. Powodem są liczne wnioski organizacji z całego regionu.

                Zdaniem stowarzyszeń § 5 projektu wymaga zmian, bo nie chroni najmniejszych organizacji przed kosztami.
                """);
        assertThat(citations(act)).containsExactly("nagłówek „Konsultacje przedłużone”", "akapit 1", "akapit 2");
        assertThat(act.doubts()).containsExactly(new Doubt(Doubt.Kind.NOT_AN_ACT, "nagl_1", "Konsultacje przedłużone"));
    }

    @Test
    void a_contract_is_read_as_sections_and_said_to_be_no_act() {
        var act = read(
                "UMOWA NR 5\nzawarta w Toruniu\n\n§ 1\nPrzedmiot umowy\n1. Strony ustalają termin.\n2. Strony ustalają cenę.");
        assertThat(citations(act)).containsExactly("tytuł", "§ 1", "§ 1 ust. 1", "§ 1 ust. 2");
        assertThat(act.doubts().stream().map(Doubt::kind)).containsExactly(Doubt.Kind.NOT_AN_ACT);
    }

    @Test
    void an_empty_text_has_no_units() {
        assertThat(read(" \n\n\t").units()).isEmpty();
        assertThat(read("").title()).isEmpty();
    }

    // --- a word processor's file ----------------------------------------------------------------------------------

    @Test
    void automatic_numbers_and_levels_decide_in_a_word_processors_file() {
        var act = reader.read(new SourceText(
                SourceText.Format.PARAGRAPHS,
                List.of(
                        paragraph("", -1, "Regulamin konkursu"),
                        paragraph("§ 1.", 0, "Organizatorem jest Województwo."),
                        paragraph("§ 2.", 0, ""),
                        paragraph("1.", 1, "Konkurs obejmuje"),
                        paragraph("1)", 2, "ocenę formalną"),
                        paragraph("2)", 2, "ocenę merytoryczną, w tym"),
                        paragraph("a)", 3, "punkty"),
                        paragraph("•", 4, "za pomysł"),
                        paragraph("o", 5, "własny"),
                        paragraph("•", 4, "za budżet"),
                        paragraph("3)", 2, "wizytę"),
                        paragraph("2.", 1, "Wyniki są jawne."))));
        assertThat(citations(act))
                .containsExactly(
                        "tytuł",
                        "§ 1",
                        "§ 2",
                        "§ 2 ust. 1",
                        "§ 2 ust. 1 pkt 1",
                        "§ 2 ust. 1 pkt 2",
                        "§ 2 ust. 1 pkt 2 lit. a",
                        "§ 2 ust. 1 pkt 2 lit. a tiret pierwsze",
                        "§ 2 ust. 1 pkt 2 lit. a tiret pierwsze podwójne tiret pierwsze",
                        "§ 2 ust. 1 pkt 2 lit. a tiret drugie",
                        "§ 2 ust. 1 pkt 3",
                        "§ 2 ust. 2");
        assertThat(labels(act)).contains("§ 1.", "1)", "a)", "•", "o");
    }

    @Test
    void a_paragraph_behind_a_list_in_a_word_processors_file_is_its_closing_words() {
        var act = reader.read(new SourceText(
                SourceText.Format.PARAGRAPHS,
                List.of(
                        paragraph("", -1, "§ 1. Dotację:"),
                        paragraph("1)", 0, "pobraną nienależnie,"),
                        paragraph("2)", 0, "w nadmiernej wysokości,"),
                        paragraph("", -1, "zwraca się do budżetu."))));
        assertThat(outline(act)).last().isEqualTo("§ 1 część wspólna | zwraca się do budżetu.");
    }

    @Test
    void what_the_file_calls_header_footer_and_footnote_is_set_aside() {
        var act = reader.read(new SourceText(
                SourceText.Format.PARAGRAPHS,
                List.of(
                        new SourceLine("Projekt z 5 maja", "", -1, 0, 0, false, SourceLine.Role.HEADER),
                        paragraph("", -1, "§ 1. Przepis."),
                        new SourceLine("Dz. U. poz. 5.", "1", -1, 0, 0, false, SourceLine.Role.FOOTNOTE),
                        new SourceLine("3", "", -1, 0, 0, false, SourceLine.Role.FOOTER))));
        assertThat(act.asides())
                .containsExactly(
                        new Aside(Aside.Kind.RUNNING_HEADER, "", "Projekt z 5 maja", "", 0),
                        new Aside(Aside.Kind.FOOTNOTE, "1", "Dz. U. poz. 5.", "par_1", 8),
                        new Aside(Aside.Kind.PAGE_NUMBER, "", "3", "par_1", 8));
    }

    @Test
    void automatic_numbers_inside_a_quotation_are_words_of_it() {
        var act = reader.read(new SourceText(
                SourceText.Format.PARAGRAPHS,
                List.of(
                        paragraph("", -1, "§ 1. W uchwale § 2 otrzymuje brzmienie:"),
                        paragraph("", -1, "„§ 2. Zadania:"),
                        paragraph("1)", 0, "kultura;"),
                        paragraph("2)", 0, "sport.”."),
                        paragraph("§ 2.", 0, "Uchwała wchodzi w życie."))));
        assertThat(outline(act))
                .containsExactly(
                        "§ 1 | W uchwale § 2 otrzymuje brzmienie:\n„§ 2. Zadania:\n1) kultura;\n2) sport.”.",
                        "§ 2 | Uchwała wchodzi w życie.");
    }

    @Test
    void numbered_headings_of_a_paper_without_sections_are_chapters() {
        var act = reader.read(new SourceText(
                SourceText.Format.PARAGRAPHS,
                List.of(
                        heading("", "Polityka regionu"),
                        heading("1.", "Diagnoza"),
                        paragraph("", -1, "Badanie objęło trzysta organizacji z całego regionu."),
                        heading("1.1.", "Metoda"),
                        paragraph("", -1, "Zastosowano ankietę."))));
        assertThat(citations(act))
                .containsExactly(
                        "tytuł", "rozdział 1", "rozdział 1 akapit 1", "podrozdział 1.1", "podrozdział 1.1 akapit 1");
    }

    private static SourceLine heading(String number, String text) {
        return new SourceLine(text, number, -1, 0, 0, false, SourceLine.Role.HEADING);
    }

    private static SourceLine paragraph(String number, int level, String text) {
        return new SourceLine(text, number, level, 0, 0, false, SourceLine.Role.BODY);
    }

    private ActText read(String text) {
        return reader.read(text);
    }

    private List<String> outline(String text) {
        return outline(read(text));
    }

    private static List<String> outline(ActText act) {
        return act.units().stream()
                .map(unit -> unit.citation() + " | " + unit.text())
                .toList();
    }

    private List<String> citations(String text) {
        return citations(read(text));
    }

    private static List<String> citations(ActText act) {
        return act.units().stream().map(ProvisionUnit::citation).toList();
    }

    private static List<String> labels(ActText act) {
        return act.units().stream().map(ProvisionUnit::label).toList();
    }

    private static ProvisionUnit unit(ActText act, String citation) {
        return act.units().stream()
                .filter(unit -> unit.citation().equals(citation))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + citation + " in " + citations(act)));
    }
}
