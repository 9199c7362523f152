package pl.kujawskopomorskie.ngo.indicators.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.indicators.ProgrammeInNumbers;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The programme in numbers, and the list behind each number. */
@Controller("/program")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class ProgrammeController {

    private final ProgrammeInNumbers numbers;

    ProgrammeController(ProgrammeInNumbers numbers) {
        this.numbers = numbers;
    }

    @Get
    HttpResponse<?> show() {
        return Pages.show("indicators/programme", ProgrammePage.from(numbers.programme(), numbers.all()));
    }

    /**
     * The list behind a number.
     *
     * @param action number of the action, such as {@code 2.1}
     * @param rok the year; without it the latest one
     */
    @Get("/wskazniki/{action}")
    HttpResponse<?> list(@PathVariable String action, @QueryValue @Nullable String rok) {
        var found = numbers.programme().action(action).orElse(null);
        var measure = found == null ? null : numbers.measure(found).orElse(null);
        if (found == null || measure == null) {
            return Pages.notFound();
        }
        var values = numbers.values(found, measure);
        var year = ListPage.year(rok, values);
        if (year == null) {
            return Pages.notFound();
        }
        return Pages.show("indicators/list", ListPage.from(found, measure, values, year));
    }
}
