package pl.kujawskopomorskie.ngo.events.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.OfficeProgramme.Programme;
import pl.kujawskopomorskie.ngo.events.QueueRows;
import pl.kujawskopomorskie.ngo.events.Session;

/**
 * Who waits for a session by one mode.
 *
 * @param event which
 * @param queues all that anybody waits in
 * @param chosen the one that is shown, or null when nobody waits at all
 * @param rows who waits in it, on this page of the list
 * @param number of this page of the list, from 1
 * @param mayRun whether the reader may change the order
 */
record WaitingPage(
        Event event, List<Queue> queues, @Nullable Queue chosen, List<Ranked> rows, int number, boolean mayRun) {

    static final int PAGE_SIZE = 50;

    static WaitingPage of(Event event, Programme programme, @Nullable String asked, int page, boolean mayRun) {
        var queues = new ArrayList<Queue>();
        for (var line : programme.lines()) {
            for (var numbers : line.numbers()) {
                if (numbers.waiting() > 0) {
                    queues.add(new Queue(line.session(), numbers.mode(), numbers.waiting(), numbers.free()));
                }
            }
        }
        var chosen = queues.stream()
                .filter(queue -> queue.value().equals(asked))
                .findFirst()
                .orElse(queues.isEmpty() ? null : queues.getFirst());
        return new WaitingPage(
                event,
                List.copyOf(queues),
                chosen,
                List.of(),
                chosen == null ? 1 : Math.min(page, pages(chosen.waiting())),
                mayRun);
    }

    WaitingPage with(List<QueueRows.Waiting> found) {
        return new WaitingPage(
                event,
                queues,
                chosen,
                IntStream.range(0, found.size())
                        .mapToObj(at -> new Ranked(offset() + at + 1, found.get(at)))
                        .toList(),
                number,
                mayRun);
    }

    int offset() {
        return (number - 1) * PAGE_SIZE;
    }

    /** How many pages the list has. */
    public int pages() {
        return chosen == null ? 1 : pages(chosen.waiting());
    }

    private static int pages(int waiting) {
        return Math.max(1, (waiting + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    /** The event's desk. */
    public String desk() {
        return DeskAnswers.EVENTS + "/" + event.slug();
    }

    /**
     * A queue.
     *
     * @param session for which
     * @param mode by which
     * @param waiting how many people
     * @param free places that nobody has; more than none only while offers are on their way
     */
    record Queue(Session session, Mode mode, int waiting, int free) {

        /** As an address names it. */
        public String value() {
            return session.key() + "-" + mode.name();
        }
    }

    /**
     * One who waits.
     *
     * @param rank from 1
     * @param who it is
     */
    record Ranked(int rank, QueueRows.Waiting who) {}
}
