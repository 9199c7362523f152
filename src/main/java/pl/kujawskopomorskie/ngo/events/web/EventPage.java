package pl.kujawskopomorskie.ngo.events.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventOverview;
import pl.kujawskopomorskie.ngo.events.EventProgramme;
import pl.kujawskopomorskie.ngo.events.ProgrammeSession;
import pl.kujawskopomorskie.ngo.events.after.Materials;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * The page of one event.
 *
 * @param programme all that is known of it
 * @param description paragraph by paragraph
 * @param days of the programme, in the order of time
 * @param linkedData for search engines, or null when it is not public
 * @param office whether the reader works in the office
 * @param materials that are everybody's
 */
record EventPage(
        EventProgramme programme,
        List<String> description,
        List<Day> days,
        @Nullable String linkedData,
        boolean office,
        List<Materials.Shown> materials) {

    static EventPage of(
            EventProgramme programme, @Nullable String linkedData, boolean office, List<Materials.Shown> materials) {
        return new EventPage(
                programme,
                Arrays.stream(programme.overview().event().description().split("\\R\\s*\\R"))
                        .filter(paragraph -> !paragraph.isBlank())
                        .toList(),
                days(programme),
                linkedData,
                office,
                materials);
    }

    /** The event. */
    public Event event() {
        return programme.overview().event();
    }

    /** The event as lists show it. */
    public EventOverview overview() {
        return programme.overview();
    }

    /** Whether how many places are free is what readers look for now. */
    public boolean counting() {
        return switch (overview().standing()) {
            case OPEN, FULL -> true;
            case DRAFTED, OPENS_LATER, OPEN_TO_ALL, CLOSED, HELD, CANCELLED -> false;
        };
    }

    private static List<Day> days(EventProgramme programme) {
        var days = new ArrayList<Day>();
        for (var session : programme.overview().sessions()) {
            var date = OfficeTime.day(session.startsAt());
            if (days.isEmpty() || !days.getLast().date().equals(date)) {
                days.add(new Day(date, new ArrayList<>()));
            }
            var slots = days.getLast().slots();
            if (slots.isEmpty()
                    || !slots.getLast().startsAt().equals(session.startsAt())
                    || !slots.getLast().endsAt().equals(session.endsAt())) {
                slots.add(new Slot(session.startsAt(), session.endsAt(), new ArrayList<>()));
            }
            slots.getLast().parts().add(new Part(session, programme.speakersOf(session)));
        }
        return days;
    }

    /**
     * A day of the programme.
     *
     * @param date which
     * @param slots in the order of time
     */
    record Day(LocalDate date, List<Slot> slots) {}

    /**
     * What is on at the same time.
     *
     * @param startsAt first moment
     * @param endsAt first moment after it
     * @param parts one session, or several to choose from
     */
    record Slot(Instant startsAt, Instant endsAt, List<Part> parts) {

        /** Whether one has to choose. */
        public boolean parallel() {
            return parts.size() > 1;
        }
    }

    /**
     * A session.
     *
     * @param session what it is, and its places
     * @param speakers who speaks
     */
    record Part(ProgrammeSession session, List<EventProgramme.Speaker> speakers) {}
}
