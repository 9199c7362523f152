package pl.kujawskopomorskie.ngo.events.lending;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * When a room can be used, by days of the week and the clock on the office's wall.
 *
 * @param days without those on which it is closed
 */
public record OpeningHours(Map<DayOfWeek, Hours> days) {

    public OpeningHours {
        days = Map.copyOf(days);
    }

    /** As a row keeps them: {@code 1=08:00-16:00;2=08:00-20:00}. */
    public static OpeningHours of(String kept) {
        var days = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        for (var part : kept.split(";")) {
            if (!part.isEmpty()) {
                days.put(
                        DayOfWeek.of(part.charAt(0) - '0'),
                        new Hours(LocalTime.parse(part.substring(2, 7)), LocalTime.parse(part.substring(8, 13))));
            }
        }
        return new OpeningHours(days);
    }

    /** As a row keeps them. */
    public String kept() {
        return Arrays.stream(DayOfWeek.values())
                .filter(days::containsKey)
                .map(day -> day.getValue() + "=" + days.get(day))
                .collect(Collectors.joining(";"));
    }

    /** The days in the order of the week. */
    public List<Day> list() {
        return Arrays.stream(DayOfWeek.values())
                .filter(days::containsKey)
                .map(day -> new Day(day, Optional.ofNullable(days.get(day)).orElseThrow()))
                .toList();
    }

    /** Whether the room is open from one moment to another; a term of a room is within one day. */
    public boolean hold(Instant from, Instant until) {
        var begins = OfficeTime.wallClock(from);
        var ends = OfficeTime.wallClock(until);
        var hours = days.get(begins.getDayOfWeek());
        return hours != null
                && begins.toLocalDate().equals(ends.toLocalDate())
                && !begins.toLocalTime().isBefore(hours.opens())
                && !ends.toLocalTime().isAfter(hours.closes());
    }

    /**
     * The hours of a day.
     *
     * @param opens when one may come
     * @param closes when one has left
     */
    public record Hours(LocalTime opens, LocalTime closes) {
        @Override
        public String toString() {
            return opens + "-" + closes;
        }
    }

    /**
     * A day of the week with its hours.
     *
     * @param day which
     * @param hours when
     */
    public record Day(DayOfWeek day, Hours hours) {}
}
