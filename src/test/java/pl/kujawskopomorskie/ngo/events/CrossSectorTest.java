package pl.kujawskopomorskie.ngo.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.events.CrossSector.Seat;

class CrossSectorTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @Test
    void two_sectors_at_a_time_make_a_team_cross_sector() {
        assertThat(within(seat(Sector.PUBLIC, "2025-03-01", null), seat(Sector.NGO, "2026-06-01", "2026-06-01")))
                .isTrue();
    }

    @Test
    void two_who_followed_one_another_are_not_together() {
        assertThat(within(seat(Sector.PUBLIC, "2025-03-01", "2026-06-30"), seat(Sector.NGO, "2026-07-01", null)))
                .isFalse();
        assertThat(within(seat(Sector.PUBLIC, "2025-03-01", "2026-06-30"), seat(Sector.NGO, "2026-06-30", null)))
                .isTrue();
    }

    @Test
    void many_of_one_sector_are_one_sector() {
        assertThat(within(seat(Sector.NGO, "2025-03-01", null), seat(Sector.NGO, "2025-03-01", null)))
                .isFalse();
        assertThat(within()).isFalse();
    }

    @Test
    void only_the_days_asked_for_are_looked_at() {
        assertThat(within(seat(Sector.PUBLIC, "2025-03-01", "2025-12-31"), seat(Sector.NGO, "2025-03-01", null)))
                .isFalse();
        assertThat(within(seat(Sector.PUBLIC, "2027-01-01", null), seat(Sector.NGO, "2025-03-01", null)))
                .isFalse();
        assertThat(CrossSector.within(
                        LAST,
                        FIRST,
                        List.of(seat(Sector.PUBLIC, "2025-01-01", null), seat(Sector.NGO, "2025-01-01", null))))
                .isFalse();
    }

    private static boolean within(Seat... seats) {
        return CrossSector.within(FIRST, LAST, List.of(seats));
    }

    private static Seat seat(Sector sector, String from, @Nullable String to) {
        return new Seat(sector, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }
}
