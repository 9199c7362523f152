package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of organisations that a clerk sent.
 *
 * @param id key of the row
 * @param fileName as it was called
 * @param state how far it is
 * @param headings of its columns, a JSON list
 * @param fields names of {@link OrganisationField}, one a column, empty for one that is not read; a JSON list
 * @param rowCount how many rows it has
 * @param createdAt when it was sent
 * @param createdBy by whom, null on the command line
 * @param finishedAt when the last row was done
 * @param changedAt when anything last happened to it
 * @param counts how many rows came out how, a JSON object, once the rows are deleted; null until then
 */
@MappedEntity("organisation_import")
public record OrganisationImport(
        @Id @GeneratedValue @Nullable Long id,
        String fileName,
        State state,
        String headings,
        String fields,
        int rowCount,
        Instant createdAt,
        @Nullable Long createdBy,
        @Nullable Instant finishedAt,
        @Nullable Instant changedAt,
        @Nullable String counts) {

    /** How far an import is. */
    public enum State {
        /** Read; a clerk looks at which column is what. */
        SENT,
        /** Its rows are being checked; nothing is changed. */
        CHECKING,
        /** Checked; a clerk reads what would happen. */
        CHECKED,
        /** Its rows are being taken in. */
        RUNNING,
        /** All rows are done. */
        DONE
    }

    /** Whether its rows are deleted, so that nothing can be done with them any more. */
    public boolean forgotten() {
        return counts != null;
    }

    /** The key of an import that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The import of " + fileName + " has not been saved");
        }
        return id;
    }
}
