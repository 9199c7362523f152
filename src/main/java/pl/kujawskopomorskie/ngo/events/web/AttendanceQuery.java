package pl.kujawskopomorskie.ngo.events.web;

import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.AttendanceRows;

/**
 * What the address of a list of attendance asks for. What it asks wrongly counts as not asked.
 *
 * @param words as typed
 * @param session key of a session as the address has it, or empty
 * @param stand as the address has it, or empty
 * @param page from 1
 */
record AttendanceQuery(String words, String session, String stand, int page) {

    private static final int PAGE_SIZE = 50;

    static AttendanceQuery of(
            @Nullable String words, @Nullable String session, @Nullable String stand, @Nullable String page) {
        return new AttendanceQuery(
                EventListQuery.words(words),
                session != null && session.matches("[0-9]{1,18}") ? session : "",
                EventListQuery.named(AttendanceRows.Stand.values(), stand),
                EventListQuery.page(page));
    }

    /** Nothing but a session. */
    static AttendanceQuery of(@Nullable String session) {
        return of(null, session, null, null);
    }

    AttendanceRows.Filter filter() {
        return new AttendanceRows.Filter(
                words,
                session.isEmpty() ? 0 : Long.parseLong(session),
                stand.isEmpty() ? AttendanceRows.Stand.ALL : AttendanceRows.Stand.valueOf(stand),
                page,
                PAGE_SIZE);
    }

    @Nullable
    Long sessionId() {
        return session.isEmpty() ? null : Long.valueOf(session);
    }

    /** Whether anything is asked at all. */
    public boolean narrowed() {
        return !(words.isEmpty() && session.isEmpty() && stand.isEmpty());
    }
}
