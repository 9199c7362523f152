package pl.kujawskopomorskie.ngo.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlugTest {

    @Test
    void a_long_title_is_cut_at_a_word_and_never_behind_one_that_leads_on() {
        var title = "Projekt uchwały w sprawie zasad udzielania dotacji na prace przy zabytkach";

        assertThat(Slug.of(title, 64)).isEqualTo("projekt-uchwaly-w-sprawie-zasad-udzielania-dotacji-na-prace");
        assertThat(Slug.of("Projekt uchwały w sprawie zasad pracy w i dla gmin", 42))
                .isEqualTo("projekt-uchwaly-w-sprawie-zasad-pracy");
    }

    @Test
    void a_title_without_a_letter_still_has_an_address() {
        assertThat(Slug.of("§ – !", 60)).isEqualTo("sprawa");
    }
}
