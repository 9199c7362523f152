package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a remark.
 *
 * @param id key of the row
 * @param remarkId the remark
 * @param fileId the file
 */
@MappedEntity("remark_attachment")
public record RemarkAttachment(@Id @GeneratedValue @Nullable Long id, long remarkId, long fileId) {}
