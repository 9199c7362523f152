package pl.kujawskopomorskie.ngo.events.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventState;
import pl.kujawskopomorskie.ngo.events.LookingAtRegistration;
import pl.kujawskopomorskie.ngo.events.Question;
import pl.kujawskopomorskie.ngo.events.Registering;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The form of registration for an event.
 *
 * @param event which
 * @param programme its sessions with the places that are left
 * @param questions of its organisers
 * @param form as typed
 * @param full what turned out to have too few places; empty unless the form was sent
 * @param voice name of the organisation in whose name the person acts, or empty
 * @param living the registration that the reader has for the event already, or null
 * @param state of the event, which says why nobody registers now
 * @param open whether people register at this moment
 * @param errors what is wrong
 */
record RegisterPage(
        Event event,
        ProgrammeChoice programme,
        List<Question> questions,
        RegistrationForm form,
        List<Registering.FullSession> full,
        String voice,
        LookingAtRegistration.@Nullable Living living,
        EventState state,
        boolean open,
        FormErrors errors) {

    RegisterPage {
        questions = List.copyOf(questions);
        full = List.copyOf(full);
    }

    /** Whether there is room for one more person. */
    public boolean mayAdd() {
        return form.people() < event.peoplePerRegistration();
    }

    /** Whether the form is of any use: to be sent now, to look at before, or to keep what was typed until too late. */
    public boolean fillable() {
        return switch (state) {
            case DRAFTED, PUBLISHED, REGISTRATION_OPEN -> true;
            case REGISTRATION_CLOSED -> errors.any();
            case HELD, CANCELLED -> false;
        };
    }
}
