package pl.kujawskopomorskie.ngo.consultations;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which remarks of a consultation are asked for.
 *
 * @param unit address of a unit, which stands for the units inside it as well; {@link #WHOLE_ACT} for remarks on the act as
 *     a whole; empty for all
 * @param position only those answered so, or null for all
 * @param unanswered only those without an approved answer
 * @param channel only those that came so, or null for all
 * @param words at most {@link #MOST_WORDS}, which must occur in this order in what everybody reads of a remark and its answer
 */
public record RemarkFilter(
        String unit,
        Answer.@Nullable Position position,
        boolean unanswered,
        @Nullable Channel channel,
        List<String> words) {

    /** Stands in place of an address for remarks on the act as a whole. */
    public static final String WHOLE_ACT = "calosc";

    /** Most words that are looked for. */
    public static final int MOST_WORDS = 8;

    /** All remarks. */
    public static final RemarkFilter ALL = new RemarkFilter("", null, false, null, List.of());

    public RemarkFilter {
        words = words.stream().limit(MOST_WORDS).toList();
    }

    /** Whether all remarks are asked for, withdrawn ones included: those have nothing that a filter could look at. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** The words one after another, with anything between. */
    String pattern() {
        return words.isEmpty()
                ? "%"
                : words.stream().map(RemarkFilter::escaped).collect(Collectors.joining("%", "%", "%"));
    }

    String unitsInside() {
        return escaped(unit) + "\\_\\_%";
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
