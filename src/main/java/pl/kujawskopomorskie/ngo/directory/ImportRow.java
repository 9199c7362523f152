package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * One row of an import.
 *
 * @param id key of the row
 * @param importId of which import
 * @param lineNumber as a person counts rows in the file
 * @param cells a JSON list
 * @param matchKey what tells the organisation from others, null before it was checked
 * @param outcome what came of it, or would come; null before it was checked
 * @param problems why it was refused, a JSON list of {@link RowProblem}
 * @param organisationId which organisation it became or changed
 */
@MappedEntity("organisation_import_row")
public record ImportRow(
        @Id @GeneratedValue @Nullable Long id,
        long importId,
        int lineNumber,
        String cells,
        @Nullable String matchKey,
        @Nullable Outcome outcome,
        String problems,
        @Nullable Long organisationId) {

    /** What comes of a row. */
    public enum Outcome {
        WOULD_ADD,
        WOULD_CHANGE,
        /** The directory says the same already. */
        SAME,
        REFUSED,
        ADDED,
        CHANGED
    }

    /** The key of a row that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("Row " + lineNumber + " has not been saved");
        }
        return id;
    }
}
