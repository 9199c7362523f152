package pl.kujawskopomorskie.ngo.events.web;

import java.time.YearMonth;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.EventFilter;
import pl.kujawskopomorskie.ngo.events.EventKind;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/**
 * What the address of the list of events asks for. What it asks wrongly counts as not asked: an address that was mistyped or is old
 * still shows a list.
 *
 * @param past whether those that are over are asked for
 * @param month that is shown as a calendar, or null for a list
 * @param kind as the address has it, or empty
 * @param words as typed
 * @param number of the page, from 1
 */
record EventsQuery(boolean past, @Nullable YearMonth month, String kind, String words, int number) {

    static final String PAST = "minione";

    // No clerk can type a date before or after.
    static final YearMonth FIRST_MONTH = YearMonth.of(2000, 1);
    static final YearMonth LAST_MONTH = YearMonth.of(2100, 12);

    private static final int PAGE_SIZE = 20;
    private static final int LONGEST_WORDS = 200;

    static EventsQuery of(
            @Nullable String when,
            @Nullable String month,
            @Nullable String kind,
            @Nullable String words,
            @Nullable String number) {
        return new EventsQuery(
                PAST.equals(when),
                month(month),
                kind == null ? "" : kindNamed(kind),
                limited(Typed.line(words)),
                number != null && number.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(number) : 1);
    }

    /** The kind that is asked for, or null for all. */
    @Nullable
    EventKind eventKind() {
        return kind.isEmpty() ? null : EventKind.valueOf(kind);
    }

    EventFilter filter() {
        return new EventFilter(
                past ? EventFilter.Span.PAST : EventFilter.Span.COMING, eventKind(), words, number, PAGE_SIZE);
    }

    private static @Nullable YearMonth month(@Nullable String asked) {
        var month = asked != null && asked.matches("[0-9]{4}-(0[1-9]|1[0-2])") ? YearMonth.parse(asked) : null;
        return month == null || month.isBefore(FIRST_MONTH) || month.isAfter(LAST_MONTH) ? null : month;
    }

    /** The name of a kind, however its letters are typed, or empty. */
    static String kindNamed(String asked) {
        return Arrays.stream(EventKind.values())
                .map(Enum::name)
                .filter(name -> name.equalsIgnoreCase(asked))
                .findFirst()
                .orElse("");
    }

    private static String limited(String words) {
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
    }
}
