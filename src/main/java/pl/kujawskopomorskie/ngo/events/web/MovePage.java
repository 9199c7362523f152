package pl.kujawskopomorskie.ngo.events.web;

import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.MovingInQueue;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Another rank for one who waits.
 *
 * @param event which
 * @param place where they wait
 * @param form as typed
 * @param errors in it
 */
record MovePage(Event event, MovingInQueue.Place place, DeskForms.Move form, FormErrors errors) {

    /** The waiting list. */
    public String back() {
        return DeskAnswers.EVENTS + "/" + event.slug() + "/zgloszenia/rezerwowa";
    }
}
