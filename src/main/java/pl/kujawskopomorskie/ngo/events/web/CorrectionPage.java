package pl.kujawskopomorskie.ngo.events.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.HeldRegistration;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The form by which who registered corrects what they said.
 *
 * @param token of the registration's link
 * @param event which
 * @param people who come; those who were forgotten are left out
 * @param form as typed
 * @param open whether it can still be sent, and is not only shown to who sent it too late
 * @param late whether registration is over, so that what must be ordered may be ordered already
 * @param errors what is wrong
 */
record CorrectionPage(
        String token,
        Event event,
        List<HeldRegistration.Person> people,
        RegistrationForm form,
        boolean open,
        boolean late,
        FormErrors errors) {

    CorrectionPage {
        people = people.stream().filter(person -> !person.name().isEmpty()).toList();
    }

    /** Where the registration is seen. */
    public String registration() {
        return "/wydarzenia/zgloszenie/" + token;
    }
}
