package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.documents.TableColumn;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile;
import pl.kujawskopomorskie.ngo.shared.documents.TableLayout;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/**
 * The spreadsheet in which answers are written away from the portal: what goes out, and how it is read when it comes back. It
 * is Polish whatever the reader's language, so that what one downloads another can send in.
 */
@Singleton
public final class AnswerSheet {

    private static final Language LANGUAGE = Language.POLISH;
    private static final Pattern NUMBER = Pattern.compile("(?:.*/)?0*([1-9][0-9]{0,8})");

    private final Messages messages;

    AnswerSheet(Messages messages) {
        this.messages = messages;
    }

    /** How remarks go out. */
    public TableLayout<AnswerRows.Row> layout(Consultation consultation) {
        return new TableLayout<>(
                text("answers.list.title"),
                List.of(consultation.reference() + " " + consultation.title(), text("answers.sheet.about")),
                List.of(
                        words("number", 18, row -> RemarkReceipt.number(consultation.reference(), row.number())),
                        TableColumn.number(
                                name("revision"), text("answers.sheet.revision.means"), row -> (long) row.revision()),
                        words("unit", 18, AnswerRows.Row::citation),
                        words("author", 22, AnswerRows.Row::authorName),
                        words("current", 40, AnswerRows.Row::currentWording),
                        words("proposed", 40, AnswerRows.Row::proposedWording),
                        words("rationale", 40, AnswerRows.Row::rationale),
                        words("position", 22, row -> row.position() == null ? null : label(row.position())),
                        words("answer", 60, AnswerRows.Row::answer)));
    }

    /** The rows of a file that came back, or why it cannot be read. */
    TableFile.Result read(byte[] file, String fileName) {
        return TableFile.read(
                file,
                fileName,
                header ->
                        header.containsAll(Set.of(name("number"), name("revision"), name("position"), name("answer"))));
    }

    /** What the rows state. */
    List<Stated> stated(TableFile.Table table) {
        var number = table.column(name("number")::equals);
        var revision = table.column(name("revision")::equals);
        var position = table.column(name("position")::equals);
        var answer = table.column(name("answer")::equals);
        var seen = new HashSet<String>();
        return table.rows().stream()
                .map(row -> new Stated(
                        row.number(),
                        row.cell(number),
                        numberOf(row.cell(number)),
                        row.cell(revision),
                        Typed.line(row.cell(position)),
                        Typed.text(row.cell(answer)),
                        !seen.add(row.cell(number))))
                .toList();
    }

    /** The position that a cell names, by its label or its name. */
    Optional<Answer.Position> position(String cell) {
        var asked = cell.toLowerCase(Locale.ROOT).strip();
        return Arrays.stream(Answer.Position.values())
                .filter(position -> label(position).equals(asked)
                        || position.name().toLowerCase(Locale.ROOT).equals(asked))
                .findFirst();
    }

    /** A position in the words of the sheet. */
    String label(Answer.Position position) {
        return text("consultations.position." + position);
    }

    private static int numberOf(String cell) {
        var found = NUMBER.matcher(cell.strip());
        return found.matches() ? Integer.parseInt(found.group(1)) : 0;
    }

    private TableColumn<AnswerRows.Row> words(String key, int width, Function<AnswerRows.Row, @Nullable String> value) {
        return TableColumn.text(name(key), text("answers.sheet." + key + ".means"), width, value);
    }

    private String name(String key) {
        return text("answers.sheet." + key);
    }

    private String text(String key) {
        return messages.get(LANGUAGE, key);
    }

    /**
     * What a row states.
     *
     * @param row as a person counts rows
     * @param reference as it stands in the row
     * @param number that it means, or 0
     * @param revision of the answer when the sheet went out
     * @param position as it stands in the row
     * @param answer rationale
     * @param again whether a row above it is about the same remark
     */
    record Stated(
            int row, String reference, int number, String revision, String position, String answer, boolean again) {}
}
