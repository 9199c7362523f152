package pl.kujawskopomorskie.ngo.events.advisory.web;

import java.time.Instant;
import java.util.List;
import pl.kujawskopomorskie.ngo.events.advisory.LookingAtAdvice;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.TypedFields;

/**
 * A slot in the office.
 *
 * @param held the slot and who has it
 * @param form what is typed of what was done in it, or of why it is cancelled
 * @param mayRun whether the reader may change anything
 * @param now when the page was asked for
 * @param errors what is wrong
 */
record SlotDeskPage(LookingAtAdvice.Held held, TypedFields form, boolean mayRun, Instant now, FormErrors errors) {

    public List<Choice> subjects() {
        return AdvisoryPage.subjectChoices();
    }

    /** Whether it is over, so that what was done can be confirmed. */
    public boolean over() {
        return !now.isBefore(held.slot().endsAt());
    }
}
