package pl.kujawskopomorskie.ngo.events.web;

import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.after.AfterDesk;
import pl.kujawskopomorskie.ngo.events.after.Survey;
import pl.kujawskopomorskie.ngo.events.after.SurveyResults;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The survey of an event at its office.
 *
 * @param event which
 * @param survey or null before it was begun
 * @param results or null before it was begun
 * @param intro as typed
 * @param openDays as typed
 * @param mayRun whether the reader may change it
 * @param errors in what was typed
 */
record SurveyDeskPage(
        Event event,
        AfterDesk.@Nullable SurveyDesk survey,
        SurveyResults.@Nullable Results results,
        String intro,
        String openDays,
        boolean mayRun,
        FormErrors errors) {

    static SurveyDeskPage of(
            Event event,
            AfterDesk.@Nullable SurveyDesk survey,
            SurveyResults.@Nullable Results results,
            AfterForms.@Nullable Rules typed,
            boolean mayRun,
            FormErrors errors) {
        return new SurveyDeskPage(
                event,
                survey,
                results,
                typed != null
                        ? Typed.text(typed.intro())
                        : survey == null ? "" : survey.survey().intro(),
                typed != null
                        ? Typed.line(typed.openDays())
                        : survey == null ? "" : Integer.toString(survey.survey().openDays()),
                mayRun,
                errors);
    }

    /** Whether the reader may change its questions now. */
    public boolean changeable() {
        return mayRun && event.cancelledAt() == null && survey != null && survey.changeable();
    }

    /** Whether the reader may close it now. */
    public boolean closable() {
        return mayRun && survey != null && survey.state() == Survey.State.OPEN;
    }

    /** Whether results are of interest: somebody may have answered. */
    public boolean answered() {
        return survey != null
                && (survey.sheets() > 0
                        || survey.state() == Survey.State.OPEN
                        || survey.state() == Survey.State.CLOSED);
    }
}
