package pl.kujawskopomorskie.ngo.indicators.web;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.indicators.Average;
import pl.kujawskopomorskie.ngo.indicators.Standing;

/**
 * Where an indicator stands, in words: a tag and the sentence that gives the reason.
 *
 * @param kind of the tag
 * @param labelKey key of the tag's words
 * @param reasonKey key of the sentence
 * @param arguments of the sentence
 */
record StandingWords(String kind, String labelKey, String reasonKey, Object... arguments) {

    static StandingWords of(Standing standing) {
        return switch (standing) {
            case Standing.Met met ->
                new StandingWords(
                        "good",
                        "indicators.standing.met",
                        "indicators.standing.met.reason",
                        average(met.over()),
                        span(met.over()),
                        met.wanted());
            case Standing.OnTheWay onTheWay ->
                new StandingWords(
                        "sea",
                        "indicators.standing.onTheWay",
                        "indicators.standing.onTheWay.reason",
                        average(onTheWay.over()),
                        span(onTheWay.over()),
                        onTheWay.wanted(),
                        average(onTheWay.withCurrent()));
            case Standing.TooEarly tooEarly ->
                new StandingWords("sea", "indicators.standing.onTheWay", "indicators.standing.tooEarly.reason");
            case Standing.Behind behind ->
                new StandingWords(
                        "bad",
                        "indicators.standing.behind",
                        "indicators.standing.behind.reason",
                        average(behind.over()),
                        span(behind.over()),
                        behind.wanted());
            case Standing.FirstYear(var current, var wanted) ->
                new StandingWords(
                        "sea",
                        "indicators.standing.onTheWay",
                        "indicators.standing.firstYear.reason",
                        wanted,
                        year(current),
                        count(current));
            case Standing.MetEveryYear(var from, var to, var current, var wanted) ->
                new StandingWords(
                        "good",
                        "indicators.standing.met",
                        "indicators.standing.everyYear.reason",
                        wanted,
                        span(from, to),
                        year(current),
                        count(current));
            case Standing.MissedYears missed ->
                new StandingWords(
                        "bad",
                        "indicators.standing.behind",
                        "indicators.standing.missedYears.reason",
                        missed.wanted(),
                        missed.years() - missed.missed().size(),
                        missed.years(),
                        span(missed.from(), missed.to()),
                        missed.missed().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        year(missed.current()),
                        count(missed.current()));
            case Standing.MetInAll(var newest, var wanted) ->
                new StandingWords(
                        "good",
                        "indicators.standing.met",
                        "indicators.standing.inAll.met.reason",
                        year(newest),
                        newest.count(),
                        wanted);
            case Standing.ToComeInAll(var newest, var lastYear, var wanted) ->
                new StandingWords(
                        "sea",
                        "indicators.standing.onTheWay",
                        "indicators.standing.inAll.toCome.reason",
                        year(newest),
                        newest.count(),
                        wanted,
                        Integer.toString(lastYear));
            case Standing.ShortInAll(var newest, var wanted) ->
                new StandingWords(
                        "bad",
                        "indicators.standing.behind",
                        "indicators.standing.inAll.short.reason",
                        year(newest),
                        newest.count(),
                        wanted);
        };
    }

    /** Years as they are written: 2021–2025, or 2021. */
    static String span(int from, int to) {
        return from == to ? Integer.toString(from) : from + "–" + to;
    }

    private static String year(Standing.@Nullable Year year) {
        return year == null ? "" : Integer.toString(year.year());
    }

    /** How many the year has, -1 for no year: the sentences leave that part out then. */
    private static int count(Standing.@Nullable Year year) {
        return year == null ? -1 : year.count();
    }

    private static String span(Average average) {
        return span(average.from(), average.to());
    }

    private static Number average(Average average) {
        return average.value();
    }
}
