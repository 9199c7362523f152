package pl.kujawskopomorskie.ngo.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where indicators stand, for a programme of 2021–2025: five a year on the average, two in every year, five in all. */
class TargetTest {

    private static final Target.AveragePerYearAtLeast FIVE = new Target.AveragePerYearAtLeast("Średnio 5 w roku", 5);
    private static final Target.PerYearAtLeast TWO_A_YEAR = new Target.PerYearAtLeast("2 w roku", 2);
    private static final Target.TotalAtLeast FIVE_IN_ALL = new Target.TotalAtLeast("5", 5);

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

    @Test
    void so_many_a_year_are_met_when_every_year_that_is_over_has_them() {
        assertThat(TWO_A_YEAR.standing(2021, 2025, 2023, Map.of(2021, 2, 2022, 9, 2023, 1)))
                .isEqualTo(new Standing.MetEveryYear(2021, 2022, new Standing.Year(2023, 1), 2));
        assertThat(TWO_A_YEAR.standing(2021, 2025, 2026, Map.of(2021, 2, 2022, 2, 2023, 2, 2024, 2, 2025, 2, 2026, 0)))
                .isEqualTo(new Standing.MetEveryYear(2021, 2025, null, 2));
    }

    @Test
    void a_year_that_fell_short_is_not_made_up_for_by_another() {
        assertThat(TWO_A_YEAR.standing(2021, 2025, 2024, Map.of(2021, 20, 2022, 1, 2024, 5)))
                .isEqualTo(new Standing.MissedYears(2021, 2023, List.of(2022, 2023), new Standing.Year(2024, 5), 2));
    }

    @Test
    void in_the_first_year_so_many_a_year_are_on_the_way() {
        assertThat(TWO_A_YEAR.standing(2021, 2025, 2021, Map.of(2021, 7)))
                .isEqualTo(new Standing.FirstYear(new Standing.Year(2021, 7), 2));
        assertThat(TWO_A_YEAR.standing(2021, 2025, 2020, Map.of())).isEqualTo(new Standing.FirstYear(null, 2));
    }

    @Test
    void so_many_in_all_are_judged_by_the_newest_year_of_the_programme_and_never_summed() {
        assertThat(FIVE_IN_ALL.standing(2021, 2025, 2023, Map.of(2021, 5, 2022, 5, 2023, 4)))
                .isEqualTo(new Standing.ToComeInAll(new Standing.Year(2023, 4), 2025, 5));
        assertThat(FIVE_IN_ALL.standing(2021, 2025, 2023, Map.of(2023, 5)))
                .isEqualTo(new Standing.MetInAll(new Standing.Year(2023, 5), 5));
    }

    @Test
    void after_the_programme_its_last_year_judges_so_many_in_all() {
        assertThat(FIVE_IN_ALL.standing(2021, 2025, 2026, Map.of(2024, 9, 2025, 4, 2026, 9)))
                .isEqualTo(new Standing.ShortInAll(new Standing.Year(2025, 4), 5));
        assertThat(FIVE_IN_ALL.standing(2021, 2025, 2030, Map.of(2025, 5)))
                .isEqualTo(new Standing.MetInAll(new Standing.Year(2025, 5), 5));
    }

    private static Standing standing(int currentYear, Map<Integer, Integer> counts) {
        return FIVE.standing(2021, 2025, currentYear, counts);
    }
}
