package pl.kujawskopomorskie.ngo.consultations;

/** What came of taking a remark back. */
public sealed interface Withdrawal {

    /**
     * It is taken back; doing it again changes nothing.
     *
     * @param remark as it is now
     */
    record Done(Remark remark) implements Withdrawal {}

    /** The term is over, or the consultation cancelled: what the office has it keeps. */
    record TooLate() implements Withdrawal {}

    /** It is an organisation's, and the person only writes for it. */
    record Forbidden() implements Withdrawal {}

    /** There is no such remark of this person. */
    record NotFound() implements Withdrawal {}
}
