package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.http.HttpResponse;
import java.util.function.Function;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventChange;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** How what came of a change is answered, on every page of an event's desk. */
final class DeskAnswers {

    /** Where the desk of events is. */
    static final String EVENTS = "/biuro/wydarzenia";

    /** What a form says that somebody else passed. */
    static final FormErrors STALE = FormErrors.of(FormErrors.WHOLE_FORM, "directory.stale.form");

    private DeskAnswers() {}

    /** Pages that show both texts, or ask back, look for {@link EventChange.Stale} and {@link EventChange.MustConfirm} before. */
    static HttpResponse<?> of(
            EventChange change,
            Function<Event, HttpResponse<?>> done,
            Function<FormErrors, HttpResponse<?>> complaint) {
        return switch (change) {
            case EventChange.Done(var event) -> done.apply(event);
            case EventChange.Invalid(var errors) -> complaint.apply(errors);
            case EventChange.Stale() -> complaint.apply(STALE);
            case EventChange.MustConfirm question -> complaint.apply(question.asked());
            case EventChange.WrongMoment(var sentenceKey) -> Pages.conflict(sentenceKey);
            case EventChange.Forbidden() -> Pages.forbidden();
            case EventChange.NotFound() -> Pages.notFound();
        };
    }

    /** The same of what is done by a button alone, where nothing is typed. */
    static HttpResponse<?> of(EventChange change, Function<Event, HttpResponse<?>> done) {
        return of(change, done, errors -> {
            throw new IllegalStateException("A button alone was answered with " + errors);
        });
    }
}
