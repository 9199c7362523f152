package pl.kujawskopomorskie.ngo.events.teams.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Sector;
import pl.kujawskopomorskie.ngo.events.teams.KeepingTeams;
import pl.kujawskopomorskie.ngo.events.teams.MemberEntry;
import pl.kujawskopomorskie.ngo.events.teams.TeamMember;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Difference;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What a clerk types of a member of a team.
 *
 * @param find sent by the button that looks for the organisation in the directory instead of saving
 */
@Introspected
@Serdeable
record MemberForm(
        @Nullable String name,
        @Nullable String role,
        @Nullable String sector,
        @Nullable String body,
        @Nullable String organisation,
        @Nullable String find,
        @Nullable String shown,
        @Nullable String memberFrom,
        @Nullable String memberTo,
        @Nullable String formToken,
        @Nullable String revision) {

    static MemberForm fresh(LocalDate from) {
        return new MemberForm("", "", "", "", "", null, "true", from.toString(), "", KeepingTeams.newFormToken(), "0");
    }

    /** @param organisation slug of the one in the directory, or empty */
    static MemberForm of(TeamMember member, String organisation) {
        return new MemberForm(
                member.name(),
                member.role(),
                member.sector().name(),
                member.body(),
                organisation,
                null,
                Boolean.toString(member.shown()),
                member.memberFrom().toString(),
                TeamForm.day(member.memberTo()),
                "",
                Integer.toString(member.revision()));
    }

    boolean looks() {
        return find != null;
    }

    /** Days that cannot be read. */
    FormErrors mistyped() {
        return FormErrors.none()
                .unless(Typed.isDayOrNothing(memberFrom), "memberFrom", "forms.date.wrong")
                .unless(Typed.isDayOrNothing(memberTo), "memberTo", "forms.date.wrong");
    }

    MemberEntry entry() {
        return new MemberEntry(
                Typed.line(name),
                Typed.line(role),
                Arrays.stream(Sector.values())
                        .filter(each -> each.name().equals(sector))
                        .findFirst()
                        .orElse(null),
                Typed.line(body),
                chosen(),
                "true".equals(shown),
                Typed.day(memberFrom),
                Typed.day(memberTo));
    }

    /** Slug of the organisation that was chosen, or empty. */
    String chosen() {
        return Typed.line(organisation);
    }

    String token() {
        return Typed.line(formToken);
    }

    int revisionNumber() {
        return Typed.number(revision);
    }

    /** This form, to be sent once more on top of what somebody else saved. */
    MemberForm over(TeamMember saved) {
        return new MemberForm(
                name,
                role,
                sector,
                body,
                organisation,
                null,
                shown,
                memberFrom,
                memberTo,
                formToken,
                Integer.toString(saved.revision()));
    }

    /** Fields in which this differs from what is saved. */
    List<Difference> against(MemberForm saved) {
        var found = new ArrayList<Difference>();
        Difference.of(found, "events.member.name", saved.name, name);
        Difference.of(found, "events.member.role", saved.role, role);
        Difference.of(found, "events.member.sector", saved.sector, sector, "events.sector.");
        Difference.of(found, "events.member.body", saved.body, body);
        Difference.of(found, "events.organisation.chosen", saved.organisation, organisation);
        Difference.ofBox(found, "events.member.shown", saved.shown, shown);
        Difference.of(found, "events.member.from", saved.memberFrom, memberFrom);
        Difference.of(found, "events.member.to", saved.memberTo, memberTo);
        return found;
    }
}
