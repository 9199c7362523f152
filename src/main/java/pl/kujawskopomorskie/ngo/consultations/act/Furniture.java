package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the text of a document from what the pages bring along: numbers, running headers, rules, watermarks and
 * footnotes.
 */
final class Furniture {

    private static final int HEADER_LINES = 3;
    private static final int FOOTER_LINES = 3;
    private static final int FAR_FROM_MARGIN = 15;
    private static final int SHORTEST_FULL_LINE = 60;
    private static final int LONGEST_MASTHEAD = 10;
    private static final int LONGEST_FOOTNOTE = 8;
    private static final int MARK_REACH = 80;
    private static final int LONGEST_FURNITURE = 160;

    private final SourceText source;
    private final List<SourceLine> lines;
    private final Aside.@Nullable Kind[] kinds;
    private final String[] numbers;

    private Furniture(SourceText source) {
        this.source = source;
        this.lines = source.lines();
        this.kinds = new Aside.Kind[lines.size()];
        this.numbers = new String[lines.size()];
    }

    /** Names, line by line, what each line is when it is not of the text. */
    static Furniture of(SourceText source) {
        var furniture = new Furniture(source);
        furniture.takeTheFilesWord();
        if (source.format() != SourceText.Format.PARAGRAPHS) {
            furniture.findMasthead();
            furniture.findCertainLines();
            furniture.findBareNumbers();
            furniture.findRepeatedLines();
            furniture.findBareNumbers();
            furniture.findFootnotes();
        } else {
            furniture.findWatermarks();
        }
        return furniture;
    }

    Aside.@Nullable Kind kindOf(int line) {
        return kinds[line];
    }

    /** The mark of the footnote that the line belongs to; empty for everything else. */
    String numberOf(int line) {
        var number = numbers[line];
        return number == null ? "" : number;
    }

    private boolean isBody(int line) {
        return kinds[line] == null;
    }

    /** A line may have no more than an automatic number. */
    private boolean hasText(int line) {
        return isBody(line) && !lines.get(line).text().isEmpty();
    }

    private void takeTheFilesWord() {
        for (var i = 0; i < kinds.length; i++) {
            var line = lines.get(i);
            switch (line.role()) {
                case HEADER, FOOTER ->
                    kinds[i] = !line.text().isEmpty() && isPageNumber(line.text()) || isBareNumber(line.text())
                            ? Aside.Kind.PAGE_NUMBER
                            : Aside.Kind.RUNNING_HEADER;
                case FOOTNOTE -> {
                    kinds[i] = Aside.Kind.FOOTNOTE;
                    numbers[i] = line.number();
                }
                case BODY, HEADING, TABLE_ROW, FRAME -> {
                    // text until it looks like something else
                }
            }
        }
    }

    private void findMasthead() {
        var limit = Math.min(kinds.length, LONGEST_MASTHEAD);
        for (var i = 0; i < limit; i++) {
            if (beginsAct(lines.get(i).text())) {
                return;
            }
            if (isBody(i) && Wording.startsWith(lines.get(i).text(), "dziennik urzędowy")) {
                for (var j = i; j < limit + i && j < kinds.length; j++) {
                    var text = lines.get(j).text();
                    if (j > i && beginsAct(text)) {
                        for (var k = i; k < j; k++) {
                            kinds[k] = Aside.Kind.RUNNING_HEADER;
                        }
                        return;
                    }
                }
                return;
            }
        }
    }

    private static boolean beginsAct(String text) {
        return Wording.startsWithActKind(text) || Labels.at(text, 0) != null;
    }

    private void findWatermarks() {
        for (var i = 0; i < kinds.length; i++) {
            if (hasText(i) && isWatermark(lines.get(i).text())) {
                kinds[i] = Aside.Kind.WATERMARK;
            }
        }
    }

    private void findCertainLines() {
        for (var i = 0; i < kinds.length; i++) {
            if (!hasText(i) || lines.get(i).role() == SourceLine.Role.TABLE_ROW) {
                continue;
            }
            var text = lines.get(i).text();
            if (text.length() > LONGEST_FURNITURE && !isRule(text)) {
                continue;
            }
            if (isRule(text)) {
                kinds[i] = Aside.Kind.RULE;
            } else if (isPageNumber(text)) {
                kinds[i] = Aside.Kind.PAGE_NUMBER;
            } else if (isJournalHeader(text) || isSystemFooter(text)) {
                kinds[i] = Aside.Kind.RUNNING_HEADER;
            } else if (isWatermark(text)) {
                kinds[i] = Aside.Kind.WATERMARK;
            }
        }
        for (var i = 0; i < kinds.length; i++) {
            if (hasText(i) && isPartOfJournalHeader(lines.get(i).text()) && besideFurniture(i)) {
                kinds[i] = Aside.Kind.RUNNING_HEADER;
            }
        }
    }

