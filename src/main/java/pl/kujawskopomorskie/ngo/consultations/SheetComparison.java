package pl.kujawskopomorskie.ngo.consultations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sheet that came back would change. */
public sealed interface SheetComparison {

    /**
     * It was read.
     *
     * @param rows one for each row of the sheet
     */
    record Read(List<Difference> rows) implements SheetComparison {

        public Read {
            rows = List.copyOf(rows);
        }

        /** The rows of a kind. */
        public List<Difference> of(Kind kind) {
            return rows.stream().filter(row -> row.kind() == kind).toList();
        }
    }

    /** It cannot be read. */
    record Unreadable(String sentenceKey) implements SheetComparison {}

    /** Nothing may be changed. */
    record Refused(Answering refusal) implements SheetComparison {}

    /** What is to be said of a row. */
    enum Kind {
        CHANGED,
        SAME,
        UNKNOWN_NUMBER,
        TWICE,
        BAD_POSITION,
        TOO_LONG,
        /** Somebody changed the answer on the portal after the sheet went out. */
        CHANGED_MEANWHILE,
        /** The remark was not given to the department of this person. */
        NOT_YOURS,
        /** The remark is withdrawn, or its answer approved. */
        CLOSED
    }

    /**
     * A row of the sheet beside what the portal has.
     *
     * @param row as a person counts rows
     * @param reference as it stands in the row
     * @param number of the remark, or 0
     * @param kind what is to be said of it
     * @param revision of the answer that the portal has
     * @param oldPosition that the portal has
     * @param newPosition that the row states
     * @param oldAnswer that the portal has
     * @param newAnswer that the row states
     */
    record Difference(
            int row,
            String reference,
            int number,
            Kind kind,
            int revision,
            Answer.@Nullable Position oldPosition,
            Answer.@Nullable Position newPosition,
            String oldAnswer,
            String newAnswer) {

        /** What would be written. */
        public SheetChange change() {
            return new SheetChange(number, revision, newPosition, newAnswer);
        }
    }
}
