package pl.kujawskopomorskie.ngo.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Sector;

/**
 * The file {@code registers.json}.
 *
 * @param teams with dates as they are
 * @param visits whose years are counted from the day on which the demo is made
 */
@Serdeable
record RegistersEntry(List<TeamEntry> teams, List<VisitEntry> visits) {

    /**
     * A team.
     *
     * @param slug its address
     * @param name of the team
     * @param purpose blank lines part paragraphs
     * @param actName by which it was founded
     * @param actNumber of that act
     * @param actDate of that act
     * @param actLink to that act, possibly empty
     * @param activeFrom first day
     * @param activeTo last day, or null
     * @param members in the order in which they were written down
     * @param meetings slugs of events at which it met
     */
    @Serdeable
    record TeamEntry(
            String slug,
            String name,
            String purpose,
            String actName,
            String actNumber,
            @Nullable LocalDate actDate,
            String actLink,
            LocalDate activeFrom,
            @Nullable LocalDate activeTo,
            List<MemberEntry> members,
            List<String> meetings) {}

    /**
     * A member.
     *
     * @param name invented
     * @param role possibly empty
     * @param sector whom they come from
     * @param body whom they represent
     * @param organisation slug of the same in the directory, or null
     * @param shown whether everybody sees the name
     * @param memberFrom first day
     * @param memberTo last day, or null
     */
    @Serdeable
    record MemberEntry(
            String name,
            String role,
            Sector sector,
            String body,
            @Nullable String organisation,
            boolean shown,
            LocalDate memberFrom,
            @Nullable LocalDate memberTo) {}

    /**
     * A visit; its address is the slug of the organisation.
     *
     * @param organisation slug in the directory
     * @param organisationName as it was called
     * @param yearsAgo with {@code day}, or null with {@code inDays}
     * @param day month and day of that year, as {@code 03-14}
     * @param inDays counted from the first day of the demo
     * @param purpose what for
     * @param task the public task, possibly empty
     * @param commissioned whether the office had commissioned it
     * @param people invented officials
     * @param summary possibly empty
     * @param notes possibly empty
     * @param shown whether everybody sees it
     * @param cancelReason why it was cancelled, or null
     * @param confirmed whether a clerk said that it was made, once its day has come
     */
    @Serdeable
    record VisitEntry(
            String organisation,
            String organisationName,
            @Nullable Integer yearsAgo,
            @Nullable String day,
            @Nullable Integer inDays,
            String purpose,
            String task,
            boolean commissioned,
            List<OfficialEntry> people,
            String summary,
            String notes,
            boolean shown,
            @Nullable String cancelReason,
            boolean confirmed) {

        /** Its day; what would fall on a weekend is on the Friday before. */
        LocalDate on(DemoCalendar calendar) {
            var on = yearsAgo == null || day == null
                    ? calendar.day(inDays == null ? 0 : inDays)
                    : MonthDay.parse("--" + day).atYear(calendar.day(0).getYear() - yearsAgo);
            while (on.getDayOfWeek() == DayOfWeek.SATURDAY || on.getDayOfWeek() == DayOfWeek.SUNDAY) {
                on = on.minusDays(1);
            }
            return on;
        }
    }

    /**
     * An official.
     *
     * @param name invented
     * @param department where they work
     */
    @Serdeable
    record OfficialEntry(String name, String department) {}
}
