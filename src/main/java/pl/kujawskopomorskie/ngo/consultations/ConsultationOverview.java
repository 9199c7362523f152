package pl.kujawskopomorskie.ngo.consultations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A consultation as a list or a page's head shows it.
 *
 * @param id key of its row
 * @param slug its name in addresses
 * @param reference its public number, empty before it is announced
 * @param title of the draft
 * @param subject in one sentence
 * @param summary in plain words
 * @param kind what is consulted
 * @param department the unit responsible
 * @param state where it is, now
 * @param opensAt first moment of the term
 * @param closesAt first moment after the term
 * @param cancelledAt when it was cancelled, or null
 * @param reportedAt when the report was published, or null
 * @param remarks submitted and not withdrawn
 * @param answered of these, with an approved answer
 * @param now the moment at which all this is so
 */
public record ConsultationOverview(
        long id,
        String slug,
        String reference,
        String title,
        String subject,
        String summary,
        ConsultationKind kind,
        String department,
        ConsultationState state,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant reportedAt,
        long remarks,
        long answered,
        Instant now) {

    /** Whether remarks still may come: it is not over, nor cancelled. */
    public boolean awaitsRemarks() {
        return switch (state) {
            case DRAFTED, ANNOUNCED, OPEN -> true;
            case CLOSED, ANSWERED, REPORTED, ADOPTED, CANCELLED -> false;
        };
    }

    /** Days left until the last day of the term: 0 on the last day itself; 0 too when the term is over or not set. */
    public long daysLeft() {
        return ConsultationHeading.daysLeft(closesAt, now);
    }
}
