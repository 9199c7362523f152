package pl.kujawskopomorskie.ngo.events.advisory;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Times of slots by the clock on the office's wall: each day of some days of the week, one after another between two hours. A slot
 * lasts as long as it is said to, also in the night in which the clock is put back; one that would begin in the hour that the clock
 * skips is none.
 *
 * @param from the first day
 * @param to the last day
 * @param days of the week
 * @param start when the first one of a day begins
 * @param end when the last one of a day has ended
 * @param minutes how long each lasts
 */
public record SlotSeries(
        LocalDate from, LocalDate to, Set<DayOfWeek> days, LocalTime start, LocalTime end, int minutes) {

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    public SlotSeries {
        days = Set.copyOf(days);
    }

    /** The times, in order. */
    List<Planned> planned() {
        var planned = new ArrayList<Planned>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (days.contains(day.getDayOfWeek())) {
                var last = Math.min(minuteOf(end), MINUTES_OF_A_DAY) - minutes;
                for (var minute = minuteOf(start); minute <= last; minute += minutes) {
                    planned.add(planned(day.atTime(minute / 60, minute % 60)));
                }
            }
        }
        return planned;
    }

    private Planned planned(LocalDateTime wall) {
        if (OfficeTime.ZONE.getRules().getValidOffsets(wall).isEmpty()) {
            return new Planned(wall, null, null);
        }
        var startsAt = wall.atZone(OfficeTime.ZONE).toInstant();
        return new Planned(wall, startsAt, startsAt.plus(Duration.ofMinutes(minutes)));
    }

    private static int minuteOf(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    /**
     * One of them.
     *
     * @param wall when it begins by the clock on the wall
     * @param startsAt that moment, or null where the clock skips it
     * @param endsAt the end, or null with it
     */
    record Planned(
            LocalDateTime wall,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt) {}
}
