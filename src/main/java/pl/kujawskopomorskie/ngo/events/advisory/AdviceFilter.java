package pl.kujawskopomorskie.ngo.events.advisory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;

/**
 * Which advice is asked for.
 *
 * @param year of which year
 * @param adviserId key of an adviser, 0 for all
 * @param subject or null for all
 */
public record AdviceFilter(
        int year, long adviserId, @Nullable AdviceSubject subject) {

    /** Its first day. */
    public LocalDate from() {
        return LocalDate.of(year, 1, 1);
    }

    /** Its last day. */
    public LocalDate to() {
        return LocalDate.of(year, 12, 31);
    }

    /** Name of the subject, or empty. */
    public String subjectName() {
        return subject == null ? "" : subject.name();
    }
}
