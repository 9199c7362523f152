package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The office's answer to a remark.
 *
 * @param id key of the row
 * @param remarkId what is answered
 * @param state how far it is; only an approved answer is public
 * @param position what the office does with the remark; may be missing in a draft
 * @param rationale why; may be empty in a draft
 * @param changedUnitId unit of the next version that the remark changed, or null
 * @param draftedBy who wrote it
 * @param draftedAt when its words were last changed
 * @param approvedBy who approved it
 * @param approvedAt when
 * @param returnReason what the reviewer wants changed, or null
 * @param revision counts changes
 */
@MappedEntity("answer")
public record Answer(
        @Id @GeneratedValue @Nullable Long id,
        long remarkId,
        State state,
        @Nullable Position position,
        String rationale,
        @Nullable Long changedUnitId,
        @Nullable Long draftedBy,
        Instant draftedAt,
        @Nullable Long approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String returnReason,
        @Version int revision) {

    /** How far an answer is. */
    public enum State {
        DRAFT,
        IN_REVIEW,
        APPROVED
    }

    /** What the office does with a remark. */
    public enum Position {
        ACCEPTED,
        PARTLY_ACCEPTED,
        REJECTED,
        /** It is about something that the draft does not rule on. */
        OUT_OF_SCOPE
    }
}
