package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import pl.kujawskopomorskie.ngo.consultations.act.source.PdfLine.Word;

/**
 * Finds tables by what their rows have in common: cells that stand under one another, some of them behind a wide gap. A
 * line that runs across the columns ends a table.
 */
final class PdfTables {

    /** Cells stand under one another when their left, right or middle points are no further apart. */
    private static final float ALIGNED = 3;

    /** Words of a cell that fills its column come close to the next one; only its left edge tells then. */
    private static final float SAME_EDGE = 1;

    /** A cell that wraps puts at most so many lines between two rows that show the columns. */
    private static final int LONGEST_CELL = 6;

    private static final int FEWEST_ROWS = 3;
    private static final int ROWS_COMPARED = 3;

    private static final Pattern LABEL = Pattern.compile("§|(§ ?)?\\d{1,3}[a-z]{0,2}[.)]?|\\(?[a-z]{1,2}[.)]|[IVXL]+\\."
            + "|[–—•▪·\\uf0b7o-]|(\\d+\\.){2,}|Art\\.|Rozdział|ROZDZIAŁ");

    /** A stretch of words without a wide gap between them. */
    private record Cell(float from, float to) {

        boolean isUnder(Cell other) {
            return Math.abs(from - other.from) <= ALIGNED
                    || Math.abs(to - other.to) <= ALIGNED
                    || Math.abs(from + to - other.from - other.to) <= 2 * ALIGNED;
        }
    }

    private final List<PdfLine> lines;
    private final Map<PdfLine, List<Cell>> cells = new IdentityHashMap<>();
    private final Map<PdfLine, Set<Integer>> rows = new IdentityHashMap<>();

    private PdfTables(List<PdfLine> lines) {
        this.lines = lines;
        lines.forEach(line -> cells.put(line, cellsOf(line)));
    }

    /**
     * Those of the lines that are rows of tables, or parts of such rows, each with the numbers of its words that begin a
     * cell.
     */
    static Map<PdfLine, Set<Integer>> rows(List<PdfLine> lines) {
        var tables = new PdfTables(lines);
        var at = 0;
        while (at < lines.size()) {
            at = tables.tableFrom(at);
        }
        return tables.rows;
    }

    /** The cells of a line but the first; a label and the text that it hangs before are one cell. */
    private static List<Cell> cellsOf(PdfLine line) {
        var words = line.words();
        var first = 0;
        while (first < words.size() - 1
                && LABEL.matcher(words.get(first).text()).matches()) {
            first++;
        }
        var cells = new ArrayList<Cell>();
        for (var i = first + 1; i < words.size(); i++) {
            if (words.get(i).apart()) {
                cells.add(new Cell(words.get(i).from(), endOfCell(words, i)));
            }
        }
        return cells;
    }

    private static float endOfCell(List<Word> words, int from) {
        var end = from;
        while (end + 1 < words.size() && !words.get(end + 1).apart()) {
            end++;
        }
        return words.get(end).to();
    }

    private List<Cell> cells(PdfLine line) {
        return cells.getOrDefault(line, List.of());
    }

    /** Takes the table that begins here, if one does, and tells where to look for the next. */
    private int tableFrom(int start) {
        if (cells(lines.get(start)).isEmpty()) {
            return start + 1;
        }
        var shown = new ArrayList<PdfLine>();
        shown.add(lines.get(start));
        var end = start + 1;
        for (var at = start + 1; at < lines.size() && at - end <= LONGEST_CELL; at++) {
            var line = lines.get(at);
            if (sharesColumn(line, shown)) {
                shown.add(line);
                end = at + 1;
            } else if (cells(line).isEmpty() && !isWithinCell(line, shown)) {
                break;
            }
        }
        if (!isTable(shown)) {
            return start + 1;
        }
        while (end < lines.size()
                && (begins(lines.get(end).x(), shown, SAME_EDGE) || isEmptyRow(lines.get(end), shown))) {
            end++;
        }
        for (var line : lines.subList(start, end)) {
            rows.put(line, beginsOfCells(line, shown));
        }
        return end;
    }

    /** A row of which nothing is filled in but its number. */
    private static boolean isEmptyRow(PdfLine line, List<PdfLine> shown) {
        return line.words().size() == 1
                && Math.abs(line.x() - shown.getLast().x()) <= SAME_EDGE
                && LABEL.matcher(line.words().getFirst().text()).matches();
    }

    /** Two rows of two cells may be a pair of signatures, so they must have more of either. */
    private boolean isTable(List<PdfLine> shown) {
        return shown.size() >= FEWEST_ROWS
                || shown.size() == 2
                        && shown.stream().anyMatch(line -> cells(line).size() >= 2);
    }

    private Set<Integer> beginsOfCells(PdfLine line, List<PdfLine> shown) {
        var begins = new HashSet<Integer>();
        for (var i = 1; i < line.words().size(); i++) {
            var word = line.words().get(i);
            var cell = new Cell(word.from(), endOfCell(line.words(), i));
            var others = shown.stream().filter(row -> row != line);
            var begin = word.apart()
                    ? others.anyMatch(row -> cells(row).stream().anyMatch(cell::isUnder)
                            || row.words().stream().anyMatch(other -> other.apart() && isSame(other, word)))
                    : begins(word.from(), shown, SAME_EDGE);
            if (begin) {
                begins.add(i);
            }
        }
        return begins;
    }

    private static boolean isSame(Word one, Word other) {
        return Math.abs(one.from() - other.from()) <= ALIGNED;
    }

    private static List<PdfLine> last(List<PdfLine> shown) {
        return shown.subList(Math.max(0, shown.size() - ROWS_COMPARED), shown.size());
    }

    private boolean sharesColumn(PdfLine line, List<PdfLine> shown) {
        for (var row : last(shown)) {
            for (var cell : cells(row)) {
                if (cells(line).stream().anyMatch(cell::isUnder)
                        || line.words().stream()
                                .skip(1)
                                .anyMatch(word -> Math.abs(word.from() - cell.from()) <= SAME_EDGE)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a line without gaps keeps to one column: it ends before the second, or begins behind the first. */
    private boolean isWithinCell(PdfLine line, List<PdfLine> shown) {
        for (var row : last(shown)) {
            if (!cells(row).isEmpty() && line.end() < cells(row).getFirst().from()) {
                return true;
            }
        }
        return begins(line.x(), shown, ALIGNED);
    }

    /** Whether a cell that is not the first of its row begins at this place. */
    private boolean begins(float x, List<PdfLine> shown, float within) {
        return shown.stream().flatMap(row -> cells(row).stream()).anyMatch(cell -> Math.abs(cell.from() - x) <= within);
    }
}
