package pl.kujawskopomorskie.ngo.events.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.AttendanceRows;
import pl.kujawskopomorskie.ngo.events.DoorCounts;
import pl.kujawskopomorskie.ngo.events.DoorTime;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.HeadCount;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.SettlingRefusal;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Who came to an event.
 *
 * @param event which
 * @param query what was asked for
 * @param found who matches
 * @param counts how many came
 * @param counted people who were counted and not named, the newest first
 * @param parts how many files each of what is printed comes in
 * @param doubts whom phones let in and the portal refused
 * @param time when its door is open, or null while it has no programme
 * @param now the moment
 * @param mayRun whether the reader keeps the list
 * @param walkIn as typed
 * @param head as typed
 * @param errors in what was typed
 */
record AttendancePage(
        Event event,
        AttendanceQuery query,
        AttendanceRows.Found found,
        DoorCounts.Counts counts,
        List<HeadCount> counted,
        int parts,
        List<SettlingRefusal.Unsettled> doubts,
        @Nullable DoorTime time,
        Instant now,
        boolean mayRun,
        DoorForms.WalkIn walkIn,
        AttendanceForms.Heads head,
        FormErrors errors) {

    AttendancePage {
        counted = List.copyOf(counted);
        doubts = List.copyOf(doubts);
    }

    /** Whether the reader may tick people now. */
    public boolean mayTick() {
        return mayRun
                && event.publishedAt() != null
                && event.cancelledAt() == null
                && time != null
                && !now.isBefore(time.begins());
    }

    /** Whether the reader may stand at its door today. */
    public boolean doorOpen() {
        return mayTick() && time != null && time.covers(now);
    }

    /** Whether the reader may get its door ready, before the day or on it. */
    public boolean doorAhead() {
        return mayRun
                && event.publishedAt() != null
                && event.cancelledAt() == null
                && time != null
                && now.isBefore(time.ends());
    }

    /** Whether people came to the event and nobody noted who of them went into a session. */
    public boolean notApart(DoorCounts.InSession one) {
        return one.came() == 0 && counts.came() > 0;
    }

    /** Whether somebody is noted already where the list would note them. */
    public boolean noted(AttendanceRows.Person person) {
        return person.presences().stream()
                .filter(presence -> presence.mode() == Mode.ON_SITE)
                .anyMatch(presence -> query.session().isEmpty()
                        ? presence.sessionId() == null
                        : query.session().equals(String.valueOf(presence.sessionId())));
    }

    /** The numbers that hold, at most one of each mode. */
    public List<HeadCount> heads() {
        return Arrays.stream(Mode.values())
                .flatMap(mode ->
                        counted.stream().filter(one -> one.mode() == mode).limit(1))
                .toList();
    }

    public List<Choice> sessions() {
        return counts.sessions().stream()
                .map(one -> Choice.named(
                        Long.toString(one.session().key()), one.session().title()))
                .toList();
    }

    public List<Choice> stands() {
        return Stream.of(AttendanceRows.Stand.CAME, AttendanceRows.Stand.ABSENT)
                .map(stand -> Choice.keyed(stand.name(), "events.attendance.stand." + stand.name()))
                .toList();
    }

    public List<Choice> modes() {
        return Arrays.stream(Mode.values())
                .map(mode -> Choice.keyed(mode.name(), "events.mode." + mode.name()))
                .toList();
    }

    /** The numbers of the parts, from 1. */
    public List<Integer> partNumbers() {
        return IntStream.rangeClosed(1, parts).boxed().toList();
    }

    /** A number for the entry that a form will make. */
    public String newId() {
        return UUID.randomUUID().toString();
    }

    /** The event's desk. */
    public String desk() {
        return DeskAnswers.EVENTS + "/" + event.slug();
    }

    /** Where the page is. */
    public String here() {
        return desk() + "/obecnosc";
    }
}
