package pl.kujawskopomorskie.ngo.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.time.DayOfWeek;
import java.util.List;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;
import pl.kujawskopomorskie.ngo.events.advisory.AdviceWay;

/**
 * The file {@code advisory.json}.
 *
 * @param advisers who advises
 * @param years how much advice was given in which
 * @param futureWeeks for how many weeks slots are published
 * @param slotsADay how many on the adviser's day, an hour each
 * @param booked which of them somebody has
 */
@Serdeable
record AdvisoryStory(
        List<AdviserEntry> advisers, List<YearEntry> years, int futureWeeks, int slotsADay, List<BookedEntry> booked) {

    /**
     * An adviser.
     *
     * @param key by which other parts of the file name them
     * @param name invented
     * @param subjects what they advise on
     * @param bio a few sentences
     * @param place where they sit
     * @param weekday on which they advise
     * @param startsAt hour in Warsaw of the first slot
     * @param way how
     * @param address of the call, or empty for the place
     */
    @Serdeable
    record AdviserEntry(
            String key,
            String name,
            List<AdviceSubject> subjects,
            String bio,
            String place,
            DayOfWeek weekday,
            String startsAt,
            AdviceWay way,
            String address) {}

    /**
     * How much advice was given in a year.
     *
     * @param yearsAgo 0 for this one
     * @param quarters of an hour in all
     */
    @Serdeable
    record YearEntry(int yearsAgo, int quarters) {}

    /**
     * A slot that somebody has.
     *
     * @param adviser key
     * @param week 1 for the first one with slots
     * @param slot of the day, from 1
     * @param name invented
     * @param organisation invented
     * @param subject what it is about
     * @param question the same in words
     */
    @Serdeable
    record BookedEntry(
            String adviser,
            int week,
            int slot,
            String name,
            String organisation,
            AdviceSubject subject,
            String question) {}
}
