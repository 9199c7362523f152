package pl.kujawskopomorskie.ngo.shared.text;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Dates, numbers and amounts in one language, in the office's time zone: "20 listopada 2026, godz. 14:00",
 * "6 943 087,50 zł".
 *
 * @param language whose habits are followed
 */
public record Formats(Language language) {

    /** A day in words: 20 listopada 2026. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale()).format(day);
    }

    /** The day in the office on which the moment falls, in words. */
    public String date(Instant moment) {
        return date(OfficeTime.day(moment));
    }

    /** A day with its weekday in words, without the year: piątek, 20 listopada. */
    public String weekday(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE, d MMMM", language.locale()).format(day);
    }

    /** The day of the week in short: pt. */
    public String dayOfWeek(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEE", language.locale()).format(day);
    }

    /** A month in words: listopad 2026. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", language.locale()).format(month);
    }

    /** A moment in words, to the minute. */
    public String dateTime(Instant moment) {
        return dateTime(OfficeTime.wallClock(moment));
    }

    /** A moment by the wall clock, in words, to the minute. */
    public String dateTime(LocalDateTime moment) {
        var time = DateTimeFormatter.ofPattern("HH:mm").format(moment);
        return date(moment.toLocalDate()) + (language == Language.POLISH ? ", godz. " : ", ") + time;
    }

    /** The time of day in the office, to the minute: 14:00. */
    public String time(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm").format(OfficeTime.wallClock(moment));
    }

    /** The moment to the second, for receipts: 20 listopada 2026, godz. 14:00:07. */
    public String exactDateTime(Instant moment) {
        return dateTime(moment) + DateTimeFormatter.ofPattern(":ss").format(OfficeTime.wallClock(moment));
    }

    /**
     * The end of a term, given as the first moment after it: "3 grudnia 2026, do końca dnia" where it ends with a day,
     * otherwise the day and the time.
     */
    public String deadline(Instant end) {
        var wall = OfficeTime.wallClock(end);
        if (!wall.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return dateTime(wall);
        }
        var day = date(wall.toLocalDate().minusDays(1));
        return language == Language.POLISH ? day + ", do końca dnia" : "the end of " + day;
    }

    /** The last day of a term, given as the first moment after it. */
    public String deadlineDay(Instant end) {
        return date(OfficeTime.day(end.minusNanos(1)));
    }

    /** A day in digits, for dense tables: 20.11.2026. */
    public String shortDate(LocalDate day) {
        return DateTimeFormatter.ofPattern("dd.MM.yyyy").format(day);
    }

    /** The day of the moment in digits, for dense tables. */
    public String shortDate(Instant moment) {
        return shortDate(OfficeTime.day(moment));
    }

    /** The moment for a {@code datetime} attribute, in UTC; HTML knows no less than milliseconds. */
    public String iso(Instant moment) {
        return DateTimeFormatter.ISO_INSTANT.format(moment.truncatedTo(ChronoUnit.MILLIS));
    }

    /** A whole number with its thousands parted by a no-break space. */
    public String number(long number) {
        return grouped("#,##0").format(number);
    }

    /** An amount in złoty to the grosz: 6 943 087,50 zł. */
    public String amount(BigDecimal zloty) {
        return grouped("#,##0.00").format(zloty) + "\u00a0zł";
    }

    /** A size of a file in the unit that a person would choose. */
    public String size(long bytes) {
        if (bytes < 1024) {
            return number(bytes) + "\u00a0B";
        }
        if (bytes < 1024 * 1024) {
            return number(Math.round(bytes / 1024.0)) + "\u00a0KB";
        }
        return grouped("#,##0.#").format(bytes / 1024.0 / 1024.0) + "\u00a0MB";
    }

    private DecimalFormat grouped(String pattern) {
        var symbols = DecimalFormatSymbols.getInstance(language.locale());
        symbols.setGroupingSeparator(language == Language.POLISH ? '\u00a0' : ',');
        return new DecimalFormat(pattern, symbols);
    }
}
