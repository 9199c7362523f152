package pl.kujawskopomorskie.ngo.events.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.Registering;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The form by which other sessions are chosen.
 *
 * @param token of the registration's link
 * @param event which
 * @param programme its sessions with the places that are left
 * @param form as typed
 * @param full what turned out to have too few places; empty unless the form was sent
 * @param errors what is wrong
 */
record ChangePage(
        String token,
        Event event,
        ProgrammeChoice programme,
        RegistrationForm form,
        List<Registering.FullSession> full,
        FormErrors errors) {

    ChangePage {
        full = List.copyOf(full);
    }
}
