package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The automatic numbers of an ODT: one set of counters for each list, kept for lists that go on later. */
final class OpenDocumentNumbering {

    private static final int LEVELS = 10;

    private final OpenDocumentStyles styles;
    private final Map<String, Counters> byId = new HashMap<>();
    private final Map<String, Counters> byStyle = new HashMap<>();
    private final Counters outline = new Counters();

    OpenDocumentNumbering(OpenDocumentStyles styles) {
        this.styles = styles;
    }

    /** Where the levels of one list have got to. */
    static final class Counters {
        private final int[] value = new int[LEVELS + 1];
        private final boolean[] used = new boolean[LEVELS + 1];
    }

    /** A list that the reader is in: its style, and the counters that its outer and continuing lists share. */
    record Open(String style, int level, Counters counters) {}

    /** Begins a list, or a list within a list. */
    Open open(@Nullable Open outer, String styleName, String id, String continued, boolean continues) {
        int level = outer == null ? 1 : Math.min(outer.level + 1, LEVELS);
        if (outer != null && (styleName.isEmpty() || styleName.equals(outer.style))) {
            return new Open(outer.style, level, outer.counters);
        }
        Counters counters = null;
        if (!continued.isEmpty()) {
            counters = byId.get(continued);
        } else if (continues) {
            counters = byStyle.get(styleName);
        }
        if (counters == null) {
            counters = new Counters();
        }
        if (!id.isEmpty()) {
            byId.put(id, counters);
        }
        byStyle.put(styleName, counters);
        return new Open(styleName, level, counters);
    }

    /** Counts one more item of the list and gives its number as printed. */
    String next(Open list, @Nullable Integer startValue) {
        return next(list.counters, list.level, startValue, level -> styles.level(list.style, level));
    }

    /** Counts one more heading. */
    String nextHeading(int level, @Nullable Integer startValue) {
        return next(outline, Math.clamp(level, 1, LEVELS), startValue, styles::outline);
    }

    private static String next(Counters counters, int at, @Nullable Integer startValue, Levels levels) {
        var level = levels.level(at);
        if (level.bullet() != null) {
            return level.bullet();
        }
        if (startValue != null) {
            counters.value[at] = startValue;
        } else {
            counters.value[at] = counters.used[at] ? counters.value[at] + 1 : level.start();
        }
        counters.used[at] = true;
        for (int deeper = at + 1; deeper <= LEVELS; deeper++) {
            counters.used[deeper] = false;
        }
        return Characters.plainHyphens(Characters.strip(print(counters, at, level, levels)));
    }

    private static String print(Counters counters, int at, OpenDocumentStyles.Level level, Levels levels) {
        String template = level.template();
        if (template != null && !template.isEmpty()) {
            var printed = new StringBuilder();
            int i = 0;
            while (i < template.length()) {
                int end = template.charAt(i) == '%' ? template.indexOf('%', i + 1) : -1;
                int of = end < 0 ? 0 : XmlCursor.integer(template.substring(i + 1, end), 0);
                if (of >= 1 && of <= LEVELS) {
                    printed.append(value(counters, of, levels));
                    i = end + 1;
                } else {
                    printed.append(template.charAt(i));
                    i++;
                }
            }
            return printed.toString();
        }
        if (level.format() == NumberFormat.NONE) {
            return level.prefix() + level.suffix();
        }
        var printed = new StringBuilder(level.prefix());
        for (int of = Math.max(1, at - level.shown() + 1); of <= at; of++) {
            String value = value(counters, of, levels);
            if (!value.isEmpty()) {
                printed.append(value);
                printed.append(of < at ? "." : "");
            }
        }
        return printed.append(level.suffix()).toString();
    }

    private static String value(Counters counters, int of, Levels levels) {
        var level = levels.level(of);
        return level.format().print(counters.used[of] ? counters.value[of] : level.start());
    }

    /** The definition of each level. */
    @FunctionalInterface
    private interface Levels {
        OpenDocumentStyles.Level level(int level);
    }
}
