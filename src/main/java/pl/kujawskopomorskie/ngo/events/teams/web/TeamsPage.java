package pl.kujawskopomorskie.ngo.events.teams.web;

import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.teams.TeamCatalogue;

/**
 * The list of teams.
 *
 * @param former whether those are shown whose last day is over
 * @param found one page of them
 * @param mayKeep whether the reader may write a new one down
 */
record TeamsPage(boolean former, TeamCatalogue.Found found, boolean mayKeep) {

    static final String FORMER = "dawne";

    static TeamsPage of(TeamCatalogue teams, @Nullable String when, @Nullable String page, boolean mayKeep) {
        var former = FORMER.equals(when);
        return new TeamsPage(
                former,
                teams.find(former, page != null && page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1),
                mayKeep);
    }
}
