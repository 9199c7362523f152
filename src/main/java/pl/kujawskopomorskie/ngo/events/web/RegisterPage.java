package pl.kujawskopomorskie.ngo.events.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventState;
import pl.kujawskopomorskie.ngo.events.LookingAtRegistration;
import pl.kujawskopomorskie.ngo.events.Question;
import pl.kujawskopomorskie.ngo.events.Registering;
import pl.kujawskopomorskie.ngo.events.Session;
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
 * @param state of the event, which says why nobody registers now
 * @param open whether people register at this moment
 * @param errors what is wrong
 */
record RegisterPage(
        Event event,
        List<Choosable> programme,
        List<Question> questions,
        RegistrationForm form,
        List<Registering.FullSession> full,
        String voice,
        EventState state,
        boolean open,
        FormErrors errors) {

    RegisterPage {
        programme = List.copyOf(programme);
        questions = List.copyOf(questions);
        full = List.copyOf(full);
    }

    /** Whether there is room for one more person. */
    public boolean mayAdd() {
        return form.people() < event.peoplePerRegistration();
    }

    /**
     * A session that can be chosen, or a break between them.
     *
     * @param session which
     * @param freeOnSite places left in the room
     * @param freeOnline places left by the stream
     * @param waitingOnSite people who wait for the room
     * @param waitingOnline people who wait for the stream
     */
    record Choosable(Session session, int freeOnSite, int freeOnline, int waitingOnSite, int waitingOnline) {}
}
