package pl.kujawskopomorskie.ngo.events.advisory;

import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of booking a slot. */
public sealed interface Booked {

    /** The slot is theirs, or held for them. */
    record Done(AdvisoryBooking booking) implements Booked {}

    /** The same address has this very slot already; its mail went out again. */
    record Known(AdvisoryBooking booking) implements Booked {}

    /** Something stated is wrong. */
    record Invalid(FormErrors errors) implements Booked {}

    /** Somebody else has it. */
    record Taken() implements Booked {}

    /** The address has as many slots as one may have. */
    record TooMany(int most) implements Booked {}

    /** It has begun, or nobody can book it any more. */
    record Closed() implements Booked {}

    /** There is no such slot. */
    record NotFound() implements Booked {}
}
