package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * One printed volume of a published report, made once. A correction makes further ones, so that none is ever changed.
 *
 * @param id key of the row
 * @param reportId the report
 * @param number of the volume, from 1
 * @param corrections how many corrections it shows
 * @param pdf the file
 */
@MappedEntity("report_volume")
@SuppressWarnings("ArrayRecordComponent") // as the row has it; nobody compares these records
public record ReportVolume(
        @Id @GeneratedValue @Nullable Long id, long reportId, int number, int corrections, byte[] pdf) {}
