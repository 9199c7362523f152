package pl.kujawskopomorskie.ngo.events;

import java.util.List;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of a form of registration. */
public sealed interface Registering {

    /**
     * It is registered: booked, or waiting, or held until the link in the mail is opened.
     *
     * @param registration as saved
     */
    record Done(Registration registration) implements Registering {}

    /**
     * The address is registered already. Who sent the form learns nothing of it; the mail with the link went to the address
     * again.
     *
     * @param registration the living one of the address
     */
    record Known(Registration registration) implements Registering {}

    /** Nothing is registered, and the person may mend the form or send it again later. */
    sealed interface Refused extends Registering {}

    /**
     * Something is full and the person did not say that they would wait; nothing is booked.
     *
     * @param sessions that are full, at least one
     */
    record Full(List<FullSession> sessions) implements Refused {

        public Full {
            sessions = List.copyOf(sessions);
        }
    }

    /** The form has mistakes. */
    record Invalid(FormErrors errors) implements Refused {}

    /**
     * This is not the time: too early, too late, cancelled.
     *
     * @param state of the event
     */
    record Closed(EventState state) implements Refused {}

    /** There were too many tries for this address or from this place in the network; nothing is registered. */
    record TooMany() implements Refused {}

    /** More people register at this moment than the node can serve; waiting a little helps. */
    record Busy() implements Refused {}

    /** There is no such event for this person. */
    record NotFound() implements Registering {}

    /**
     * A session without enough places.
     *
     * @param session which
     * @param mode as chosen
     * @param free places that are left, too few
     * @param waiting people who wait for one
     * @param freeOtherwise places that are free in the other mode
     */
    record FullSession(Session session, Mode mode, int free, int waiting, int freeOtherwise) {}
}
