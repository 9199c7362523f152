package pl.kujawskopomorskie.ngo.events.teams.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.directory.OrganisationChoices.Offer;
import pl.kujawskopomorskie.ngo.events.Sector;
import pl.kujawskopomorskie.ngo.events.teams.Team;
import pl.kujawskopomorskie.ngo.events.teams.TeamMember;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.Difference;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The form of a member of a team.
 *
 * @param team that they are in
 * @param member as saved, or null for a new one
 * @param form as typed
 * @param offer of organisations of the directory
 * @param reason for deleting them, as typed
 * @param errors in what was typed
 * @param differences from what somebody else saved meanwhile
 */
record MemberPage(
        Team team,
        @Nullable TeamMember member,
        MemberForm form,
        Offer offer,
        String reason,
        FormErrors errors,
        List<Difference> differences) {

    public List<Choice> sectors() {
        return Arrays.stream(Sector.values())
                .map(sector -> Choice.keyed(sector.name(), "events.sector." + sector.name()))
                .toList();
    }

    public List<Choice> organisations() {
        return offer.choices("events.organisation.none");
    }

    MemberPage against(List<Difference> found) {
        return new MemberPage(team, member, form, offer, reason, errors, found);
    }

    /** Where it is sent. */
    public String action() {
        return desk() + "/osoby/" + (member == null ? "nowa" : member.key());
    }

    /** The team's desk. */
    public String desk() {
        return TeamDeskController.TEAMS + "/" + team.slug();
    }
}
