package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.List;
import java.util.Map;
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

    /** How many rows can be entered as they are. */
    public long ready() {
        return rows == null ? 0 : rows.stream().filter(Line::isReady).count();
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
     * @param unit citation that was found, or empty
     * @param before public number under which the same row was entered earlier, or empty
     */
    record Line(RemarkTable.Row row, String unit, String before) {

        static Line of(RemarkTable.Row row, Map<String, String> before, long consultationId, String author) {
            var unit = row.match().unit();
            return new Line(
                    row,
                    unit == null ? "" : unit.citation(),
                    before.getOrDefault(row.formToken(consultationId, author), ""));
        }

        /** Whether it says something that is not in the register yet. */
        public boolean canBeEntered() {
            return row.problem() == null && row.repeats() == 0 && before.isEmpty();
        }

        /** Whether it can be entered and its unit is sure. */
        public boolean isReady() {
            return canBeEntered() && !row.match().isDoubtful();
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
