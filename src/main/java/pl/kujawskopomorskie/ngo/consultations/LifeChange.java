package pl.kujawskopomorskie.ngo.consultations;

import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of changing a consultation. */
public sealed interface LifeChange {

    /**
     * It is done.
     *
     * @param consultation as it is now
     */
    record Done(Consultation consultation) implements LifeChange {}

    /**
     * Something stated is wrong or missing.
     *
     * @param errors what, by field
     */
    record Invalid(FormErrors errors) implements LifeChange {}

    /**
     * It cannot be done at this moment of its life.
     *
     * @param sentenceKey says why, and what to do
     */
    record WrongMoment(String sentenceKey) implements LifeChange {}

    /** Somebody else changed it since this person read it. */
    record Stale() implements LifeChange {}

    /** This person may not. */
    record Forbidden() implements LifeChange {}

    /** There is no such consultation, or none that this person may know of. */
    record NotFound() implements LifeChange {}
}
