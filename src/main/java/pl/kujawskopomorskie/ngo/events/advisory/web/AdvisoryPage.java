package pl.kujawskopomorskie.ngo.events.advisory.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;
import pl.kujawskopomorskie.ngo.events.advisory.AdviceWay;
import pl.kujawskopomorskie.ngo.events.advisory.Adviser;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisorySlots;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Choice;

/**
 * Free slots that anybody may book.
 *
 * @param query what was asked for
 * @param days with their slots
 * @param total slots of all pages
 * @param number of this page, from 1
 * @param pages how many there are, at least one
 * @param advisers who advises
 * @param weeks to choose from
 * @param year this one
 * @param hours of advice that were given in it
 */
record AdvisoryPage(
        AdvisoryQuery query,
        List<Day> days,
        long total,
        int number,
        int pages,
        List<Adviser> advisers,
        List<Choice> weeks,
        int year,
        BigDecimal hours) {

    AdvisoryPage {
        days = List.copyOf(days);
        advisers = List.copyOf(advisers);
        weeks = List.copyOf(weeks);
    }

    static List<Day> days(List<AdvisorySlots.Free> slots) {
        return slots.stream()
                .collect(Collectors.groupingBy(
                        slot -> OfficeTime.day(slot.startsAt()), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    public List<Choice> subjects() {
        return subjectChoices();
    }

    static List<Choice> subjectChoices() {
        return Arrays.stream(AdviceSubject.values())
                .map(subject -> Choice.keyed(subject.name(), "advisory.subject." + subject.name()))
                .toList();
    }

    static List<Choice> wayChoices() {
        return Arrays.stream(AdviceWay.values())
                .map(way -> Choice.keyed(way.name(), "advisory.way." + way.name()))
                .toList();
    }

    /**
     * A day with slots.
     *
     * @param date which
     * @param slots in the order of time
     */
    record Day(LocalDate date, List<AdvisorySlots.Free> slots) {}
}
