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
     * It would do something to people that a clerk may not have thought of. Nothing is changed until they say that they mean it.
     *
     * @param asked the sentence that says what it would do
     * @param agreement what is to be sent along by who means it; another change, or the same one when it does more, needs another
     */
    record MustConfirm(FormErrors asked, String agreement) implements EventChange {}

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
