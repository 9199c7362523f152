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
     * The state of a consultation.
     *
     * @param consultation its row
     * @param reportPublishedAt when its report was published, or null
     * @param unanswered submitted remarks without an approved answer
     * @param now the moment asked about
     */
    public static ConsultationState of(
            Consultation consultation, @Nullable Instant reportPublishedAt, long unanswered, Instant now) {
        var opensAt = consultation.opensAt();
        if (consultation.cancelledAt() != null) {
            return CANCELLED;
        }
        if (consultation.announcedAt() == null || opensAt == null) {
            return DRAFTED;
        }
        if (reportPublishedAt != null) {
            return consultation.actNumber() == null ? REPORTED : ADOPTED;
        }
        if (now.isBefore(opensAt)) {
            return ANNOUNCED;
        }
        if (consultation.acceptsRemarksAt(now)) {
            return OPEN;
        }
        return unanswered == 0 ? ANSWERED : CLOSED;
    }

    /** Whether anybody may see it. */
    public boolean isPublic() {
        return this != DRAFTED;
    }
}
