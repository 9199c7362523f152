package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
            new Footnotes(furniture.lines, furniture.kinds, furniture.numbers).find();
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
                    kinds[i] = !line.text().isEmpty() && FurnitureText.isPageNumber(line.text())
                                    || FurnitureText.isBareNumber(line.text())
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
            if (hasText(i) && FurnitureText.isWatermark(lines.get(i).text())) {
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
            if (text.length() > LONGEST_FURNITURE && !FurnitureText.isRule(text)) {
                continue;
            }
            if (FurnitureText.isRule(text)) {
                kinds[i] = Aside.Kind.RULE;
            } else if (FurnitureText.isPageNumber(text)) {
                kinds[i] = Aside.Kind.PAGE_NUMBER;
            } else if (FurnitureText.isJournalHeader(text) || FurnitureText.isSystemFooter(text)) {
                kinds[i] = Aside.Kind.RUNNING_HEADER;
            } else if (FurnitureText.isWatermark(text)) {
                kinds[i] = Aside.Kind.WATERMARK;
            }
        }
        for (var i = 0; i < kinds.length; i++) {
            if (hasText(i) && FurnitureText.isPartOfJournalHeader(lines.get(i).text()) && besideFurniture(i)) {
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
                places.computeIfAbsent(FurnitureText.withoutDigits(text), key -> new ArrayList<>())
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
                    kinds[line] = FurnitureText.isBareNumber(lines.get(line).text())
                            ? Aside.Kind.PAGE_NUMBER
                            : Aside.Kind.RUNNING_HEADER;
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
                    && FurnitureText.isBareNumber(lines.get(i).text())) {
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
        return FurnitureText.number(lines.get(other).text())
                == FurnitureText.number(lines.get(one).text()) + 1;
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
