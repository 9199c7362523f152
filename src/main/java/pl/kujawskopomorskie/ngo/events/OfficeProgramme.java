package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** The programme of an event with how full it is, for its office. Three queries, however long it is. */
@Singleton
public class OfficeProgramme {

    private final Sessions sessions;
    private final Speakers speakers;
    private final ProgrammeRows rows;
    private final Clock clock;

    OfficeProgramme(Sessions sessions, Speakers speakers, ProgrammeRows rows, Clock clock) {
        this.sessions = sessions;
        this.speakers = speakers;
        this.rows = rows;
        this.clock = clock;
    }

    /** As it stands now. */
    public Programme of(Event event) {
        var now = OfficeTime.now(clock);
        var all = sessions.of(event.key());
        Map<Long, List<Speaker>> named =
                speakers.of(event.key()).stream().collect(Collectors.groupingBy(Speaker::sessionId));
        // Cancelling ended all places, and whoever had one is still to be thought of.
        var found =
                event.cancelledAt() == null ? rows.numbers(event.key(), now) : rows.numbersWhenCancelled(event.key());
        Map<Long, List<ProgrammeRows.PlaceNumbers>> numbers =
                found.stream().collect(Collectors.groupingBy(ProgrammeRows.PlaceNumbers::sessionId));
        var lines = all.stream()
                .map(session -> {
                    var ofSession = numbers.getOrDefault(session.key(), List.of());
                    return new Line(
                            session,
                            named.getOrDefault(session.key(), List.of()),
                            List.of(
                                    numbers(session, Mode.ON_SITE, ofSession),
                                    numbers(session, Mode.ONLINE, ofSession)));
                })
                .toList();
        var endsAt = all.stream().map(Session::endsAt).max(Instant::compareTo).orElse(null);
        return new Programme(lines, EventState.of(event, endsAt, now), endsAt != null && now.isBefore(endsAt));
    }

    private static Numbers numbers(Session session, Mode mode, List<ProgrammeRows.PlaceNumbers> found) {
        return found.stream()
                .filter(row -> row.mode() == mode)
                .findFirst()
                .map(row ->
                        new Numbers(mode, session.places(mode), row.booked(), row.held(), row.offered(), row.waiting()))
                .orElseGet(() -> new Numbers(mode, session.places(mode), 0, 0, 0, 0));
    }

    /**
     * A programme.
     *
     * @param lines its sessions in the order of time
     * @param state of the event
     * @param lasts whether it is not over
     */
    public record Programme(List<Line> lines, EventState state, boolean lasts) {}

    /**
     * A session.
     *
     * @param session as its row keeps it
     * @param speakers in their order
     * @param numbers on site, then online
     */
    public record Line(Session session, List<Speaker> speakers, List<Numbers> numbers) {

        /** The modes that it has places or people in. */
        public List<Numbers> shown() {
            return numbers.stream()
                    .filter(each -> each.places() + each.people() > 0)
                    .toList();
        }
    }

    /**
     * How full a session is in one mode.
     *
     * @param mode in the room or by the stream
     * @param places in all
     * @param booked people with a place, confirmed; of what is cancelled all who had one or waited
     * @param held people whose place waits for the link in the mail to be opened
     * @param offered people who are asked whether they want one
     * @param waiting people who wait for one
     */
    public record Numbers(Mode mode, int places, int booked, int held, int offered, int waiting) {

        int people() {
            return taken() + waiting;
        }

        /** Places that somebody has, holds or is offered. */
        public int taken() {
            return booked + held + offered;
        }

        /** Places that nobody has; never below zero. */
        public int free() {
            return Math.max(0, places - taken());
        }
    }
}
