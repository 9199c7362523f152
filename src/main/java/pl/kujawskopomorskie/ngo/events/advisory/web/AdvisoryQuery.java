package pl.kujawskopomorskie.ngo.events.advisory.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;
import pl.kujawskopomorskie.ngo.shared.web.TypedMoment;

/**
 * What the address of the list of free slots asks for. What it asks wrongly counts as not asked.
 *
 * @param subject name of a subject, or empty
 * @param adviser slug, or empty
 * @param week its Monday, or null for all that is to come
 * @param page from 1
 */
record AdvisoryQuery(
        String subject, String adviser, @Nullable LocalDate week, int page) {

    static AdvisoryQuery of(
            @Nullable String subject, @Nullable String adviser, @Nullable String week, @Nullable String page) {
        var day = TypedMoment.day(week);
        return new AdvisoryQuery(
                Arrays.stream(AdviceSubject.values())
                        .map(Enum::name)
                        .filter(name -> name.equals(subject))
                        .findFirst()
                        .orElse(""),
                adviser != null && adviser.matches("[a-z0-9-]{1,80}") ? adviser : "",
                day == null ? null : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                page != null && page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1);
    }

    /** The week as the address has it. */
    public String weekText() {
        return week == null ? "" : week.toString();
    }

    /** Whether anything is asked at all. */
    public boolean narrowed() {
        return !(subject.isEmpty() && adviser.isEmpty() && week == null);
    }
}
