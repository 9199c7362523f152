package pl.kujawskopomorskie.ngo.consultations;

import java.util.List;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of entering remarks that reached the office another way. */
public sealed interface OfficeEntering {

    /**
     * They are in the register. What was there before is not there twice.
     *
     * @param entered those that are new, in the order of their numbers
     * @param before those that had been entered before
     */
    record Entered(List<Remark> entered, List<Remark> before) implements OfficeEntering {}

    /**
     * One of them cannot be a remark; none is entered.
     *
     * @param errors what is wrong with it, by field
     * @param at its place among what was sent, from 0
     */
    record Invalid(FormErrors errors, int at) implements OfficeEntering {}

    /** The consultation is not announced yet, is cancelled, or has its report. */
    record WrongMoment() implements OfficeEntering {}

    /** This person may not. */
    record Forbidden() implements OfficeEntering {}

    /** There is no such consultation, version or unit that this person may know of. */
    record NotFound() implements OfficeEntering {}
}
