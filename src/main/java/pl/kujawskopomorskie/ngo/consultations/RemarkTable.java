package pl.kujawskopomorskie.ngo.consultations;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.act.UnitFinder;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/**
 * The office's form of a consultation as people send it back: a table in XLSX, CSV or DOCX with the columns {@code Lp.},
 * current wording, proposed change, rationale; and, when the office has gathered several, who remarks and on what.
 */
public final class RemarkTable {

    /** Most rows of one table; a consultation has seldom so many remarks in all. */
    public static final int MOST_ROWS = 500;

    private RemarkTable() {}

    /** What came of reading a file. */
    public sealed interface Result {}

    /**
     * Nothing could be read.
     *
     * @param sentenceKey says why, and what to do
     */
    public record Refused(String sentenceKey) implements Result {}

    /**
     * What the rows say.
     *
     * @param rows in the order of the table
     */
    public record Rows(List<Row> rows) implements Result {}

    /**
     * A row before it is checked.
     *
     * @param at its number as a person counts rows of the sheet
     * @param author as the row names it, or empty
     * @param currentWording as the row has it
     * @param proposedWording as the row has it
     * @param rationale as the row has it
     * @param match the unit that was found or chosen
     */
    public record Reviewed(
            int at,
            String author,
            String currentWording,
            String proposedWording,
            String rationale,
            UnitFinder.Match match) {}

    /**
     * One row.
     *
     * @param at its number as a person counts rows of the sheet
     * @param author as the row names it, or empty
     * @param currentWording as the row has it
     * @param proposedWording as the row has it
     * @param rationale as the row has it
     * @param match the unit that was found
     * @param problem key of the sentence that says why the row cannot be a remark, or null
     * @param repeats the row that says the same, or 0
     */
    public record Row(
            int at,
            String author,
            String currentWording,
            String proposedWording,
            String rationale,
            UnitFinder.Match match,
            @Nullable String problem,
            int repeats) {

        /**
         * A token that the same words of the same author always get, so that a file entered twice makes no doubles.
         *
         * @param consultationId where the row is entered
         * @param usualAuthor whose remark it is when the row names nobody
         */
        public String formToken(long consultationId, String usualAuthor) {
            var words = String.join(
                    "\u0000",
                    "table",
                    Long.toString(consultationId),
                    author.isEmpty() ? usualAuthor : author,
                    currentWording,
                    proposedWording,
                    rationale);
            return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }

    /** Reads a file. */
    public static Result read(byte[] bytes, String fileName, UnitFinder finder) {
        return switch (TableFile.read(bytes, fileName, RemarkTable::isHeader)) {
            case TableFile.Refused refused -> new Refused(refused.sentenceKey());
            case TableFile.Table table -> rows(table, finder);
        };
    }

    private static Result rows(TableFile.Table table, UnitFinder finder) {
        if (table.rows().size() > MOST_ROWS) {
            return new Refused("consultations.import.tooMany");
        }
        var current = table.column(heading -> has(heading, "obecn", "aktualn", "dotychczas", "tresc", "zapis")
                && !has(heading, "propon", "uzasadn", "uwag"));
        var proposed = table.column(RemarkTable::isProposed);
        var rationale = table.column(RemarkTable::isRationale);
        var author = table.column(heading -> has(heading, "zglaszaj", "organizac", "podmiot", "autor", "imie"));
        var reference =
                table.column(heading -> has(heading, "jednostk", "przepis", "paragraf", "czesc dokumentu", "rozdzial")
                        && !has(heading, "brzmieni"));
        var read = new ArrayList<Reviewed>();
        for (var row : table.rows()) {
            var wording = Typed.text(row.cell(current));
            var change = Typed.text(row.cell(proposed));
            var why = Typed.text(row.cell(rationale));
            if (!isNumbering(wording, change, why)) {
                read.add(new Reviewed(
                        row.number(),
                        Typed.line(row.cell(author)),
                        wording,
                        change,
                        why,
                        finder.find(Typed.line(row.cell(reference)), wording)));
            }
        }
        return read.isEmpty() ? new Refused("consultations.import.empty") : checked(read);
    }

    /** Looks through rows again that a clerk has reviewed: what is wrong with each, and which repeat others. */
    public static Rows checked(List<Reviewed> reviewed) {
        var seen = new HashMap<String, Integer>();
        var rows = new ArrayList<Row>();
        for (var row : reviewed) {
            var said =
                    String.join("\u0000", row.author(), row.currentWording(), row.proposedWording(), row.rationale());
            var first = seen.putIfAbsent(said, row.at());
            rows.add(new Row(
                    row.at(),
                    row.author(),
                    row.currentWording(),
                    row.proposedWording(),
                    row.rationale(),
                    row.match(),
                    problem(row),
                    first == null ? 0 : first));
        }
        return new Rows(rows);
    }

    // Forms often number their columns in a row of their own: 1, 2, 3, 4.
    private static boolean isNumbering(String... cells) {
        for (var cell : cells) {
            if (!cell.isEmpty() && !cell.matches("\\(?[0-9]{1,2}\\)?\\.?")) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String problem(Reviewed row) {
        if (row.proposedWording().isBlank() && row.rationale().isBlank()) {
            return "consultations.import.row.empty";
        }
        if (Typed.length(row.author()) > OfficeEntry.LONGEST_AUTHOR) {
            return "consultations.import.row.author";
        }
        return Stream.of(row.currentWording(), row.proposedWording(), row.rationale())
                        .anyMatch(text -> Typed.length(text) > RemarkEntry.LONGEST_TEXT)
                ? "consultations.import.row.tooLong"
                : null;
    }

    private static boolean isHeader(List<String> cells) {
        return cells.stream().anyMatch(RemarkTable::isProposed)
                && cells.stream().anyMatch(RemarkTable::isRationale);
    }

    private static boolean isProposed(String heading) {
        return has(heading, "propon", "propozyc", "sugerowan", "tresc uwagi") && !has(heading, "uzasadn");
    }

    private static boolean isRationale(String heading) {
        return has(heading, "uzasadn");
    }

    private static boolean has(String heading, String... parts) {
        var folded = PolishSearch.fold(heading).toLowerCase(Locale.ROOT);
        for (var part : parts) {
            if (folded.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
