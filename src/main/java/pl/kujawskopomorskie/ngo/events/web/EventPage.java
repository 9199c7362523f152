package pl.kujawskopomorskie.ngo.events.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventOverview;
import pl.kujawskopomorskie.ngo.events.EventProgramme;
import pl.kujawskopomorskie.ngo.events.LookingAtRegistration;
import pl.kujawskopomorskie.ngo.events.ProgrammeSession;
import pl.kujawskopomorskie.ngo.events.SessionKind;
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
 * @param living the registration that the reader has for it, or null
 * @param materials that are everybody's
 */
record EventPage(
        EventProgramme programme,
        List<String> description,
        List<Day> days,
        @Nullable String linkedData,
        boolean office,
        LookingAtRegistration.@Nullable Living living,
        List<Materials.Shown> materials) {

    static EventPage of(
            EventProgramme programme,
            @Nullable String linkedData,
            boolean office,
            LookingAtRegistration.@Nullable Living living,
            List<Materials.Shown> materials) {
        return new EventPage(
                programme,
                Arrays.stream(programme.overview().event().description().split("\\R\\s*\\R"))
                        .filter(paragraph -> !paragraph.isBlank())
                        .toList(),
                days(programme),
                linkedData,
                office,
                living,
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

    /** Whether anybody who need not register takes part by the stream alone. */
    public boolean onlyOnline() {
        return overview().online() && !overview().onSite();
    }

    /** Whether it is still to come, or going on: so that one can prepare for it. */
    public boolean ahead() {
        return switch (overview().standing()) {
            case DRAFTED, OPENS_LATER, OPEN, FULL, OPEN_TO_ALL, CLOSED -> true;
            case HELD, CANCELLED -> false;
        };
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
            var part = new Part(session, programme.speakersOf(session));
            var choosable = isChoosable(session, programme.overview());
            days.getLast().slots().stream()
                    .filter(slot -> choosable && slot.choosable() && slot.overlaps(session))
                    .findFirst()
                    .ifPresentOrElse(
                            slot -> slot.parts().add(part),
                            () -> days.getLast().slots().add(new Slot(choosable, new ArrayList<>(List.of(part)))));
        }
        return days;
    }

    // Nobody chooses between a panel and the coffee beside it. Where nothing is booked, people choose by going there.
    private static boolean isChoosable(ProgrammeSession session, EventOverview overview) {
        return session.kind() != SessionKind.BREAK && (session.bookable() || !overview.bookable());
    }

    /**
     * A day of the programme.
     *
     * @param date which
     * @param slots in the order of time
     */
    record Day(LocalDate date, List<Slot> slots) {}

    /**
     * What is on at the same time, or overlaps.
     *
     * @param choosable whether it is what people choose from
     * @param parts one session, or several to choose from
     */
    record Slot(boolean choosable, List<Part> parts) {

        /** First moment of the first of them. */
        public Instant startsAt() {
            return parts.getFirst().session().startsAt();
        }

        /** First moment after the last of them. */
        public Instant endsAt() {
            return parts.stream()
                    .map(part -> part.session().endsAt())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }

        /** Whether one has to choose. */
        public boolean parallel() {
            return parts.size() > 1;
        }

        /** Whether a part begins later or ends earlier than the whole, so that its own time has to be told. */
        public boolean shorter(Part part) {
            return !part.session().startsAt().equals(startsAt())
                    || !part.session().endsAt().equals(endsAt());
        }

        boolean overlaps(ProgrammeSession other) {
            return parts.stream().map(Part::session).anyMatch(session -> session.overlaps(other));
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
