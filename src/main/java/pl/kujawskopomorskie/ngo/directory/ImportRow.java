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
 * @param matchKrs its number in the court register, null before it was checked and when it has none
 * @param matchRegon its statistical number, likewise
 * @param matchName its name, town and county, to tell it from others by; null before it was checked
 * @param outcome what came of it, or would come; null before it was checked
 * @param problems why it was refused, a JSON list of {@link RowProblem}
 * @param organisationId which organisation it became or changed
 * @param blanked whether the cells of columns that are not read have been emptied
 */
@MappedEntity("organisation_import_row")
public record ImportRow(
        @Id @GeneratedValue @Nullable Long id,
        long importId,
        int lineNumber,
        String cells,
        @Nullable String matchKrs,
        @Nullable String matchRegon,
        @Nullable String matchName,
        @Nullable Outcome outcome,
        String problems,
        @Nullable Long organisationId,
        boolean blanked) {

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

    /** A row as it was sent. */
    static ImportRow sent(long importId, int lineNumber, String cells) {
        return new ImportRow(null, importId, lineNumber, cells, null, null, null, null, "[]", null, false);
    }

    /** This row with no more in its cells than is read. */
    ImportRow blanked(String readCells) {
        return new ImportRow(
                id,
                importId,
                lineNumber,
                readCells,
                matchKrs,
                matchRegon,
                matchName,
                outcome,
                problems,
                organisationId,
                true);
    }

    /** The key of a row that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("Row " + lineNumber + " has not been saved");
        }
        return id;
    }
}
