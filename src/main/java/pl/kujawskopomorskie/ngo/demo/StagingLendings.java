package pl.kujawskopomorskie.ngo.demo;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import pl.kujawskopomorskie.ngo.events.lending.Lending;
import pl.kujawskopomorskie.ngo.events.lending.LendingItem;
import pl.kujawskopomorskie.ngo.events.lending.LendingState;
import pl.kujawskopomorskie.ngo.events.lending.Lendings;
import pl.kujawskopomorskie.ngo.events.lending.LentItems;
import pl.kujawskopomorskie.ngo.events.lending.Resource;
import pl.kujawskopomorskie.ngo.events.lending.Resources;
import pl.kujawskopomorskie.ngo.shared.text.Slug;

/** Writes the rooms, equipment and requests of {@code lending.json}. */
@Singleton
class StagingLendings {

    private static final int LONGEST_SLUG = 70;
    private static final int DAYS_ASKED_BEFORE = 12;
    private static final int DAYS_DECIDED_BEFORE = 9;

    private final DemoContent content;
    private final Resources resources;
    private final Lendings lendings;
    private final LentItems items;

    StagingLendings(DemoContent content, Resources resources, Lendings lendings, LentItems items) {
        this.content = content;
        this.resources = resources;
        this.lendings = lendings;
        this.items = items;
    }

    /** Writes them. */
    @Transactional(Transactional.TxType.MANDATORY)
    void stage(DemoCalendar calendar, Cast cast) {
        var story = content.lending();
        Map<String, Long> keys = new HashMap<>();
        for (var entry : story.resources()) {
            var saved = resources.save(new Resource(
                    null,
                    entry.kind(),
                    Slug.of(entry.name(), LONGEST_SLUG),
                    entry.name(),
                    entry.description(),
                    entry.address(),
                    entry.seats(),
                    entry.accessibility(),
                    entry.equipment(),
                    entry.openingHours(),
                    entry.pieces(),
                    null,
                    calendar.now(),
                    cast.clerk(),
                    0));
            keys.put(entry.key(), saved.key());
        }
        for (var entry : story.lendings()) {
            var from = workday(calendar.day(entry.inDays()), entry.inDays());
            var until = from.plusDays(entry.endsInDays() - (long) entry.inDays());
            var saved = lendings.save(row(entry, from, until, calendar, cast));
            items.saveAll(entry.things().entrySet().stream()
                    .map(thing -> new LendingItem(
                            null,
                            saved.key(),
                            Cast.found(keys, thing.getKey()),
                            thing.getValue(),
                            null,
                            null,
                            "",
                            null,
                            null,
                            ""))
                    .toList());
        }
    }

    private static Lending row(
            LendingStory.LendingEntry entry, LocalDate from, LocalDate until, DemoCalendar calendar, Cast cast) {
        var accepted = entry.state() == LendingState.ACCEPTED;
        return new Lending(
                null,
                UUID.randomUUID().toString(),
                null,
                null,
                entry.organisation(),
                entry.name(),
                Slug.of(entry.name(), 60).replace('-', '.') + "@example.org",
                "600 100 200",
                "pl",
                entry.purpose(),
                entry.people(),
                DemoCalendar.at(from, LocalTime.parse(entry.startsAt())),
                DemoCalendar.at(until, LocalTime.parse(entry.endsAt())),
                calendar.past(from.minusDays(DAYS_ASKED_BEFORE), LocalTime.of(10, 15)),
                accepted ? calendar.past(from.minusDays(DAYS_DECIDED_BEFORE), LocalTime.of(9, 30)) : null,
                accepted ? cast.clerk() : null,
                accepted ? true : null,
                null,
                null,
                null,
                "");
    }

    private static LocalDate workday(LocalDate day, int inDays) {
        var workday = day;
        while (workday.getDayOfWeek() == DayOfWeek.SATURDAY || workday.getDayOfWeek() == DayOfWeek.SUNDAY) {
            workday = workday.plusDays(inDays < 0 ? -1 : 1);
        }
        return workday;
    }
}
