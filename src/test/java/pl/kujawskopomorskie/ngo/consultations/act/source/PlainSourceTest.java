package pl.kujawskopomorskie.ngo.consultations.act.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine;
import pl.kujawskopomorskie.ngo.consultations.act.SourceText.Format;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Read;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Reason;

class PlainSourceTest {

    private static final String POLISH = "§ 1. Określa się zasady współpracy, źródła i środki: ĄĆĘŁŃÓŚŻŹ ąćęłńóśżź";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1250", "ISO-8859-2"})
    void polish_letters_survive_every_charset_an_office_uses(String charset) {
        byte[] bytes = POLISH.getBytes(Charset.forName(charset));

        assertThat(Reading.shown(bytes, "projekt.txt")).containsExactly(POLISH);
    }

    @Test
    void typographic_quotes_alone_tell_windows_1250() {
        String text = "wyrazy „a” – zastępuje…";

        assertThat(Reading.shown(text.getBytes(Charset.forName("windows-1250")), "a.txt"))
                .containsExactly(text);
    }

    @Test
    void byte_order_marks_are_obeyed_and_are_no_text() {
        for (var charset :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes("\ufeff".getBytes(charset));
            bytes.writeBytes(POLISH.getBytes(charset));

            assertThat(Reading.shown(bytes.toByteArray(), "a.txt")).containsExactly(POLISH);
        }
    }

    @Test
    void every_kind_of_line_end_ends_a_line() {
        assertThat(Reading.shown("a\r\nb\rc\nd\u000be\u2028f".getBytes(StandardCharsets.UTF_8), ""))
                .containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void empty_lines_are_gaps_and_form_feeds_begin_pages() {
        var lines = Reading.lines("a\n\n  \nb\nc\fd".getBytes(StandardCharsets.UTF_8), "a.txt");

        assertThat(lines).extracting(SourceLine::text).containsExactly("a", "b", "c", "d");
        assertThat(lines).extracting(SourceLine::blankBefore).containsExactly(false, true, false, false);
        assertThat(lines).extracting(SourceLine::page).containsExactly(1, 1, 1, 2);
    }

    @Test
    void indent_counts_leading_spaces_and_a_tab_as_four() {
        var lines = Reading.lines("a\n  b\n\tc\n \td\n    \te".getBytes(StandardCharsets.UTF_8), "a.txt");

        assertThat(lines).extracting(SourceLine::indent).containsExactly(0f, 2f, 4f, 4f, 8f);
    }

    @Test
    void no_break_spaces_stay_soft_hyphens_go_and_no_break_hyphens_are_hyphens() {
        assertThat(Reading.shown(
                        "§\u00a01 kon\u00adsultacje Kujawsko\u2011Pomorskie".getBytes(StandardCharsets.UTF_8), ""))
                .containsExactly("§\u00a01 konsultacje Kujawsko-Pomorskie");
    }

    @Test
    void stray_control_characters_are_left_out_and_counted() {
        String text = "Uchwała".repeat(100) + "\u0007";

        var read = (Read) new SourceReader().readText(text);

        assertThat(read.droppedCharacters()).isOne();
        assertThat(read.text().lines()).extracting(SourceLine::text).containsExactly("Uchwała".repeat(100));
    }

    @Test
    void pasted_text_is_plain_text() {
        var read = (Read) new SourceReader().readText("§ 1. Tekst\n1) punkt");

        assertThat(read.text().format()).isEqualTo(Format.PLAIN);
        assertThat(read.text().lines()).hasSize(2);
    }

    @Test
    void pasted_text_with_a_nul_is_no_text() {
        assertThat(Reading.refusal(new SourceReader().readText("§ 1.\0"))).isEqualTo(Reason.WRONG_TYPE);
    }

    @Test
    void nothing_but_white_space_is_empty() {
        assertThat(Reading.refusal(new SourceReader().readText(" \n\t\u00a0\n")))
                .isEqualTo(Reason.EMPTY);
        assertThat(Reading.refusal("\r\n \r\n".getBytes(StandardCharsets.UTF_8), "a.txt"))
                .isEqualTo(Reason.EMPTY);
    }
}
