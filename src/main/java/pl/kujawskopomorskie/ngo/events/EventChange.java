package pl.kujawskopomorskie.ngo.events;

import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of changing an event, its programme or its questions. */
public sealed interface EventChange {

    /**
     * It is done.
     *
     * @param event as it is now
     */
    record Done(Event event) implements EventChange {}

    /**
     * Something stated is wrong or missing.
     *
     * @param errors what, by field
     */
    record Invalid(FormErrors errors) implements EventChange {}

    /** Somebody else changed what the form is about since this person opened it; read it again and show both. */
    record Stale() implements EventChange {}

    /**
     * A session was moved onto another that the same people are registered for. Nothing is changed until a clerk says that they
     * mean it.
     *
     * @param people how many are registered for both
     * @param other title of that other session, or of the first of several
     */
    record MustConfirm(int people, String other) implements EventChange {}

    /**
     * It cannot be done at this moment of its life.
     *
     * @param sentenceKey says why, and what to do
     */
    record WrongMoment(String sentenceKey) implements EventChange {}

    /** This person may not. */
    record Forbidden() implements EventChange {}

    /** There is no such event, or none that this person may know of. */
    record NotFound() implements EventChange {}
}
