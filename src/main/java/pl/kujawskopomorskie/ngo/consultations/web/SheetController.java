package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.AnswerRows;
import pl.kujawskopomorskie.ngo.consultations.AnswerSheet;
import pl.kujawskopomorskie.ngo.consultations.Answering;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.ConsultationReports;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.ImportingAnswers;
import pl.kujawskopomorskie.ngo.consultations.SheetChange;
import pl.kujawskopomorskie.ngo.consultations.SheetComparison;
import pl.kujawskopomorskie.ngo.shared.documents.TableExports;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.Downloads;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** Answers written away from the portal, in a spreadsheet that goes out and comes back. */
@Controller("/biuro/konsultacje/{slug}")
@Secured({"CLERK", "DEPARTMENT_OFFICER"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class SheetController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MOST_ROWS = 20_000;

    private final ConsultationCatalogue catalogue;
    private final Consultations consultations;
    private final ConsultationReports reports;
    private final AnswerRows rows;
    private final AnswerSheet sheet;
    private final TableExports exports;
    private final ImportingAnswers importing;
    private final ObjectMapper json;

    SheetController(
            ConsultationCatalogue catalogue,
            Consultations consultations,
            ConsultationReports reports,
            AnswerRows rows,
            AnswerSheet sheet,
            TableExports exports,
            ImportingAnswers importing,
            ObjectMapper json) {
        this.catalogue = catalogue;
        this.consultations = consultations;
        this.reports = reports;
        this.rows = rows;
        this.sheet = sheet;
        this.exports = exports;
        this.importing = importing;
        this.json = json;
    }

    @Get("/odpowiedzi")
    HttpResponse<?> show(@PathVariable String slug, Actor actor) {
        return page(slug, null, "", FormErrors.none(), actor);
    }

    /** Remarks that wait for an answer: all of them for a clerk, those of the department for its officer. */
    @Get("/odpowiedzi.xlsx")
    @Produces(MediaType.ALL)
    HttpResponse<?> download(HttpRequest<?> request, @PathVariable String slug, Actor actor) throws IOException {
        var consultation = consultations.findBySlug(slug).orElse(null);
        if (consultation == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return Pages.notFound();
        }
        var department = actor.departmentId();
        var found = rows.open(
                consultation.key(), actor.is(Role.CLERK) ? 0 : department == null ? -1 : department, MOST_ROWS);
        var out = new ByteArrayOutputStream();
        exports.writeXlsx(sheet.layout(consultation), found, Language.POLISH, out);
        return Downloads.file(
                request, "odpowiedzi-" + consultation.reference().replace('/', '-') + ".xlsx", XLSX, out.toByteArray());
    }

    @Post("/odpowiedzi")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> compare(@PathVariable String slug, @Part("file") @Nullable CompletedFileUpload file, Actor actor)
            throws IOException {
        if (file == null || Typed.line(file.getFilename()).isEmpty()) {
            return page(slug, null, "", FormErrors.of("file", "answers.sheet.missing"), actor);
        }
        return switch (importing.compare(slug, file.getBytes(), Typed.line(file.getFilename()), actor)) {
            case SheetComparison.Read read -> {
                var changes = read.of(SheetComparison.Kind.CHANGED).stream()
                        .map(SheetComparison.Difference::change)
                        .toList();
                yield page(
                        slug,
                        read,
                        json.writeValueAsString(Argument.listOf(SheetChange.class), changes),
                        FormErrors.none(),
                        actor);
            }
            case SheetComparison.Unreadable(var sentenceKey) ->
                page(slug, null, "", FormErrors.of("file", sentenceKey, MOST_ROWS), actor);
            case SheetComparison.Refused(var refusal) -> answer(slug, refusal, actor);
        };
    }

    @Post("/odpowiedzi/zastosuj")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> apply(@PathVariable String slug, @Body Map<String, Object> body, Actor actor) {
        var fields = Fields.lists(body);
        var changes = changes(fields.getOrDefault("changes", List.of("")).getFirst());
        if (changes.isEmpty()) {
            return page(slug, null, "", FormErrors.of("file", "answers.sheet.missing"), actor);
        }
        return answer(slug, importing.apply(slug, changes, fields.containsKey("review"), actor), actor);
    }

    private List<SheetChange> changes(String text) {
        try {
            var read = json.readValue(text, Argument.listOf(SheetChange.class));
            return read == null ? List.of() : read;
        } catch (IOException e) {
            // The page wrote it; what cannot be read was not sent by the page.
            return List.of();
        }
    }

    private HttpResponse<?> answer(String slug, Answering outcome, Actor actor) {
        return switch (outcome) {
            case Answering.Done ignored -> Pages.done(Done.ANSWERS_APPLIED, "/biuro/konsultacje/" + slug + "/uwagi");
            case Answering.Invalid(var errors) -> page(slug, null, "", errors, actor);
            case Answering.Stale ignored -> page(slug, null, "", FormErrors.of("file", "answers.sheet.stale"), actor);
            case Answering.WrongMoment(var sentenceKey) -> Pages.conflict(sentenceKey);
            case Answering.Forbidden ignored -> Pages.forbidden();
            case Answering.NotFound ignored -> Pages.notFound();
        };
    }

    private HttpResponse<?> page(
            String slug, SheetComparison.@Nullable Read read, String changes, FormErrors errors, Actor actor) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        var overview = catalogue.find(slug).orElse(null);
        if (consultation == null || overview == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return Pages.notFound();
        }
        var page =
                new SheetPage(overview, reports.publishedAt(consultation.key()).isEmpty(), read, changes, errors);
        return errors.any() ? Pages.invalid("desk/sheet", page) : Pages.show("desk/sheet", page);
    }
}
