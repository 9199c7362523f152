package pl.kujawskopomorskie.ngo.bench;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param what was measured against what
 * @param value as it is printed
 * @param bound as it is printed, or empty for what is only stated
 * @param held whether the value keeps to the bound
 */
record Figure(String what, String value, String bound, boolean held) {

    /** A ratio that may not be less. */
    static Figure atLeast(String what, double ratio, double bound) {
        return new Figure(what, decimal(ratio), "at least " + decimal(bound), ratio >= bound);
    }

    /** A ratio that may not be more. */
    static Figure atMost(String what, double ratio, double bound) {
        return new Figure(what, decimal(ratio), "at most " + decimal(bound), ratio <= bound);
    }

    /** Something that is or is not so. */
    static Figure isSo(String what, boolean so) {
        return new Figure(what, so ? "yes" : "no", "yes", so);
    }

    /** What nobody has set a bound to. */
    static Figure stated(String what, String value) {
        return new Figure(what, value, "", true);
    }

    static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-78s %14s  %-14s %s",
                what,
                value,
                bound,
                bound.isEmpty() ? "" : held ? "held" : "BROKEN");
    }
}
