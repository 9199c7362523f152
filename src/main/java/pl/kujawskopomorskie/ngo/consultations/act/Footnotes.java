package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds footnotes among lines of pages, by their marks in the text above and by the rules that they stand under. */
final class Footnotes {

    private static final int LONGEST_FOOTNOTE = 8;
    private static final int MARK_REACH = 80;

    private final List<SourceLine> lines;
    private final Aside.@Nullable Kind[] kinds;
    private final String[] numbers;

    /**
     * @param kinds what is known of each line, to be completed
     * @param numbers the mark of the note that each line belongs to, to be completed
     */
    Footnotes(List<SourceLine> lines, Aside.@Nullable Kind[] kinds, String[] numbers) {
        this.lines = lines;
        this.kinds = kinds;
        this.numbers = numbers;
    }

    private boolean isBody(int line) {
        return kinds[line] == null;
    }

    private boolean hasText(int line) {
        return isBody(line) && !lines.get(line).text().isEmpty();
    }

    void find() {
        var marked = new HashMap<Integer, Integer>();
        var bracketed = new HashMap<Integer, Integer>();
        var next = 1;
        var i = 0;
        while (i < kinds.length) {
            if (!hasText(i) || lines.get(i).role() != SourceLine.Role.BODY) {
                i++;
                continue;
            }
            var text = lines.get(i).text();
            var note = noteAt(text);
            if (note != null && isFootnote(i, note, next, note.bracket() ? bracketed : marked)) {
                next = note.number() + 1;
                i = takeFootnote(i, note);
            } else {
                rememberMarks(text, i, marked, bracketed);
                i++;
            }
        }
    }

    private boolean isFootnote(int line, Note note, int next, Map<Integer, Integer> marks) {
        var seen = marks.get(note.number());
        var marked = seen != null && line - seen <= MARK_REACH;
        var afterRule = line > 0
                && (kinds[line - 1] == Aside.Kind.RULE || kinds[line - 1] == Aside.Kind.FOOTNOTE)
                && (line < 2 || kinds[line - 1] == Aside.Kind.FOOTNOTE || isBody(line - 2));
        if (note.raised()) {
            return true;
        }
        if (!note.bracket()) {
            return (marked || afterRule || isUsualFootnote(note, line)) && note.number() >= next;
        }
        if (afterRule) {
            return note.number() >= next || marked;
        }
        return marked && note.number() >= next && (isUsualFootnote(note, line) || furnitureWithin(line));
    }

    private boolean isUsualFootnote(Note note, int line) {
        var rest = lines.get(line).text().substring(note.end());
        return Wording.startsWith(rest, "zmiany tekstu jednolitego")
                || Wording.startsWith(rest, "zmiany wymienionej")
                || Wording.startsWith(rest, "dz. u.")
                || Wording.startsWith(rest, "niniejsza uchwała")
                || Wording.startsWith(rest, "dodany przez")
                || Wording.startsWith(rest, "w brzmieniu ustalonym");
    }

    private boolean furnitureWithin(int line) {
        for (var i = line + 1; i < Math.min(kinds.length, line + LONGEST_FOOTNOTE); i++) {
            if (kinds[i] == Aside.Kind.PAGE_NUMBER || kinds[i] == Aside.Kind.RUNNING_HEADER) {
                return true;
            }
            if (lines.get(i).page() != lines.get(line).page()) {
                return true;
            }
        }
        return false;
    }

    private int takeFootnote(int from, Note note) {
        var mark = Integer.toString(note.number());
        kinds[from] = Aside.Kind.FOOTNOTE;
        numbers[from] = mark;
        var i = from + 1;
        while (i < kinds.length && i - from < LONGEST_FOOTNOTE) {
            var line = lines.get(i);
            if (!isBody(i)
                    || line.blankBefore()
                    || line.page() != lines.get(from).page()) {
                break;
            }
            var before = lines.get(i - 1).text();
            if (line.text().isEmpty()) {
                break;
            }
            var nextNote = noteAt(line.text());
            if (nextNote != null && nextNote.number() == note.number() + 1 && nextNote.bracket() == note.bracket()) {
                break;
            }
            if (Wording.endsSentence(before)
                    || Labels.at(line.text(), 0) != null && LineEnd.of(before) == LineEnd.CLOSED) {
                break;
            }
            kinds[i] = Aside.Kind.FOOTNOTE;
            numbers[i] = mark;
            i++;
        }
        return i;
    }

    private static @Nullable Note noteAt(String text) {
        var c = text.charAt(0);
        var at = 0;
        var value = 0;
        if (Chars.isSuperscriptDigit(c)) {
            while (at < text.length() && at < 3 && Chars.isSuperscriptDigit(text.charAt(at))) {
                value = value * 10 + (Chars.plainDigit(text.charAt(at)) - '0');
                at++;
            }
            var bracket = at < text.length() && (text.charAt(at) == ')' || text.charAt(at) == '⁾');
            return new Note(value, bracket ? at + 1 : at, false, true);
        }
        if (!Chars.isDigit(c) || c == '0') {
            return null;
        }
        while (at < text.length() && at < 3 && Chars.isDigit(text.charAt(at))) {
            value = value * 10 + (text.charAt(at) - '0');
            at++;
        }
        if (at >= text.length() || at > 2) {
            return null;
        }
        var bracket = text.charAt(at) == ')';
        var rest = Chars.skipSpace(text, bracket ? at + 1 : at);
        if (rest >= text.length() || (!bracket && rest == at && !startsWord(text, rest))) {
            return null;
        }
        return Character.isUpperCase(text.charAt(rest)) || Chars.isOpeningQuote(text.charAt(rest))
                ? new Note(value, rest, bracket, false)
                : null;
    }

    private static boolean startsWord(String text, int at) {
        return at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1));
    }

    /** Remembers digits glued to the end of a word, as raised marks come out of a PDF. */
    private static void rememberMarks(
            String text, int line, Map<Integer, Integer> marked, Map<Integer, Integer> bracketed) {
        for (var i = 3; i < text.length(); i++) {
            var c = text.charAt(i);
            var raised = Chars.isSuperscriptDigit(c);
            if (!raised && (c < '1' || c > '9')) {
                continue;
            }
            var before = text.charAt(i - 1);
            if (!Character.isLetter(before)
                    && before != '”'
                    && before != '"'
                    && before != ')'
                    && before != '.'
                    && before != ',') {
                continue;
            }
            if (!raised
                    && Character.isLetter(before)
                    && !(Character.isLetter(text.charAt(i - 2)) && Character.isLetter(text.charAt(i - 3)))) {
                continue;
            }
            var value = 0;
            var end = i;
            while (end < text.length()
                    && end - i < 3
                    && (Chars.isDigit(text.charAt(end)) || Chars.isSuperscriptDigit(text.charAt(end)))) {
                var digit = text.charAt(end);
                value = value * 10 + ((Chars.isDigit(digit) ? digit : Chars.plainDigit(digit)) - '0');
                end++;
            }
            if (end - i <= 2) {
                var bracket = end < text.length() && text.charAt(end) == ')';
                (bracket ? bracketed : marked).put(value, line);
            }
            i = end;
        }
    }

    private record Note(int number, int end, boolean bracket, boolean raised) {}
}
