package pl.kujawskopomorskie.ngo.events;

import java.time.Instant;

/**
 * A session as anybody may read of it, with the places that are free. The address of its stream is not here.
 *
 * @param id key of its row
 * @param kind what it is
 * @param title as announced
 * @param description what it is about, possibly empty
 * @param startsAt first moment
 * @param endsAt first moment after it
 * @param room where in the venue, possibly empty
 * @param placesOnSite in the room, 0 when it is not held on site or nobody books it
 * @param placesOnline by the stream, 0 when it is not streamed
 * @param freeOnSite of the places in the room, those nobody has taken
 * @param freeOnline of the places by the stream, those nobody has taken
 * @param waitingOnSite people who wait for a place in the room; while some do, none is free
 * @param waitingOnline people who wait for a place by the stream; while some do, none is free
 */
public record ProgrammeSession(
        long id,
        SessionKind kind,
        String title,
        String description,
        Instant startsAt,
        Instant endsAt,
        String room,
        int placesOnSite,
        int placesOnline,
        int freeOnSite,
        int freeOnline,
        int waitingOnSite,
        int waitingOnline) {

    static ProgrammeSession of(Session session, Places places) {
        return new ProgrammeSession(
                session.key(),
                session.kind(),
                session.title(),
                session.description(),
                session.startsAt(),
                session.endsAt(),
                session.room(),
                session.placesOnSite(),
                session.placesOnline(),
                free(session, Mode.ON_SITE, places),
                free(session, Mode.ONLINE, places),
                places.waiting(session, Mode.ON_SITE),
                places.waiting(session, Mode.ONLINE));
    }

    private static int free(Session session, Mode mode, Places places) {
        return places.waiting(session, mode) > 0 ? 0 : places.free(session, mode);
    }

    /** Whether nobody can take part in both: one begins before the other ends. */
    public boolean overlaps(ProgrammeSession other) {
        return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
    }

    /** Whether anybody books it. */
    public boolean bookable() {
        return placesOnSite + placesOnline > 0;
    }
}
