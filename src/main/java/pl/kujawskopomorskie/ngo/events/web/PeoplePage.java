package pl.kujawskopomorskie.ngo.events.web;

import java.util.Arrays;
import java.util.List;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.RegisteredPeople;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.shared.web.Choice;

/**
 * Who registered for an event.
 *
 * @param event which
 * @param query what was asked for
 * @param found who matches
 * @param gone whether nobody matches, but somebody did register once
 * @param programme sessions to choose from
 * @param mayRun whether the reader may take people out and see needs
 */
record PeoplePage(
        Event event,
        PeopleQuery query,
        RegisteredPeople.Found found,
        boolean gone,
        List<Session> programme,
        boolean mayRun) {

    public List<Choice> sessions() {
        return programme.stream()
                .filter(Session::bookable)
                .map(session -> Choice.named(Long.toString(session.key()), session.title()))
                .toList();
    }

    public List<Choice> modes() {
        return Arrays.stream(Mode.values())
                .map(mode -> Choice.keyed(mode.name(), "events.mode." + mode.name()))
                .toList();
    }

    public List<Choice> states() {
        return Arrays.stream(RegisteredPeople.State.values())
                .map(state -> Choice.keyed(state.name(), "events.people.state." + state.name()))
                .toList();
    }

    /** The event's desk. */
    public String desk() {
        return DeskAnswers.EVENTS + "/" + event.slug();
    }
}