    private boolean besideFurniture(int line) {
        return (line > 0 && !isBody(line - 1) && kinds[line - 1] != Aside.Kind.RULE)
                || (line + 1 < kinds.length && !isBody(line + 1) && kinds[line + 1] != Aside.Kind.RULE);
    }

    /** Lines that come back at the edge of many pages. */
    private void findRepeatedLines() {
        var edges = edgeLines();
        var places = new HashMap<String, List<Integer>>();
        for (var i : edges) {
            var text = lines.get(i).text();
            if (!text.isEmpty()
                    && !isTitleOfGroup(i)
                    && text.length() <= LONGEST_FURNITURE
                    && lines.get(i).number().isEmpty()) {
                places.computeIfAbsent(withoutDigits(text), key -> new ArrayList<>())
                        .add(i);
            }
        }
        var repeated = new HashSet<String>();
        var pages = Math.max(pageCount(), 1);
        for (var entry : places.entrySet()) {
            var found = entry.getValue();
            var enough = pages <= 3 ? 2 : 3;
            if (found.size() < enough
                    || !couldBeHeader(
                            entry.getKey(), lines.get(found.getFirst()).text())) {
                continue;
            }
            repeated.add(lines.get(found.getFirst()).text());
            for (var line : found) {
                if (isBody(line)) {
                    kinds[line] =
                            isBareNumber(lines.get(line).text()) ? Aside.Kind.PAGE_NUMBER : Aside.Kind.RUNNING_HEADER;
                }
            }
        }
        setAsideFirstHeader(repeated);
    }

    /** Chapters of several annexes often have the same title. */
    private boolean isTitleOfGroup(int line) {
        var at = line - 1;
        while (at >= 0 && !hasText(at)) {
            at--;
        }
        if (at < 0) {
            return false;
        }
        var before = lines.get(at).text();
        var label = Labels.at(before, 0);
        return label != null && !label.word().isEmpty() && label.end() >= before.length();
    }

    /** The header of the first page has no page number before it. */
    private void setAsideFirstHeader(Set<String> repeated) {
        for (var i = 0; i < Math.min(kinds.length, HEADER_LINES); i++) {
            if (isBody(i) && repeated.contains(lines.get(i).text())) {
                kinds[i] = Aside.Kind.RUNNING_HEADER;
            }
        }
    }

    private static boolean couldBeHeader(String pattern, String text) {
        if (pattern.length() < 5 || Labels.at(text, 0) != null || Wording.annexWord(text) > 0) {
            return false;
        }
        return Character.isUpperCase(text.charAt(0)) && LineEnd.of(text) != LineEnd.COMMA && !text.endsWith(";");
    }

    private int pageCount() {
        return lines.isEmpty() ? 0 : lines.getLast().page();
    }

    /** Lines at the top and the bottom of each page; where pages are unknown, lines beside a page number. */
    private List<Integer> edgeLines() {
        var edges = new ArrayList<Integer>();
        if (pageCount() > 0) {
            var start = 0;
            for (var i = 1; i <= kinds.length; i++) {
                if (i == kinds.length || lines.get(i).page() != lines.get(start).page()) {
                    addEdge(edges, start, i);
                    start = i;
                }
            }
            return edges;
        }
        var last = -1;
        for (var i = 0; i < kinds.length; i++) {
            if (kinds[i] != Aside.Kind.PAGE_NUMBER && kinds[i] != Aside.Kind.RUNNING_HEADER) {
                continue;
            }
            for (var j = Math.max(last + 1, i - 1); j <= Math.min(kinds.length - 1, i + 1); j++) {
                if (isBody(j) && !isHeadOfAnnex(j)) {
                    edges.add(j);
                }
                last = j;
            }
        }
        return edges;
    }

    /** Heads of annexes are alike and often begin a page, but they are of the text. */
    private boolean isHeadOfAnnex(int line) {
        for (var i = Math.max(0, line - 3); i <= line; i++) {
            if (isBody(i) && Wording.annexWord(lines.get(i).text()) > 0) {
                return true;
            }
        }
        return false;
    }

