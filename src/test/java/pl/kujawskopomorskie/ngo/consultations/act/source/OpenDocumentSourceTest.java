package pl.kujawskopomorskie.ngo.consultations.act.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine;
import pl.kujawskopomorskie.ngo.consultations.act.SourceText.Format;

class OpenDocumentSourceTest {

    private static final String LIST = """
            <text:list-style style:name="L1">
              <text:list-level-style-number text:level="1" style:num-prefix="§ " style:num-suffix="." style:num-format="1"/>
              <text:list-level-style-number text:level="2" style:num-suffix=")" style:num-format="1" text:start-value="3"/>
              <text:list-level-style-number text:level="3" style:num-suffix=")" style:num-format="a"/>
              <text:list-level-style-bullet text:level="4" text:bullet-char="–"/>
            </text:list-style>""";

    private static List<String> shown(SourceFiles.OpenText document) {
        return Reading.shown(document.bytes(), "projekt.odt");
    }

    private static String item(String content) {
        return "<text:list-item>" + content + "</text:list-item>";
    }

    private static String p(String text) {
        return "<text:p>" + text + "</text:p>";
    }

    private static String list(String attributes, String content) {
        return "<text:list " + attributes + ">" + content + "</text:list>";
    }

    @Test
    void paragraphs_come_in_order_and_empty_ones_are_gaps() {
        var text = Reading.text(
                SourceFiles.openText()
                        .paragraph("Pierwszy")
                        .paragraph("")
                        .paragraph("Drugi")
                        .bytes(),
                "a.odt");

        assertThat(text.format()).isEqualTo(Format.PARAGRAPHS);
        assertThat(text.lines()).extracting(SourceLine::text).containsExactly("Pierwszy", "Drugi");
        assertThat(text.lines()).extracting(SourceLine::blankBefore).containsExactly(false, true);
    }

    @Test
    void list_numbers_are_computed_on_all_levels_and_restart_under_each_parent() {
        String letters = list("", item(p("litera")) + item(p("litera") + list("", item(p("tiret")))));
        var document = SourceFiles.openText()
                .automatic(LIST)
                .block(list(
                        "text:style-name=\"L1\"",
                        item(p("pierwszy")
                                        + p("akapit dalszy")
                                        + list("", item(p("punkt") + letters) + item(p("punkt"))))
                                + item(p("drugi") + list("", item(p("punkt"))))));

        assertThat(shown(document))
                .containsExactly(
                        "§ 1.|pierwszy",
                        "akapit dalszy",
                        "3)|punkt",
                        "a)|litera",
                        "b)|litera",
                        "–|tiret",
                        "4)|punkt",
                        "§ 2.|drugi",
                        "3)|punkt");
        assertThat(Reading.lines(document.bytes(), "a.odt"))
                .extracting(SourceLine::level)
                .containsExactly(0, 0, 1, 2, 2, 3, 1, 0, 1);
    }

    @Test
    void a_list_starts_anew_unless_it_continues_another() {
        var document = SourceFiles.openText()
                .automatic(LIST)
                .block(list("xml:id=\"a\" text:style-name=\"L1\"", item(p("a"))))
                .paragraph("między")
                .block(list("text:style-name=\"L1\" text:continue-numbering=\"true\"", item(p("b"))))
                .block(list("text:style-name=\"L1\"", item(p("c"))))
                .block(list("text:style-name=\"L1\" text:continue-list=\"a\"", item(p("d"))));

        assertThat(shown(document)).containsExactly("§ 1.|a", "między", "§ 2.|b", "§ 1.|c", "§ 3.|d");
    }

    @Test
    void an_outer_item_without_words_of_its_own_is_not_counted_again() {
        var document = SourceFiles.openText()
                .automatic(LIST)
                .block(list("text:style-name=\"L1\"", item(p("a") + list("", item(p("b"))))))
                .paragraph("między")
                .block(list(
                        "text:style-name=\"L1\" text:continue-numbering=\"true\"",
                        item(list("", item(p("c")))) + item(p("d"))));

        assertThat(shown(document)).containsExactly("§ 1.|a", "3)|b", "między", "4)|c", "§ 2.|d");
    }

    @Test
    void headers_of_lists_carry_no_number_and_items_may_set_their_own() {
        var document = SourceFiles.openText()
                .automatic(LIST)
                .block(list(
                        "text:style-name=\"L1\"",
                        "<text:list-header>" + p("wstęp") + "</text:list-header>"
                                + "<text:list-item text:start-value=\"7\">" + p("siódmy") + "</text:list-item>"
                                + item(p("ósmy"))));

        assertThat(shown(document)).containsExactly("wstęp", "§ 7.|siódmy", "§ 8.|ósmy");
    }

