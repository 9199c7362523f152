package pl.kujawskopomorskie.ngo.events.web;

import java.util.List;
import java.util.stream.IntStream;
import pl.kujawskopomorskie.ngo.events.CopyingEvent;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.OfficeProgramme.Programme;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Further days of an event, before they are begun.
 *
 * @param event to be repeated
 * @param programme that comes along
 * @param form as typed
 * @param errors in it
 */
record EventRepeatPage(Event event, Programme programme, DeskForms.Repeat form, FormErrors errors) {

    /** The fields of days. */
    public List<Day> days() {
        return IntStream.range(0, CopyingEvent.MOST_DAYS)
                .mapToObj(at -> new Day(at + 1, form.typed().get(at)))
                .toList();
    }

    /**
     * A field.
     *
     * @param number from 1
     * @param typed as typed
     */
    record Day(int number, String typed) {}
}
