package pl.kujawskopomorskie.ngo.directory.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
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
import io.micronaut.http.multipart.CompletedPart;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.AskingToRepresent;
import pl.kujawskopomorskie.ngo.directory.AskingToRepresent.Asking;
import pl.kujawskopomorskie.ngo.directory.DecidingRepresentation;
import pl.kujawskopomorskie.ngo.directory.DecidingRepresentation.Decision;
import pl.kujawskopomorskie.ngo.directory.Doubles;
import pl.kujawskopomorskie.ngo.directory.EditorInvitations;
import pl.kujawskopomorskie.ngo.directory.KeepingEditors;
import pl.kujawskopomorskie.ngo.directory.KeepingEditors.Keeping;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationPolicy;
import pl.kujawskopomorskie.ngo.directory.Organisations;
import pl.kujawskopomorskie.ngo.directory.ProposalRefusals;
import pl.kujawskopomorskie.ngo.directory.ProposalRefusals.Proposal;
import pl.kujawskopomorskie.ngo.directory.RegisterDifferences;
import pl.kujawskopomorskie.ngo.directory.Representation;
import pl.kujawskopomorskie.ngo.directory.Representation.Kind;
import pl.kujawskopomorskie.ngo.directory.Representations;
import pl.kujawskopomorskie.ngo.directory.Representations.Request;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.Downloads;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import reactor.core.publisher.Flux;

