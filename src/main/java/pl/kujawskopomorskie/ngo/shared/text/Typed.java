package pl.kujawskopomorskie.ngo.shared.text;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed, made fit to be kept: a missing field is empty, letters are composed (NFC), and characters that are
 * no text are gone: NUL and other controls, halves of surrogate pairs, marks that turn the direction of the words around
 * them (which lets one name pose as another). Emoji, and Hebrew and Arabic letters, stay.
 */
public final class Typed {

    // The embeddings, overrides and isolates of Unicode's bidirectional algorithm, and the byte order mark.
    private static final String TURNING = "\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}";
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}" + TURNING + "&&[^\\n\\t]]");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\x{0085}\\x{2028}\\x{2029}]");
    private static final Pattern GAP =
            Pattern.compile("[\\s\\x{00A0}\\x{1680}\\x{2000}-\\x{200A}\\x{202F}\\x{205F}\\x{3000}]+");
    private static final Pattern END = Pattern.compile("[\\s\\x{00A0}]+\\z");
    private static final Pattern EMPTY_LINES_BEFORE = Pattern.compile("\\A(?:[ \\t\\x{00A0}]*\\n)+");

    private Typed() {}

    /** A text of one line: line ends and runs of white space become one space each, none at the ends. */
    public static String line(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        var text = NO_TEXT.matcher(LINE_END.matcher(typed).replaceAll("\n")).replaceAll("");
        return Normalizer.normalize(GAP.matcher(text).replaceAll(" "), Normalizer.Form.NFC)
                .strip();
    }

    /** A text of many lines: line ends are {@code \n}, white space within is kept, none at the end. */
    public static String text(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        var text = NO_TEXT.matcher(LINE_END.matcher(typed).replaceAll("\n")).replaceAll("");
        text = EMPTY_LINES_BEFORE.matcher(END.matcher(text).replaceAll("")).replaceAll("");
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** A day as a field of dates sends it, or null when it is none; beyond the years 2000 to 2100 it is a slip of the finger. */
    public static @Nullable LocalDate day(@Nullable String typed) {
        try {
            var day = LocalDate.parse(line(typed));
            return day.getYear() < 2000 || day.getYear() > 2100 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether a field of dates holds a day, or nothing at all. */
    public static boolean isDayOrNothing(@Nullable String typed) {
        return line(typed).isEmpty() || day(typed) != null;
    }

    /** A whole number of at most nine digits, or -1 for what is none. */
    public static int number(@Nullable String typed) {
        var digits = line(typed);
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }

    /** Length in characters as the database's columns count them, so that an emoji is one. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
