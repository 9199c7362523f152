package pl.kujawskopomorskie.ngo.events.web;

import java.util.Arrays;
import java.util.List;
import pl.kujawskopomorskie.ngo.events.EventKind;
import pl.kujawskopomorskie.ngo.events.OfficeEvents;
import pl.kujawskopomorskie.ngo.shared.web.Choice;

/**
 * Events as the office lists them.
 *
 * @param query what was asked for
 * @param found what matches
 * @param mayRun whether the reader may begin a new one
 */
record EventListPage(EventListQuery query, OfficeEvents.Found found, boolean mayRun) {

    static EventListPage from(EventListQuery query, OfficeEvents.Found found, boolean mayRun) {
        return new EventListPage(query, found, mayRun);
    }

    public List<Choice> stages() {
        return Arrays.stream(OfficeEvents.Stage.values())
                .map(stage -> Choice.keyed(stage.name(), "events.stage." + stage.name()))
                .toList();
    }

    public List<Choice> kinds() {
        return kindChoices();
    }

    static List<Choice> kindChoices() {
        return Arrays.stream(EventKind.values())
                .map(kind -> Choice.keyed(kind.name(), "events.kind." + kind.name()))
                .toList();
    }
}
