package pl.kujawskopomorskie.ngo.events.teams.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.teams.KeepingTeams;
import pl.kujawskopomorskie.ngo.events.teams.Team;
import pl.kujawskopomorskie.ngo.events.teams.TeamEntry;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Difference;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What a clerk types of a team. */
@Introspected
@Serdeable
record TeamForm(
        @Nullable String name,
        @Nullable String purpose,
        @Nullable String activeFrom,
        @Nullable String activeTo,
        @Nullable String actName,
        @Nullable String actNumber,
        @Nullable String actDate,
        @Nullable String actLink,
        @Nullable String formToken,
        @Nullable String revision) {

    static TeamForm fresh() {
        return new TeamForm("", "", "", "", "", "", "", "", KeepingTeams.newFormToken(), "0");
    }

    static TeamForm of(Team team) {
        return new TeamForm(
                team.name(),
                team.purpose(),
                team.activeFrom().toString(),
                day(team.activeTo()),
                team.actName(),
                team.actNumber(),
                day(team.actDate()),
                team.actLink(),
                "",
                Integer.toString(team.revision()));
    }

    /** Days that cannot be read. */
    FormErrors mistyped() {
        return FormErrors.none()
                .unless(Typed.isDayOrNothing(activeFrom), "activeFrom", "forms.date.wrong")
                .unless(Typed.isDayOrNothing(activeTo), "activeTo", "forms.date.wrong")
                .unless(Typed.isDayOrNothing(actDate), "actDate", "forms.date.wrong");
    }

    TeamEntry entry() {
        return new TeamEntry(
                Typed.line(name),
                Typed.text(purpose),
                Typed.day(activeFrom),
                Typed.day(activeTo),
                Typed.line(actName),
                Typed.line(actNumber),
                Typed.day(actDate),
                Typed.line(actLink));
    }

    String token() {
        return Typed.line(formToken);
    }

    int revisionNumber() {
        return Typed.number(revision);
    }

    /** This form, to be sent once more on top of what somebody else saved. */
    TeamForm over(Team saved) {
        return new TeamForm(
                name,
                purpose,
                activeFrom,
                activeTo,
                actName,
                actNumber,
                actDate,
                actLink,
                formToken,
                Integer.toString(saved.revision()));
    }

    /** Fields in which this differs from what is saved. */
    List<Difference> against(TeamForm saved) {
        var found = new ArrayList<Difference>();
        Difference.of(found, "events.team.name", saved.name, name);
        Difference.of(found, "events.team.purpose", saved.purpose, purpose);
        Difference.of(found, "events.team.activeFrom", saved.activeFrom, activeFrom);
        Difference.of(found, "events.team.activeTo", saved.activeTo, activeTo);
        Difference.of(found, "events.team.actName", saved.actName, actName);
        Difference.of(found, "events.team.actNumber", saved.actNumber, actNumber);
        Difference.of(found, "events.team.actDate", saved.actDate, actDate);
        Difference.of(found, "events.team.actLink", saved.actLink, actLink);
        return found;
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