    private void addEdge(List<Integer> edges, int start, int end) {
        var found = 0;
        var i = start;
        for (; i < end && found < HEADER_LINES; i++) {
            if (isBody(i) && !isHeadOfAnnex(i)) {
                edges.add(i);
                found++;
            }
        }
        found = 0;
        for (var j = end - 1; j >= i && found < FOOTER_LINES; j--) {
            if (isBody(j) && !isHeadOfAnnex(j)) {
                edges.add(j);
                found++;
            }
        }
    }

    /** A line of digits only is a page number where pages end, or where such lines count up through the text. */
    private void findBareNumbers() {
        var candidates = new ArrayList<Integer>();
        for (var i = 0; i < kinds.length; i++) {
            if (isBody(i)
                    && lines.get(i).role() == SourceLine.Role.BODY
                    && isBareNumber(lines.get(i).text())) {
                candidates.add(i);
            }
        }
        for (var c = 0; c < candidates.size(); c++) {
            var line = candidates.get(c);
            var before = c > 0 ? candidates.get(c - 1) : -1000;
            var after = c + 1 < candidates.size() ? candidates.get(c + 1) : kinds.length + 1000;
            if (isAtPageEdge(line)
                    || isSetApart(line)
                    || counts(before, line)
                    || counts(line, after)
                    || standsAlone(line, before, after)) {
                kinds[line] = Aside.Kind.PAGE_NUMBER;
            }
        }
    }

    private boolean isAtPageEdge(int line) {
        var page = lines.get(line).page();
        if (page == 0) {
            return false;
        }
        var up = line - 1;
        while (up >= 0 && !isBody(up) && lines.get(up).page() == page) {
            up--;
        }
        var down = line + 1;
        while (down < kinds.length && !isBody(down) && lines.get(down).page() == page) {
            down++;
        }
        return up < 0
                || lines.get(up).page() != page
                || down >= kinds.length
                || lines.get(down).page() != page;
    }

    /** Far from the margin, with an empty line below. */
    private boolean isSetApart(int line) {
        return line > 0
                && lines.get(line).indent() > lines.get(line - 1).indent() + FAR_FROM_MARGIN
                && (line + 1 >= kinds.length || lines.get(line + 1).blankBefore());
    }

    private boolean counts(int one, int other) {
        if (one < 0 || other >= kinds.length || other - one < 8) {
            return false;
        }
        return number(lines.get(other).text()) == number(lines.get(one).text()) + 1;
    }

    private boolean standsAlone(int line, int before, int after) {
        if (line - before < 8 || after - line < 8) {
            return false;
        }
        var last = line + 1 >= kinds.length;
        return line > 3
                && lines.get(line).blankBefore()
                && (last || lines.get(line + 1).blankBefore());
    }

