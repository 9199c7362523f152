package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/**
 * Answers written in a spreadsheet come back: first the differences are shown, row by row, and nothing is written; then what
 * was shown is applied, all of it or, when somebody came in between, nothing.
 */
@Singleton
public class ImportingAnswers {

    private final Consultations consultations;
    private final LockingForAnswers locking;
    private final AnswerRows rows;
    private final AnswerSheet sheet;
    private final AnsweringRemark answering;

    ImportingAnswers(
            Consultations consultations,
            LockingForAnswers locking,
            AnswerRows rows,
            AnswerSheet sheet,
            AnsweringRemark answering) {
        this.consultations = consultations;
        this.locking = locking;
        this.rows = rows;
        this.sheet = sheet;
        this.answering = answering;
    }

    /** What a sheet would change. */
    public SheetComparison compare(String slug, byte[] file, String fileName, Actor actor) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        if (consultation == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return new SheetComparison.Refused(new Answering.NotFound());
        }
        if (!ConsultationPolicy.mayLookIntoTheOffice(actor)) {
            return new SheetComparison.Refused(new Answering.Forbidden());
        }
        return switch (sheet.read(file, fileName)) {
            case TableFile.Refused(var reason)
            when reason == TableFile.Reason.NO_TABLE -> new SheetComparison.Unreadable("answers.sheet.noTable");
            case TableFile.Refused refused -> new SheetComparison.Unreadable(refused.sentenceKey());
            case TableFile.Table table -> compare(consultation, sheet.stated(table), actor);
        };
    }

    private SheetComparison compare(Consultation consultation, List<AnswerSheet.Stated> stated, Actor actor) {
        var numbers = stated.stream()
                .map(AnswerSheet.Stated::number)
                .filter(number -> number > 0)
                .distinct()
                .toList();
        var found = numbers.isEmpty()
                ? Map.<Integer, AnswerRows.Row>of()
                : rows.ofNumbers(consultation.key(), numbers).stream()
                        .collect(Collectors.toMap(AnswerRows.Row::number, Function.identity()));
        return new SheetComparison.Read(stated.stream()
                .map(row -> difference(row, found.get(row.number()), actor))
                .toList());
    }

    private SheetComparison.Difference difference(
            AnswerSheet.Stated stated, AnswerRows.@Nullable Row row, Actor actor) {
        var position = sheet.position(stated.position()).orElse(null);
        return new SheetComparison.Difference(
                stated.row(),
                stated.reference(),
                stated.number(),
                kind(stated, position, row, actor),
                row == null ? AnswerEntry.NONE_READ : row.revision(),
                row == null ? null : row.position(),
                position,
                row == null ? "" : row.words(),
                stated.answer());
    }

    private static SheetComparison.Kind kind(
            AnswerSheet.Stated stated, Answer.@Nullable Position position, AnswerRows.@Nullable Row row, Actor actor) {
        if (row == null) {
            return SheetComparison.Kind.UNKNOWN_NUMBER;
        }
        if (stated.again()) {
            return SheetComparison.Kind.TWICE;
        }
        if (position == null && !stated.position().isEmpty()) {
            return SheetComparison.Kind.BAD_POSITION;
        }
        if (Typed.length(stated.answer()) > AnswerEntry.LONGEST_RATIONALE) {
            return SheetComparison.Kind.TOO_LONG;
        }
        if (row.position() == position
                && row.words().strip().equals(stated.answer().strip())) {
            return SheetComparison.Kind.SAME;
        }
        if (row.state() != RemarkState.SUBMITTED || row.answerState() == Answer.State.APPROVED) {
            return SheetComparison.Kind.CLOSED;
        }
        if (!ConsultationPolicy.mayAnswer(actor, row.departmentId())) {
            return SheetComparison.Kind.NOT_YOURS;
        }
        return stated.revision().equals(Integer.toString(row.revision()))
                ? SheetComparison.Kind.CHANGED
                : SheetComparison.Kind.CHANGED_MEANWHILE;
    }

    /**
     * Applies what was shown.
     *
     * @param review whether answers that lack nothing go to a reviewer at once
     */
    @Transactional
    public Answering apply(String slug, List<SheetChange> changes, boolean review, Actor actor) {
        var begun = locking.begin(slug, actor);
        if (begun.refusal() != null) {
            return begun.refusal();
        }
        return answering.writeAll(
                begun.consultation(),
                changes.stream()
                        .collect(Collectors.toMap(SheetChange::number, SheetChange::entry, (one, other) -> one)),
                review,
                actor);
    }
}
