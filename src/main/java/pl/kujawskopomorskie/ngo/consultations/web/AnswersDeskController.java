package pl.kujawskopomorskie.ngo.consultations.web;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.OfficeDepartments;
import pl.kujawskopomorskie.ngo.consultations.Answering;
import pl.kujawskopomorskie.ngo.consultations.Approval;
import pl.kujawskopomorskie.ngo.consultations.ApprovingAnswer;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.ConsultationReports;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.GivingToDepartment;
import pl.kujawskopomorskie.ngo.consultations.OfficeRegister;
import pl.kujawskopomorskie.ngo.consultations.OfficeRemarks;
import pl.kujawskopomorskie.ngo.consultations.PublicRemarks;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The office's list of remarks, and what is done to several of them at once. */
@Controller("/biuro/konsultacje/{slug}/uwagi")
@Secured({"CLERK", "DEPARTMENT_OFFICER", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class AnswersDeskController {

    private static final int MOST_IN_A_BATCH = 500;

    private final ConsultationCatalogue catalogue;
    private final Consultations consultations;
    private final ConsultationReports reports;
    private final OfficeRegister register;
    private final OfficeRemarks office;
    private final PublicRemarks publicRemarks;
    private final OfficeDepartments departments;
    private final GivingToDepartment giving;
    private final ApprovingAnswer approving;

    AnswersDeskController(
            ConsultationCatalogue catalogue,
            Consultations consultations,
            ConsultationReports reports,
            OfficeRegister register,
            OfficeRemarks office,
            PublicRemarks publicRemarks,
            OfficeDepartments departments,
            GivingToDepartment giving,
            ApprovingAnswer approving) {
        this.catalogue = catalogue;
        this.consultations = consultations;
        this.reports = reports;
        this.register = register;
        this.office = office;
        this.publicRemarks = publicRemarks;
        this.departments = departments;
        this.giving = giving;
        this.approving = approving;
    }

    @Get
    HttpResponse<?> list(
            @PathVariable String slug,
            @QueryValue @Nullable String stan,
            @QueryValue @Nullable String departament,
            @QueryValue @Nullable String stanowisko,
            @QueryValue @Nullable String jednostka,
            @QueryValue @Nullable String kanal,
            @QueryValue @Nullable String szukaj,
            @QueryValue @Nullable String od,
            Actor actor) {
        return list(
                slug,
                OfficeQuery.of(stan, departament, stanowisko, jednostka, kanal, szukaj, od),
                actor,
                FormErrors.none());
    }

    @Post("/przekaz")
    @Secured("CLERK")
    HttpResponse<?> give(@PathVariable String slug, @Body Map<String, Object> body, Actor actor) {
        var fields = Fields.lists(body);
        var numbers = numbers(fields).keySet();
        var department = first(fields, "department");
        var key = department.matches("[1-9][0-9]{0,17}") ? Long.parseLong(department) : 0;
        var found = departments.withKey(key).orElse(null);
        if (numbers.size() > 1 && found != null && !fields.containsKey("sure")) {
            return preview(slug, "przekaz", numbers, department, found.name(), actor);
        }
        return answer(slug, giving.give(slug, numbers, key, actor), actor);
    }

    @Post("/zatwierdz")
    @Secured("CLERK")
    HttpResponse<?> approve(@PathVariable String slug, @Body Map<String, Object> body, Actor actor) {
        var fields = Fields.lists(body);
        var shown = numbers(fields);
        if (shown.isEmpty()) {
            return list(slug, OfficeQuery.all(), actor, FormErrors.of(FormErrors.WHOLE_FORM, "answers.batch.none"));
        }
        if (!fields.containsKey("sure")) {
            return preview(slug, "zatwierdz", shown.keySet(), "", "", actor);
        }
        return switch (approving.approve(slug, shown, actor)) {
            case Approval.Done(var approved, var left)
            when left.isEmpty() -> Pages.goTo("/biuro/konsultacje/" + slug + "/uwagi?stan=IN_REVIEW");
            case Approval.Done(var approved, var left) -> list(slug, OfficeQuery.all(), actor, left(approved, left));
            case Approval.Refused(var refusal) -> answer(slug, refusal, actor);
        };
    }

    private static FormErrors left(int approved, Map<Integer, Approval.Reason> left) {
        var errors = FormErrors.none();
        for (var reason : Approval.Reason.values()) {
            var numbers = left.entrySet().stream()
                    .filter(each -> each.getValue() == reason)
                    .map(each -> each.getKey().toString())
                    .collect(Collectors.joining(", "));
            // A mistake has a field of its own; the table of that name is where the link in the summary leads.
            errors = errors.unless(
                    numbers.isEmpty(), "left-" + reason.name(), "answers.left." + reason.name(), numbers, approved);
        }
        return errors;
    }

    private HttpResponse<?> preview(
            String slug, String action, Set<Integer> numbers, String department, String name, Actor actor) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        var overview = catalogue.find(slug).orElse(null);
        if (consultation == null || overview == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return Pages.notFound();
        }
        var lines = office.ofNumbers(consultation.key(), numbers).stream()
                .filter(line -> action.equals("przekaz") || line.stateName().equals("IN_REVIEW"))
                .toList();
        if (lines.isEmpty()) {
            return list(
                    slug,
                    OfficeQuery.all(),
                    actor,
                    FormErrors.of(FormErrors.WHOLE_FORM, "answers.batch.nothing." + action));
        }
        return Pages.show(
                "desk/batch", BatchPage.of(overview, action, lines, numbers.size() - lines.size(), department, name));
    }

    private HttpResponse<?> list(String slug, OfficeQuery query, Actor actor, FormErrors errors) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        var overview = catalogue.find(slug).orElse(null);
        if (consultation == null || overview == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return Pages.notFound();
        }
        var filter = query.filter();
        // One more than is shown tells whether there is a next page.
        var found = register.from(consultation, filter, query.from(), OfficeListPage.SIZE + 1);
        var page = OfficeListPage.from(
                overview,
                query,
                found,
                register.pageBefore(consultation, filter, query.from(), OfficeListPage.SIZE)
                        .orElse(null),
                register.count(consultation, filter),
                publicRemarks.units(consultation),
                departments.all(),
                ConsultationPolicy.mayRun(actor)
                        && reports.publishedAt(consultation.key()).isEmpty(),
                errors);
        return errors.any() ? Pages.invalid("desk/remarks", page) : Pages.show("desk/remarks", page);
    }

    private HttpResponse<?> answer(String slug, Answering outcome, Actor actor) {
        return switch (outcome) {
            case Answering.Done ignored -> Pages.goTo("/biuro/konsultacje/" + slug + "/uwagi");
            case Answering.Invalid(var errors) -> list(slug, OfficeQuery.all(), actor, errors);
            case Answering.Stale ignored ->
                list(slug, OfficeQuery.all(), actor, FormErrors.of(FormErrors.WHOLE_FORM, "answers.stale"));
            case Answering.WrongMoment(var sentenceKey) -> Pages.conflict(sentenceKey);
            case Answering.Forbidden ignored -> Pages.forbidden();
            case Answering.NotFound ignored -> Pages.notFound();
        };
    }

    /** The chosen remarks, each with the revision of its answer as the page showed it. */
    static Map<Integer, Integer> numbers(Map<String, List<String>> fields) {
        var numbers = new LinkedHashMap<Integer, Integer>();
        fields.getOrDefault("numbers", List.of()).stream()
                .filter(chosen -> chosen.matches("[1-9][0-9]{0,8}:(-1|[0-9]{1,9})"))
                .limit(MOST_IN_A_BATCH)
                .forEach(chosen -> {
                    var colon = chosen.indexOf(':');
                    numbers.put(
                            Integer.valueOf(chosen.substring(0, colon)), Integer.valueOf(chosen.substring(colon + 1)));
                });
        return numbers;
    }

    private static String first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }
}
