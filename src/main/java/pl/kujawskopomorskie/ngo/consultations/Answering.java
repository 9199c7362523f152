package pl.kujawskopomorskie.ngo.consultations;

import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of changing an answer. */
public sealed interface Answering {

    /**
     * It is done.
     *
     * @param remarks how many remarks now have these words: one, or those of a group
     */
    record Done(int remarks) implements Answering {}

    /**
     * Something stated is wrong or missing.
     *
     * @param errors what, by field
     */
    record Invalid(FormErrors errors) implements Answering {}

    /** Somebody else changed the answer since this person read it. */
    record Stale() implements Answering {}

    /**
     * It cannot be done at this moment.
     *
     * @param sentenceKey says why, and what to do
     */
    record WrongMoment(String sentenceKey) implements Answering {}

    /** This person may not. */
    record Forbidden() implements Answering {}

    /** There is no such remark, or none that this person may know of. */
    record NotFound() implements Answering {}
}
