package pl.kujawskopomorskie.ngo.directory.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Krs;
import pl.kujawskopomorskie.ngo.directory.KrsRegister;
import pl.kujawskopomorskie.ngo.directory.KrsRegister.Answer;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationChanges;
import pl.kujawskopomorskie.ngo.directory.OrganisationEntry;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;
import pl.kujawskopomorskie.ngo.directory.OrganisationPolicy;
import pl.kujawskopomorskie.ngo.directory.Organisations;
import pl.kujawskopomorskie.ngo.directory.Representation;
import pl.kujawskopomorskie.ngo.directory.Representations;
import pl.kujawskopomorskie.ngo.directory.SavingOrganisation;
import pl.kujawskopomorskie.ngo.directory.SavingOrganisation.Saved;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.OfficeContact;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** An organisation's data are entered, proposed, changed, and looked at as they were. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class OrganisationDataController {

    private static final int CHANGES_SHOWN = 100;
    private static final String VIEW = "directory/data";

    // The field in which a number of the register is typed, apart from the form that is saved.
    private static final String FETCH = "fetch-krs";

    private final SavingOrganisation saving;
    private final Organisations organisations;
    private final OrganisationChanges changes;
    private final Representations representations;
    private final KrsRegister register;
    private final OfficeContact office;

    OrganisationDataController(
            SavingOrganisation saving,
            Organisations organisations,
            OrganisationChanges changes,
            Representations representations,
            KrsRegister register,
            OfficeContact office) {
        this.saving = saving;
        this.organisations = organisations;
        this.changes = changes;
        this.representations = representations;
        this.register = register;
        this.office = office;
    }

    /** The data as they are, or with what the court register says of a number in their place. */
    @Get("/organizacje/{organisation:[a-z0-9-]+}/dane")
    HttpResponse<?> edit(@PathVariable("organisation") String slug, @QueryValue @Nullable String krs, Actor actor) {
        var organisation = organisations.findBySlug(slug).orElse(null);
        if (organisation == null
                || organisation.mergedInto() != null
                || !OrganisationPolicy.maySee(actor, organisation)) {
            return Pages.notFound();
        }
        if (!OrganisationPolicy.mayChange(actor, organisation, held(actor, organisation))) {
            return Pages.forbidden();
        }
        // Who may not change the number gets no data of another one either.
        return filled(
                entry(organisation),
                OrganisationPolicy.mayRun(actor) ? krs : null,
                actor,
                (shown, errors) -> editing(
                        organisation,
                        shown,
                        organisation.revision(),
                        OrganisationForm.prints(entry(organisation)),
                        errors,
                        null,
                        actor));
    }

    @Post("/organizacje/{organisation:[a-z0-9-]+}/dane")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            @PathVariable("organisation") String slug, @Body @Nullable Map<String, Object> body, Actor actor) {
        var entry = OrganisationForm.entry(body);
        var revision = OrganisationForm.revision(body);
        var opened = OrganisationForm.opened(body);
        return switch (saving.change(slug, revision, entry, actor)) {
            case Saved.Done(var organisation) ->
                Pages.done(saved(organisation, revision), "/organizacje/" + organisation.slug());
            case Saved.Invalid(var errors) ->
                organisations
                        .findBySlug(slug)
                        .<HttpResponse<?>>map(organisation -> Pages.invalid(
                                VIEW, editing(organisation, entry, revision, opened, errors, null, actor)))
                        .orElseGet(Pages::notFound);
            case Saved.Stale(var now) -> stale(now, entry, opened, actor);
            case Saved.Forbidden() -> Pages.forbidden();
            case Saved.NotFound() -> Pages.notFound();
        };
    }

    // Saving again from this page is a choice made with both texts in sight; what the person left alone is as somebody
    // else
    // left it.
    private HttpResponse<?> stale(Organisation now, OrganisationEntry typed, String opened, Actor actor) {
        var theirs = entry(now);
        return Pages.invalid(
                VIEW,
                editing(
                        now,
                        typed.with(OrganisationForm.untouched(typed, opened), theirs),
                        now.revision(),
                        OrganisationForm.prints(theirs),
                        FormErrors.of(FormErrors.WHOLE_FORM, "directory.stale.form"),
                        theirs,
                        actor));
    }

    @Get("/organizacje/{organisation:[a-z0-9-]+}/historia")
    HttpResponse<?> history(
            @PathVariable("organisation") String slug, @QueryValue @Nullable String przed, Actor actor) {
        var organisation = organisations.findBySlug(slug).orElse(null);
        if (organisation == null || !OrganisationPolicy.maySee(actor, organisation)) {
            return Pages.notFound();
        }
        if (!OrganisationPolicy.speaksFor(actor, held(actor, organisation))
                && !OrganisationPolicy.mayLookIntoTheOffice(actor)) {
            return Pages.forbidden();
        }
        var before = przed != null && przed.matches("[0-9]{1,18}") ? Long.parseLong(przed) : Long.MAX_VALUE;
        var found = changes.told(organisation.key(), before, CHANGES_SHOWN);
        var next = found.size() < CHANGES_SHOWN
                ? null
                : "/organizacje/" + slug + "/historia?przed=" + found.getLast().id();
        return Pages.show(
                "directory/history",
                new HistoryPage(
                        organisation, found.stream().map(HistoryPage.Row::from).toList(), next));
    }

    /** The empty form, or one that is filled with what the court register says of a number. */
    @Get("/organizacje/nowa")
    HttpResponse<?> blank(@QueryValue @Nullable String krs, Actor actor) {
        return filled(OrganisationForm.entry(null), krs, actor, (shown, errors) -> proposing(shown, errors, actor));
    }

    // An entry, with what the register says when it is asked; without the register the form works as it does.
    private HttpResponse<?> filled(
            OrganisationEntry entry,
            @Nullable String krs,
            Actor actor,
            BiFunction<OrganisationEntry, FormErrors, OrganisationDataPage> page) {
        if (krs == null || krs.isBlank()) {
            return Pages.show(VIEW, page.apply(entry, FormErrors.none()));
        }
        var asked = entry.with(OrganisationField.KRS, krs);
        var number = Krs.of(asked.at(OrganisationField.KRS)).orElse(null);
        if (number == null) {
            return Pages.invalid(VIEW, page.apply(asked, FormErrors.of(FETCH, "directory.krs.wrong")));
        }
        var same = entry.with(OrganisationField.KRS, number.digits());
        return switch (register.askFor(actor.personId(), number)) {
            case Answer.Found(var extract) -> Pages.show(VIEW, page.apply(extract.over(same), FormErrors.none()));
            case Answer.NotFound() ->
                Pages.invalid(VIEW, page.apply(asked, FormErrors.of(FETCH, "directory.krs.unknown")));
            case Answer.Strange() -> Pages.show(VIEW, page.apply(same, FormErrors.of(FETCH, "directory.krs.strange")));
            case Answer.Unavailable away ->
                Pages.show(VIEW, page.apply(same, FormErrors.of(FETCH, "directory.krs.away")));
            case Answer.AskedTooOften() ->
                Pages.show(VIEW, page.apply(same, FormErrors.of(FETCH, "directory.krs.often")))
                        .status(HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    @Post("/organizacje/nowa")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> begin(@Body @Nullable Map<String, Object> body, Actor actor) {
        var entry = OrganisationForm.entry(body);
        var saved = OrganisationPolicy.mayRun(actor) ? saving.enter(entry, actor) : saving.propose(entry, actor);
        return switch (saved) {
            case Saved.Done(var organisation) ->
                Pages.done(entered(organisation), "/organizacje/" + organisation.slug());
            case Saved.Invalid(var errors) -> Pages.invalid(VIEW, proposing(entry, errors, actor));
            case Saved.Stale stale -> throw new IllegalStateException("A new organisation cannot be stale");
            case Saved.Forbidden() -> Pages.forbidden();
            case Saved.NotFound() -> Pages.notFound();
        };
    }

    private Done entered(Organisation organisation) {
        if (!organisation.listed()) {
            return Done.ORGANISATION_PROPOSED;
        }
        return saving.sharesNip(organisation) ? Done.ORGANISATION_ENTERED_NIP : Done.ORGANISATION_ENTERED;
    }

    private Done saved(Organisation organisation, int revision) {
        if (organisation.revision() == revision) {
            return Done.ORGANISATION_SAME;
        }
        return saving.sharesNip(organisation) ? Done.ORGANISATION_SAVED_NIP : Done.ORGANISATION_SAVED;
    }

    private @Nullable Representation held(Actor actor, Organisation organisation) {
        return representations.held(organisation.key(), actor.personId()).orElse(null);
    }

    private OrganisationEntry entry(Organisation organisation) {
        return organisation.facts(saving.spheres(organisation)).entry();
    }

    // What the reader does not change is shown as it is kept, whatever was sent in its place.
    private OrganisationDataPage editing(
            Organisation organisation,
            OrganisationEntry entry,
            int revision,
            String opened,
            FormErrors errors,
            @Nullable OrganisationEntry theirs,
            Actor actor) {
        var fixed = OrganisationPolicy.fixedFor(actor, held(actor, organisation));
        return new OrganisationDataPage(
                "/organizacje/" + organisation.slug() + "/dane",
                "/organizacje/" + organisation.slug(),
                "directory.edit.title",
                "directory.edit.lead",
                fixed.isEmpty() ? entry : entry.with(fixed, entry(organisation)),
                fixed,
                office.email(),
                revision,
                opened,
                errors,
                theirs);
    }

    private OrganisationDataPage proposing(OrganisationEntry entry, FormErrors errors, Actor actor) {
        return new OrganisationDataPage(
                "/organizacje/nowa",
                "/organizacje",
                "directory.new.title",
                OrganisationPolicy.mayRun(actor) ? "directory.enter.lead" : "directory.new.lead",
                entry,
                Set.of(),
                office.email(),
                0,
                "",
                errors,
                null);
    }
}
