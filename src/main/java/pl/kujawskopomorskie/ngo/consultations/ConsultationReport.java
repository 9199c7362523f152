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
 * @param pdf the report as printed, made once
 * @param revision counts changes
 */
@MappedEntity("consultation_report")
public record ConsultationReport(
        @Id @GeneratedValue @Nullable Long id,
        long consultationId,
        String introduction,
        String afterword,
        @Nullable Instant publishedAt,
        @Nullable Long publishedBy,
        @Nullable String frozen,
        byte @Nullable [] sha256,
        byte @Nullable [] pdf,
        @Version int revision) {}
