package pl.kujawskopomorskie.ngo.consultations.act.source;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.consultations.act.source.SourceFiles.Word.run;

import java.util.List;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine;
import pl.kujawskopomorskie.ngo.consultations.act.SourceText.Format;

class WordSourceTest {

    private static List<String> shown(SourceFiles.Word word) {
        return Reading.shown(word.bytes(), "projekt.docx");
    }

    @Test
    void paragraphs_come_in_order_and_empty_ones_are_gaps() {
        var text = Reading.text(
                SourceFiles.word()
                        .paragraph("Pierwszy")
                        .paragraph("")
                        .paragraph("Drugi")
                        .bytes(),
                "a.docx");

        assertThat(text.format()).isEqualTo(Format.PARAGRAPHS);
        assertThat(text.lines()).extracting(SourceLine::text).containsExactly("Pierwszy", "Drugi");
        assertThat(text.lines()).extracting(SourceLine::blankBefore).containsExactly(false, true);
    }

    @Test
    void automatic_numbers_are_computed_on_all_levels_and_restart_under_each_parent() {
        var word = SourceFiles.word()
                .list(1, "decimal|§ %1.", "decimal|%2.", "decimal|%3)", "lowerLetter|%4)", "bullet|–")
                .numbered(1, 0, "pierwszy")
                .numbered(1, 1, "ustęp")
                .numbered(1, 2, "punkt")
                .numbered(1, 2, "punkt")
                .numbered(1, 3, "litera")
                .numbered(1, 3, "litera")
                .numbered(1, 4, "tiret")
                .numbered(1, 1, "ustęp")
                .numbered(1, 2, "punkt")
                .numbered(1, 0, "drugi")
                .numbered(1, 1, "ustęp");

        var lines = Reading.lines(word.bytes(), "a.docx");
        assertThat(lines)
                .extracting(SourceLine::number)
                .containsExactly("§ 1.", "1.", "1)", "2)", "a)", "b)", "–", "2.", "1)", "§ 2.", "1.");
        assertThat(lines).extracting(SourceLine::level).containsExactly(0, 1, 2, 2, 3, 3, 4, 1, 2, 0, 1);
    }

    @Test
    void a_number_of_many_levels_shows_each_in_its_own_format_or_in_digits_when_legal() {
        var word = SourceFiles.word()
                .numbering("""
                        <w:abstractNum w:abstractNumId="1">
                          <w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
                          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
                          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
                        </w:abstractNum>
                        <w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>""")
                .numbered(7, 0, "a")
                .numbered(7, 1, "b")
                .numbered(7, 2, "c");

        assertThat(shown(word)).containsExactly("IV.|a", "IV.1.|b", "4.1.1|c");
    }

    @Test
    void after_z_word_writes_aa() {
        var word = SourceFiles.word().list(1, "lowerLetter|%1)");
        for (int i = 0; i < 28; i++) {
            word.numbered(1, 0, "litera");
        }

        assertThat(Reading.lines(word.bytes(), "a.docx"))
                .extracting(SourceLine::number)
                .startsWith("a)", "b)")
                .endsWith("z)", "aa)", "bb)");
    }

    @Test
    void lists_of_one_definition_count_on_unless_a_start_is_overridden() {
        var word = SourceFiles.word()
                .list(1, "decimal|%1)")
                .numbering("<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>")
                .numbering("<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">"
                        + "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>")
                .numbered(1, 0, "a")
                .numbered(2, 0, "b")
                .numbered(3, 0, "c")
                .numbered(3, 0, "d");

        assertThat(shown(word)).containsExactly("1)|a", "2)|b", "1)|c", "2)|d");
    }

    @Test
    void a_level_may_be_replaced_for_one_list() {
        var word = SourceFiles.word()
                .list(1, "decimal|%1)")
                .numbering("<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">"
                        + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"5\"/><w:numFmt w:val=\"decimalZero\"/>"
                        + "<w:lvlText w:val=\"nr %1\"/></w:lvl></w:lvlOverride></w:num>")
                .numbered(2, 0, "a");

        assertThat(shown(word)).containsExactly("nr 05|a");
    }

