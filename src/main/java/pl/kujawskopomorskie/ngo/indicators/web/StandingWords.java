package pl.kujawskopomorskie.ngo.indicators.web;

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
        };
    }

    /** Years as they are written: 2021–2025, or 2021. */
    static String span(int from, int to) {
        return from == to ? Integer.toString(from) : from + "–" + to;
    }

    private static String span(Average average) {
        return span(average.from(), average.to());
    }

    private static Number average(Average average) {
        return average.value();
    }
}
