package pl.kujawskopomorskie.ngo.events.teams.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.shared.web.Difference;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The form of a team.
 *
 * @param slug of the team, or empty for a new one
 * @param form as typed
 * @param errors in it
 * @param differences from what somebody else saved meanwhile
 */
record TeamFormPage(String slug, TeamForm form, FormErrors errors, List<Difference> differences) {

    static TeamFormPage of(String slug, TeamForm form, FormErrors errors) {
        return new TeamFormPage(slug, form, errors, List.of());
    }

    /** Where it is sent. */
    public String action() {
        return slug.isEmpty() ? TeamDeskController.TEAMS : TeamDeskController.TEAMS + "/" + slug + "/dane";
    }

    /** Where to go without saving. */
    public String back() {
        return slug.isEmpty() ? TeamDeskController.TEAMS : TeamDeskController.TEAMS + "/" + slug;
    }
}
