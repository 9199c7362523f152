package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.after.AfterParts;
import pl.kujawskopomorskie.ngo.events.after.Answering;
import pl.kujawskopomorskie.ngo.events.after.AnsweringSurvey;
import pl.kujawskopomorskie.ngo.events.after.IssuingCertificates;
import pl.kujawskopomorskie.ngo.events.after.LookingAfterEvent;
import pl.kujawskopomorskie.ngo.events.after.PrintingCertificates;
import pl.kujawskopomorskie.ngo.events.after.ReadingMaterials;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** What comes after an event for one who was there, by their own link: the certificate, the survey, materials. */
@Controller("/po-wydarzeniu/{token:[A-Za-z0-9_-]+}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class AfterController {

    private static final String SURVEY = "events/survey";
    private static final String OVER = "events/survey-over";

    private final LookingAfterEvent looking;
    private final IssuingCertificates issuing;
    private final PrintingCertificates printing;
    private final AnsweringSurvey answering;
    private final ReadingMaterials materials;
    private final StoringFiles files;

    AfterController(
            LookingAfterEvent looking,
            IssuingCertificates issuing,
            PrintingCertificates printing,
            AnsweringSurvey answering,
            ReadingMaterials materials,
            StoringFiles files) {
        this.looking = looking;
        this.issuing = issuing;
        this.printing = printing;
        this.answering = answering;
        this.materials = materials;
        this.files = files;
    }

    @Get
    HttpResponse<?> show(@PathVariable String token) {
        return secret(looking.of(token)
                .<MutableHttpResponse<?>>map(parts -> Pages.show("events/after", new AfterPage(path(token), parts)))
                .orElseGet(AfterController::gone));
    }

    @Get("/zaswiadczenie.pdf")
    @Produces(MediaType.ALL)
    HttpResponse<?> certificate(
            HttpRequest<?> request, @PathVariable String token, @QueryValue @Nullable String jezyk) {
        return secret(CertificateAnswers.of(request, issuing.ofPerson(token), jezyk, printing, AfterController::gone));
    }

    @Get("/ankieta")
    HttpResponse<?> survey(@PathVariable String token) {
        return answer(token, answering.look(token), Map.of(), false);
    }

    @Post("/ankieta")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> send(@PathVariable String token, @Body @Nullable Map<String, String> body) {
        Map<String, String> typed = body == null ? Map.of() : body;
        return answer(token, answering.answer(token, typed), typed, true);
    }

    @Get("/materialy/{id:[0-9]+}/{name}")
    @Produces(MediaType.ALL)
    HttpResponse<?> material(
            HttpRequest<?> request, @PathVariable String token, @PathVariable String id, @PathVariable String name) {
        return secret(
                MaterialFiles.of(request, materials.ofPerson(token, ProgrammeDeskController.key(id)), name, files));
    }

    private static HttpResponse<?> answer(String token, Answering answering, Map<String, String> typed, boolean sent) {
        return secret(
                switch (answering) {
                    case Answering.Open open -> {
                        var page = new SurveyPage(path(token), open, typed);
                        yield open.errors().any() ? Pages.invalid(SURVEY, page) : Pages.show(SURVEY, page);
                    }
                    case Answering.Taken(var event) -> Pages.done(Done.SURVEY_ANSWERED, path(token));
                    case Answering.Already(var event) -> over(token, event, "Already", sent);
                    case Answering.NotYet(var event) -> over(token, event, "NotYet", sent);
                    case Answering.Closed(var event) -> over(token, event, "Closed", sent);
                    case Answering.None(var event) -> over(token, event, "None", sent);
                    case Answering.NotThere() -> Pages.conflict("events.certificate.refused.NotThere");
                    case Answering.NotFound() -> gone();
                });
    }

    private static MutableHttpResponse<?> over(String token, Event event, String why, boolean sent) {
        var page = new SurveyOverPage(path(token), event, why);
        return sent ? Pages.outdated(OVER, page) : Pages.show(OVER, page);
    }

    private static String path(String token) {
        return "/po-wydarzeniu/" + token;
    }

    /** Kept nowhere on the way: who has the address may do everything. */
    private static HttpResponse<?> secret(MutableHttpResponse<?> response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").header("X-Robots-Tag", "noindex");
    }

    private static MutableHttpResponse<?> gone() {
        return Pages.refusal(HttpStatus.GONE, "events.after.gone");
    }

    /**
     * What comes after an event.
     *
     * @param link of the person
     * @param parts what there is
     */
    record AfterPage(String link, AfterParts parts) {}

    /**
     * That nothing is to be answered, or nothing any more.
     *
     * @param link of the person
     * @param event after which event
     * @param why the end of a key of texts
     */
    record SurveyOverPage(String link, Event event, String why) {}
}
