package pl.kujawskopomorskie.ngo.events.advisory.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.advisory.Adviser;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.TypedFields;

/**
 * The form with which slots are published.
 *
 * @param form as typed
 * @param advisers to choose from
 * @param errors what is wrong
 */
record SlotsFormPage(TypedFields form, List<Adviser> advisers, FormErrors errors) {

    SlotsFormPage {
        advisers = List.copyOf(advisers);
    }

    public List<Choice> people() {
        return SlotsDeskPage.adviserChoices(advisers);
    }

    public List<Choice> ways() {
        return AdvisoryPage.wayChoices();
    }

    /** Days of the week, from Monday as 1. */
    public List<Integer> days() {
        return List.of(1, 2, 3, 4, 5, 6, 7);
    }
}
