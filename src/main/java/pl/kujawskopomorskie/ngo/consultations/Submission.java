package pl.kujawskopomorskie.ngo.consultations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of submitting a remark. */
public sealed interface Submission {

    /**
     * It is in the register. The same form sent again gets the same.
     *
     * @param remark with its number
     */
    record Accepted(Remark remark) implements Submission {}

    /**
     * An editor of an organisation has done with it: one of its representatives is to submit it.
     *
     * @param draft as it is now
     */
    record Ready(Remark draft) implements Submission {}

    /**
     * An editor has done with it, but the organisation has no representative who could submit it. It is kept.
     *
     * @param draft what is kept
     */
    record NobodyToSubmit(Remark draft) implements Submission {}

    /**
     * What was typed cannot be a remark.
     *
     * @param errors what is wrong, by field
     */
    record Invalid(FormErrors errors) implements Submission {}

    /**
     * Remarks are not accepted at this moment. The text is kept as a draft of its author, so that nothing is lost and it
     * can be submitted should the term be extended.
     *
     * @param draft what is kept, or null when there is nothing new to keep
     * @param why remarks are not accepted
     */
    record Closed(@Nullable Remark draft, Reason why) implements Submission {}

    /** There is no such consultation, version, unit or form that this person may know of. */
    record NotFound() implements Submission {}

    /** Why remarks are not accepted. */
    enum Reason {
        NOT_YET,
        OVER,
        CANCELLED;

        /** Why a consultation that accepts no remarks does not. */
        static Reason of(Consultation consultation, Instant now) {
            if (consultation.cancelledAt() != null) {
                return CANCELLED;
            }
            var opensAt = consultation.opensAt();
            return opensAt == null || now.isBefore(opensAt) ? NOT_YET : OVER;
        }
    }
}
