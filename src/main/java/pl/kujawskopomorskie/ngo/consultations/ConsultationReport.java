package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The report of a consultation: prepared by a clerk, then published and frozen with all its data.
 *
 * @param id key of the row
 * @param consultationId whose report it is
 * @param introduction what stands before the register, as plain paragraphs
 * @param afterword what stands after it
 * @param publishedAt when it was frozen, or null
 * @param publishedBy the clerk who published it
 * @param frozen all that the report says, as JSON; null before publishing
 * @param sha256 of {@code frozen}
 * @param revision counts changes
 */
@MappedEntity("consultation_report")
@SuppressWarnings("ArrayRecordComponent") // as the row has it; nobody compares these records
public record ConsultationReport(
        @Id @GeneratedValue @Nullable Long id,
        long consultationId,
        String introduction,
        String afterword,
        @Nullable Instant publishedAt,
        @Nullable Long publishedBy,
        @Nullable String frozen,
        // Micronaut Data does not see JSpecify's annotation on an array.
        @io.micronaut.core.annotation.Nullable byte @Nullable [] sha256,
        @Version int revision) {

    /** The key of a report that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The report has not been saved");
        }
        return id;
    }
}
