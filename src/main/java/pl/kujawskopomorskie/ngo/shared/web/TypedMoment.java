package pl.kujawskopomorskie.ngo.shared.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * A day and a time of it as a person typed them, by the clock on the office's wall. In the night in which that clock is put forward an
 * hour is missing: who types a time within it is told so. In the night in which it is put back an hour comes twice, and the first one
 * is meant.
 *
 * @param moment as far as it could be read, or null
 * @param errors in the two fields
 */
public record TypedMoment(@Nullable Instant moment, FormErrors errors) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /**
     * Reads two fields.
     *
     * @param usual the time that is meant by a day alone, or null when a time is needed
     */
    public static TypedMoment of(
            String dayField, @Nullable String day, String timeField, @Nullable String time, @Nullable LocalTime usual) {
        var typedDay = Typed.line(day);
        var typedTime = Typed.line(time);
        if (typedDay.isEmpty() && typedTime.isEmpty()) {
            return new TypedMoment(null, FormErrors.none());
        }
        var readDay = day(typedDay);
        var readTime = typedTime.isEmpty() ? usual : time(typedTime);
        var errors = FormErrors.none()
                .unless(!typedDay.isEmpty(), dayField, "events.form.day.missing")
                .unless(readDay != null, dayField, "forms.date.wrong")
                .unless(!typedTime.isEmpty() || usual != null, timeField, "events.form.time.missing")
                .unless(readTime != null, timeField, "forms.time.wrong");
        return readDay == null || readTime == null ? new TypedMoment(null, errors) : of(timeField, readDay, readTime);
    }

    private static TypedMoment of(String timeField, LocalDate day, LocalTime time) {
        var wall = day.atTime(time);
        var rules = OfficeTime.ZONE.getRules();
        if (rules.getValidOffsets(wall).isEmpty()) {
            var jump = rules.getTransition(wall);
            return new TypedMoment(
                    null,
                    FormErrors.of(
                            timeField,
                            "events.form.time.gap",
                            DAY.format(day),
                            jump.getDateTimeBefore().toLocalTime().toString(),
                            jump.getDateTimeAfter().toLocalTime().toString(),
                            time.toString()));
        }
        return new TypedMoment(wall.atZone(OfficeTime.ZONE).toInstant(), FormErrors.none());
    }

    /** A day, or null when it is none. */
    public static @Nullable LocalDate day(@Nullable String typed) {
        return Typed.day(typed);
    }

    /** A time of the day, or null when it is none. */
    public static @Nullable LocalTime time(@Nullable String typed) {
        try {
            return LocalTime.parse(Typed.line(typed));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The day of a moment as its field shows it. */
    public static String dayOf(@Nullable Instant moment) {
        return moment == null ? "" : OfficeTime.day(moment).toString();
    }

    /** The time of a moment as its field shows it. */
    public static String timeOf(@Nullable Instant moment) {
        return moment == null ? "" : OfficeTime.wallClock(moment).toLocalTime().toString();
    }
}
