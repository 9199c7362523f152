package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.Arrays;
import java.util.List;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.ConsultationState;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.HomeDoor;

/**
 * All consultations as the office sees them.
 *
 * @param query what was asked for
 * @param rows what was found, on this page of the list
 * @param total what was found in all
 * @param number of this page of the list
 * @param pages how many pages the list has
 * @param states to choose from
 * @param waiting what waits for the reader
 * @param mayRun whether the reader may begin a new one
 */
record DeskPage(
        ListQuery query,
        List<ConsultationOverview> rows,
        long total,
        int number,
        int pages,
        List<Choice> states,
        List<HomeDoor.Fact> waiting,
        boolean mayRun) {

    static DeskPage from(
            ListQuery query, ConsultationCatalogue.Page found, List<HomeDoor.Fact> waiting, boolean mayRun) {
        return new DeskPage(
                query,
                found.rows(),
                found.total(),
                found.number(),
                found.pages(),
                Arrays.stream(ConsultationState.values())
                        .map(state -> Choice.keyed(state.name(), "consultations.state." + state.name()))
                        .toList(),
                waiting,
                mayRun);
    }
}
