package pl.kujawskopomorskie.ngo.events.teams.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.teams.TeamCatalogue.Whole;

/**
 * A team as everybody sees it.
 *
 * @param whole the team
 * @param purpose what it is for, by paragraphs
 */
record TeamPage(Whole whole, List<String> purpose) {

    static TeamPage of(Whole whole) {
        return new TeamPage(whole, paragraphs(whole.team().purpose()));
    }

    static List<String> paragraphs(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
