package pl.kujawskopomorskie.ngo.shared.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile.Limits;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile.Reason;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile.Refused;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile.Result;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile.Row;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile.Table;

/** Gathers rows while a file is read: looks for the header, then keeps what is under it until that table ends. */
final class TableInProgress {

    private static final long MOST_CHARACTERS = 32_000_000;
    private static final int MOST_OF_A_ROW = 1_000_000;
    private static final int MOST_OF_A_CELL = 100_000;

    private final Predicate<List<String>> isHeader;
    private final Limits limits;
    private final List<Row> rows = new ArrayList<>();
    private List<String> header = List.of();
    private boolean ended;
    private boolean anyWords;
    private long characters;

    TableInProgress(Predicate<List<String>> isHeader, Limits limits) {
        this.isHeader = isHeader;
        this.limits = limits;
    }

    int mostColumns() {
        return limits.columns();
    }

    /** Takes a row; false when no more are wanted. */
    boolean add(int number, List<String> raw) {
        if (ended) {
            return false;
        }
        count(raw);
        var cells = raw.stream().map(cell -> PlainCharacters.of(cell).strip()).toList();
        int used = cells.size();
        while (used > 0 && cells.get(used - 1).isEmpty()) {
            used--;
        }
        if (used == 0) {
            return true;
        }
        if (used > limits.columns()) {
            throw new Full(Reason.TOO_MANY_COLUMNS);
        }
        anyWords = true;
        var kept = List.copyOf(cells.subList(0, used));
        if (header.isEmpty()) {
            if (isHeader.test(kept)) {
                header = kept;
            }
        } else if (rows.size() == limits.rows()) {
            throw new Full(Reason.TOO_MANY_ROWS);
        } else {
            rows.add(new Row(number, kept));
        }
        return true;
    }

    // Before anything is copied: many cells of a spreadsheet may share one long text, and a quote that is never closed
    // makes
    // one cell of a whole file.
    private void count(List<String> raw) {
        int row = 0;
        for (var cell : raw) {
            if (cell.length() > MOST_OF_A_CELL) {
                throw new Full(Reason.CELL_TOO_LONG);
            }
            row += cell.length();
            characters += cell.length();
            if (row > MOST_OF_A_ROW || characters > MOST_CHARACTERS) {
                throw new Full(Reason.TOO_LARGE);
            }
        }
    }

    /** A sheet or a table of the file ends. */
    void end() {
        ended = !header.isEmpty();
    }

    boolean ended() {
        return ended;
    }

    Result result() {
        if (header.isEmpty()) {
            return new Refused(anyWords ? Reason.NO_TABLE : Reason.EMPTY);
        }
        return new Table(header, List.copyOf(rows));
    }

    /** More than is read. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Reason reason;

        Full(Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }
}
