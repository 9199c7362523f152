package pl.kujawskopomorskie.ngo.consultations;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which remarks the office wants to see.
 *
 * @param answerState one of {@link #ANSWER_STATES}, or empty for all
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

    /** In place of a state: there is no answer yet, or one that was not handed in. */
    public static final String TO_ANSWER = "TO_ANSWER";

    /** In place of a state: the answer was sent back to be mended. */
    public static final String RETURNED = "RETURNED";

    /** Whatever can be asked for, in the order in which work goes on. */
    public static final List<String> ANSWER_STATES = Stream.concat(
                    Stream.of(NO_ANSWER, TO_ANSWER, RETURNED),
                    Arrays.stream(Answer.State.values()).map(Enum::name))
            .toList();

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
