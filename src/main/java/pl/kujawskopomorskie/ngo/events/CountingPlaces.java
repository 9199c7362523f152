package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Counts places from the rows of bookings, in two queries for however many sessions. */
@Singleton
public class CountingPlaces {

    private final Bookings bookings;

    CountingPlaces(Bookings bookings) {
        this.bookings = bookings;
    }

    /** How full the sessions are at a moment. */
    public Places of(Collection<Session> sessions, Instant now) {
        if (sessions.isEmpty()) {
            return new Places(List.of(), List.of());
        }
        var ids = sessions.stream().map(Session::key).toList();
        var events = sessions.stream().map(Session::eventId).distinct().toList();
        return new Places(bookings.counted(ids, now), bookings.lapsed(events, ids, now));
    }
}