/** Who speaks for an organisation: asked for, decided, invited, ended, and chosen for the next clicks. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class RepresentationController {

    private static final int REQUESTS_SHOWN = 100;
    private static final int PROPOSALS_SHOWN = 50;
    private static final int PEOPLE_SHOWN = 500;
    private static final String ASK = "directory/ask";
    private static final String PEOPLE = "directory/people";
    private static final String INVITATION = "directory/invitation";

    private final Organisations organisations;
    private final Representations representations;
    private final EditorInvitations invitations;
    private final ProposalRefusals proposals;
    private final AskingToRepresent asking;
    private final DecidingRepresentation deciding;
    private final KeepingEditors editors;
    private final ActingFor actingFor;
    private final RegisterDifferences differences;
    private final Doubles doubles;
    private final StoringFiles files;
    private final Clock clock;

    RepresentationController(
            Organisations organisations,
            Representations representations,
            EditorInvitations invitations,
            ProposalRefusals proposals,
            AskingToRepresent asking,
            DecidingRepresentation deciding,
            KeepingEditors editors,
            ActingFor actingFor,
            RegisterDifferences differences,
            Doubles doubles,
            StoringFiles files,
            Clock clock) {
        this.organisations = organisations;
        this.representations = representations;
        this.invitations = invitations;
        this.proposals = proposals;
        this.asking = asking;
        this.deciding = deciding;
        this.editors = editors;
        this.actingFor = actingFor;
        this.differences = differences;
        this.doubles = doubles;
        this.files = files;
        this.clock = clock;
    }

    @Get("/organizacje/{organisation:[a-z0-9-]+}/reprezentacja")
    HttpResponse<?> ask(@PathVariable("organisation") String slug, Actor actor) {
        return visible(slug, actor)
                .<HttpResponse<?>>map(organisation -> Pages.show(
                        ASK,
                        new AskPage(organisation, AskForm.empty(), FormErrors.none(), obstacle(organisation, actor))))
                .orElseGet(Pages::notFound);
    }

    @Post(value = "/organizacje/{organisation:[a-z0-9-]+}/reprezentacja", consumes = MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> sendParts(@PathVariable("organisation") String slug, @Body MultipartBody body, Actor actor) {
        var parts = Flux.from(body).collectList().block();
        return answer(slug, AskForm.of(parts == null ? List.<CompletedPart>of() : parts), actor);
    }

    @Post(
            value = "/organizacje/{organisation:[a-z0-9-]+}/reprezentacja",
            consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> sendFields(
            @PathVariable("organisation") String slug, @Body @Nullable Map<String, String> body, Actor actor) {
        return answer(slug, AskForm.of(body), actor);
    }

    private HttpResponse<?> answer(String slug, AskForm form, Actor actor) {
        return switch (asking.ask(slug, form.basis(), form.statement(), form.paper(), actor)) {
            case Asking.Done() -> Pages.done(Done.REPRESENTATION_ASKED, "/konto/organizacje");
            case Asking.Waits() -> Pages.done(Done.REPRESENTATION_WAITS, "/konto/organizacje");
            case Asking.Speaks() -> Pages.done(Done.REPRESENTATION_HELD, "/konto/organizacje");
            case Asking.Invalid(var errors) ->
                visible(slug, actor)
                        .<HttpResponse<?>>map(
                                organisation -> Pages.invalid(ASK, new AskPage(organisation, form, errors, null)))
                        .orElseGet(Pages::notFound);
            case Asking.NotFound() -> Pages.notFound();
        };
    }

    private @Nullable String obstacle(Organisation organisation, Actor actor) {
        if (OrganisationPolicy.nobodySpeaksForWhatIsStruckOff(organisation)) {
            return "directory.ask.struckOff";
        }
        if (representations.asked(organisation.key(), actor.personId()).isPresent()) {
            return "directory.ask.waits";
        }
        return held(organisation, actor) instanceof Representation held && held.kind() == Kind.REPRESENTATIVE
                ? "directory.ask.speaks"
                : null;
    }

    @Get("/konto/organizacje")
    HttpResponse<?> mine(@QueryValue @Nullable String przed, Actor actor, @Nullable Voice voice) {
        var proposed = proposals.of(actor.personId(), Stretch.key(przed, Long.MAX_VALUE), PROPOSALS_SHOWN + 1);
        return Pages.show(
                "directory/mine",
                new MinePage(
                        representations.voicesOf(actor.personId()),
                        representations.standings(actor.personId()),
                        Stretch.of(proposed, PROPOSALS_SHOWN, Proposal::id),
                        voice == null ? "" : voice.slug()));
    }

    @Post("/konto/organizacje")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> choose(@Body @Nullable Map<String, String> body, Actor actor) {
        var slug = field(body, "organisation");
        if (slug.isEmpty()) {
            return actingFor.choose(Pages.done(Done.VOICE_CHOSEN, "/konto/organizacje"), "");
        }
        return representations.voice(actor.personId(), slug).isPresent()
                ? actingFor.choose(Pages.done(Done.VOICE_CHOSEN, "/konto/organizacje"), slug)
                : Pages.notFound();
    }

    @Get("/organizacje/{organisation:[a-z0-9-]+}/osoby")
    HttpResponse<?> people(@PathVariable("organisation") String slug, Actor actor) {
        return peoplePage(slug, actor, "", FormErrors.none())
                .<HttpResponse<?>>map(page -> Pages.show(PEOPLE, page))
                .orElseGet(Pages::notFound);
    }

    @Post("/organizacje/{organisation:[a-z0-9-]+}/osoby/{id:[0-9]+}/decyzja")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured("CLERK")
    HttpResponse<?> decide(
            @PathVariable("organisation") String slug,
            @PathVariable long id,
            @Body @Nullable Map<String, String> body,
            Actor actor) {
        var decision = field(body, "decision");
        if (!decision.equals("accept") && !decision.equals("refuse")) {
            return peoplePage(slug, actor, "", FormErrors.of("reason-" + id, "directory.decide.missing"))
                    .<HttpResponse<?>>map(page -> Pages.invalid(PEOPLE, page.refusing(id, field(body, "reason"))))
                    .orElseGet(Pages::notFound);
        }
        var accepted = decision.equals("accept");
        return switch (deciding.decide(slug, id, accepted, field(body, "reason"), actor)) {
            case Decision.Done() ->
                Pages.done(
                        accepted ? Done.REPRESENTATION_ACCEPTED : Done.REPRESENTATION_REFUSED,
                        "/organizacje/" + slug + "/osoby");
            case Decision.Invalid(var errors) ->
                peoplePage(slug, actor, "", errors)
                        .<HttpResponse<?>>map(page -> Pages.invalid(PEOPLE, page.refusing(id, field(body, "reason"))))
                        .orElseGet(Pages::notFound);
            case Decision.Decided() -> Pages.conflict("directory.decide.decided");
            case Decision.Forbidden() -> Pages.forbidden();
            case Decision.NotFound() -> Pages.notFound();
        };
    }

    @Post("/organizacje/{organisation:[a-z0-9-]+}/osoby")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> invite(
            @PathVariable("organisation") String slug, @Body @Nullable Map<String, String> body, Actor actor) {
        var email = field(body, "email");
        return answer(slug, actor, email, editors.invite(slug, email, actor), Done.EDITOR_INVITED);
    }

    @Post("/organizacje/{organisation:[a-z0-9-]+}/zaproszenia/{id:[0-9]+}/cofnij")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> uninvite(@PathVariable("organisation") String slug, @PathVariable long id, Actor actor) {
        return answer(slug, actor, "", editors.uninvite(slug, id, actor), Done.EDITOR_UNINVITED);
    }

    @Post("/organizacje/{organisation:[a-z0-9-]+}/osoby/{id:[0-9]+}/koniec")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(@PathVariable("organisation") String slug, @PathVariable long id, Actor actor) {
        var done = editors.end(slug, id, actor);
        // Who ended their own right sees no list of that organisation's people any more.
        return done instanceof Keeping.Done
                        && peoplePage(slug, actor, "", FormErrors.none()).isEmpty()
                ? Pages.done(Done.REPRESENTATION_ENDED, "/konto/organizacje")
                : answer(slug, actor, "", done, Done.REPRESENTATION_ENDED);
    }

    @Get("/organizacje/zaproszenie/{token}")
    HttpResponse<?> invitation(@PathVariable String token, Actor actor) {
        return editors.look(token, actor)
                .<HttpResponse<?>>map(organisation ->
                        Pages.show(INVITATION, new InvitationPage(organisation, token, FormErrors.none())))
                .orElseGet(Pages::notFound);
    }

    @Post("/organizacje/zaproszenie/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> accept(@PathVariable String token, Actor actor) {
        return switch (editors.accept(token, actor)) {
            case Keeping.Done(var organisation) ->
                actingFor.choose(Pages.done(Done.EDITOR_JOINED, "/konto/organizacje"), organisation.slug());
            case Keeping.Invalid(var errors) ->
                editors.look(token, actor)
                        .<HttpResponse<?>>map(organisation ->
                                Pages.invalid(INVITATION, new InvitationPage(organisation, token, errors)))
                        .orElseGet(Pages::notFound);
            case Keeping.NotFound() -> Pages.notFound();
        };
    }

    @Get("/organizacje/{organisation:[a-z0-9-]+}/osoby/{id:[0-9]+}/dokument")
    @Secured({"CLERK", "AUDITOR"})
    @Produces(MediaType.ALL)
    HttpResponse<?> paper(
            HttpRequest<?> request, @PathVariable("organisation") String slug, @PathVariable String id, Actor actor) {
        return visible(slug, actor)
                .filter(organisation -> OrganisationPolicy.maySeeRequests(actor) && id.length() <= 18)
                .flatMap(organisation -> representations.file(Long.parseLong(id), organisation.key()))
                .flatMap(files::find)
                .<HttpResponse<?>>map(file -> Downloads.file(
                        request,
                        file.name(),
                        file.mediaType(),
                        file.sizeBytes(),
                        HexFormat.of().formatHex(file.sha256()),
                        () -> files.open(file)))
                .orElseGet(Pages::notFound);
    }

    @Get("/biuro/organizacje")
    @Secured({"CLERK", "AUDITOR"})
    HttpResponse<?> desk(@QueryValue @Nullable String prosby, @QueryValue @Nullable String zgloszenia) {
        var requests = representations.waiting(Stretch.key(prosby, 0), REQUESTS_SHOWN + 1);
        var proposed = organisations.proposals(Stretch.key(zgloszenia, 0), REQUESTS_SHOWN + 1);
        return Pages.show(
                "directory/desk",
                new DeskPage(
                        Stretch.of(requests, REQUESTS_SHOWN, Request::id),
                        Stretch.of(proposed, REQUESTS_SHOWN, Organisation::key),
                        differences.countWaiting(),
                        doubles.countWaiting()));
    }

    private HttpResponse<?> answer(String slug, Actor actor, String email, Keeping keeping, Done what) {
        return switch (keeping) {
            case Keeping.Done done -> Pages.done(what, "/organizacje/" + slug + "/osoby");
            case Keeping.Invalid(var errors) -> invalidPeople(slug, actor, email, errors);
            case Keeping.NotFound() -> Pages.notFound();
        };
    }

    private HttpResponse<?> invalidPeople(String slug, Actor actor, String email, FormErrors errors) {
        return peoplePage(slug, actor, email, errors)
                .<HttpResponse<?>>map(page -> Pages.invalid(PEOPLE, page))
                .orElseGet(Pages::notFound);
    }

    private Optional<PeoplePage> peoplePage(String slug, Actor actor, String email, FormErrors errors) {
        var organisation = visible(slug, actor).orElse(null);
        if (organisation == null) {
            return Optional.empty();
        }
        var held = held(organisation, actor);
        if (!OrganisationPolicy.mayLookIntoTheOffice(actor) && !OrganisationPolicy.speaksFor(actor, held)) {
            return Optional.empty();
        }
        var mayInvite = OrganisationPolicy.onlyRepresentativesSpeakForAnOrganisation(actor, held);
        return Optional.of(new PeoplePage(
                organisation,
                people(organisation, held, actor),
                mayInvite ? invitations.of(organisation.key(), OfficeTime.now(clock), PEOPLE_SHOWN) : List.of(),
                mayInvite,
                email,
                errors,
                0,
                ""));
    }

    private List<PeoplePage.Person> people(Organisation organisation, @Nullable Representation held, Actor actor) {
        return OrganisationPolicy.maySeeRequests(actor)
                ? representations.of(organisation.key(), PEOPLE_SHOWN).stream()
                        .map(person -> PeoplePage.Person.forOffice(person, actor))
                        .toList()
                : representations.holders(organisation.key(), PEOPLE_SHOWN).stream()
                        .map(person -> PeoplePage.Person.forOrganisation(person, actor, held))
                        .toList();
    }

    private @Nullable Representation held(Organisation organisation, Actor actor) {
        return representations.held(organisation.key(), actor.personId()).orElse(null);
    }

    private Optional<Organisation> visible(String slug, Actor actor) {
        return organisations
                .findBySlug(slug)
                .filter(organisation -> organisation.mergedInto() == null)
                .filter(organisation -> OrganisationPolicy.maySee(actor, organisation));
    }

    private static String field(@Nullable Map<String, String> body, String name) {
        return body == null ? "" : body.getOrDefault(name, "");
    }
}
