package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes once through the lines of one document and grows its outline. */
final class Reading {

    private static final int LONGEST_TITLE = 15;

    private final Furniture furniture;
    private final List<SourceLine> sourceLines;
    private final List<Line> lines;
    private final List<Integer> unclosedQuotes;
    private final List<Node> unclosedIn = new ArrayList<>();

    private final Outline outline = new Outline();
    private final Expectation expectation = new Expectation(outline);
    private final Tables tables;
    private final ClosingWords closingWords;
    private final DocumentParts parts;
    private final LooseText looseText;

    Reading(SourceText source) {
        this.furniture = Furniture.of(source);
        this.sourceLines = source.lines();
        var body = furniture.body();
        var quotes = Quotes.in(body.stream().map(SourceLine::text).toList());
        this.unclosedQuotes = quotes.unclosed();
        this.lines = LineCutter.cut(body, LineBreaks.of(source.format(), body), quotes);
        var lookahead = new Lookahead(outline, lines);
        var hasTitle = beginsWithTitle(lines);
        this.tables = new Tables(outline, expectation, lookahead);
        this.closingWords = new ClosingWords(outline, lookahead);
        this.parts = new DocumentParts(outline, lookahead, tables, hasTitle);
        this.looseText = new LooseText(outline, lookahead, closingWords, tables, hasTitle);
    }

    Outline read() {
        var next = 0;
        var bodyIndex = -1;
        for (var i = 0; i < sourceLines.size(); i++) {
            var kind = furniture.kindOf(i);
            if (kind != null) {
                i = setAside(i, kind);
                continue;
            }
            bodyIndex++;
            while (next < lines.size() && lines.get(next).body() == bodyIndex) {
                consume(next);
                next++;
            }
            if (unclosedIn.size() < unclosedQuotes.size()
                    && unclosedQuotes.get(unclosedIn.size()) == bodyIndex
                    && outline.current != null) {
                unclosedIn.add(outline.current);
            }
        }
        return outline;
    }

    /** Units in which a quotation opens and never closes. */
    List<Node> unclosedIn() {
        return unclosedIn;
    }

    private int setAside(int from, Aside.Kind kind) {
        var number = furniture.numberOf(from);
        var text = new StringBuilder(Chars.tidy(sourceLines.get(from).text()));
        var i = from;
        if (kind == Aside.Kind.FOOTNOTE) {
            while (i + 1 < sourceLines.size() && furniture.kindOf(i + 1) == kind && goesOn(i + 1, number)) {
                i++;
                TextFlow.wrap(text, Chars.tidy(sourceLines.get(i).text()));
            }
        }
        outline.setAside(kind, number, text.toString());
        return i;
    }

    /** Whether a line of a footnote belongs to the note of that number; the file numbers only the first line of each. */
    private boolean goesOn(int line, String number) {
        var own = furniture.numberOf(line);
        return sourceLines.get(line).role() == SourceLine.Role.FOOTNOTE ? own.isEmpty() : own.equals(number);
    }

    /** Whether what stands before the first unit is the head of an act or of another ordered document. */
    private static boolean beginsWithTitle(List<Line> lines) {
        var limit = Math.min(lines.size(), LONGEST_TITLE);
        for (var i = 0; i < limit; i++) {
            var line = lines.get(i);
            if (line.hasNumber()) {
                return i > 0;
            }
            var text = line.text();
            if (Wording.startsWithActKind(text) && (!Wording.endsSentence(text) || Wording.startsWithCapitals(text))
                    || Wording.isLegalBasis(text)) {
                return true;
            }
            var label = Labels.at(text, 0);
            if (label != null && !label.isDash() && !line.inline()) {
                return i > 0
                        && switch (label.kind()) {
                            case SECTION, ARTICLE, CHAPTER, DIVISION -> true;
                            default -> false;
                        };
            }
            if (Wording.endsSentence(text) && text.length() > 40) {
                return false;
            }
        }
        return false;
    }

    private void consume(int at) {
        var line = lines.get(at);
        if (line.quoted() && outline.current != null) {
            if (line.inline()) {
                outline.appendOnLine(line.text());
            } else {
                outline.append(line.printed(), line.broken() || Labels.at(line.text(), 0) != null);
            }
            return;
        }
        if (line.text().isEmpty()) {
            if (line.hasNumber()) {
                openByLabel(line, at);
            }
            return;
        }
        if (tables.takes(line)) {
            return;
        }
        if (!line.hasNumber() && (line.inline() ? parts.beginsBasis(line, line.text()) : parts.beginsPart(line, at))) {
            return;
        }
        if (openByLabel(line, at)) {
            return;
        }
        looseText.take(line, at);
    }

    private boolean openByLabel(Line line, int at) {
        var label = line.hasNumber() ? Labels.automatic(line.source().number()) : Labels.at(line.text(), 0);
        if (label == null) {
            return false;
        }
        Expectation.@Nullable Place place;
        if (line.hasNumber()) {
            place = expectation.placeOf(
                    label, new Line(line.printed(), line.source(), line.body(), Line.Gap.START, false, false, false));
            if (place == null) {
                place = new Expectation.Place(outline.openAbove(Node.rank(label.kind())), label);
            }
        } else {
            if (tables.keeps(label, line, at)) {
                return false;
            }
            place = closingWords.areSure(label, line) ? null : expectation.placeOf(label, line);
        }
        if (place == null) {
            return label.isDash() && closingWords.open(label, line, at);
        }
        tables.end();
        var printed = line.hasNumber() ? Chars.tidy(line.source().number()) : label.printedIn(line.text());
        outline.open(place.label(), printed, place.parent(), line.source());
        var rest = line.hasNumber() ? 0 : label.end();
        openRest(line, rest, label);
        return true;
    }

    /** What stands behind a label on its line: the first label of the next depth, or text. */
    private void openRest(Line line, int from, Label outer) {
        var text = line.text();
        var at = Chars.skipSpace(text, from);
        if (at >= text.length()) {
            return;
        }
        var inner = Labels.behind(text, from, at, outer);
        var current = outline.current;
        if (inner != null && current != null && !current.isGroup()) {
            outline.open(inner, inner.printedIn(text), current, line.source());
            openRest(line, inner.end(), inner);
            return;
        }
        outline.append(Chars.tidy(text.substring(at)), false);
    }
}
