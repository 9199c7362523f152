package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * One remark in the register of a published report, as it was frozen.
 *
 * @param id key of the row
 * @param reportId the report
 * @param position in its register, from 0
 * @param number of the remark
 * @param entry {@link FrozenReport.Entry} as JSON, the very text that the report's hash is made of
 */
@MappedEntity("report_entry")
record ReportEntry(@Id @GeneratedValue @Nullable Long id, long reportId, int position, int number, String entry) {

    ReportEntry saying(String other) {
        return new ReportEntry(id, reportId, position, number, other);
    }
}
