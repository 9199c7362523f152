package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Department;
import pl.kujawskopomorskie.ngo.consultations.Answer;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.OfficeFilter;
import pl.kujawskopomorskie.ngo.consultations.OfficeRemarks;
import pl.kujawskopomorskie.ngo.consultations.PublicRemarks;
import pl.kujawskopomorskie.ngo.consultations.RemarkReceipt;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The office's list of remarks.
 *
 * @param overview of the consultation
 * @param query what was asked for
 * @param rows on this page
 * @param previous number at which the page before begins, or null on the first
 * @param next number at which the page after begins, or null on the last
 * @param total remarks that match
 * @param units to choose from
 * @param departments to give remarks to
 * @param mayChange whether the reader may give and approve now
 * @param chosen numbers of remarks that the reader had chosen
 * @param errors in a batch
 */
record OfficeListPage(
        ConsultationOverview overview,
        OfficeQuery query,
        List<Row> rows,
        @Nullable Integer previous,
        @Nullable Integer next,
        int total,
        List<Choice> units,
        List<Choice> departments,
        boolean mayChange,
        Set<Integer> chosen,
        FormErrors errors) {

    /** Remarks on a page. */
    static final int SIZE = 50;

    static OfficeListPage from(
            ConsultationOverview overview,
            OfficeQuery query,
            List<OfficeRemarks.Line> found,
            @Nullable Integer previous,
            int total,
            List<PublicRemarks.RemarkedUnit> units,
            List<Department> departments,
            boolean mayChange,
            Set<Integer> chosen,
            FormErrors errors) {
        return new OfficeListPage(
                overview,
                query,
                found.stream().limit(SIZE).map(line -> Row.of(overview, line)).toList(),
                previous,
                found.size() > SIZE ? Integer.valueOf(found.get(SIZE).number()) : null,
                total,
                units.stream()
                        .map(unit -> Choice.named(unit.address(), unit.citation()))
                        .toList(),
                departments.stream()
                        .map(department -> Choice.named(Long.toString(department.key()), department.name()))
                        .toList(),
                mayChange,
                chosen,
                errors);
    }

    /** Whether more remarks match than are on this page. */
    public boolean goesOn() {
        return total > rows.size();
    }

    /** Most remarks that can be chosen at once. */
    public int most() {
        return AnswersDeskController.MOST_IN_A_BATCH;
    }

    /** States of the answer to choose from. */
    public List<Choice> states() {
        return OfficeFilter.ANSWER_STATES.stream()
                .map(name -> Choice.keyed(name, "answers.state." + name))
                .toList();
    }

    /** Positions to choose from. */
    public List<Choice> positions() {
        return Arrays.stream(Answer.Position.values())
                .map(position -> Choice.keyed(position.name(), "consultations.position." + position))
                .toList();
    }

    /** Channels to choose from. */
    public List<Choice> channels() {
        return Arrays.stream(Channel.values())
                .map(channel -> Choice.keyed(channel.name(), "consultations.channel." + channel))
                .toList();
    }

    /**
     * One line.
     *
     * @param line the remark
     * @param reference its public number
     */
    record Row(OfficeRemarks.Line line, String reference) {

        static Row of(ConsultationOverview overview, OfficeRemarks.Line line) {
            return new Row(line, RemarkReceipt.number(overview.reference(), line.number()));
        }
    }
}
