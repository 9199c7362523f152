package pl.kujawskopomorskie.ngo.consultations;

import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of preparing, publishing or correcting a report. */
public sealed interface Reporting {

    /** It is done. */
    record Done() implements Reporting {}

    /**
     * Something stated is wrong or missing.
     *
     * @param errors what, by field
     */
    record Invalid(FormErrors errors) implements Reporting {}

    /**
     * Some remarks have no approved answer, so there is no report yet.
     *
     * @param remarks how many
     */
    record Unanswered(int remarks) implements Reporting {}

    /** Somebody else changed the report since this person read it. */
    record Stale() implements Reporting {}

    /**
     * It cannot be done at this moment.
     *
     * @param sentenceKey says why, and what to do
     */
    record WrongMoment(String sentenceKey) implements Reporting {}

    /** This person may not. */
    record Forbidden() implements Reporting {}

    /** There is no such consultation, or none that this person may know of. */
    record NotFound() implements Reporting {}
}