    @Test
    void a_level_that_never_restarts_counts_through_its_parents() {
        var word = SourceFiles.word()
                .numbering("""
                        <w:abstractNum w:abstractNumId="1">
                          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Rozdział %1"/></w:lvl>
                          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="§ %2."/></w:lvl>
                        </w:abstractNum>
                        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>""")
                .numbered(1, 0, "a")
                .numbered(1, 1, "b")
                .numbered(1, 0, "c")
                .numbered(1, 1, "d");

        assertThat(shown(word)).containsExactly("Rozdział 1|a", "§ 1.|b", "Rozdział 2|c", "§ 2.|d");
    }

    @Test
    void a_style_numbers_its_paragraphs_and_those_based_on_it_until_a_paragraph_says_no() {
        var word = SourceFiles.word()
                .numbering("""
                        <w:abstractNum w:abstractNumId="1">
                          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Paragraf"/><w:lvlText w:val="§ %1."/></w:lvl>
                          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Ustep"/><w:lvlText w:val="%2."/></w:lvl>
                        </w:abstractNum>
                        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>""")
                .styles("""
                        <w:style w:type="paragraph" w:styleId="Paragraf"><w:name w:val="Paragraf"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                        <w:style w:type="paragraph" w:styleId="Ustep"><w:name w:val="Ustęp"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                        <w:style w:type="paragraph" w:styleId="Drugi"><w:name w:val="Drugi"/><w:basedOn w:val="Paragraf"/></w:style>""")
                .styled("Paragraf", "a")
                .styled("Ustep", "b")
                .styled("Drugi", "c")
                .block("<w:p><w:pPr><w:pStyle w:val=\"Paragraf\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>"
                        + run("bez numeru") + "</w:p>")
                .styled("Paragraf", "d");

        assertThat(shown(word)).containsExactly("§ 1.|a", "1.|b", "§ 2.|c", "bez numeru", "§ 3.|d");
    }

    @Test
    void a_definition_may_link_to_a_numbering_style() {
        var word = SourceFiles.word()
                .list(1, "decimal|%1)")
                .numbering("<w:abstractNum w:abstractNumId=\"9\"><w:numStyleLink w:val=\"Lista\"/></w:abstractNum>")
                .numbering("<w:num w:numId=\"9\"><w:abstractNumId w:val=\"9\"/></w:num>")
                .styles("<w:style w:type=\"numbering\" w:styleId=\"Lista\"><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
                        + "</w:numPr></w:pPr></w:style>")
                .numbered(9, 0, "a")
                .numbered(1, 0, "b");

        assertThat(shown(word)).containsExactly("1)|a", "2)|b");
    }

    @Test
    void bullets_of_symbol_fonts_are_bullets_and_dashes_stay_dashes() {
        var word = SourceFiles.word()
                .list(1, "bullet|\uf0b7")
                .list(2, "bullet|-")
                .list(3, "bullet|\uf02d")
                .numbered(1, 0, "a")
                .numbered(2, 0, "b")
                .numbered(3, 0, "c");

        assertThat(shown(word)).containsExactly("•|a", "-|b", "–|c");
    }

    @Test
    void tracked_changes_read_as_accepted() {
        var word = SourceFiles.word()
                .inline(run("Termin wynosi ") + "<w:del><w:r><w:delText>7</w:delText></w:r></w:del><w:ins>" + run("14")
                        + "</w:ins>" + run(" dni."))
                .inline("<w:moveFrom>" + run("stąd") + "</w:moveFrom><w:moveTo>" + run("tutaj") + "</w:moveTo>")
                .block(
                        "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>"
                                + run("usunięty") + "</w:p></w:tc></w:tr><w:tr><w:tc><w:p>" + run("a")
                                + "</w:p></w:tc><w:tc><w:p>" + run("b") + "</w:p></w:tc></w:tr></w:tbl>");

        assertThat(shown(word)).containsExactly("Termin wynosi 14 dni.", "tutaj", "TABLE_ROW a\tb");
    }

