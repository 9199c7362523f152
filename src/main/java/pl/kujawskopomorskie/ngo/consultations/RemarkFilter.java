package pl.kujawskopomorskie.ngo.consultations;

import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;

/**
 * Which remarks of a consultation are asked for.
 *
 * @param unit address of a unit, which stands for the units inside it as well; {@link #WHOLE_ACT} for remarks on the act as
 *     a whole; empty for all
 * @param position only those answered so, or null for all
 * @param unanswered only those without an approved answer
 * @param channel only those that came so, or null for all
 * @param words must occur, each in some form, in what everybody reads of a remark and its answer; empty for all
 */
public record RemarkFilter(
        String unit,
        Answer.@Nullable Position position,
        boolean unanswered,
        @Nullable Channel channel,
        String words) {

    /** Stands in place of an address for remarks on the act as a whole. */
    public static final String WHOLE_ACT = "calosc";

    /** A search that finds nothing: what was typed has signs in it and no word. */
    private static final String NOTHING = "+qqnothing";

    /** All remarks. */
    public static final RemarkFilter ALL = new RemarkFilter("", null, false, null, "");

    /** Whether all remarks are asked for, withdrawn ones included: those have nothing that a filter could look at. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** The search in the words of a consultation's remarks; empty when no word is looked for. */
    String search(long consultationId) {
        return search(consultationId, words);
    }

    static String search(long consultationId, String words) {
        return words.isEmpty()
                ? ""
                : PolishSearch.queryWithin(consultationId, words).orElse(NOTHING);
    }

    String unitsInside() {
        return escaped(unit) + "\\_\\_%";
    }

    static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
