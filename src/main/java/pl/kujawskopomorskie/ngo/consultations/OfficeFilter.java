package pl.kujawskopomorskie.ngo.consultations;

import org.jspecify.annotations.Nullable;

/**
 * Which remarks the office wants to see.
 *
 * @param answerState name of a state of the answer, {@link #NO_ANSWER}, or empty for all
 * @param department key of the department that is to answer, {@link #NO_DEPARTMENT}, or {@link #ANY_DEPARTMENT}
 * @param position only those answered so, or null for all
 * @param unit address of a unit, which stands for the units inside it as well; {@link RemarkFilter#WHOLE_ACT}; or empty
 * @param channel only those that came so, or null for all
 * @param words must occur, each in some form, in the name, the remark or its answer; empty for all
 */
public record OfficeFilter(
        String answerState,
        long department,
        Answer.@Nullable Position position,
        String unit,
        @Nullable Channel channel,
        String words) {

    /** In place of a state: there is no answer yet. */
    public static final String NO_ANSWER = "NONE";

    /** In place of a department: none was given the remark. */
    public static final long NO_DEPARTMENT = -1;

    /** In place of a department: whichever. */
    public static final long ANY_DEPARTMENT = 0;

    /** All remarks. */
    public static final OfficeFilter ALL = new OfficeFilter("", ANY_DEPARTMENT, null, "", null, "");

    String unitsInside() {
        return RemarkFilter.escaped(unit) + "\\_\\_%";
    }

    /** The search in the words of a consultation's remarks; empty when no word is looked for. */
    String search(long consultationId) {
        return RemarkFilter.search(consultationId, words);
    }

    String positionName() {
        return position == null ? "" : position.name();
    }

    String channelName() {
        return channel == null ? "" : channel.name();
    }
}
