package pl.kujawskopomorskie.ngo.events.teams;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Sector;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What a clerk states of a member of a team; see {@link TeamMember} for what each means.
 *
 * @param name of the person
 * @param role what they do in the team
 * @param sector whom they come from, or null when none was chosen
 * @param body whom they represent, in words
 * @param organisation slug of the same in the directory, or empty
 * @param shown whether everybody may see the name
 * @param memberFrom first day, or null when none was typed
 * @param memberTo last day, or null
 */
public record MemberEntry(
        String name,
        String role,
        @Nullable Sector sector,
        String body,
        String organisation,
        boolean shown,
        @Nullable LocalDate memberFrom,
        @Nullable LocalDate memberTo) {

    /**
     * What is wrong with it, in the order of the form.
     *
     * @param old the member as saved, or null of a new one: whose name was forgotten has none, and shows none
     */
    FormErrors check(Team team, @Nullable TeamMember old) {
        var last = team.activeTo();
        return FormErrors.none()
                .unless(
                        !name.isEmpty() || old != null && old.name().isEmpty() && !shown,
                        "name",
                        "events.member.name.missing")
                .unless(Typed.length(name) <= 200, "name", "forms.tooLong", 200)
                .unless(Typed.length(role) <= 200, "role", "forms.tooLong", 200)
                .unless(sector != null, "sector", "events.member.sector.missing")
                .unless(Typed.length(body) <= 300, "body", "forms.tooLong", 300)
                .unless(memberFrom != null, "memberFrom", "events.member.from.missing")
                .unless(
                        memberFrom == null || last == null || !memberFrom.isAfter(last),
                        "memberFrom",
                        "events.member.from.late")
                .unless(
                        memberFrom == null || memberTo == null || !memberTo.isBefore(memberFrom),
                        "memberTo",
                        "events.member.to.wrong");
    }

    /** The member that this makes: a new one, or the old one changed. */
    TeamMember of(
            long teamId, String formToken, @Nullable TeamMember old, String bodyName, @Nullable Long organisationId) {
        return new TeamMember(
                old == null ? null : old.id(),
                teamId,
                old == null ? formToken : old.formToken(),
                name,
                role,
                Objects.requireNonNull(sector),
                bodyName,
                organisationId,
                shown,
                Objects.requireNonNull(memberFrom),
                memberTo,
                old == null ? 0 : old.revision());
    }

    /** Names of the fields in which two differ, for the audit log. */
    static List<String> changed(TeamMember old, TeamMember changed) {
        var fields = new ArrayList<String>();
        TeamEntry.note(fields, "NAME", old.name(), changed.name());
        TeamEntry.note(fields, "ROLE", old.role(), changed.role());
        TeamEntry.note(fields, "SECTOR", old.sector(), changed.sector());
        TeamEntry.note(fields, "BODY", old.body(), changed.body());
        TeamEntry.note(fields, "ORGANISATION", old.organisationId(), changed.organisationId());
        TeamEntry.note(fields, "SHOWN", old.shown(), changed.shown());
        TeamEntry.note(fields, "MEMBER_FROM", old.memberFrom(), changed.memberFrom());
        TeamEntry.note(fields, "MEMBER_TO", old.memberTo(), changed.memberTo());
        return fields;
    }
}