    @Test
    void several_levels_may_be_printed_by_count_or_by_template() {
        var document = SourceFiles.openText()
                .automatic("""
                        <text:list-style style:name="L2">
                          <text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="I"/>
                          <text:list-level-style-number text:level="2" style:num-suffix="." style:num-format="1" text:display-levels="2"/>
                          <text:list-level-style-number text:level="3" style:num-list-format="[%1%-%3%]" style:num-format="a"/>
                        </text:list-style>""")
                .block(list("text:style-name=\"L2\"", item(p("a") + list("", item(p("b") + list("", item(p("c"))))))));

        assertThat(shown(document)).containsExactly("I.|a", "I.1.|b", "[I-a]|c");
    }

    @Test
    void headings_are_numbered_by_the_outline() {
        var document = SourceFiles.openText()
                .common("""
                        <text:outline-style style:name="Outline">
                          <text:outline-level-style text:level="1" style:num-prefix="Rozdział " style:num-format="1"/>
                          <text:outline-level-style text:level="2" style:num-format=""/>
                        </text:outline-style>""")
                .block("<text:h text:outline-level=\"1\">Ogólne</text:h>")
                .block("<text:h text:outline-level=\"2\">Bez numeru</text:h>")
                .block("<text:h text:outline-level=\"1\" text:is-list-header=\"true\">Wstęp</text:h>")
                .block("<text:h text:outline-level=\"1\">Końcowe</text:h>");

        assertThat(shown(document))
                .containsExactly(
                        "HEADING Rozdział 1|Ogólne",
                        "HEADING Bez numeru",
                        "HEADING Wstęp",
                        "HEADING Rozdział 2|Końcowe");
    }

    @Test
    void white_space_follows_the_format() {
        var document = SourceFiles.openText()
                .block(
                        "<text:p>  a\n   b<text:s text:c=\"3\"/>c<text:tab/>d<text:line-break/>e<text:soft-page-break/>f</text:p>");

        assertThat(shown(document)).containsExactly("a b   c\td", "ef");
    }

    @Test
    void notes_follow_their_paragraph_and_leave_no_mark_in_it() {
        var document = SourceFiles.openText()
                .block(
                        "<text:p>Działania<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
                                + "<text:note-body><text:p>Dz. U. poz. 7.</text:p></text:note-body></text:note>. Dalej</text:p>");

        assertThat(shown(document)).containsExactly("Działania. Dalej", "FOOTNOTE 1|Dz. U. poz. 7.");
    }

    @Test
    void tracked_deletions_comments_hidden_text_and_page_numbers_are_left_out() {
        var document = SourceFiles.openText()
                .automatic(
                        "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties text:display=\"none\"/>"
                                + "</style:style>")
                .block(
                        "<text:tracked-changes><text:changed-region><text:deletion><text:p>usunięte</text:p></text:deletion>"
                                + "</text:changed-region></text:tracked-changes>")
                .block("<text:p>widać<text:change text:change-id=\"c\"/><office:annotation><dc:creator>X</dc:creator>"
                        + "<text:p>komentarz</text:p></office:annotation><text:span text:style-name=\"T1\">nie</text:span>"
                        + " <text:span>też</text:span> <text:page-number>3</text:page-number></text:p>");

        assertThat(shown(document)).containsExactly("widać też");
    }

    @Test
    void tables_frames_and_sections_are_read_in_place() {
        var document = SourceFiles.openText()
                .block("<text:section><table:table><table:table-column table:number-columns-repeated=\"2\"/>"
                        + "<table:table-header-rows><table:table-row><table:table-cell>" + p("Lp.")
                        + "</table:table-cell><table:table-cell>" + p("Cel") + "</table:table-cell></table:table-row>"
                        + "</table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned=\"2\">"
                        + p("razem") + "</table:table-cell><table:covered-table-cell/></table:table-row></table:table>"
                        + "</text:section>")
                .block("<text:p>obok<draw:frame><draw:text-box>" + p("ramka")
                        + "</draw:text-box></draw:frame></text:p>");

        assertThat(shown(document)).containsExactly("TABLE_ROW Lp.\tCel", "TABLE_ROW razem", "obok", "FRAME ramka");
    }

    @Test
    void running_headers_and_footers_come_from_the_master_page() {
        var document = SourceFiles.openText()
                .master("<style:header>" + p("Projekt") + "</style:header><style:footer>"
                        + p("Strona <text:page-number>1</text:page-number>") + "</style:footer>")
                .paragraph("tekst");

        assertThat(shown(document)).containsExactly("HEADER Projekt", "tekst", "FOOTER Strona");
    }

    @Test
    void a_page_break_before_a_paragraph_is_a_gap() {
        var document = SourceFiles.openText()
                .automatic("<style:style style:name=\"P1\" style:family=\"paragraph\"><style:paragraph-properties"
                        + " fo:break-before=\"page\"/></style:style>")
                .paragraph("a")
                .block("<text:p text:style-name=\"P1\">b</text:p>");

        assertThat(Reading.lines(document.bytes(), "a.odt"))
                .extracting(SourceLine::blankBefore)
                .containsExactly(false, true);
    }
}
