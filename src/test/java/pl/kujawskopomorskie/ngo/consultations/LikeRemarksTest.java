package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.consultations.LikeRemarks.Print;

class LikeRemarksTest {

    private static final String LETTER = "Proponujemy wydłużyć termin składania ofert do 21 dni, bo małe organizacje "
            + "w gminach wiejskich nie mają pracowników i piszą oferty po godzinach.";

    @Test
    void the_same_words_are_alike_whatever_their_letters_accents_and_marks() {
        assertThat(meet(print("Termin 14 dni jest za krótki!"), print("TERMIN 14 dni – jest za krotki")))
                .isTrue();
        assertThat(meet(print("Termin 14 dni jest za krótki!"), print("Coś zupełnie innego.")))
                .isFalse();
    }

    @Test
    void a_letter_with_a_few_words_of_ones_own_is_still_that_letter() {
        assertThat(meet(print(LETTER), print("Szanowni Państwo! " + LETTER + " Z poważaniem, Koło w Lubiczu")))
                .isTrue();
        assertThat(meet(print(LETTER), print("Termin składania ofert jest dobry, proszę go zostawić.")))
                .isFalse();
    }

    @Test
    void the_same_words_on_different_units_never_meet() {
        assertThat(LikeRemarks.print("7", "Skreślić.").buckets())
                .doesNotContainAnyElementsOf(LikeRemarks.print("8", "Skreślić.").buckets());
    }

    @Test
    void remarks_without_words_are_not_alike() {
        assertThat(meet(print(""), print(" – "))).isFalse();
        assertThat(print("").buckets()).isEmpty();
    }

    @Test
    void a_remark_stands_in_few_buckets_however_long_it_is() {
        assertThat(print(LETTER.repeat(100)).buckets()).hasSizeLessThanOrEqualTo(25);
    }

    private static Print print(String text) {
        return LikeRemarks.print("7", text);
    }

    /** Whether two remarks find each other and then are found alike. */
    private static boolean meet(Print one, Print other) {
        return one.buckets().stream().anyMatch(other.buckets()::contains) && one.isLike(other);
    }
}
