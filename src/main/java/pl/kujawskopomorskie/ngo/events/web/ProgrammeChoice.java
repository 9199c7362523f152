package pl.kujawskopomorskie.ngo.events.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.Places;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.SessionKind;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * The programme of an event as a form offers it: day by day, and what runs at the same time as one choice.
 *
 * @param days in the order of time
 */
record ProgrammeChoice(List<Day> days) {

    ProgrammeChoice {
        days = List.copyOf(days);
    }

    static ProgrammeChoice of(List<Session> programme, Places places) {
        var days = new ArrayList<Day>();
        for (var session : programme) {
            var date = OfficeTime.day(session.startsAt());
            if (days.isEmpty() || !days.getLast().date().equals(date)) {
                days.add(new Day(date, new ArrayList<>()));
            }
            var row = Row.of(session, places);
            days.getLast().slots().stream()
                    .filter(slot -> slot.rulesOut(session))
                    .findFirst()
                    .ifPresentOrElse(
                            slot -> slot.rows().add(row),
                            () -> days.getLast().slots().add(new Slot(new ArrayList<>(List.of(row)))));
        }
        return new ProgrammeChoice(days);
    }

    /**
     * A day of the programme.
     *
     * @param date which
     * @param slots in the order of time
     */
    record Day(LocalDate date, List<Slot> slots) {}

    /**
     * A session, a break, or sessions of which one person can choose one.
     *
     * @param rows at least one; of several, each overlaps each
     */
    record Slot(List<Row> rows) {

        /** Whether there is anything to choose, or only a break to know of. */
        public boolean bookable() {
            return rows.getFirst().session().bookable();
        }

        /** Whether one has to choose between sessions. */
        public boolean parallel() {
            return rows.size() > 1;
        }

        /** Whether all of them are panels. */
        public boolean panels() {
            return rows.stream().allMatch(row -> row.session().kind() == SessionKind.PANEL);
        }

        /** The name of its field. */
        public String field() {
            return (parallel() ? RegistrationForm.SLOT : RegistrationForm.SESSION)
                    + rows.getFirst().session().key();
        }

        /** First moment of the first of them. */
        public Instant startsAt() {
            return rows.getFirst().session().startsAt();
        }

        /** First moment after the last of them. */
        public Instant endsAt() {
            return rows.stream()
                    .map(row -> row.session().endsAt())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }

        /** Whether one begins later or ends earlier than the whole, so that its own time has to be told. */
        public boolean shorter(Row row) {
            return !row.session().startsAt().equals(startsAt())
                    || !row.session().endsAt().equals(endsAt());
        }

        /** What the field holds when a mode of a session is chosen. */
        public String value(Row row, Mode mode) {
            return parallel() ? RegistrationForm.ofSlot(row.session().key(), mode) : mode.name();
        }

        // Only where each rules out each: else a form of one choice would forbid what can be attended together.
        boolean rulesOut(Session other) {
            return bookable()
                    && other.bookable()
                    && rows.stream().allMatch(row -> row.session().overlaps(other));
        }
    }

    /**
     * A session with the places that are left.
     *
     * @param session which
     * @param ways in the room, by the stream, or both; none of a break
     */
    record Row(Session session, List<Way> ways) {

        static Row of(Session session, Places places) {
            var ways = new ArrayList<Way>();
            for (var mode : Mode.values()) {
                if (session.places(mode) > 0) {
                    ways.add(new Way(mode, places.free(session, mode), places.waiting(session, mode)));
                }
            }
            return new Row(session, List.copyOf(ways));
        }
    }

    /**
     * How one can take part in a session.
     *
     * @param mode in the room or by the stream
     * @param free places that are left
     * @param waiting people who wait for one
     */
    record Way(Mode mode, int free, int waiting) {}
}
