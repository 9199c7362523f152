package pl.kujawskopomorskie.ngo.demo;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.events.advisory.Advice;
import pl.kujawskopomorskie.ngo.events.advisory.AdviceWay;
import pl.kujawskopomorskie.ngo.events.advisory.Advices;
import pl.kujawskopomorskie.ngo.events.advisory.Adviser;
import pl.kujawskopomorskie.ngo.events.advisory.Advisers;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisoryBooking;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisoryBookings;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisorySlot;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisorySlots;
import pl.kujawskopomorskie.ngo.shared.text.Slug;

/** Writes the advisers of {@code advisory.json}, their slots, who has some of them, and the advice of two years. */
@Singleton
class StagingAdvisory {

    private static final int LONGEST_SLUG = 70;

    /** How long one advice takes, in quarters of an hour, in turn. */
    private static final List<Integer> LENGTHS = List.of(4, 6, 3, 8, 5, 4, 2, 7);

    private final DemoContent content;
    private final Advisers advisers;
    private final AdvisorySlots slots;
    private final AdvisoryBookings bookings;
    private final Advices advices;

    StagingAdvisory(
            DemoContent content, Advisers advisers, AdvisorySlots slots, AdvisoryBookings bookings, Advices advices) {
        this.content = content;
        this.advisers = advisers;
        this.slots = slots;
        this.bookings = bookings;
        this.advices = advices;
    }

    /** Writes them, after the organisations. */
    @Transactional(Transactional.TxType.MANDATORY)
    void stage(DemoCalendar calendar, Cast cast) {
        var story = content.advisory();
        Map<String, Adviser> known = new LinkedHashMap<>();
        Map<String, Long> published = new HashMap<>();
        for (var entry : story.advisers()) {
            var adviser = advisers.save(new Adviser(
                    null,
                    Slug.of(entry.name(), LONGEST_SLUG),
                    entry.name(),
                    entry.subjects().stream().map(Enum::name).collect(Collectors.joining(",")),
                    entry.bio(),
                    entry.place(),
                    null,
                    null,
                    calendar.now(),
                    cast.clerk(),
                    0));
            known.put(entry.key(), adviser);
            publish(story, entry, adviser, calendar, cast, published);
        }
        for (var entry : story.booked()) {
            book(entry, published, calendar);
        }
        story.years().forEach(year -> give(year, List.copyOf(known.values()), calendar, cast));
    }

    private void publish(
            AdvisoryStory story,
            AdvisoryStory.AdviserEntry entry,
            Adviser adviser,
            DemoCalendar calendar,
            Cast cast,
            Map<String, Long> published) {
        var day = calendar.day(1).with(TemporalAdjusters.nextOrSame(entry.weekday()));
        for (var week = 1; week <= story.futureWeeks(); week++) {
            for (var number = 1; number <= story.slotsADay(); number++) {
                var startsAt =
                        DemoCalendar.at(day, LocalTime.parse(entry.startsAt()).plusHours(number - 1L));
                var slot = slots.save(new AdvisorySlot(
                        null,
                        adviser.key(),
                        startsAt,
                        startsAt.plus(Duration.ofHours(1)),
                        entry.way(),
                        entry.address().isEmpty() ? entry.place() : entry.address(),
                        null,
                        calendar.now(),
                        cast.clerk()));
                published.put(entry.key() + "/" + week + "/" + number, slot.key());
            }
            day = day.plusWeeks(1);
        }
    }

    private void book(AdvisoryStory.BookedEntry entry, Map<String, Long> published, DemoCalendar calendar) {
        var email = Slug.of(entry.name(), 60).replace('-', '.') + "@example.org";
        bookings.save(new AdvisoryBooking(
                null,
                Cast.found(published, entry.adviser() + "/" + entry.week() + "/" + entry.slot()),
                UUID.randomUUID().toString(),
                null,
                null,
                entry.organisation(),
                entry.name(),
                email,
                email,
                "600 100 200",
                "pl",
                entry.subject(),
                entry.question(),
                calendar.now(),
                null,
                calendar.now(),
                null,
                null,
                "",
                null,
                null));
    }

    /** Spreads the hours of a year over its days, or over those that are over. */
    private void give(AdvisoryStory.YearEntry entry, List<Adviser> known, DemoCalendar calendar, Cast cast) {
        var today = calendar.day(0);
        var first = LocalDate.of(today.getYear() - entry.yearsAgo(), 1, 1);
        var last = entry.yearsAgo() == 0 ? today : first.plusYears(1).minusDays(1);
        var lengths = new ArrayList<Integer>();
        var left = entry.quarters();
        while (left > 0) {
            var length = Math.min(left, LENGTHS.get(lengths.size() % LENGTHS.size()));
            lengths.add(length);
            left -= length;
        }
        var days = ChronoUnit.DAYS.between(first, last);
        var organisations = cast.organisations().values().stream()
                .sorted(Comparator.comparing(organisation -> organisation.slug()))
                .toList();
        var given = new ArrayList<Advice>();
        for (var number = 0; number < lengths.size(); number++) {
            var adviser = known.get(number % known.size());
            var subjects = adviser.subjectList();
            var organisation = organisations.get(number * 7 % organisations.size());
            var day = first.plusDays(days * number / lengths.size());
            given.add(new Advice(
                    null,
                    null,
                    UUID.randomUUID().toString(),
                    adviser.key(),
                    day,
                    subjects.get(number / known.size() % subjects.size()),
                    number % 3 == 0 ? AdviceWay.PHONE : (number % 3 == 1 ? AdviceWay.ON_SITE : AdviceWay.ONLINE),
                    lengths.get(number),
                    organisation.key(),
                    organisation.name(),
                    "",
                    calendar.past(day, LocalTime.of(15, 0)),
                    cast.clerk(),
                    0));
        }
        advices.saveAll(given);
    }
}
