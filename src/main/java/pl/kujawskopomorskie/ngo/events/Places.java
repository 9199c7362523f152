package pl.kujawskopomorskie.ngo.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How full sessions are: true while the caller holds their locks, and a moment ago otherwise. */
public final class Places {

    private final Map<Place, Integer> taken;
    private final Map<Place, Integer> waiting;

    Places(List<Bookings.Counted> counted, List<Bookings.Counted> lapsed) {
        taken = new HashMap<>();
        waiting = new HashMap<>();
        counted.forEach(row -> add(row, row.people()));
        lapsed.forEach(row -> add(row, -row.people()));
    }

    private void add(Bookings.Counted row, int people) {
        (row.state() == Booking.State.WAITING ? waiting : taken)
                .merge(new Place(row.sessionId(), row.mode()), people, Integer::sum);
    }

    /** Places that are taken, or offered and still to be answered. */
    public int taken(Session session, Mode mode) {
        return taken.getOrDefault(new Place(session.key(), mode), 0);
    }

    /** Places that nobody has; never below zero. */
    public int free(Session session, Mode mode) {
        return Math.max(0, session.places(mode) - taken(session, mode));
    }

    /** People who wait. */
    public int waiting(Session session, Mode mode) {
        return waiting.getOrDefault(new Place(session.key(), mode), 0);
    }

    /** Whether some people cannot have places now: there are too few, or others wait for them already. */
    public boolean tooFew(Session session, Mode mode, int people) {
        return free(session, mode) < people || waiting(session, mode) > 0;
    }

    /** What is told to who finds too few. */
    Registering.FullSession full(Session session, Mode mode) {
        return new Registering.FullSession(
                session, mode, free(session, mode), waiting(session, mode), free(session, mode.other()));
    }

    private record Place(long sessionId, Mode mode) {}
}
