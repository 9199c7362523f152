package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.Arrays;
import java.util.List;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationKind;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.ConsultationState;
import pl.kujawskopomorskie.ngo.shared.web.Choice;

/**
 * The list of consultations.
 *
 * @param query what was asked for
 * @param rows what was found, on this page of the list
 * @param total what was found in all
 * @param number of this page of the list
 * @param pages how many pages the list has
 * @param states to choose from
 * @param kinds to choose from
 * @param years to choose from
 */
record ConsultationsPage(
        ListQuery query,
        List<ConsultationOverview> rows,
        long total,
        int number,
        int pages,
        List<Choice> states,
        List<Choice> kinds,
        List<Choice> years) {

    static ConsultationsPage from(ListQuery query, ConsultationCatalogue.Page found, List<Integer> years) {
        return new ConsultationsPage(
                query,
                found.rows(),
                found.total(),
                found.number(),
                found.pages(),
                Arrays.stream(ConsultationState.values())
                        .filter(ConsultationState::isPublic)
                        .map(state -> Choice.keyed(state.name(), "consultations.state." + state.name()))
                        .toList(),
                Arrays.stream(ConsultationKind.values())
                        .map(kind -> Choice.keyed(kind.name(), "consultations.kind." + kind.name()))
                        .toList(),
                years.stream()
                        .map(year -> Choice.named(year.toString(), year.toString()))
                        .toList());
    }

    /** Whether the list is narrowed in any way. */
    public boolean narrowed() {
        return !(query.state().isEmpty()
                && query.kind().isEmpty()
                && query.year().isEmpty()
                && query.words().isEmpty());
    }
}
