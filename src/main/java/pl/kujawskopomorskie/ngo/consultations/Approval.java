package pl.kujawskopomorskie.ngo.consultations;

import java.util.Map;

/** What came of approving answers. */
public sealed interface Approval {

    /**
     * What could be approved is.
     *
     * @param approved how many answers
     * @param left why the others are not, by number of the remark
     */
    record Done(int approved, Map<Integer, Reason> left) implements Approval {

        public Done {
            left = Map.copyOf(left);
        }
    }

    /** Nothing was approved. */
    record Refused(Answering refusal) implements Approval {}

    /** Why an answer is not approved. */
    enum Reason {
        /** Somebody changed it since this person read it. */
        STALE,
        /** This person typed other words over it and has not saved them. */
        UNSAVED,
        /** It was not sent to review, or is approved already. */
        NOT_IN_REVIEW,
        /** Four eyes are required, and this person wrote it. */
        FOUR_EYES
    }
}
