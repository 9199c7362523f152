package pl.kujawskopomorskie.ngo.consultations;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which remarks the office wants to see.
 *
 * @param answerState name of a state of the answer, {@link #NO_ANSWER}, or empty for all
 * @param department key of the department that is to answer, {@link #NO_DEPARTMENT}, or {@link #ANY_DEPARTMENT}
 * @param position only those answered so, or null for all
 * @param unit address of a unit, which stands for the units inside it as well; {@link RemarkFilter#WHOLE_ACT}; or empty
 * @param channel only those that came so, or null for all
 * @param words must occur in this order in the name, the remark or its answer
 */
public record OfficeFilter(
        String answerState,
        long department,
        Answer.@Nullable Position position,
        String unit,
        @Nullable Channel channel,
        List<String> words) {

    /** In place of a state: there is no answer yet. */
    public static final String NO_ANSWER = "NONE";

    /** In place of a department: none was given the remark. */
    public static final long NO_DEPARTMENT = -1;

    /** In place of a department: whichever. */
    public static final long ANY_DEPARTMENT = 0;

    /** All remarks. */
    public static final OfficeFilter ALL = new OfficeFilter("", ANY_DEPARTMENT, null, "", null, List.of());

    public OfficeFilter {
        words = words.stream().limit(RemarkFilter.MOST_WORDS).toList();
    }

    String unitsInside() {
        return escaped(unit) + "\\_\\_%";
    }

    String pattern() {
        return words.isEmpty()
                ? "%"
                : words.stream().map(OfficeFilter::escaped).collect(Collectors.joining("%", "%", "%"));
    }

    String positionName() {
        return position == null ? "" : position.name();
    }

    String channelName() {
        return channel == null ? "" : channel.name();
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