    @Test
    void a_deleted_paragraph_mark_joins_two_paragraphs_and_counts_as_one() {
        String numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
        var word = SourceFiles.word()
                .list(1, "decimal|%1)")
                .numbered(1, 0, "pierwszy")
                .block("<w:p><w:pPr>" + numbered + "<w:rPr><w:del/></w:rPr></w:pPr>" + run("drugi ") + "</w:p>")
                .block("<w:p><w:pPr>" + numbered + "</w:pPr>" + run("i jego reszta") + "</w:p>")
                .numbered(1, 0, "trzeci");

        assertThat(shown(word)).containsExactly("1)|pierwszy", "2)|drugi i jego reszta", "3)|trzeci");
    }

    @Test
    void a_footnote_follows_its_paragraph_and_leaves_no_mark_in_it() {
        var word = SourceFiles.word()
                .footnote(5, "Dz. U. z 2024 r. poz. 1491.")
                .footnote(6, "Druga.")
                .inline(run("Działania") + "<w:r><w:footnoteReference w:id=\"5\"/></w:r>" + run(". Dalej")
                        + "<w:r><w:footnoteReference w:id=\"6\"/></w:r>")
                .paragraph("Następny");

        assertThat(shown(word))
                .containsExactly(
                        "Działania. Dalej", "FOOTNOTE 1|Dz. U. z 2024 r. poz. 1491.", "FOOTNOTE 2|Druga.", "Następny");
    }

    @Test
    void a_mark_of_ones_own_belongs_to_the_note() {
        var word = SourceFiles.word()
                .footnote(1, "Objaśnienie.")
                .inline(run("Tekst")
                        + "<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"1\"/><w:t>*</w:t></w:r>"
                        + run(" dalej"));

        assertThat(shown(word)).containsExactly("Tekst dalej", "FOOTNOTE *|Objaśnienie.");
    }

    @Test
    void soft_line_breaks_make_lines_without_number_or_gap() {
        var word = SourceFiles.word()
                .list(1, "decimal|§ %1.")
                .block("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
                        + run("Pierwsza")
                        + "<w:r><w:br/></w:r>" + run("druga") + "<w:r><w:br w:type=\"page\"/></w:r>" + run("trzecia")
                        + "</w:p>");

        var lines = Reading.lines(word.bytes(), "a.docx");
        assertThat(lines).extracting(Reading::shown).containsExactly("§ 1.|Pierwsza", "druga", "trzecia");
        assertThat(lines).extracting(SourceLine::blankBefore).containsExactly(false, false, true);
    }

    @Test
    void special_characters_are_what_they_look_like() {
        var word = SourceFiles.word()
                .inline(
                        "<w:r><w:t xml:space=\"preserve\">§\u00a01. Kujawsko</w:t><w:noBreakHyphen/><w:t>Pomorskie</w:t>"
                                + "<w:tab/><w:t>kon</w:t><w:softHyphen/><w:t>sultacje </w:t>"
                                + "<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>");

        assertThat(shown(word)).containsExactly("§\u00a01. Kujawsko-Pomorskie\tkonsultacje ✓");
    }

