package pl.kujawskopomorskie.ngo.events.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.SessionKind;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.Difference;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The form of a session.
 *
 * @param event that it belongs to
 * @param session as saved, or null for a new one
 * @param form as typed
 * @param errors in it
 * @param differences from what somebody else saved meanwhile
 */
record SessionPage(
        Event event, @Nullable Session session, SessionForm form, FormErrors errors, List<Difference> differences) {

    static SessionPage of(Event event, @Nullable Session session, SessionForm form, FormErrors errors) {
        return new SessionPage(event, session, form, errors, List.of());
    }

    SessionPage against(List<Difference> found) {
        return new SessionPage(event, session, form, errors, found);
    }

    /** Whether the next click moves people's sessions onto each other. */
    public boolean clashes() {
        return !form.agreement().isEmpty();
    }

    public List<Choice> kinds() {
        return Arrays.stream(SessionKind.values())
                .map(kind -> Choice.keyed(kind.name(), "events.sessionKind." + kind.name()))
                .toList();
    }

    /** Where it is sent. */
    public String action() {
        return desk() + "/sesje/" + (session == null ? "nowa" : session.key());
    }

    /** The event's desk. */
    public String desk() {
        return DeskAnswers.EVENTS + "/" + event.slug();
    }
}
