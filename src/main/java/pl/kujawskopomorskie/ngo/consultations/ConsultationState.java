package pl.kujawskopomorskie.ngo.consultations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a consultation is in its life. It follows from dates, answers and the clock, and is stored nowhere. */
public enum ConsultationState {
    /** Being prepared; only the office sees it. */
    DRAFTED,
    /** The notice is out; remarks are not accepted yet. */
    ANNOUNCED,
    /** Remarks are accepted. */
    OPEN,
    /** The term is over and some remark has no approved answer. */
    CLOSED,
    /** Every remark has an approved answer; the report is due. */
    ANSWERED,
    /** The report is published. */
    REPORTED,
    /** The assembly adopted the act. */
    ADOPTED,
    /** Cancelled, with a public reason. */
    CANCELLED;

    /**
     * The state that follows from the facts.
     *
     * @param announced whether the notice was published
     * @param cancelled whether it was cancelled
     * @param opensAt first moment of the term
     * @param closesAt first moment after the term
     * @param reported whether the report is published
     * @param adopted whether an act came of it
     * @param unanswered submitted remarks without an approved answer
     * @param now the moment asked about
     */
    static ConsultationState of(
            boolean announced,
            boolean cancelled,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            boolean reported,
            boolean adopted,
            long unanswered,
            Instant now) {
        if (cancelled) {
            return CANCELLED;
        }
        if (!announced || opensAt == null || closesAt == null) {
            return DRAFTED;
        }
        if (reported) {
            return adopted ? ADOPTED : REPORTED;
        }
        if (now.isBefore(opensAt)) {
            return ANNOUNCED;
        }
        if (now.isBefore(closesAt)) {
            return OPEN;
        }
        return unanswered == 0 ? ANSWERED : CLOSED;
    }

    /** Whether anybody may see it. */
    public boolean isPublic() {
        return this != DRAFTED;
    }
}
