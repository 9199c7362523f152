package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.DraftUnit;
import pl.kujawskopomorskie.ngo.consultations.RemarkTable;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Reading a table of remarks in: first the file, then its rows with what was made of them, nothing saved yet.
 *
 * @param overview of the consultation
 * @param version number of the version remarked on
 * @param form what the clerk states of all rows
 * @param errors what is wrong
 * @param units to choose from
 * @param channels to choose from
 * @param rows of the file, or null before there is one
 */
record ImportPage(
        ConsultationOverview overview,
        int version,
        EntryForm form,
        FormErrors errors,
        List<DraftUnit> units,
        List<Choice> channels,
        @Nullable List<Line> rows) {

    /** How many rows are ticked to be entered. */
    public long ready() {
        return rows == null ? 0 : rows.stream().filter(Line::ticked).count();
    }

    /** How many rows a person should look at. */
    public long doubtful() {
        return rows == null ? 0 : rows.stream().filter(Line::isDoubtful).count();
    }

    /** How many rows are not entered whatever is chosen. */
    public long left() {
        return rows == null
                ? 0
                : rows.stream().filter(line -> !line.canBeEntered()).count();
    }

    /**
     * One row.
     *
     * @param row as the file has it
     * @param unit citation that was found or that the clerk typed, or empty
     * @param ticked whether it is to be entered
     * @param before public number under which the same row was entered earlier, or empty
     */
    record Line(RemarkTable.Row row, String unit, boolean ticked, String before) {

        /** A row as the file has it: what can be entered and whose unit is sure is ticked. */
        static Line of(RemarkTable.Row row, String before) {
            var unit = row.match().unit();
            var line = new Line(row, unit == null ? "" : unit.citation(), false, before);
            return new Line(row, line.unit, line.canBeEntered() && !row.match().isDoubtful(), before);
        }

        /** Whether it says something that is not in the register yet. */
        public boolean canBeEntered() {
            return row.problem() == null && row.repeats() == 0 && before.isEmpty();
        }

        /** Whether it can be entered once somebody chose its unit. */
        public boolean isDoubtful() {
            return canBeEntered() && row.match().isDoubtful();
        }

        /** Key of the sentence that says how its unit was found, or why none was. */
        public String howKey() {
            return "consultations.import.how." + row.match().how().name();
        }
    }
}
