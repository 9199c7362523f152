package pl.kujawskopomorskie.ngo.shared.documents;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A run of a file's bytes.
 *
 * @param id key of the row
 * @param fileId the file
 * @param position of the part in the file, from 0
 * @param content at most {@link StoringFiles#PART} bytes
 */
@MappedEntity("stored_file_part")
@SuppressWarnings("ArrayRecordComponent") // Bytes of a file; nobody compares these records.
record StoredFilePart(@Id @GeneratedValue @Nullable Long id, long fileId, int position, byte[] content) {}
