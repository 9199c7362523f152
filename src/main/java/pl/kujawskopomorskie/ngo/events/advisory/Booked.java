package pl.kujawskopomorskie.ngo.events.advisory;

import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of booking a slot. */
public sealed interface Booked {

    /** The slot is theirs, or held for them. */
    record Done(AdvisoryBooking booking) implements Booked {}

    /** The person's own address has this very slot already; its mail went out again. */
    record Known(AdvisoryBooking booking) implements Booked {}

    /** Something stated is wrong. */
    record Invalid(FormErrors errors) implements Booked {}

    /** Somebody else has it. */
    record Taken() implements Booked {}

    /** The person, whose account it is, has as many slots as one may have. */
    record TooMany(int most) implements Booked {}

    /** The address, which nobody has proven to read, has as many: a mail says so there, and nothing else does. */
    record Written() implements Booked {}

    /** Too many were sent from one place, or mails to one address, within an hour. */
    record TooOften() implements Booked {}

    /** It has begun, or nobody can book it any more. */
    record Closed() implements Booked {}

    /** There is no such slot. */
    record NotFound() implements Booked {}
}