    private void findFootnotes() {
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

    static boolean isRule(String text) {
        var marks = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Chars.isDash(c) || c == '_' || c == '=' || c == '*' || c == '~' || (c >= '─' && c <= '╿')) {
                marks++;
            } else if (!Chars.isSpace(c)) {
                return false;
            }
        }
        return marks >= 3;
    }

    static boolean isPageNumber(String text) {
        if (text.length() > 30) {
            return false;
        }
        var c = text.charAt(0);
        if (Chars.isDash(c) || c == '|' || c == '[' || c == '~') {
            var last = text.charAt(text.length() - 1);
            if (text.length() < 3 || !(Chars.isDash(last) || last == '|' || last == ']' || last == '~')) {
                return false;
            }
            return isBareNumber(Chars.tidy(text.substring(1, text.length() - 1)));
        }
        if (c == 'S' || c == 's') {
            for (var word : new String[] {"strona ", "str. ", "str.", "s. "}) {
                if (Wording.startsWith(text, word)) {
                    return isCount(Chars.tidy(text.substring(word.length())), word.startsWith("st"));
                }
            }
        }
        return false;
    }

    private static boolean isCount(String text, boolean alone) {
        var at = 0;
        while (at < text.length() && Chars.isDigit(text.charAt(at))) {
            at++;
        }
        if (at == 0 || at > 4) {
            return false;
        }
        if (at == text.length()) {
            return alone;
        }
        var rest = text.substring(at).trim();
        if (rest.startsWith("z ") || rest.startsWith("/")) {
            return isBareNumber(rest.substring(1).trim());
        }
        return false;
    }

    /** Digits only, or a count such as {@code 3/7} and {@code 3 z 7}. */
    static boolean isBareNumber(String text) {
        if (text.isEmpty() || text.length() > 9 || !Chars.isDigit(text.charAt(0)) || isYear(text)) {
            return false;
        }
        return isCount(text, true);
    }

    /** {@code … NA ROK} / {@code 2027}: the end of a title that wraps. */
    private static boolean isYear(String text) {
        return text.length() == 4 && (text.startsWith("19") || text.startsWith("20"));
    }

    private static int number(String text) {
        var value = 0;
        for (var i = 0; i < text.length() && Chars.isDigit(text.charAt(i)); i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }

    private static boolean isJournalHeader(String text) {
        var position = text.lastIndexOf("Poz.");
        if (position < 0 || text.length() < 20) {
            return false;
        }
        return Wording.startsWith(text, "dziennik urzędowy")
                || (isBareNumber(Chars.tidy(text.substring(position + 4))) && hasNumberBetweenDashes(text, position));
    }

    private static boolean hasNumberBetweenDashes(String text, int end) {
        for (var i = 0; i < end; i++) {
            if (!Chars.isDash(text.charAt(i))) {
                continue;
            }
            var at = Chars.skipSpace(text, i + 1);
            var digits = at;
            while (digits < end && Chars.isDigit(text.charAt(digits))) {
                digits++;
            }
            var close = Chars.skipSpace(text, digits);
            if (digits > at && close < end && Chars.isDash(text.charAt(close))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPartOfJournalHeader(String text) {
        if (text.length() > 90) {
            return false;
        }
        if (Wording.startsWith(text, "dziennik urzędowy")) {
            return !Wording.endsSentence(text) && LineEnd.of(text) == LineEnd.OPEN;
        }
        return Wording.startsWith(text, "poz. ") && isBareNumber(Chars.tidy(text.substring(4)));
    }

    private static boolean isSystemFooter(String text) {
        if (!text.startsWith("Id:")) {
            return false;
        }
        return text.contains("Strona") || text.contains("Podpisany") || text.contains("Projekt") || text.length() > 35;
    }

    private static boolean isWatermark(String text) {
        if (text.length() > 17 || (text.charAt(0) != 'P' && text.charAt(0) != 'p' && text.charAt(0) != 'W')) {
            return false;
        }
        var drawn = text.replace(" ", "");
        return drawn.equals("PROJEKT") || drawn.equals("Projekt") || drawn.equals("projekt") || drawn.equals("WZÓR");
    }

    private static String withoutDigits(String text) {
        var out = new StringBuilder(text.length());
        var digit = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Chars.isDigit(c)) {
                if (!digit) {
                    out.append('#');
                }
                digit = true;
            } else {
                digit = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Lines that are of the text. */
    List<SourceLine> body() {
        var body = new ArrayList<SourceLine>();
        for (var i = 0; i < kinds.length; i++) {
            if (isBody(i)) {
                var line = lines.get(i);
                var overPage = line.blankBefore() && i > 0 && !isBody(i - 1) && !body.isEmpty();
                body.add(overPage && goesOn(body.getLast().text(), line.text()) ? withoutGap(line) : line);
            }
        }
        return body;
    }

    /** Whether a sentence goes on behind what a page put into its middle; the gap around it is no paragraph's. */
    private static boolean goesOn(String before, String text) {
        var label = text.isEmpty() ? null : Labels.at(text, 0);
        if (text.isEmpty() || label != null && !label.isDash() && !isCited(label, text)) {
            return false;
        }
        return switch (LineEnd.of(before)) {
            case START, COLON -> false;
            case CLOSED -> Character.isLowerCase(text.charAt(0));
            case UNFINISHED, COMMA -> true;
            case CONJUNCTION, OPEN -> !Character.isUpperCase(text.charAt(0)) || before.length() > SHORTEST_FULL_LINE;
        };
    }

    /** {@code § 3 ust. 1 uchwały}: a section that is spoken of, and begins no line of its own. */
    private static boolean isCited(Label label, String text) {
        var rest = Chars.skipSpace(text, label.end());
        return label.kind() == UnitKind.SECTION
                && label.form() != '.'
                && rest < text.length()
                && Character.isLowerCase(text.charAt(rest));
    }

    private static SourceLine withoutGap(SourceLine line) {
        return new SourceLine(line.text(), line.number(), line.level(), line.indent(), line.page(), false, line.role());
    }

    SourceText source() {
        return source;
    }
}
