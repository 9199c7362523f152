package pl.kujawskopomorskie.ngo.events.visits;

import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of changing the register of visits. */
public sealed interface VisitChange {

    /**
     * It is done.
     *
     * @param visit as it was when the change began
     */
    record Done(Visit visit) implements VisitChange {}

    /**
     * Something stated is wrong or missing.
     *
     * @param errors what, by field
     */
    record Invalid(FormErrors errors) implements VisitChange {}

    /** Somebody else changed it since this person opened the form; read it again and show both. */
    record Stale() implements VisitChange {}

    /**
     * It cannot be done at this moment of its life.
     *
     * @param sentenceKey says why, and what to do
     */
    record WrongMoment(String sentenceKey) implements VisitChange {}

    /** This person may not. */
    record Forbidden() implements VisitChange {}

    /** There is no such visit. */
    record NotFound() implements VisitChange {}
}
