package pl.kujawskopomorskie.ngo.events.teams.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.teams.TeamCatalogue.Meeting;
import pl.kujawskopomorskie.ngo.events.teams.TeamCatalogue.Whole;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The desk of a team.
 *
 * @param whole the team
 * @param purpose what it is for, by paragraphs
 * @param events that may be linked as meetings
 * @param mayKeep whether the reader may change it
 * @param reason for deleting it, as typed
 * @param errors in what was typed
 */
record TeamDeskPage(
        Whole whole, List<String> purpose, List<Choice> events, boolean mayKeep, String reason, FormErrors errors) {

    static TeamDeskPage of(Whole whole, List<Meeting> toLink, boolean mayKeep, String reason, FormErrors errors) {
        return new TeamDeskPage(
                whole,
                TeamPage.paragraphs(whole.team().purpose()),
                toLink.stream()
                        .map(event -> Choice.named(event.slug(), event.title()))
                        .toList(),
                mayKeep,
                reason,
                errors);
    }
}
