package pl.kujawskopomorskie.ngo.events.advisory.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.TypedFields;

/**
 * The form of an adviser.
 *
 * @param id key of the row, 0 of a new one
 * @param form as typed
 * @param errors what is wrong
 */
record AdviserFormPage(long id, TypedFields form, FormErrors errors) {

    public List<Choice> subjects() {
        return AdvisoryPage.subjectChoices();
    }

    /** Where the form goes. */
    public String action() {
        return AdviserDeskController.ADVISERS + "/" + (id == 0 ? "nowy" : Long.toString(id));
    }
}
