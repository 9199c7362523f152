package pl.kujawskopomorskie.ngo.directory.web;

import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.directory.AskingToRepresent;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The form by which a person asks to speak for an organisation.
 *
 * @param organisation which
 * @param form as filled in
 * @param errors what is wrong
 * @param obstacle key of the sentence that says why there is nothing to ask for, or null
 */
record AskPage(
        Organisation organisation,
        AskForm form,
        FormErrors errors,
        @Nullable String obstacle) {

    /** Most megabytes of a paper. */
    public int mostMegabytes() {
        return AskingToRepresent.MOST_MEGABYTES;
    }
}
