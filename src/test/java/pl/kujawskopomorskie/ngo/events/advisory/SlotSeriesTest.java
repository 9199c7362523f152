package pl.kujawskopomorskie.ngo.events.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlotSeriesTest {

    @Test
    void slots_follow_one_another_on_the_chosen_days_and_the_last_one_ends_in_time() {
        var planned = series(
                        "2026-12-01", "2026-12-10", Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), "09:00", "11:30", 60)
                .planned();

        assertThat(planned)
                .extracting(each -> each.wall().toString())
                .containsExactly(
                        "2026-12-01T09:00",
                        "2026-12-01T10:00",
                        "2026-12-03T09:00",
                        "2026-12-03T10:00",
                        "2026-12-08T09:00",
                        "2026-12-08T10:00",
                        "2026-12-10T09:00",
                        "2026-12-10T10:00");
    }

    @Test
    void in_the_night_in_which_the_clock_is_put_forward_the_skipped_hour_has_no_slots() {
        var planned = night("2027-03-28").planned();

        assertThat(planned.stream().filter(each -> each.startsAt() == null))
                .extracting(each -> each.wall().toLocalTime().toString())
                .containsExactly("02:00", "02:30");
        assertNoneOverlap(planned);
    }

    @Test
    void in_the_night_in_which_the_clock_is_put_back_slots_neither_overlap_nor_grow() {
        var planned = night("2027-10-31").planned();

        assertThat(planned).hasSize(6).allMatch(each -> each.startsAt() != null);
        assertNoneOverlap(planned);
    }

    private static void assertNoneOverlap(List<SlotSeries.Planned> planned) {
        var real = planned.stream().filter(each -> each.startsAt() != null).toList();
        assertThat(real)
                .allSatisfy(each -> assertThat(Duration.between(each.startsAt(), each.endsAt()))
                        .isEqualTo(Duration.ofMinutes(30)));
        for (var i = 1; i < real.size(); i++) {
            assertThat(real.get(i).startsAt()).isAfterOrEqualTo(real.get(i - 1).endsAt());
        }
    }

    private static SlotSeries night(String day) {
        return series(day, day, Set.of(DayOfWeek.SUNDAY), "01:00", "04:00", 30);
    }

    private static SlotSeries series(
            String from, String to, Set<DayOfWeek> days, String start, String end, int minutes) {
        return new SlotSeries(
                LocalDate.parse(from),
                LocalDate.parse(to),
                days,
                LocalTime.parse(start),
                LocalTime.parse(end),
                minutes);
    }
}
