package pl.kujawskopomorskie.ngo.consultations;

import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of reading a draft in, or of mending what was read. */
public sealed interface DraftReading {

    /**
     * It is done; the version is not public yet.
     *
     * @param version with its number
     */
    record Done(DraftVersion version) implements DraftReading {}

    /**
     * The file cannot be read, and nothing of it was kept.
     *
     * @param reason why; each has one thing that the person can do
     */
    record Unreadable(ReadSource.Reason reason) implements DraftReading {}

    /**
     * What was asked is not possible.
     *
     * @param errors why, by field
     */
    record Invalid(FormErrors errors) implements DraftReading {}

    /**
     * The version is public already, or the consultation is over.
     *
     * @param sentenceKey says which, and what to do
     */
    record WrongMoment(String sentenceKey) implements DraftReading {}

    /** Somebody else mended it since this person looked. */
    record Stale() implements DraftReading {}

    /** This person may not. */
    record Forbidden() implements DraftReading {}

    /** There is no such consultation or version, or none that this person may know of. */
    record NotFound() implements DraftReading {}
}
