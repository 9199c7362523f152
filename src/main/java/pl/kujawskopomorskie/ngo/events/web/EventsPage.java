package pl.kujawskopomorskie.ngo.events.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.EventCatalogue;
import pl.kujawskopomorskie.ngo.events.EventKind;
import pl.kujawskopomorskie.ngo.events.EventOverview;
import pl.kujawskopomorskie.ngo.shared.web.Choice;

/**
 * The list of events, or a month of them.
 *
 * @param query what was asked for
 * @param rows what was found, on this page of the list; empty for a month
 * @param total what was found in all
 * @param number of this page of the list
 * @param pages how many pages the list has
 * @param month the calendar, or null for a list
 * @param thisMonth the month that the link to the calendar opens
 * @param kinds to choose from
 */
record EventsPage(
        EventsQuery query,
        List<EventOverview> rows,
        long total,
        int number,
        int pages,
        @Nullable MonthGrid month,
        YearMonth thisMonth,
        List<Choice> kinds) {

    static EventsPage list(EventsQuery query, EventCatalogue.Page found, LocalDate today) {
        return new EventsPage(
                query,
                found.rows(),
                found.total(),
                found.number(),
                found.pages(),
                null,
                YearMonth.from(today),
                kindChoices());
    }

    static EventsPage month(EventsQuery query, YearMonth month, List<EventOverview> found, LocalDate today) {
        return new EventsPage(
                query,
                List.of(),
                found.size(),
                1,
                1,
                MonthGrid.of(month, found, today),
                YearMonth.from(today),
                kindChoices());
    }

    /** Whether the list is narrowed in any way but by time. */
    public boolean narrowed() {
        return !(query.kind().isEmpty() && query.words().isEmpty());
    }

    /** The same list without its filters. */
    public String unfiltered() {
        if (month != null) {
            return "/wydarzenia?miesiac=" + month.month();
        }
        return query.past() ? "/wydarzenia?kiedy=" + EventsQuery.PAST : "/wydarzenia";
    }

    /** What is to come, by the same filters. */
    public String comingLink() {
        return link("");
    }

    /** What is over, by the same filters. */
    public String pastLink() {
        return link("kiedy=" + EventsQuery.PAST);
    }

    /** The calendar of this month, by the same filters. */
    public String monthLink() {
        return link("miesiac=" + thisMonth);
    }

    /** The month before the one that is shown, by the same filters; null before the first there is. */
    public @Nullable String previousLink() {
        var shown = shownMonth();
        return shown.equals(EventsQuery.FIRST_MONTH) ? null : link("miesiac=" + shown.minusMonths(1));
    }

    /** The month after the one that is shown, by the same filters; null after the last there is. */
    public @Nullable String followingLink() {
        var shown = shownMonth();
        return shown.equals(EventsQuery.LAST_MONTH) ? null : link("miesiac=" + shown.plusMonths(1));
    }

    private YearMonth shownMonth() {
        return month == null ? thisMonth : month.month();
    }

    private String link(String view) {
        var parts = Stream.of(
                        view,
                        query.kind().isEmpty() ? "" : "rodzaj=" + query.kind(),
                        query.words().isEmpty()
                                ? ""
                                : "szukaj=" + URLEncoder.encode(query.words(), StandardCharsets.UTF_8))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return parts.isEmpty() ? "/wydarzenia" : "/wydarzenia?" + parts;
    }

    private static List<Choice> kindChoices() {
        return Arrays.stream(EventKind.values())
                .map(kind -> Choice.keyed(kind.name(), "events.kind." + kind.name()))
                .toList();
    }
}
