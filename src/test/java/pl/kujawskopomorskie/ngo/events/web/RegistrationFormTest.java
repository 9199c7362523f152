package pl.kujawskopomorskie.ngo.events.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the form of a change says, and what it leaves unsaid. */
class RegistrationFormTest {

    @Test
    void what_stands_as_it_was_is_untouched() {
        assertThat(form("ON_SITE", "ON_SITE").untouched()).containsExactly(17L);
        assertThat(form("ON_SITE", "ONLINE").untouched()).isEmpty();
        assertThat(form("ON_SITE", "").untouched()).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_nothing_that_anybody_left_as_it_was() {
        assertThat(form("xyz", "").untouched()).isEmpty();
        assertThat(form("xyz", "ON_SITE").untouched()).isEmpty();
        assertThat(form("xyz", "xyz").untouched()).isEmpty();
    }

    private static RegistrationForm form(String was, String chosen) {
        return new RegistrationForm(Map.of("was-17", was, "session-17", chosen));
    }
}
