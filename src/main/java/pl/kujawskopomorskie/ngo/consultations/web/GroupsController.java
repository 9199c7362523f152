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
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.Answering;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.ConsultationReports;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.GroupingRemarks;
import pl.kujawskopomorskie.ngo.consultations.OfficeRegister;
import pl.kujawskopomorskie.ngo.consultations.OfficeRemarks;
import pl.kujawskopomorskie.ngo.consultations.RemarkGroups;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** Like remarks on the office's desk: what the portal proposes to group, and what a clerk groups. */
@Controller("/biuro/konsultacje/{slug}/podobne")
@Secured({"CLERK", "DEPARTMENT_OFFICER", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class GroupsController {

    private final ConsultationCatalogue catalogue;
    private final Consultations consultations;
    private final ConsultationReports reports;
    private final OfficeRegister register;
    private final OfficeRemarks office;
    private final RemarkGroups groups;
    private final GroupingRemarks grouping;

    GroupsController(
            ConsultationCatalogue catalogue,
            Consultations consultations,
            ConsultationReports reports,
            OfficeRegister register,
            OfficeRemarks office,
            RemarkGroups groups,
            GroupingRemarks grouping) {
        this.catalogue = catalogue;
        this.consultations = consultations;
        this.reports = reports;
        this.register = register;
        this.office = office;
        this.groups = groups;
        this.grouping = grouping;
    }

    @Get
    HttpResponse<?> show(@PathVariable String slug, Actor actor) {
        return page(slug, List.of(), 0, "", FormErrors.none(), actor);
    }

    /** Groups what is chosen once it has a name; the list sends remarks without one, to be looked at first. */
    @Post
    @Secured("CLERK")
    HttpResponse<?> group(
            HttpRequest<?> request, @PathVariable String slug, @Body @Nullable Map<String, Object> body, Actor actor) {
        var fields = Fields.lists(body);
        var numbers = fields.containsKey("all")
                ? matching(slug, OfficeQuery.in(request), actor)
                : AnswersDeskController.numbers(fields).keySet();
        if (!fields.containsKey("name") && numbers.size() > 1) {
            var over = fields.containsKey("all") ? over(slug, OfficeQuery.in(request), numbers.size()) : 0;
            return page(slug, numbers, over, "", FormErrors.none(), actor);
        }
        var name = Typed.line(fields.getOrDefault("name", List.of("")).getFirst());
        return switch (grouping.group(slug, numbers, name, actor)) {
            case Answering.Done ignored ->
                Pages.done(
                        Done.REMARKS_GROUPED,
                        "/biuro/konsultacje/" + slug + "/uwagi/"
                                + numbers.iterator().next());
            case Answering.Invalid(var errors) -> page(slug, numbers, 0, name, errors, actor);
            case Answering.Stale ignored -> page(slug, numbers, 0, name, FormErrors.none(), actor);
            case Answering.WrongMoment(var sentenceKey) -> Pages.conflict(sentenceKey);
            case Answering.Forbidden ignored -> Pages.forbidden();
            case Answering.NotFound ignored -> Pages.notFound();
        };
    }

    private Set<Integer> matching(String slug, OfficeQuery query, Actor actor) {
        return consultations
                .findBySlug(slug)
                .filter(consultation -> ConsultationPolicy.maySee(actor, consultation))
                .map(consultation -> AnswersDeskController.matching(register, consultation, query.filter())
                        .keySet())
                .orElse(Set.of());
    }

    /** How many more match than are grouped at once. */
    private int over(String slug, OfficeQuery query, int taken) {
        return taken < AnswersDeskController.MOST_IN_A_BATCH
                ? 0
                : consultations
                        .findBySlug(slug)
                        .map(consultation -> register.count(consultation, query.filter()) - taken)
                        .orElse(0);
    }

    private HttpResponse<?> page(
            String slug, Collection<Integer> chosen, int over, String name, FormErrors errors, Actor actor) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        var overview = catalogue.find(slug).orElse(null);
        if (consultation == null || overview == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return Pages.notFound();
        }
        var proposals = chosen.isEmpty()
                ? grouping.proposals(consultation)
                : new GroupingRemarks.Proposals(
                        List.of(new GroupingRemarks.Lot(List.copyOf(chosen), chosen.size())), 0, 0);
        var shown = proposals.lots();
        var numbers = new LinkedHashSet<Integer>();
        shown.forEach(lot -> numbers.addAll(lot.numbers()));
        var lines = numbers.isEmpty()
                ? Map.<Integer, OfficeRemarks.Line>of()
                : office.ofNumbers(consultation.key(), numbers).stream()
                        .collect(Collectors.toMap(OfficeRemarks.Line::number, Function.identity()));
        var page = new GroupsPage(
                overview,
                shown.stream()
                        .map(lot -> new GroupsPage.Lot(
                                lot.numbers().stream()
                                        .map(lines::get)
                                        .filter(Objects::nonNull)
                                        .map(line -> OfficeListPage.Row.of(overview, line))
                                        .toList(),
                                lot.remarks() - lot.numbers().size()))
                        .filter(lot -> !lot.rows().isEmpty())
                        .toList(),
                proposals.more(),
                proposals.uncompared(),
                !chosen.isEmpty(),
                over,
                groups.summaries(consultation.key()),
                ConsultationPolicy.mayRun(actor)
                        && reports.publishedAt(consultation.key()).isEmpty(),
                name,
                errors);
        return errors.any() ? Pages.invalid("desk/groups", page) : Pages.show("desk/groups", page);
    }
}
