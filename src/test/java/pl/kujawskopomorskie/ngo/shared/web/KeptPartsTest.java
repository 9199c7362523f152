package pl.kujawskopomorskie.ngo.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class KeptPartsTest {

    private final KeptParts parts = new KeptParts(10);
    private final List<String> rendered = new ArrayList<>();

    @Test
    void a_part_is_rendered_once_for_each_view_language_and_key() {
        assertThat(part("one", Locale.ENGLISH, "k", "1234")).isEqualTo("1234");
        assertThat(part("one", Locale.ENGLISH, "k", "other")).isEqualTo("1234");
        assertThat(part("one", Locale.GERMAN, "k", "de")).isEqualTo("de");
        assertThat(part("two", Locale.ENGLISH, "k", "2")).isEqualTo("2");
        assertThat(part("one", Locale.ENGLISH, "l", "3")).isEqualTo("3");
        assertThat(rendered).containsExactly("1234", "de", "2", "3");
    }

    @Test
    void what_was_not_read_for_longest_goes_when_there_are_too_many_characters() {
        part("a", Locale.ROOT, 1, "aaaaa");
        part("b", Locale.ROOT, 1, "bbbbb");
        part("a", Locale.ROOT, 1, "never");
        part("c", Locale.ROOT, 1, "c");

        part("a", Locale.ROOT, 1, "never");
        part("b", Locale.ROOT, 1, "again");

        assertThat(rendered).containsExactly("aaaaa", "bbbbb", "c", "again");
    }

    @Test
    void one_that_is_longer_than_all_room_is_shown_and_not_kept() {
        assertThat(part("a", Locale.ROOT, 1, "12345678901")).isEqualTo("12345678901");
        assertThat(part("a", Locale.ROOT, 1, "short")).isEqualTo("short");
    }

    @Test
    void without_a_key_nothing_is_kept() {
        part("a", Locale.ROOT, null, "once");
        part("a", Locale.ROOT, null, "twice");

        assertThat(rendered).containsExactly("once", "twice");
    }

    private String part(String view, Locale locale, Object key, String html) {
        return parts.html(view, locale, key, () -> {
            rendered.add(html);
            return html;
        });
    }
}
