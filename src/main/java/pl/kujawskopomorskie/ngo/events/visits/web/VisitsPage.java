package pl.kujawskopomorskie.ngo.events.visits.web;

import java.util.Arrays;
import java.util.List;
import pl.kujawskopomorskie.ngo.events.visits.VisitCatalogue;
import pl.kujawskopomorskie.ngo.events.visits.VisitState;
import pl.kujawskopomorskie.ngo.shared.web.Choice;

/**
 * A list of visits.
 *
 * @param query what was asked for
 * @param found what matches
 * @param mayKeep whether the reader may write a new one down
 */
record VisitsPage(VisitsQuery query, VisitCatalogue.Found found, boolean mayKeep) {

    public List<Choice> states() {
        return Arrays.stream(VisitState.values())
                .map(state -> Choice.keyed(state.name(), "events.visitState." + state.name()))
                .toList();
    }

    public List<Choice> years() {
        return found.years().stream()
                .map(year -> Choice.named(year.toString(), year.toString()))
                .toList();
    }

    /** The year that was chosen, as its choice has it. */
    public String year() {
        return query.year() == 0 ? "" : Integer.toString(query.year());
    }
}
