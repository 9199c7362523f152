package pl.kujawskopomorskie.ngo.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where an average stands, for a programme of 2021–2025 that wants five a year. */
class TargetTest {

    private static final Target.AveragePerYearAtLeast FIVE = new Target.AveragePerYearAtLeast("Średnio 5 w roku", 5);

    @Test
    void before_a_year_is_over_it_is_too_early() {
        assertThat(standing(2021, Map.of(2021, 9))).isEqualTo(new Standing.TooEarly());
        assertThat(standing(2020, Map.of())).isEqualTo(new Standing.TooEarly());
    }

    @Test
    void years_that_are_over_meet_it_together() {
        assertThat(standing(2023, Map.of(2021, 4, 2022, 6)))
                .isEqualTo(new Standing.Met(new Average(2021, 2022, 10), 5));
    }

    @Test
    void a_current_year_without_any_does_no_harm() {
        assertThat(standing(2022, Map.of(2021, 5))).isEqualTo(new Standing.Met(new Average(2021, 2021, 5), 5));
    }

    @Test
    void a_current_year_that_makes_up_for_the_others_is_on_the_way() {
        assertThat(standing(2023, Map.of(2021, 4, 2022, 4, 2023, 7)))
                .isEqualTo(new Standing.OnTheWay(new Average(2021, 2022, 8), new Average(2021, 2023, 15), 5));
    }

    @Test
    void a_current_year_that_does_not_make_up_for_the_others_is_behind() {
        assertThat(standing(2023, Map.of(2021, 4, 2022, 4, 2023, 6)))
                .isEqualTo(new Standing.Behind(new Average(2021, 2022, 8), 5));
    }

    @Test
    void a_year_without_any_counts_as_a_year() {
        assertThat(standing(2023, Map.of(2021, 9))).isEqualTo(new Standing.Behind(new Average(2021, 2022, 9), 5));
    }

    @Test
    void after_the_programme_only_its_own_years_count() {
        var counts = Map.of(2021, 4, 2022, 6, 2023, 4, 2024, 4, 2025, 4, 2026, 30);

        assertThat(standing(2026, counts)).isEqualTo(new Standing.Behind(new Average(2021, 2025, 22), 5));
        assertThat(standing(2030, counts)).isEqualTo(new Standing.Behind(new Average(2021, 2025, 22), 5));
    }

    @Test
    void an_average_is_shown_rounded_down_so_that_it_never_claims_a_target_that_was_missed() {
        assertThat(new Average(2021, 2023, 14).value()).isEqualByComparingTo("4.66");
        assertThat(new Average(2021, 2025, 34).value()).isEqualByComparingTo("6.8");
    }

    private static Standing standing(int currentYear, Map<Integer, Integer> counts) {
        return FIVE.standing(2021, 2025, currentYear, counts);
    }
}
