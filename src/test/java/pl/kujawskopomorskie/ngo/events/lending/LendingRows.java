package pl.kujawskopomorskie.ngo.events.lending;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** Rooms, equipment and requests for tests, each with a slug of its own. */
@Singleton
public final class LendingRows {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Resources resources;
    private final AskingToBorrow asking;

    LendingRows(Resources resources, AskingToBorrow asking) {
        this.resources = resources;
        this.asking = asking;
    }

    /** A room that is open every day from 8 to 20. */
    public Resource room() {
        var hours = new EnumMap<DayOfWeek, OpeningHours.Hours>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            hours.put(day, new OpeningHours.Hours(LocalTime.of(8, 0), LocalTime.of(20, 0)));
        }
        return saved(ResourceKind.ROOM, 1, new OpeningHours(hours).kept());
    }

    public Resource equipment(int pieces) {
        return saved(ResourceKind.EQUIPMENT, pieces, "");
    }

    private Resource saved(ResourceKind kind, int pieces, String hours) {
        var number = NEXT.incrementAndGet();
        var room = kind == ResourceKind.ROOM;
        return resources.save(new Resource(
                null,
                kind,
                (room ? "sala-" : "sprzet-") + number,
                (room ? "Sala Testowa " : "Sprzęt Testowy ") + number,
                "Opis.",
                room ? "Toruń, plac Teatralny 2" : "",
                room ? 20 : 0,
                room ? "Bez progów." : "",
                room ? "Rzutnik." : "",
                hours,
                pieces,
                null,
                TestClock.START,
                null,
                0));
    }

    /** A request for one thing on a day counted from the start of the tests' clock. */
    public Lending asked(Actor person, Resource resource, int days, int fromHour, int untilHour) {
        var asked = asking.ask(
                entry(Map.of(resource.key(), 1), at(days, fromHour), at(days, untilHour)),
                person,
                null,
                Language.POLISH);
        return ((AskingToBorrow.Asked.Done) asked).lending();
    }

    /** What somebody states who asks. */
    public static LendingEntry entry(Map<Long, Integer> pieces, Instant startsAt, Instant endsAt) {
        return new LendingEntry(
                UUID.randomUUID().toString(), pieces, startsAt, endsAt, "Zebranie.", 12, "", "Klub Sportowy", true);
    }

    /** An hour on the office's wall, some days from the start of the tests' clock. */
    public static Instant at(int days, int hour) {
        return OfficeTime.day(TestClock.START)
                .plusDays(days)
                .atTime(hour, 0)
                .atZone(OfficeTime.ZONE)
                .toInstant();
    }
}
