package pl.kujawskopomorskie.ngo.shared.documents;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of an exported table.
 *
 * @param name heading, unique in its table
 * @param explanation what the values mean, in a sentence or two
 * @param width in characters of the spreadsheet's font
 * @param cell takes the value from a row
 * @param <R> what a row is made from
 */
public record TableColumn<R>(String name, String explanation, int width, Function<R, Cell> cell) {

    /** A value with its type, so that a spreadsheet sorts and sums it. */
    public sealed interface Cell {

        /** Words. */
        record Text(String text) implements Cell {}

        /** A number. */
        record Number(BigDecimal number) implements Cell {}

        /** A day. */
        record Day(LocalDate day) implements Cell {}

        /** A moment, shown by the office's wall clock in XLSX and in ISO 8601 with its offset in CSV. */
        record Moment(Instant moment) implements Cell {}

        /** Yes or no. */
        record Truth(boolean truth) implements Cell {}

        /** Nothing. */
        record Empty() implements Cell {}
    }

    /** A column of words. */
    public static <R> TableColumn<R> text(
            String name, String explanation, int width, Function<R, @Nullable String> value) {
        return new TableColumn<>(name, explanation, width, row -> {
            var text = value.apply(row);
            return text == null || text.isEmpty() ? new Cell.Empty() : new Cell.Text(text);
        });
    }

    /** A column of whole numbers. */
    public static <R> TableColumn<R> number(String name, String explanation, Function<R, @Nullable Long> value) {
        return new TableColumn<>(name, explanation, 12, row -> {
            var number = value.apply(row);
            return number == null ? new Cell.Empty() : new Cell.Number(BigDecimal.valueOf(number));
        });
    }

    /** A column of amounts or measures. */
    public static <R> TableColumn<R> decimal(String name, String explanation, Function<R, @Nullable BigDecimal> value) {
        return new TableColumn<>(name, explanation, 16, row -> {
            var number = value.apply(row);
            return number == null ? new Cell.Empty() : new Cell.Number(number);
        });
    }

    /** A column of days. */
    public static <R> TableColumn<R> day(String name, String explanation, Function<R, @Nullable LocalDate> value) {
        return new TableColumn<>(name, explanation, 12, row -> {
            var day = value.apply(row);
            return day == null ? new Cell.Empty() : new Cell.Day(day);
        });
    }

    /** A column of moments. */
    public static <R> TableColumn<R> moment(String name, String explanation, Function<R, @Nullable Instant> value) {
        return new TableColumn<>(name, explanation, 20, row -> {
            var moment = value.apply(row);
            return moment == null ? new Cell.Empty() : new Cell.Moment(moment);
        });
    }

    /** A column of yes and no. */
    public static <R> TableColumn<R> truth(String name, String explanation, Function<R, Boolean> value) {
        return new TableColumn<>(name, explanation, 8, row -> new Cell.Truth(value.apply(row)));
    }
}
