package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.TypedMoment;

/** The small forms of an event's desk. */
final class DeskForms {

    private DeskForms() {}

    /** Why an event is cancelled. */
    @Introspected
    @Serdeable
    record Cancel(@Nullable String cancelReason) {}

    /** What the copy is called and when it begins. */
    @Introspected
    @Serdeable
    record Copy(@Nullable String title, @Nullable String firstDay) {}

    /** Further days of a training. */
    @Introspected
    @Serdeable
    record Repeat(
            @Nullable String day1,
            @Nullable String day2,
            @Nullable String day3,
            @Nullable String day4,
            @Nullable String day5,
            @Nullable String day6) {

        static Repeat fresh() {
            return new Repeat("", "", "", "", "", "");
        }

        /** The days as typed, in the order of the form. */
        public List<String> typed() {
            var all = new ArrayList<String>();
            for (var day : new String[] {day1, day2, day3, day4, day5, day6}) {
                all.add(day == null ? "" : Typed.line(day));
            }
            return all;
        }

        List<LocalDate> days() {
            var days = new ArrayList<LocalDate>();
            for (var day : typed()) {
                var read = TypedMoment.day(day);
                if (read != null) {
                    days.add(read);
                }
            }
            return days;
        }

        FormErrors errors() {
            var errors = FormErrors.none();
            var number = 1;
            for (var day : typed()) {
                errors = errors.unless(
                        day.isEmpty() || TypedMoment.day(day) != null, "day" + number, "forms.date.wrong");
                number++;
            }
            return errors;
        }
    }

    /** Where in the queue somebody is put, and why. */
    @Introspected
    @Serdeable
    record Move(@Nullable String rank, @Nullable String reason) {}
}
