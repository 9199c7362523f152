package pl.kujawskopomorskie.ngo.events.advisory;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** Advisers and slots for tests, each adviser with a slug of their own. */
@Singleton
public final class AdvisoryRows {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Advisers advisers;
    private final AdvisorySlots slots;
    private final Advices advices;

    AdvisoryRows(Advisers advisers, AdvisorySlots slots, Advices advices) {
        this.advisers = advisers;
        this.slots = slots;
        this.advices = advices;
    }

    public Adviser adviser() {
        var number = NEXT.incrementAndGet();
        return advisers.save(new Adviser(
                null,
                "doradca-" + number,
                "Zofia Doradcza " + number,
                "GDPR,LAW",
                "Prawniczka, od lat z organizacjami.",
                "Toruń, plac Teatralny 2, pokój 12",
                null,
                null,
                TestClock.START,
                null,
                0));
    }

    /** An hour of a new adviser, some days from the start of the tests' clock, from an hour on the office's wall. */
    public AdvisorySlot slot(int days, int hour) {
        return slot(adviser(), days, hour, AdviceWay.ON_SITE);
    }

    public AdvisorySlot slot(Adviser adviser, int days, int hour, AdviceWay way) {
        var startsAt = OfficeTime.day(TestClock.START)
                .plusDays(days)
                .atTime(hour, 0)
                .atZone(OfficeTime.ZONE)
                .toInstant();
        return slots.save(new AdvisorySlot(
                null,
                adviser.key(),
                startsAt,
                startsAt.plus(Duration.ofHours(1)),
                way,
                way == AdviceWay.ONLINE
                        ? "https://rozmowa.example.pl/pokoj"
                        : (way == AdviceWay.PHONE ? "" : "pokój 12"),
                null,
                TestClock.START,
                null));
    }

    /** Advice outside slots on the first day of the year. */
    public Advice advice(int year, int quarters) {
        return advices.save(new Advice(
                null,
                null,
                UUID.randomUUID().toString(),
                adviser().key(),
                LocalDate.of(year, 1, 1),
                AdviceSubject.LAW,
                AdviceWay.PHONE,
                quarters,
                null,
                "Fundacja Przykładowa",
                "",
                TestClock.START,
                null,
                0));
    }

    /** What somebody states who books. */
    public static BookingEntry entry(String email) {
        return new BookingEntry(
                UUID.randomUUID().toString(),
                AdviceSubject.GDPR,
                "Jak prowadzić rejestr czynności?",
                "Jan Pytający",
                email,
                "600 100 200",
                "Klub Sportowy",
                true);
    }
}
