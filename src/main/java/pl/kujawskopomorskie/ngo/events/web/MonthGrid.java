package pl.kujawskopomorskie.ngo.events.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import pl.kujawskopomorskie.ngo.events.EventOverview;
import pl.kujawskopomorskie.ngo.events.ProgrammeSession;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * A month of events, day by day.
 *
 * @param month which
 * @param days all days of it
 */
record MonthGrid(YearMonth month, List<Day> days) {

    static MonthGrid of(YearMonth month, List<EventOverview> found, LocalDate today) {
        return new MonthGrid(
                month,
                IntStream.rangeClosed(1, month.lengthOfMonth())
                        .mapToObj(month::atDay)
                        .map(day -> new Day(day, day.equals(today), on(day, found)))
                        .toList());
    }

    /** Under which day of the week it begins, 1 for Monday. */
    public int firstColumn() {
        return month.atDay(1).getDayOfWeek().getValue();
    }

    /** The days of the week, some days of one week that have them. */
    public List<LocalDate> week() {
        var monday = LocalDate.EPOCH.with(DayOfWeek.MONDAY);
        return Arrays.stream(DayOfWeek.values())
                .map(weekday -> monday.plusDays(weekday.ordinal()))
                .toList();
    }

    /** The month before. */
    public YearMonth previous() {
        return month.minusMonths(1);
    }

    /** The month after. */
    public YearMonth following() {
        return month.plusMonths(1);
    }

    private static List<Item> on(LocalDate day, List<EventOverview> found) {
        var from = OfficeTime.startOf(day);
        var until = OfficeTime.endOf(day);
        return found.stream()
                .flatMap(overview -> overview.sessions().stream()
                        .filter(session -> session.startsAt().isBefore(until)
                                && session.endsAt().isAfter(from))
                        .map(ProgrammeSession::startsAt)
                        .min(Comparator.naturalOrder())
                        .map(startsAt -> new Item(overview, startsAt, startsAt.isBefore(from)))
                        .stream())
                .sorted(Comparator.comparing(Item::startsAt))
                .toList();
    }

    /**
     * A day.
     *
     * @param date which
     * @param today whether it is today
     * @param items what is on, in the order of time
     */
    record Day(LocalDate date, boolean today, List<Item> items) {}

    /**
     * An event on a day.
     *
     * @param overview the event
     * @param startsAt when the first of its sessions that are on that day begins
     * @param goesOn whether that was on a day before
     */
    record Item(EventOverview overview, Instant startsAt, boolean goesOn) {}
}
