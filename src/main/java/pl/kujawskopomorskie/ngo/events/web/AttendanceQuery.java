package pl.kujawskopomorskie.ngo.events.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** What a form brings along of the page that it stands on. */
    static AttendanceQuery of(@Nullable Map<String, String> body) {
        return body == null ? none() : of(body.get("szukaj"), body.get("sesja"), body.get("kto"), body.get("strona"));
    }

    /** Nothing but a session. */
    static AttendanceQuery ofSession(@Nullable String session) {
        return of(null, session, null, null);
    }

    static AttendanceQuery none() {
        return ofSession(null);
    }

    /** What of an address asks for the same; empty for nothing. */
    String address() {
        var asked = Stream.of(
                        Map.entry("szukaj", words),
                        Map.entry("sesja", session),
                        Map.entry("kto", stand),
                        Map.entry("strona", page == 1 ? "" : String.valueOf(page)))
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return asked.isEmpty() ? "" : "?" + asked;
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
