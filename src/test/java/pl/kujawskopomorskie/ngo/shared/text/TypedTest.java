package pl.kujawskopomorskie.ngo.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TypedTest {

    @Test
    void a_line_has_single_spaces_and_none_at_its_ends() {
        assertThat(Typed.line("  Koło \t Gospodyń\r\nWiejskich\u00a0 ")).isEqualTo("Koło Gospodyń Wiejskich");
        assertThat(Typed.line(null)).isEmpty();
    }

    @Test
    void a_text_keeps_its_lines_and_their_indents() {
        assertThat(Typed.text("\r\n \r\n  § 1.\r\n\r\n1)\tbudżet \r\n \r\n")).isEqualTo("  § 1.\n\n1)\tbudżet");
    }

    @Test
    void what_is_no_text_is_taken_out_and_what_is_stays() {
        assertThat(Typed.line("a\u0000b\u0007\ud83dc\u202eevil\u2066\ufeff")).isEqualTo("abcevil");
        assertThat(Typed.text("👩‍👩‍👧 שלום مرحبا")).isEqualTo("👩‍👩‍👧 שלום مرحبا");
        assertThat(Typed.line("o\u0301")).isEqualTo("ó");
    }

    @Test
    void an_emoji_counts_as_one_character() {
        assertThat(Typed.length("a🎉")).isEqualTo(2);
    }

    @Property
    void cleaning_twice_changes_nothing_more(@ForAll String typed) {
        assertThat(Typed.line(Typed.line(typed))).isEqualTo(Typed.line(typed));
        assertThat(Typed.text(Typed.text(typed))).isEqualTo(Typed.text(typed));
    }

    @Property
    void no_control_character_survives(@ForAll String typed) {
        assertThat(Typed.line(typed).chars().filter(Character::isISOControl)).isEmpty();
        assertThat(Typed.text(typed).chars().filter(Character::isISOControl)).allMatch(c -> c == '\n' || c == '\t');
    }
}
