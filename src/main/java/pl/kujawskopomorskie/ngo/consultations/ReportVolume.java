package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * One printed volume of a published report, made once. A correction takes the volumes away that do not show it, and others
 * are printed.
 *
 * @param id key of the row
 * @param reportId the report
 * @param number of the volume, from 1
 * @param corrections how many corrections it shows
 * @param fileId the PDF, or null when a node of the release before printed it, which kept it elsewhere
 */
@MappedEntity("report_volume")
public record ReportVolume(
        @Id @GeneratedValue @Nullable Long id,
        long reportId,
        int number,
        int corrections,
        @Nullable Long fileId) {}
