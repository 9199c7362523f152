package pl.kujawskopomorskie.ngo.events;

import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of somebody's arrival at the door. */
public sealed interface Entering {

    /**
     * They were let in, or not.
     *
     * @param note what is said
     */
    record Answered(DoorNote note) implements Entering {}

    /**
     * What was typed of one who had not registered is wrong.
     *
     * @param errors in it
     */
    record Invalid(FormErrors errors) implements Entering {}

    /** The actor does not stand at doors. */
    record Forbidden() implements Entering {}

    /** There is no such event, session, person or entry. */
    record NotFound() implements Entering {}
}
