package pl.kujawskopomorskie.ngo.events.advisory.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.advisory.Adviser;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.TypedFields;

/**
 * The form with which advice outside slots is written down.
 *
 * @param id key of the row, 0 of a new one
 * @param form as typed
 * @param advisers to choose from
 * @param errors what is wrong
 */
record AdviceFormPage(long id, TypedFields form, List<Adviser> advisers, FormErrors errors) {

    AdviceFormPage {
        advisers = List.copyOf(advisers);
    }

    public List<Choice> people() {
        return SlotsDeskPage.adviserChoices(advisers);
    }

    public List<Choice> subjects() {
        return AdvisoryPage.subjectChoices();
    }

    public List<Choice> ways() {
        return AdvisoryPage.wayChoices();
    }

    /** Where the form goes. */
    public String action() {
        return AdviceDeskController.ADVICE + "/" + (id == 0 ? "nowa" : Long.toString(id));
    }
}
