package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.Arrays;
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
 * @param frozen all that the report says but for the entries of its register, as JSON; null before publishing
 * @param sha256 of the whole text, entries included; see {@link ReportText}
 * @param edition 1 as it was published; hiding words afterwards makes the next
 * @param registerSize entries in the register; null before publishing, and where the register still lies in {@code frozen}
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
        int edition,
        @Nullable Integer registerSize,
        @Version int revision) {

    /** The key of a report that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The report has not been saved");
        }
        return id;
    }

    /** The hash of a report that is published. */
    byte[] hash() {
        if (sha256 == null) {
            throw new IllegalStateException("The report has not been published");
        }
        return Arrays.copyOf(sha256, sha256.length);
    }

    /** One that is not published yet. */
    public static ConsultationReport prepared(long consultationId, String introduction, String afterword) {
        return new ConsultationReport(
                null, consultationId, introduction, afterword, null, null, null, null, 1, null, 0);
    }

    /** This report with other words, not published yet. */
    ConsultationReport saying(String newIntroduction, String newAfterword) {
        return new ConsultationReport(
                id, consultationId, newIntroduction, newAfterword, null, null, null, null, edition, null, revision);
    }

    /** This report with what is frozen of it, published at a moment. */
    ConsultationReport frozen(Instant moment, @Nullable Long by, String head, byte[] hash, int ofEdition, int ofSize) {
        return new ConsultationReport(
                id, consultationId, introduction, afterword, moment, by, head, hash, ofEdition, ofSize, revision);
    }
}
