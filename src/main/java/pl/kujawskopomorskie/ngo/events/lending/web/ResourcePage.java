package pl.kujawskopomorskie.ngo.events.lending.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.lending.LentItems;
import pl.kujawskopomorskie.ngo.events.lending.Resource;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * A room or equipment with the terms of a week in which it is lent.
 *
 * @param resource which
 * @param monday the first day of the week
 * @param days of the week
 * @param previous the Monday before, or null when that week is over
 * @param following the Monday after, or null when that is too far away
 */
record ResourcePage(
        Resource resource,
        LocalDate monday,
        List<Day> days,
        @Nullable LocalDate previous,
        @Nullable LocalDate following) {

    ResourcePage {
        days = List.copyOf(days);
    }

    /** The days of a week from today on, with the terms of each. */
    static List<Day> days(Resource resource, LocalDate monday, LocalDate today, List<LentItems.Taken> taken) {
        return Stream.iterate(monday, day -> day.plusDays(1))
                .limit(7)
                .filter(day -> !day.isBefore(today))
                .map(day -> new Day(
                        day,
                        resource.room() && !resource.hours().days().containsKey(day.getDayOfWeek()),
                        taken.stream()
                                .filter(term -> term.startsAt().isBefore(OfficeTime.endOf(day))
                                        && term.endsAt().isAfter(OfficeTime.startOf(day)))
                                .map(term -> Term.on(day, term))
                                .toList()))
                .toList();
    }

    /** The last day of the week. */
    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    /** Its address. */
    public String path() {
        return "/sale-i-sprzet/" + resource.slug();
    }

    /**
     * A day of the week.
     *
     * @param date which
     * @param closed whether the room is not open on it
     * @param terms in which something is lent, in the order of time
     */
    record Day(LocalDate date, boolean closed, List<Term> terms) {}

    /**
     * A part of a day in which something is lent.
     *
     * @param from when, as far as this day goes
     * @param until when, as far as this day goes
     * @param whole whether it is the whole day
     * @param pieces how many
     */
    record Term(Instant from, Instant until, boolean whole, int pieces) {

        static Term on(LocalDate day, LentItems.Taken taken) {
            var begins = OfficeTime.startOf(day);
            var ends = OfficeTime.endOf(day);
            var from = taken.startsAt().isBefore(begins) ? begins : taken.startsAt();
            var until = taken.endsAt().isAfter(ends) ? ends : taken.endsAt();
            return new Term(from, until, from.equals(begins) && until.equals(ends), taken.pieces());
        }
    }
}
