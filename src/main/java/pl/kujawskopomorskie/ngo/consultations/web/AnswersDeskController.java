package pl.kujawskopomorskie.ngo.consultations.web;

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
import pl.kujawskopomorskie.ngo.consultations.Answer;
import pl.kujawskopomorskie.ngo.consultations.Answering;
import pl.kujawskopomorskie.ngo.consultations.Approval;
import pl.kujawskopomorskie.ngo.consultations.ApprovingAnswer;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.ConsultationReports;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.GivingToDepartment;
import pl.kujawskopomorskie.ngo.consultations.OfficeFilter;
import pl.kujawskopomorskie.ngo.consultations.OfficeRegister;
import pl.kujawskopomorskie.ngo.consultations.OfficeRemarks;
import pl.kujawskopomorskie.ngo.consultations.PublicRemarks;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The office's list of remarks, and what is done to several of them at once. */
@Controller("/biuro/konsultacje/{slug}/uwagi")
@Secured({"CLERK", "DEPARTMENT_OFFICER", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class AnswersDeskController {

    /** Most remarks in one batch: as many as a person can look through in a preview. */
    static final int MOST_IN_A_BATCH = 500;

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
    HttpResponse<?> list(HttpRequest<?> request, @PathVariable String slug, Actor actor) {
        return list(slug, OfficeQuery.in(request), Set.of(), actor, FormErrors.none());
    }

    @Post("/przekaz")
    @Secured("CLERK")
    HttpResponse<?> give(
            HttpRequest<?> request, @PathVariable String slug, @Body @Nullable Map<String, Object> body, Actor actor) {
        var fields = Fields.lists(body);
        var query = OfficeQuery.in(request);
        var batch = batch(slug, fields, query, query.filter(), actor);
        var department = first(fields, "department");
        var key = department.matches("[1-9][0-9]{0,17}") ? Long.parseLong(department) : 0;
        var found = departments.withKey(key).orElse(null);
        var sure = fields.containsKey("sure");
        if (found != null && !sure && (batch.whole() || batch.numbers().size() > 1)) {
            return preview(slug, "przekaz", batch, department, found.name(), false, query, actor);
        }
        var outcome = giving.give(slug, batch.numbers().keySet(), seen(fields), key, actor);
        return switch (outcome) {
            case Answering.Stale ignored ->
                preview(slug, "przekaz", batch, department, found == null ? "" : found.name(), true, query, actor);
            case Answering.Done ignored ->
                Pages.done(Done.REMARKS_GIVEN, "/biuro/konsultacje/" + slug + "/uwagi" + query.whole());
            case Answering other -> answer(slug, other, query, batch.numbers().keySet(), actor);
        };
    }

    @Post("/zatwierdz")
    @Secured("CLERK")
    HttpResponse<?> approve(
            HttpRequest<?> request, @PathVariable String slug, @Body @Nullable Map<String, Object> body, Actor actor) {
        var fields = Fields.lists(body);
        var query = OfficeQuery.in(request);
        // Of all that match only what waits can be approved, so the rest does not use the batch up.
        var batch =
                batch(slug, fields, query, query.inState(Answer.State.IN_REVIEW).filter(), actor);
        if (batch.numbers().isEmpty()) {
            return list(
                    slug,
                    query,
                    Set.of(),
                    actor,
                    FormErrors.of(
                            FormErrors.WHOLE_FORM,
                            batch.whole() ? "answers.batch.nothing.zatwierdz" : "answers.batch.none"));
        }
        if (!fields.containsKey("sure")) {
            return preview(slug, "zatwierdz", batch, "", "", false, query, actor);
        }
        return switch (approving.approve(slug, batch.numbers(), actor)) {
            case Approval.Done(var approved, var left)
            when left.isEmpty() ->
                Pages.done(Done.ANSWERS_APPROVED, "/biuro/konsultacje/" + slug + "/uwagi?stan=IN_REVIEW");
            case Approval.Done(var approved, var left) -> list(slug, query, left.keySet(), actor, left(approved, left));
            case Approval.Refused(var refusal) ->
                answer(slug, refusal, query, batch.numbers().keySet(), actor);
        };
    }

    /**
     * What a batch is about: the ticked remarks, or all that match the list's filter. All that match are looked up once,
     * for the preview; what is then applied is the numbers and revisions that the preview showed, and nothing that came
     * or changed after it.
     */
    private Batch batch(
            String slug, Map<String, List<String>> fields, OfficeQuery query, OfficeFilter filter, Actor actor) {
        if (!fields.containsKey("all") || fields.containsKey("sure")) {
            return new Batch(numbers(fields), false, 0);
        }
        var consultation = consultations
                .findBySlug(slug)
                .filter(found -> ConsultationPolicy.maySee(actor, found))
                .orElse(null);
        if (consultation == null) {
            return new Batch(Map.of(), true, 0);
        }
        var matching = matching(register, consultation, filter);
        return new Batch(
                matching,
                true,
                matching.size() < MOST_IN_A_BATCH ? 0 : register.count(consultation, filter) - matching.size());
    }

    /** The first remarks that match, as many as a batch may have, each with the revision of its answer. */
    static Map<Integer, Integer> matching(OfficeRegister register, Consultation consultation, OfficeFilter filter) {
        var numbers = new LinkedHashMap<Integer, Integer>();
        register.from(consultation, filter, 1, MOST_IN_A_BATCH)
                .forEach(line -> numbers.put(line.number(), line.read()));
        return numbers;
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
            String slug,
            String action,
            Batch batch,
            String department,
            String name,
            boolean changed,
            OfficeQuery query,
            Actor actor) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        var overview = catalogue.find(slug).orElse(null);
        if (consultation == null || overview == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return Pages.notFound();
        }
        var numbers = batch.numbers().keySet();
        var lines = numbers.isEmpty()
                ? List.<OfficeRemarks.Line>of()
                : office.ofNumbers(consultation.key(), numbers).stream()
                        .filter(line ->
                                action.equals("przekaz") || line.stateName().equals("IN_REVIEW"))
                        .toList();
        if (lines.isEmpty()) {
            return list(
                    slug,
                    query,
                    Set.of(),
                    actor,
                    FormErrors.of(FormErrors.WHOLE_FORM, "answers.batch.nothing." + action));
        }
        var page = BatchPage.of(
                overview, action, lines, numbers.size() - lines.size(), department, name, batch.over(), changed, query);
        return changed ? Pages.invalid("desk/batch", page) : Pages.show("desk/batch", page);
    }

    private HttpResponse<?> list(String slug, OfficeQuery query, Set<Integer> chosen, Actor actor, FormErrors errors) {
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
                chosen,
                errors);
        return errors.any() ? Pages.invalid("desk/remarks", page) : Pages.show("desk/remarks", page);
    }

    private HttpResponse<?> answer(
            String slug, Answering outcome, OfficeQuery query, Set<Integer> chosen, Actor actor) {
        return switch (outcome) {
            case Answering.Done ignored ->
                Pages.done(Done.REMARKS_GIVEN, "/biuro/konsultacje/" + slug + "/uwagi" + query.whole());
            case Answering.Invalid(var errors) -> list(slug, query, chosen, actor, errors);
            case Answering.Stale ignored ->
                list(slug, query, chosen, actor, FormErrors.of(FormErrors.WHOLE_FORM, "answers.stale"));
            case Answering.WrongMoment(var sentenceKey) -> Pages.conflict(sentenceKey);
            case Answering.Forbidden ignored -> Pages.forbidden();
            case Answering.NotFound ignored -> Pages.notFound();
        };
    }

    /** The revisions of the remarks themselves as a preview showed them, by number. */
    private static Map<Integer, Integer> seen(Map<String, List<String>> fields) {
        return pairs(fields, "seen");
    }

    /** The chosen remarks, each with the revision of its answer as the page showed it. */
    static Map<Integer, Integer> numbers(Map<String, List<String>> fields) {
        return pairs(fields, "numbers");
    }

    private static Map<Integer, Integer> pairs(Map<String, List<String>> fields, String name) {
        var numbers = new LinkedHashMap<Integer, Integer>();
        fields.getOrDefault(name, List.of()).stream()
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

    /**
     * What is about to be done at once.
     *
     * @param numbers of remarks, each with the revision of its answer as it was shown
     * @param whole whether these are all that match, and not those ticked
     * @param over how many more match
     */
    private record Batch(Map<Integer, Integer> numbers, boolean whole, int over) {}
}
