package pl.kujawskopomorskie.ngo.shared.documents;

import java.util.List;

/**
 * How a table is exported. The same layout makes the XLSX, the CSV and the explanation of both.
 *
 * @param sheet name of the sheet; cut to the 31 characters that spreadsheets allow
 * @param about what the table is, where it comes from, of what moment: a line each, for the sheet of explanations
 * @param columns in order, at least one
 * @param <R> what a row is made from
 */
public record TableLayout<R>(String sheet, List<String> about, List<TableColumn<R>> columns) {

    /** Refuses a table without columns. */
    public TableLayout {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A table has columns");
        }
        about = List.copyOf(about);
        columns = List.copyOf(columns);
    }
}
