package pl.kujawskopomorskie.ngo.events.after;

import java.time.Instant;
import java.util.List;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of looking at a survey or answering it. */
public sealed interface Answering {

    /**
     * It can be answered.
     *
     * @param event after which event
     * @param survey itself
     * @param person who is asked
     * @param questions in their order
     * @param closesAt first moment at which it cannot any more
     * @param errors in what was sent
     */
    record Open(
            Event event,
            Survey survey,
            Participant person,
            List<SurveyQuestion> questions,
            Instant closesAt,
            FormErrors errors)
            implements Answering {

        public Open {
            questions = List.copyOf(questions);
        }
    }

    /** The sheet is taken. */
    record Taken(Event event) implements Answering {}

    /** This person has answered before; there is one sheet of theirs. */
    record Already(Event event) implements Answering {}

    /** The event is not over. */
    record NotYet(Event event) implements Answering {}

    /** It is closed. */
    record Closed(Event event) implements Answering {}

    /** Nothing is asked after this event. */
    record None(Event event) implements Answering {}

    /** It turned out that this person was not there. */
    record NotThere() implements Answering {}

    /** There is no such link. */
    record NotFound() implements Answering {}
}
