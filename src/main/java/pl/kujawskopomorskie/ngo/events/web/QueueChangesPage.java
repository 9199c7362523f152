package pl.kujawskopomorskie.ngo.events.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.QueueRows;

/**
 * Every promotion from the waiting lists of an event and every change of their order, with its reason.
 *
 * @param event which
 * @param rows the newest first
 * @param number of this page of the list, from 1
 * @param pages how many there are
 */
record QueueChangesPage(Event event, List<QueueRows.Change> rows, int number, int pages) {

    static final int PAGE_SIZE = 50;

    static int pages(int total) {
        return Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    /** The event's desk. */
    public String desk() {
        return DeskAnswers.EVENTS + "/" + event.slug();
    }
}
