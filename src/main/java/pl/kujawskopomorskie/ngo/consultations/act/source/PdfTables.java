package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
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
    private record Cell(float from, float to) {}

    /** Where the cells of some rows stand, sorted, so that a place is looked up however many rows there are. */
    private static final class Edges {

        private static final int SEVERAL = -1;
        private static final int NONE = -2;

        /** Each with the number of the row that has it, or {@link #SEVERAL}. */
        private final NavigableMap<Float, Integer> begins = new TreeMap<>();

        private final NavigableMap<Float, Integer> ends = new TreeMap<>();
        /** Sums of both ends, that is twice the middles. */
        private final NavigableMap<Float, Integer> middles = new TreeMap<>();
        /** Where words begin behind a wide gap, those of a label as well. */
        private final NavigableMap<Float, Integer> gaps = new TreeMap<>();

        void add(int row, List<Cell> cells, List<Word> words) {
            for (var cell : cells) {
                put(begins, cell.from(), row);
                put(ends, cell.to(), row);
                put(middles, cell.from() + cell.to(), row);
            }
            words.stream().filter(Word::apart).forEach(word -> put(gaps, word.from(), row));
        }

        private static void put(NavigableMap<Float, Integer> edges, float at, int row) {
            edges.merge(at, row, (one, other) -> one.equals(other) ? one : SEVERAL);
        }

        /** Whether a cell that is not the first of its row begins at this place. */
        boolean begin(float x, float within) {
            return has(begins, x, within, NONE);
        }

        /** Whether a cell begins, ends or has its middle where this one does. */
        boolean isOver(Cell cell) {
            return isOver(cell, NONE);
        }

        /** Whether one does in any row but this. */
        boolean isOver(Cell cell, int row) {
            return has(begins, cell.from(), ALIGNED, row)
                    || has(ends, cell.to(), ALIGNED, row)
                    || has(middles, cell.from() + cell.to(), 2 * ALIGNED, row)
                    || has(gaps, cell.from(), ALIGNED, row);
        }

        private static boolean has(NavigableMap<Float, Integer> edges, float at, float within, int but) {
            return edges.subMap(at - within, true, at + within, true).values().stream()
                    .anyMatch(row -> row != but);
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
        var table = new Table(start);
        var end = start + 1;
        for (var at = start + 1; at < lines.size() && at - end <= LONGEST_CELL; at++) {
            var line = lines.get(at);
            if (table.sharesColumn(line)) {
                table.add(at);
                end = at + 1;
            } else if (cells(line).isEmpty() && !table.isWithinCell(line)) {
                break;
            }
        }
        if (!table.isTable()) {
            return start + 1;
        }
        while (end < lines.size() && table.goesOn(lines.get(end))) {
            end++;
        }
        for (var at = start; at < end; at++) {
            rows.put(lines.get(at), table.beginsOfCells(at));
        }
        return end;
    }

    /** Lines that show the columns of one table, as far as they are found. */
    private final class Table {

        private final List<PdfLine> shown = new ArrayList<>();
        private final Edges all = new Edges();
        private final Deque<Edges> last = new ArrayDeque<>();

        Table(int first) {
            add(first);
        }

        void add(int at) {
            var line = lines.get(at);
            shown.add(line);
            all.add(at, cells(line), line.words());
            var own = new Edges();
            own.add(at, cells(line), List.of());
            last.add(own);
            if (last.size() > ROWS_COMPARED) {
                last.remove();
            }
        }

        /** Two rows of two cells may be a pair of signatures, so they must have more of either. */
        boolean isTable() {
            return shown.size() >= FEWEST_ROWS
                    || shown.size() == 2
                            && shown.stream().anyMatch(line -> cells(line).size() >= 2);
        }

        /** Whether a line below the rows begins as one of their cells does, or is a row of which only the number is filled in. */
        boolean goesOn(PdfLine line) {
            return all.begin(line.x(), SAME_EDGE)
                    || line.words().size() == 1
                            && Math.abs(line.x() - shown.getLast().x()) <= SAME_EDGE
                            && LABEL.matcher(line.words().getFirst().text()).matches();
        }

        Set<Integer> beginsOfCells(int at) {
            var words = lines.get(at).words();
            var begins = new HashSet<Integer>();
            for (var i = 1; i < words.size(); i++) {
                var word = words.get(i);
                var begin = word.apart()
                        ? all.isOver(new Cell(word.from(), endOfCell(words, i)), at)
                        : all.begin(word.from(), SAME_EDGE);
                if (begin) {
                    begins.add(i);
                }
            }
            return begins;
        }

        boolean sharesColumn(PdfLine line) {
            return last.stream()
                    .anyMatch(row -> cells(line).stream().anyMatch(row::isOver)
                            || line.words().stream().skip(1).anyMatch(word -> row.begin(word.from(), SAME_EDGE)));
        }

        /** Whether a line without gaps keeps to one column: it ends before the second, or begins behind the first. */
        boolean isWithinCell(PdfLine line) {
            return shown.subList(Math.max(0, shown.size() - ROWS_COMPARED), shown.size()).stream()
                            .map(row -> cells(row))
                            .anyMatch(row -> !row.isEmpty()
                                    && line.end() < row.getFirst().from())
                    || all.begin(line.x(), ALIGNED);
        }
    }
}