    @Test
    void fields_show_their_results_and_page_numbers_are_dropped() {
        var word = SourceFiles.word()
                .inline(run("zob. ")
                        + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF _Ref1 \\r </w:instrText></w:r>"
                        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("§ 3")
                        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                        + "<w:fldSimple w:instr=\" DATE \">" + run(" z dnia") + "</w:fldSimple>")
                .footer(run("Strona ")
                        + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE  \\* MERGEFORMAT</w:instrText></w:r>"
                        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("7")
                        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
                .header(run("Projekt z 1 marca"));

        assertThat(shown(word)).containsExactly("HEADER Projekt z 1 marca", "zob. § 3 z dnia", "FOOTER Strona");
    }

    @Test
    void hidden_text_and_comments_are_left_out() {
        var word = SourceFiles.word()
                .styles("<w:style w:type=\"character\" w:styleId=\"Ukryty\"><w:rPr><w:vanish/></w:rPr></w:style>")
                .inline(run("widać") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>nie widać</w:t></w:r>"
                        + "<w:r><w:rPr><w:rStyle w:val=\"Ukryty\"/></w:rPr><w:t>też nie</w:t></w:r>"
                        + "<w:commentRangeStart w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>");

        assertThat(shown(word)).containsExactly("widać");
    }

    @Test
    void content_controls_links_and_smart_tags_give_their_text() {
        var word = SourceFiles.word()
                .block("<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:p>" + run("kontrolka ")
                        + "<w:hyperlink>" + run("łącze ") + "</w:hyperlink><w:smartTag>" + run("znacznik ")
                        + "</w:smartTag>"
                        + "<w:sdt><w:sdtContent>" + run("w środku")
                        + "</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>");

        assertThat(shown(word)).containsExactly("kontrolka łącze znacznik w środku");
    }

    @Test
    void tables_become_rows_and_nested_tables_are_flattened() {
        String nested = "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p>" + run("x")
                + "</w:p></w:tc><w:tc><w:p>" + run("y") + "</w:p></w:tc></w:tr></w:tbl>";
        var word = SourceFiles.word()
                .list(1, "decimal|%1.")
                .table(List.of(List.of("Lp.", "Cel", "Wskaźnik"), List.of("1.", "Wzrost", "")))
                .block(
                        "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/>"
                                + "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p></w:tc><w:tc><w:p>" + run("komórka")
                                + "</w:p>" + nested
                                + "<w:p/></w:tc></w:tr></w:tbl>");

        assertThat(shown(word))
                .containsExactly("TABLE_ROW Lp.\tCel\tWskaźnik", "TABLE_ROW 1.\tWzrost\t", "TABLE_ROW 1.\tkomórka x y");
    }

    @Test
    void a_table_of_one_column_is_a_frame_around_running_text() {
        var word = SourceFiles.word().table(List.of(List.of("§ 1. Tekst"), List.of("§ 2. Tekst")));

        assertThat(shown(word)).containsExactly("§ 1. Tekst", "§ 2. Tekst");
    }

    @Test
    void text_boxes_are_frames_and_read_once() {
        String box = "<w:txbxContent><w:p>" + run("ramka") + "</w:p></w:txbxContent>";
        var word = SourceFiles.word()
                .inline(run("obok") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>"
                        + box
                        + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box
                        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>");

        assertThat(shown(word)).containsExactly("obok", "FRAME ramka");
    }

    @Test
    void a_watermark_of_word_art_is_a_frame() {
        var word = SourceFiles.word()
                .inline("<w:r><w:pict><v:shape><v:textpath string=\"PROJEKT\"/></v:shape></w:pict></w:r>")
                .paragraph("tekst");

        assertThat(shown(word)).containsExactly("FRAME PROJEKT", "tekst");
    }

    @Test
    void heading_styles_and_outline_levels_are_headings() {
        var word = SourceFiles.word()
                .styles("<w:style w:type=\"paragraph\" w:styleId=\"Nagwek1\"><w:name w:val=\"heading 1\"/></w:style>"
                        + "<w:style w:type=\"paragraph\" w:styleId=\"Moj\"><w:basedOn w:val=\"Nagwek1\"/></w:style>")
                .styled("Nagwek1", "Rozdział 1")
                .styled("Moj", "Przepisy ogólne")
                .block("<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>" + run("Cele") + "</w:p>")
                .paragraph("tekst");

        assertThat(shown(word))
                .containsExactly("HEADING Rozdział 1", "HEADING Przepisy ogólne", "HEADING Cele", "tekst");
    }

    @Test
    void the_strict_flavour_reads_like_the_usual_one() {
        byte[] bytes = SourceFiles.word()
                .part(
                        "word/document.xml",
                        "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body><w:p>"
                                + run("strict") + "</w:p></w:body></w:document>")
                .bytes();

        assertThat(Reading.shown(bytes, "a.docx")).containsExactly("strict");
    }
}
