package pl.kujawskopomorskie.ngo.events.teams.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.OrganisationChoices;
import pl.kujawskopomorskie.ngo.events.teams.KeepingTeams;
import pl.kujawskopomorskie.ngo.events.teams.Team;
import pl.kujawskopomorskie.ngo.events.teams.TeamCatalogue;
import pl.kujawskopomorskie.ngo.events.teams.TeamChange;
import pl.kujawskopomorskie.ngo.events.teams.TeamMember;
import pl.kujawskopomorskie.ngo.events.teams.TeamMembers;
import pl.kujawskopomorskie.ngo.events.teams.TeamPolicy;
import pl.kujawskopomorskie.ngo.events.teams.Teams;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The office's register of teams. */
@Controller(TeamDeskController.TEAMS)
@Secured({"CLERK", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class TeamDeskController {

    static final String TEAMS = "/biuro/zespoly";

    private static final String FORM = "desk/team-form";
    private static final String MEMBER = "desk/team-member";
    private static final FormErrors STALE = FormErrors.of(FormErrors.WHOLE_FORM, "directory.stale.form");

    private final TeamCatalogue catalogue;
    private final Teams teams;
    private final TeamMembers members;
    private final KeepingTeams keeping;
    private final OrganisationChoices organisations;

    TeamDeskController(
            TeamCatalogue catalogue,
            Teams teams,
            TeamMembers members,
            KeepingTeams keeping,
            OrganisationChoices organisations) {
        this.catalogue = catalogue;
        this.teams = teams;
        this.members = members;
        this.keeping = keeping;
        this.organisations = organisations;
    }

    @Get
    HttpResponse<?> list(@QueryValue @Nullable String kiedy, @QueryValue @Nullable String strona, Actor actor) {
        return Pages.show("desk/teams", TeamsPage.of(catalogue, kiedy, strona, TeamPolicy.mayKeep(actor)));
    }

    @Get("/nowy")
    @Secured("CLERK")
    HttpResponse<?> blank() {
        return Pages.show(FORM, TeamFormPage.of("", TeamForm.fresh(), FormErrors.none()));
    }

    @Post
    @Secured("CLERK")
    HttpResponse<?> begin(@Body TeamForm form, Actor actor) {
        var mistyped = form.mistyped();
        return answer(
                mistyped.any() ? new TeamChange.Invalid(mistyped) : keeping.begin(form.entry(), form.token(), actor),
                team -> Pages.done(Done.TEAM_SAVED, TEAMS + "/" + team.slug()),
                errors -> Pages.invalid(FORM, TeamFormPage.of("", form, errors)));
    }

    @Get("/{team:[a-z0-9-]+}")
    HttpResponse<?> show(@PathVariable("team") String slug, Actor actor) {
        return page(slug, actor, "", FormErrors.none());
    }

    @Get("/{team:[a-z0-9-]+}/dane")
    @Secured("CLERK")
    HttpResponse<?> edit(@PathVariable("team") String slug) {
        return teams.findBySlug(slug)
                .<HttpResponse<?>>map(
                        team -> Pages.show(FORM, TeamFormPage.of(slug, TeamForm.of(team), FormErrors.none())))
                .orElseGet(Pages::notFound);
    }

    @Post("/{team:[a-z0-9-]+}/dane")
    @Secured("CLERK")
    HttpResponse<?> change(@PathVariable("team") String slug, @Body TeamForm form, Actor actor) {
        var mistyped = form.mistyped();
        var change = mistyped.any()
                ? new TeamChange.Invalid(mistyped)
                : keeping.change(slug, form.revisionNumber(), form.entry(), actor);
        if (change instanceof TeamChange.Stale) {
            var saved = teams.findBySlug(slug).orElse(null);
            // Saving again from this page is a choice made with both texts in sight.
            return saved == null
                    ? Pages.notFound()
                    : Pages.invalid(
                            FORM, new TeamFormPage(slug, form.over(saved), STALE, form.against(TeamForm.of(saved))));
        }
        return answer(
                change,
                team -> Pages.done(Done.TEAM_SAVED, TEAMS + "/" + slug),
                errors -> Pages.invalid(FORM, TeamFormPage.of(slug, form, errors)));
    }

    @Post("/{team:[a-z0-9-]+}/usun")
    @Secured("CLERK")
    HttpResponse<?> discard(@PathVariable("team") String slug, @Body @Nullable ReasonForm form, Actor actor) {
        var reason = reason(form);
        return answer(
                keeping.discard(slug, reason, actor),
                team -> Pages.done(Done.TEAM_DISCARDED, TEAMS),
                errors -> page(slug, actor, reason, errors));
    }

    @Post("/{team:[a-z0-9-]+}/spotkania")
    @Secured("CLERK")
    HttpResponse<?> link(@PathVariable("team") String slug, @Body @Nullable MeetingForm form, Actor actor) {
        return answer(
                keeping.linkMeeting(slug, form == null ? "" : Typed.line(form.event()), actor),
                team -> Pages.done(Done.TEAM_SAVED, TEAMS + "/" + slug),
                errors -> page(slug, actor, "", errors));
    }

    @Post("/{team:[a-z0-9-]+}/spotkania/{event:[a-z0-9-]+}/usun")
    @Secured("CLERK")
    HttpResponse<?> unlink(@PathVariable("team") String slug, @PathVariable String event, Actor actor) {
        return answer(
                keeping.unlinkMeeting(slug, event, actor),
                team -> Pages.done(Done.TEAM_SAVED, TEAMS + "/" + slug),
                errors -> page(slug, actor, "", errors));
    }

    @Get("/{team:[a-z0-9-]+}/osoby/nowa")
    @Secured("CLERK")
    HttpResponse<?> blankMember(@PathVariable("team") String slug) {
        return teams.findBySlug(slug)
                .<HttpResponse<?>>map(team -> Pages.show(
                        MEMBER, member(team, null, MemberForm.fresh(team.activeFrom()), "", FormErrors.none())))
                .orElseGet(Pages::notFound);
    }

    @Post("/{team:[a-z0-9-]+}/osoby/nowa")
    @Secured("CLERK")
    HttpResponse<?> addMember(@PathVariable("team") String slug, @Body MemberForm form, Actor actor) {
        var team = teams.findBySlug(slug).orElse(null);
        if (team == null) {
            return Pages.notFound();
        }
        if (form.looks()) {
            return Pages.show(MEMBER, member(team, null, form, "", FormErrors.none()));
        }
        var mistyped = form.mistyped();
        return answer(
                mistyped.any()
                        ? new TeamChange.Invalid(mistyped)
                        : keeping.addMember(slug, form.entry(), form.token(), actor),
                done -> Pages.done(Done.TEAM_MEMBER_SAVED, TEAMS + "/" + slug),
                errors -> Pages.invalid(MEMBER, member(team, null, form, "", errors)));
    }

    @Get("/{team:[a-z0-9-]+}/osoby/{id:[0-9]+}")
    @Secured("CLERK")
    HttpResponse<?> member(@PathVariable("team") String slug, @PathVariable String id) {
        var team = teams.findBySlug(slug).orElse(null);
        var member = member(team, id);
        return team == null || member == null
                ? Pages.notFound()
                : Pages.show(MEMBER, member(team, member, saved(member), "", FormErrors.none()));
    }

    @Post("/{team:[a-z0-9-]+}/osoby/{id:[0-9]+}")
    @Secured("CLERK")
    HttpResponse<?> changeMember(
            @PathVariable("team") String slug, @PathVariable String id, @Body MemberForm form, Actor actor) {
        var team = teams.findBySlug(slug).orElse(null);
        var member = member(team, id);
        if (team == null || member == null) {
            return Pages.notFound();
        }
        if (form.looks()) {
            return Pages.show(MEMBER, member(team, member, form, "", FormErrors.none()));
        }
        var mistyped = form.mistyped();
        var change = mistyped.any()
                ? new TeamChange.Invalid(mistyped)
                : keeping.changeMember(slug, member.key(), form.revisionNumber(), form.entry(), actor);
        if (change instanceof TeamChange.Stale) {
            var now = member(team, id);
            if (now == null) {
                return Pages.notFound();
            }
            return Pages.invalid(
                    MEMBER, member(team, now, form.over(now), "", STALE).against(form.against(saved(now))));
        }
        return answer(
                change,
                done -> Pages.done(Done.TEAM_MEMBER_SAVED, TEAMS + "/" + slug),
                errors -> Pages.invalid(MEMBER, member(team, member, form, "", errors)));
    }

    @Post("/{team:[a-z0-9-]+}/osoby/{id:[0-9]+}/usun")
    @Secured("CLERK")
    HttpResponse<?> removeMember(
            @PathVariable("team") String slug, @PathVariable String id, @Body @Nullable ReasonForm form, Actor actor) {
        var reason = reason(form);
        return answer(
                keeping.removeMember(slug, key(id), reason, actor),
                done -> Pages.done(Done.TEAM_MEMBER_REMOVED, TEAMS + "/" + slug),
                errors -> {
                    var team = teams.findBySlug(slug).orElseThrow();
                    var member = member(team, id);
                    return member == null
                            ? Pages.notFound()
                            : Pages.invalid(MEMBER, member(team, member, saved(member), reason, errors));
                });
    }

    private static HttpResponse<?> answer(
            TeamChange change, Function<Team, HttpResponse<?>> done, Function<FormErrors, HttpResponse<?>> complaint) {
        return switch (change) {
            case TeamChange.Done(var team) -> done.apply(team);
            case TeamChange.Invalid(var errors) -> complaint.apply(errors);
            case TeamChange.Stale() -> complaint.apply(STALE);
            case TeamChange.Forbidden() -> Pages.forbidden();
            case TeamChange.NotFound() -> Pages.notFound();
        };
    }

    private HttpResponse<?> page(String slug, Actor actor, String reason, FormErrors errors) {
        var whole = catalogue.find(slug).orElse(null);
        if (whole == null) {
            return Pages.notFound();
        }
        var mayKeep = TeamPolicy.mayKeep(actor);
        var page = TeamDeskPage.of(
                whole, mayKeep ? catalogue.eventsToLink(whole.team().key()) : List.of(), mayKeep, reason, errors);
        return errors.any() ? Pages.invalid("desk/team", page) : Pages.show("desk/team", page);
    }

    private MemberPage member(
            Team team, @Nullable TeamMember member, MemberForm form, String reason, FormErrors errors) {
        var offer = organisations.offer(Typed.line(form.body()), form.chosen(), form.looks());
        return new MemberPage(team, member, form, offer, reason, errors, List.of());
    }

    private @Nullable TeamMember member(@Nullable Team team, String id) {
        return team == null
                ? null
                : members.findByIdAndTeamId(key(id), team.key()).orElse(null);
    }

    private MemberForm saved(TeamMember member) {
        return MemberForm.of(member, catalogue.organisationOf(member.key()));
    }

    private static String reason(@Nullable ReasonForm form) {
        return form == null ? "" : Typed.text(form.discardReason());
    }

    private static long key(String id) {
        return id.length() <= 18 ? Long.parseLong(id) : 0;
    }
}
