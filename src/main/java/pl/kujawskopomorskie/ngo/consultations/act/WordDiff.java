package pl.kujawskopomorskie.ngo.consultations.act;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/**
 * The difference of two texts, word by word, as a person reads it: words that change next to each other change together,
 * and the space between them goes with them.
 */
public final class WordDiff {

    /** Above this many tokens on both sides, sentences are compared instead of words. */
    private static final int TOO_LONG_FOR_WORDS = 8_000;

    /** Above this many sentences on both sides, the middle is simply replaced. */
    private static final int TOO_LONG_FOR_SENTENCES = 20_000;

    private WordDiff() {}

    /** What became of a stretch of text. */
    public enum Kind {
        SAME,
        INSERTED,
        DELETED
    }

    /**
     * A stretch of text.
     *
     * @param kind what became of it
     * @param text its characters, never empty
     */
    public record Segment(Kind kind, String text) {}

    /**
     * Compares two texts. The segments that are not {@link Kind#INSERTED}, put together, are the text before; those that are
     * not {@link Kind#DELETED} are the text after. What is deleted comes before what is inserted in its place.
     */
    public static List<Segment> between(String before, String after) {
        if (before.equals(after)) {
            return before.isEmpty() ? List.of() : List.of(new Segment(Kind.SAME, before));
        }
        return readable(compare(words(before), words(after)));
    }

    private static List<Segment> compare(List<String> old, List<String> now) {
        var start = 0;
        while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
            start++;
        }
        var oldEnd = old.size();
        var nowEnd = now.size();
        while (oldEnd > start && nowEnd > start && old.get(oldEnd - 1).equals(now.get(nowEnd - 1))) {
            oldEnd--;
            nowEnd--;
        }
        var out = new ArrayList<Segment>();
        add(out, Kind.SAME, old.subList(0, start));
        var oldMiddle = old.subList(start, oldEnd);
        var nowMiddle = now.subList(start, nowEnd);
        if (oldMiddle.size() + nowMiddle.size() <= TOO_LONG_FOR_WORDS) {
            compareTokens(out, oldMiddle, nowMiddle);
        } else {
            var oldSentences = sentences(String.join("", oldMiddle));
            var nowSentences = sentences(String.join("", nowMiddle));
            if (oldSentences.size() + nowSentences.size() <= TOO_LONG_FOR_SENTENCES) {
                compareTokens(out, oldSentences, nowSentences);
            } else {
                add(out, Kind.DELETED, oldMiddle);
                add(out, Kind.INSERTED, nowMiddle);
            }
        }
        add(out, Kind.SAME, old.subList(oldEnd, old.size()));
        return out;
    }

    private static void compareTokens(List<Segment> out, List<String> old, List<String> now) {
        var at = 0;
        var patch = DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<String>());
        for (var delta : patch.getDeltas()) {
            var source = delta.getSource();
            add(out, Kind.SAME, old.subList(at, source.getPosition()));
            if (delta.getType() != DeltaType.EQUAL) {
                add(out, Kind.DELETED, source.getLines());
                add(out, Kind.INSERTED, delta.getTarget().getLines());
            }
            at = source.getPosition() + source.size();
        }
        add(out, Kind.SAME, old.subList(at, old.size()));
    }

    private static void add(List<Segment> out, Kind kind, List<String> tokens) {
        if (!tokens.isEmpty()) {
            out.add(new Segment(kind, String.join("", tokens)));
        }
    }

    /** Draws changes together that only space parts, and lets the space at their edges stand still. */
    private static List<Segment> readable(List<Segment> raw) {
        var out = new ArrayList<Segment>();
        var deleted = new StringBuilder();
        var inserted = new StringBuilder();
        for (var i = 0; i < raw.size(); i++) {
            var segment = raw.get(i);
            switch (segment.kind()) {
                case DELETED -> deleted.append(segment.text());
                case INSERTED -> inserted.append(segment.text());
                case SAME -> {
                    var changing = !deleted.isEmpty() || !inserted.isEmpty();
                    if (changing
                            && i + 1 < raw.size()
                            && segment.text().isBlank()
                            && !segment.text().contains("\n")) {
                        deleted.append(segment.text());
                        inserted.append(segment.text());
                    } else {
                        flush(out, deleted, inserted);
                        append(out, Kind.SAME, segment.text());
                    }
                }
            }
        }
        flush(out, deleted, inserted);
        return List.copyOf(out);
    }

    private static void flush(List<Segment> out, StringBuilder deleted, StringBuilder inserted) {
        var start = 0;
        while (start < deleted.length()
                && start < inserted.length()
                && deleted.charAt(start) == inserted.charAt(start)
                && Chars.isSpace(deleted.charAt(start))) {
            start++;
        }
        var end = 0;
        while (deleted.length() - end > start
                && inserted.length() - end > start
                && deleted.charAt(deleted.length() - 1 - end) == inserted.charAt(inserted.length() - 1 - end)
                && Chars.isSpace(deleted.charAt(deleted.length() - 1 - end))) {
            end++;
        }
        append(out, Kind.SAME, deleted.substring(0, start));
        append(out, Kind.DELETED, deleted.substring(start, deleted.length() - end));
        append(out, Kind.INSERTED, inserted.substring(start, inserted.length() - end));
        append(out, Kind.SAME, deleted.substring(deleted.length() - end));
        deleted.setLength(0);
        inserted.setLength(0);
    }

    private static void append(List<Segment> out, Kind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!out.isEmpty() && out.getLast().kind() == kind) {
            out.set(out.size() - 1, new Segment(kind, out.getLast().text() + text));
        } else {
            out.add(new Segment(kind, text));
        }
    }

    /** Words and numbers, runs of space, and each other character on its own. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var at = 0;
        while (at < text.length()) {
            var start = at;
            var c = text.charAt(at);
            at++;
            if (isOfWord(c)) {
                while (at < text.length() && isOfWord(text.charAt(at))) {
                    at++;
                }
            } else if (Chars.isSpace(c)) {
                while (at < text.length() && Chars.isSpace(text.charAt(at)) && text.charAt(at) != '\n' && c != '\n') {
                    at++;
                }
            }
            words.add(text.substring(start, at));
        }
        return words;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '§';
    }

    private static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        var start = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\n' || ((c == '.' || c == ';') && i + 1 < text.length() && Chars.isSpace(text.charAt(i + 1)))) {
                sentences.add(text.substring(start, i + 1));
                start = i + 1;
            }
        }
        if (start < text.length()) {
            sentences.add(text.substring(start));
        }
        return sentences;
    }
}
