package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.consultations.LikeRemarks.Text;

class LikeRemarksTest {

    private static final String LETTER = "Proponujemy wydłużyć termin składania ofert do 21 dni, bo małe organizacje "
            + "w gminach wiejskich nie mają pracowników i piszą oferty po godzinach.";

    @Test
    void the_same_words_are_alike_whatever_their_letters_accents_and_marks() {
        assertThat(LikeRemarks.groups(List.of(
                        new Text(1, "7", "Termin 14 dni jest za krótki!"),
                        new Text(2, "7", "Coś zupełnie innego."),
                        new Text(3, "7", "TERMIN 14 dni – jest za krotki"))))
                .containsExactly(List.of(1, 3));
    }

    @Test
    void a_letter_with_a_few_words_of_ones_own_is_still_that_letter() {
        assertThat(LikeRemarks.groups(List.of(
                        new Text(1, "7", LETTER),
                        new Text(2, "7", "Szanowni Państwo! " + LETTER + " Z poważaniem, Koło w Lubiczu"),
                        new Text(3, "7", "Termin składania ofert jest dobry, proszę go zostawić."))))
                .containsExactly(List.of(1, 2));
    }

    @Test
    void the_same_words_on_different_units_are_not_alike() {
        assertThat(LikeRemarks.groups(List.of(new Text(1, "7", "Skreślić."), new Text(2, "8", "Skreślić."))))
                .isEmpty();
    }

    @Test
    void remarks_without_words_are_not_alike() {
        assertThat(LikeRemarks.groups(List.of(new Text(1, "7", ""), new Text(2, "7", " – "))))
                .isEmpty();
    }

    @Test
    void the_largest_group_comes_first_and_numbers_go_in_order() {
        assertThat(LikeRemarks.groups(List.of(
                        new Text(9, "1", "Raz dwa trzy."),
                        new Text(1, "1", "Raz dwa trzy."),
                        new Text(2, "2", LETTER),
                        new Text(5, "2", LETTER),
                        new Text(4, "2", LETTER))))
                .containsExactly(List.of(2, 4, 5), List.of(1, 9));
    }

    @Test
    void ten_thousand_different_remarks_are_not_compared_each_with_each() {
        var remarks = new ArrayList<Text>();
        IntStream.range(0, 10_000)
                .forEach(i -> remarks.add(new Text(i, "1", "uwaga" + i + " słowo" + i * 7 + " inne" + i * 13)));

        // Fifty million comparisons would take far longer; the bound only tells the two kinds of growth apart.
        assertThat(assertTimeout(Duration.ofSeconds(30), () -> LikeRemarks.groups(remarks)))
                .isEmpty();
    }
}
