package pl.kujawskopomorskie.ngo.events.advisory.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.advisory.AdviceWay;
import pl.kujawskopomorskie.ngo.events.advisory.Adviser;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisorySlot;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisorySlots;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.TypedFields;

/**
 * The form with which a slot is booked.
 *
 * @param slot which
 * @param adviser with whom
 * @param form as typed
 * @param others free slots, where somebody else was faster
 * @param voice name of the organisation in whose name the person acts, or empty
 * @param errors what is wrong
 */
record BookPage(
        AdvisorySlot slot,
        Adviser adviser,
        TypedFields form,
        List<AdvisorySlots.Free> others,
        String voice,
        FormErrors errors) {

    BookPage {
        others = List.copyOf(others);
    }

    public List<Choice> subjects() {
        return AdvisoryPage.subjectChoices();
    }

    /** Whether the adviser calls, so that a number is needed. */
    public boolean byPhone() {
        return slot.way() == AdviceWay.PHONE;
    }
}
