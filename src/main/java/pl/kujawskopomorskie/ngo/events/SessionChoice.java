package pl.kujawskopomorskie.ngo.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** Rules of what can be chosen together from the programme of an event. */
final class SessionChoice {

    private SessionChoice() {}

    /** At least one session of the programme, each in a mode in which it is held, and none at the time of another. */
    static FormErrors check(List<Session> programme, Map<Long, Mode> chosen) {
        var sessions = new ArrayList<Session>();
        for (var session : programme) {
            var mode = chosen.get(session.key());
            if (mode != null && session.places(mode) > 0) {
                sessions.add(session);
            }
        }
        if (sessions.isEmpty() || sessions.size() < chosen.size()) {
            return FormErrors.of("sessions", "events.register.sessions.missing");
        }
        for (int one = 0; one < sessions.size(); one++) {
            for (int other = one + 1; other < sessions.size(); other++) {
                if (sessions.get(one).overlaps(sessions.get(other))) {
                    return FormErrors.of(
                            "sessions",
                            "events.register.sessions.overlap",
                            sessions.get(one).title(),
                            sessions.get(other).title());
                }
            }
        }
        return FormErrors.none();
    }

    /** The mode in which a session was chosen. */
    static Mode mode(Map<Long, Mode> chosen, Session session) {
        return Objects.requireNonNull(chosen.get(session.key()), "a session that was not chosen");
    }

    /** When the last session ends, or null without any. */
    static @Nullable Instant end(List<Session> programme) {
        return programme.stream().map(Session::endsAt).max(Instant::compareTo).orElse(null);
    }
}
