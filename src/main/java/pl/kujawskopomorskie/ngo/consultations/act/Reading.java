package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes once through the lines of one document and grows its outline. */
final class Reading {

    private static final int LONGEST_TITLE = 15;
    private static final int PARAGRAPH_REACH = 12;
    private static final int SHORTEST_PROSE = 80;
    private static final int LONGEST_LAST_LINE = 200;
    private static final int LONGEST_HEAD = 2000;
    private static final float SAME_INDENT = 1.5f;

    private final Furniture furniture;
    private final List<SourceLine> sourceLines;
    private final Outline outline = new Outline();
    private final Expectation expectation = new Expectation(outline);
    private final List<Line> lines;
    private final List<Integer> unclosedQuotes;
    private final List<Node> unclosedIn = new ArrayList<>();

    /** A table without cell marks is open, as PDF text has them: rows go on until a unit surely begins. */
    private boolean looseTable;

    private boolean hasTitle;

    Reading(SourceText source) {
        this.furniture = Furniture.of(source);
        this.sourceLines = source.lines();
        var body = furniture.body();
        var quotes = Quotes.in(body.stream().map(SourceLine::text).toList());
        this.unclosedQuotes = quotes.unclosed();
        this.lines = LineCutter.cut(body, LineBreaks.of(source.format(), body), quotes);
    }

    Outline read() {
        hasTitle = beginsWithTitle();
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
        if (kind == Aside.Kind.FOOTNOTE && sourceLines.get(from).role() == SourceLine.Role.BODY) {
            while (i + 1 < sourceLines.size()
                    && furniture.kindOf(i + 1) == kind
                    && furniture.numberOf(i + 1).equals(number)) {
                i++;
                TextFlow.wrap(text, Chars.tidy(sourceLines.get(i).text()));
            }
        }
        outline.setAside(kind, number, text.toString());
        return i;
    }

    /** Whether what stands before the first unit is the head of an act or of another ordered document. */
    private boolean beginsWithTitle() {
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
        if (line.text().isEmpty()) {
            if (line.hasNumber()) {
                openByLabel(line, 0);
            }
            return;
        }
        if (line.quoted() && outline.current != null) {
            if (line.inline()) {
                outline.appendOnLine(line.text());
            } else {
                outline.append(line.text(), line.broken() || Labels.at(line.text(), 0) != null);
            }
            return;
        }
        if (tableTakes(line)) {
            return;
        }
        if (!line.hasNumber() && (line.inline() ? beginsBasis(line, line.text()) : beginsPart(line, at))) {
            return;
        }
        if (openByLabel(line, 0)) {
            return;
        }
        unlabelled(line, at);
    }

    // --- labels -------------------------------------------------------------------------------------------------

    private boolean openByLabel(Line line, int from) {
        var label = line.hasNumber() ? numberLabel(line) : Labels.at(line.text(), from);
        if (label == null) {
            return false;
        }
        Expectation.@Nullable Place place;
        if (line.hasNumber()) {
            var text = line.source().number() + (line.text().isEmpty() ? "" : " " + line.text());
            place = expectation.placeOf(
                    label, new Line(text, line.source(), line.body(), true, true, true, false, false, false), 0);
            if (place == null) {
                place = new Expectation.Place(outline.openAbove(Node.rank(label.kind())), label);
            }
        } else {
            if (looseTable && !endsLooseTable(label)) {
                return false;
            }
            place = isClosingWords(label, line) ? null : expectation.placeOf(label, line, from);
        }
        if (place == null) {
            return label.isDash() && closingWords(label, line);
        }
        looseTable = false;
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
        var inner = chained(text, from, at, outer);
        var current = outline.current;
        if (inner != null && current != null && !current.isGroup()) {
            outline.open(inner, inner.printedIn(text), current, line.source());
            openRest(line, inner.end(), inner);
            return;
        }
        outline.append(Chars.tidy(text.substring(at)), false);
    }

    private static @Nullable Label chained(String text, int from, int at, Label outer) {
        if (outer.isDash()) {
            return null;
        }
        var inner = Labels.at(text, at);
        if (inner == null || inner.isDash()) {
            return outer.kind() == UnitKind.SECTION && from == at && outer.form() == '.' ? glued(text, at) : null;
        }
        var glued = from == at && outer.kind() == UnitKind.SECTION;
        if (inner.number().style() == Numeral.Style.DECIMAL
                || !(inner.number().isFirst() || glued)
                || Node.rank(inner.kind()) <= Node.rank(outer.kind())
                || Node.rank(inner.kind()) < Node.rank(UnitKind.SECTION)) {
            return null;
        }
        return inner.isBracketed() || inner.kind() == UnitKind.PARAGRAPH || inner.kind() == UnitKind.SECTION
                ? inner
                : null;
    }

    /** The paragraph of {@code § 8.1 Tekst}, which lost its dot. */
    private static @Nullable Label glued(String text, int at) {
        var end = at;
        var value = 0;
        while (end < text.length() && end - at < 2 && Chars.isDigit(text.charAt(end))) {
            value = value * 10 + (text.charAt(end) - '0');
            end++;
        }
        if (value == 0 || end >= text.length() || !Chars.isSpace(text.charAt(end))) {
            return null;
        }
        var next = Chars.skipSpace(text, end);
        return next < text.length() && Character.isUpperCase(text.charAt(next))
                ? new Label(UnitKind.PARAGRAPH, Numeral.arabic(value, ""), '.', "", at, end)
                : null;
    }

    private static Label numberLabel(Line line) {
        var number = line.source().number();
        var label = Labels.at(number, 0);
        if (label != null && Chars.skipSpace(number, label.end()) >= number.length()) {
            return new Label(label.kind(), label.number(), label.form(), label.word(), 0, number.length());
        }
        return Labels.known(kindOf(number), number);
    }

    /** The kind that an automatic number of an odd shape most likely begins. */
    private static UnitKind kindOf(String number) {
        var letters = 0;
        var digits = 0;
        for (var i = 0; i < number.length(); i++) {
            if (Character.isLetter(number.charAt(i))) {
                letters++;
            } else if (Chars.isDigit(number.charAt(i))) {
                digits++;
            }
        }
        if (digits > 0) {
            return UnitKind.PARAGRAPH;
        }
        return letters == 0 || number.strip().equals("o") ? UnitKind.INDENT : UnitKind.LETTER;
    }

    // --- closing words --------------------------------------------------------------------------------------------

    /** Words behind a dash that end the sentence of a whole list, and are no item of it. */
    private boolean isClosingWords(Label label, Line line) {
        var current = outline.current;
        if (!label.isDash() || line.inline() || current == null || !current.isItem() || Chars.isBullet(label.form())) {
            return false;
        }
        if (outline.openOf(UnitKind.INDENT) != null) {
            return false;
        }
        return outline.end == LineEnd.COMMA || (outline.end == LineEnd.OPEN && line.broken());
    }

    private boolean closingWords(Label label, Line line) {
        var current = outline.current;
        var text = line.text();
        var rest = Chars.skipSpace(text, label.end());
        if (current == null || !current.isItem() || line.inline() || rest >= text.length()) {
            return false;
        }
        if (outline.openOf(UnitKind.INDENT) != null && !Chars.isDash(label.form())) {
            return false;
        }
        if (Chars.isDigit(text.charAt(rest)) || outline.end == LineEnd.COLON || outline.end == LineEnd.UNFINISHED) {
            return false;
        }
        var list = closedList(current, line);
        if (list == null || (outline.end == LineEnd.OPEN && !line.broken() && !standsOut(line, list))) {
            return false;
        }
        outline.open(
                new Label(UnitKind.CLOSING_WORDS, Numeral.NONE, label.form(), "", label.start(), label.end()),
                label.printedIn(text),
                list.parent,
                line.source());
        outline.append(Chars.tidy(text.substring(rest)), false);
        return true;
    }

    /** A last item without a comma, in a list of two or more whose others have one, leaves the end to closing words. */
    private static boolean standsOut(Line line, Node item) {
        var parent = item.parent;
        if (parent == null) {
            return false;
        }
        var siblings = 0;
        for (var i = parent.children.size() - 2; i >= 0 && siblings < 3; i--) {
            var sibling = parent.children.get(i);
            if (sibling.kind == item.kind) {
                siblings++;
            }
        }
        return siblings >= 1 && line.source().indent() <= item.indent;
    }

    /** The last item of the list that closing words end: the innermost, unless an outer list prints commas too. */
    private static @Nullable Node closedList(Node current, Line line) {
        var aligned = alignedItem(current, line);
        if (aligned != null) {
            return aligned;
        }
        var list = current;
        for (var node = current.parent; node != null && node.isItem(); node = node.parent) {
            if (node.parent == null) {
                break;
            }
            var before = previousSibling(node);
            if (node.kind == UnitKind.POINT && before != null && LineEnd.of(lastText(before)) == LineEnd.COMMA) {
                list = node;
            }
        }
        return list;
    }

    /** Where the lists are indented differently, closing words stand under the labels of the list that they close. */
    private static @Nullable Node alignedItem(Node current, Line line) {
        var indent = line.source().indent();
        Node found = null;
        var indents = false;
        for (@Nullable Node node = current; node != null && node.isItem(); node = node.parent) {
            indents |= Math.abs(node.indent - current.indent) > SAME_INDENT;
            if (found == null && Math.abs(node.indent - indent) <= SAME_INDENT) {
                found = node;
            }
        }
        return indents ? found : null;
    }

    private static @Nullable Node previousSibling(Node node) {
        if (node.parent == null) {
            return null;
        }
        var siblings = node.parent.children;
        for (var i = siblings.size() - 2; i >= 0 && i > siblings.size() - 4; i--) {
            if (siblings.get(i).kind == node.kind) {
                return siblings.get(i);
            }
        }
        return null;
    }

    private static StringBuilder lastText(Node node) {
        var at = node;
        while (!at.children.isEmpty()) {
            at = at.children.getLast();
        }
        return at.text;
    }

    // --- tables ---------------------------------------------------------------------------------------------------

    private boolean tableTakes(Line line) {
        var text = line.text();
        var row = line.row();
        var current = outline.current;
        if (current != null && current.kind == UnitKind.TABLE) {
            if (row || (looseTable && isHeaderOf(current, text))) {
                if (isHeaderOf(current, text)) {
                    outline.setAside(Aside.Kind.REPEATED_TABLE_HEADER, "", text);
                } else {
                    outline.append(text, true);
                }
                return true;
            }
        }
        if (row || (beginsLooseTable(text) && !line.inline())) {
            looseTable = !row;
            outline.open(UnitKind.TABLE, "", Numeral.NONE, outline.openAbove(20), line.source());
            outline.append(text, true);
            return true;
        }
        return false;
    }

    private static boolean isHeaderOf(Node table, String text) {
        var rows = table.text;
        if (rows.length() < text.length() || rows.length() > text.length() && rows.charAt(text.length()) != '\n') {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            if (rows.charAt(i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean beginsLooseTable(String text) {
        return Wording.startsWith(text, "lp.") || Wording.startsWith(text, "l.p.") || Wording.startsWith(text, "lp ");
    }

    private static boolean endsLooseTable(Label label) {
        return switch (label.kind()) {
            case SECTION, ARTICLE, DIVISION, SUBCHAPTER -> true;
            case CHAPTER -> !label.word().isEmpty();
            default -> false;
        };
    }

    // --- parts of the document ------------------------------------------------------------------------------------

    private boolean beginsPart(Line line, int at) {
        var text = line.text();
        return beginsAnnex(line, at, text)
                || beginsMemorandum(line, text)
                || beginsBasis(line, text)
                || beginsSignature(line, at, text);
    }

    private boolean beginsAnnex(Line line, int at, String text) {
        var word = Wording.annexWord(text);
        if (word == 0
                || !(line.broken() || outline.end.isClosed() || afterHead())
                || outline.end == LineEnd.COLON && !line.broken()) {
            return false;
        }
        var end = annexNumberEnd(text, word);
        var rest = Chars.skipSpace(text, end);
        if (rest < text.length()) {
            var tail = text.substring(rest);
            var reference = Wording.startsWith(tail, "do ");
            if (!reference
                    && !Character.isUpperCase(tail.charAt(0))
                    && !Chars.isDash(tail.charAt(0))
                    && tail.charAt(0) != '„') {
                return false;
            }
            if (Wording.endsSentence(paragraphFrom(at)) || hasVerb(tail)) {
                return false;
            }
        } else if (end == word
                && at + 1 < lines.size()
                && !Wording.startsWith(lines.get(at + 1).text(), "do ")
                && !line.broken()) {
            return false;
        }
        looseTable = false;
        var printed = Chars.tidy(text.substring(0, end));
        var number = Labels.known(UnitKind.ANNEX, printed).number();
        var node = outline.open(UnitKind.ANNEX, printed, number, annexParent(text, rest, at), line.source());
        node.text.append(Chars.tidy(text.substring(Math.min(rest, text.length()))));
        outline.end = LineEnd.START;
        return true;
    }

    private boolean afterHead() {
        var current = outline.current;
        return current == null
                || switch (current.kind) {
                    case TITLE, SIGNATURE, ANNEX, MEMORANDUM, TABLE, HEADING -> true;
                    default -> false;
                };
    }

    private static boolean hasVerb(String tail) {
        return tail.contains(" stanowi")
                || tail.contains(" otrzymuje")
                || tail.contains(" określa")
                || tail.contains(" zawiera")
                || tail.contains(" uchyla się")
                || tail.contains(" zastępuje się");
    }

    private static int annexNumberEnd(String text, int word) {
        var at = Chars.skipSpace(text, word);
        if (Wording.startsWith(text.substring(at, Math.min(text.length(), at + 3)), "nr")) {
            at = Chars.skipSpace(text, at + (text.startsWith(".", at + 2) ? 3 : 2));
        }
        var end = at;
        while (end < text.length()
                && end - at < 6
                && (Character.isLetterOrDigit(text.charAt(end))
                        && (Chars.isDigit(text.charAt(end))
                                || Character.isUpperCase(text.charAt(end))
                                || end > at && Chars.isDigit(text.charAt(end - 1))))) {
            end++;
        }
        if (end == at || (end < text.length() && Character.isLetter(text.charAt(end)))) {
            return word;
        }
        if (end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ':')) {
            end++;
        }
        return end;
    }

    /** An annex to a regulation or a programme that is itself an annex stands inside it. */
    private @Nullable Node annexParent(String text, int rest, int at) {
        var open = outline.openOf(UnitKind.ANNEX);
        if (open == null) {
            return null;
        }
        var reference = rest < text.length()
                ? text.substring(rest)
                : at + 1 < lines.size() ? lines.get(at + 1).text() : "";
        if (!Wording.startsWith(reference, "do ")) {
            return open.parent;
        }
        var to = reference.substring(3).trim();
        for (var outer :
                new String[] {"uchwał", "projektu uchwał", "zarządzeni", "rozporządzeni", "ustaw", "projektu zarząd"}) {
            if (Wording.startsWith(to, outer)) {
                return null;
            }
        }
        return open.parent == null ? open : open.parent;
    }

    private boolean beginsMemorandum(Line line, String text) {
        var word = Wording.memorandumWord(text);
        if (word == 0 || !(line.broken() || outline.end.isClosed() || afterHead())) {
            return false;
        }
        looseTable = false;
        var node = outline.open(
                UnitKind.MEMORANDUM, Chars.tidy(text.substring(0, word)), Numeral.NONE, null, line.source());
        node.text.append(Chars.tidy(text.substring(word)));
        outline.end = LineEnd.START;
        return true;
    }

    private boolean beginsBasis(Line line, String text) {
        var current = outline.current;
        if (!Wording.isLegalBasis(text)
                || (current != null && current.kind != UnitKind.TITLE)
                || !(line.broken()
                        || outline.end != LineEnd.UNFINISHED
                        || Wording.startsWith(text, "na podstawie art"))) {
            return false;
        }
        if (current == null && !hasTitle) {
            return false;
        }
        outline.open(UnitKind.LEGAL_BASIS, "", Numeral.NONE, null, line.source());
        outline.append(text, false);
        return true;
    }

    private boolean beginsSignature(Line line, int at, String text) {
        var current = outline.current;
        if (current == null || outline.end != LineEnd.CLOSED || !Wording.isSigner(text)) {
            return false;
        }
        if (outline.lastSection == null && outline.lastArticle == null
                || outline.inMemorandum()
                || Wording.endsSentence(paragraphFrom(at))) {
            return false;
        }
        if (current.kind == UnitKind.PROSE) {
            return false;
        }
        outline.open(UnitKind.SIGNATURE, "", Numeral.NONE, outline.scope(), line.source());
        outline.append(text, false);
        return true;
    }

    // --- text without a label -------------------------------------------------------------------------------------

    private void unlabelled(Line line, int at) {
        var text = line.text();
        var current = outline.current;
        if (current == null) {
            begin(line, at);
            return;
        }
        if (line.inline()) {
            outline.appendOnLine(text);
            return;
        }
        switch (current.kind) {
            case TITLE -> inTitle(line, at, current);
            case ANNEX, MEMORANDUM -> inHead(line, at, current);
            case LEGAL_BASIS -> {
                if (line.broken() && Wording.enacts(current.text) && !Character.isLowerCase(text.charAt(0))) {
                    inProse(line, at, null);
                } else {
                    outline.append(text, false);
                }
            }
            case SIGNATURE -> {
                if (isProse(at) && line.broken()) {
                    inProse(line, at, outline.scope());
                } else {
                    outline.append(text, true);
                }
            }
            case DIVISION, CHAPTER, SUBCHAPTER -> inGroup(line, at, current);
            case HEADING -> {
                if (!line.broken() && !isProse(at)) {
                    outline.append(text, false);
                } else {
                    inProse(line, at, current);
                }
            }
            case TABLE -> {
                if (looseTable) {
                    outline.append(text, true);
                } else {
                    afterList(line, at, current);
                }
            }
            case PROSE -> inProse(line, at, current.parent);
            case CLOSING_WORDS, ARTICLE, SECTION, PARAGRAPH, POINT, LETTER, INDENT, DOUBLE_INDENT ->
                inUnit(line, at, current);
        }
    }

    private void begin(Line line, int at) {
        if (hasTitle) {
            outline.open(UnitKind.TITLE, "", Numeral.NONE, null, line.source());
            outline.append(line.text(), false);
        } else {
            inProse(line, at, null);
        }
    }

    private void inTitle(Line line, int at, Node title) {
        if (line.broken() && startsProse(at) && !title.text.isEmpty()) {
            inProse(line, at, null);
            return;
        }
        if (line.apart() && isHeading(line, at) && headsText(at) && Wording.isTitleLike(lastLine(title))) {
            heading(line, null);
            return;
        }
        outline.append(line.text(), beginsTitleLine(line, lastLine(title)));
    }

    private void inHead(Line line, int at, Node head) {
        var text = line.text();
        if (head.kind == UnitKind.MEMORANDUM) {
            var reference = Wording.startsWith(text, "do ")
                    || Wording.startsWith(text, "w sprawie")
                    || head.text.length() > 0 && !line.broken();
            if (!reference && !(head.text.length() > 0 && !isProse(at) && Character.isLowerCase(text.charAt(0)))) {
                inProse(line, at, head);
                return;
            }
        } else if ((line.broken() || line.afterShort() || outline.end == LineEnd.CLOSED) && startsProse(at)) {
            inProse(line, at, head);
            return;
        } else if (line.apart() && isHeading(line, at) && headsText(at) && hasOwnTitle(head)) {
            heading(line, head);
            return;
        }
        outline.append(text, beginsTitleLine(line, lastLine(head)));
    }

    /** Whether behind its reference ({@code do uchwały nr …}) the annex already has a title. */
    private static boolean hasOwnTitle(Node annex) {
        if (annex.text.length() > LONGEST_HEAD) {
            return true;
        }
        for (var line : annex.text.toString().split("\n", 20)) {
            if (Wording.isTitleLike(line)
                    && !Wording.startsWith(line, "do ")
                    && !Wording.startsWith(line, "sejmiku")
                    && !Wording.startsWith(line, "zarządu")
                    && !Wording.startsWith(line, "rady")) {
                return true;
            }
        }
        return false;
    }

    private static String lastLine(Node node) {
        var from = Math.max(0, node.text.length() - LONGEST_LAST_LINE);
        var tail = node.text.substring(from);
        return tail.substring(tail.lastIndexOf('\n') + 1);
    }

    private boolean beginsTitleLine(Line line, String before) {
        var text = line.text();
        if (line.broken() && outline.end != LineEnd.UNFINISHED) {
            return true;
        }
        if (Wording.startsWith(text, "z dnia")
                || Wording.startsWith(text, "w sprawie")
                || Wording.startsWith(text, "zmieniając")
                || Wording.startsWith(text, "o zmianie")
                || Wording.startsWith(text, "do uchwały")
                || Wording.startsWithLawKind(text)) {
            return true;
        }
        if (outline.end == LineEnd.UNFINISHED
                || outline.end == LineEnd.CONJUNCTION
                || Character.isLowerCase(text.charAt(0))) {
            return false;
        }
        return Wording.isCapitals(text) != Wording.isCapitals(before)
                || Wording.startsWithLawKind(before)
                || before.isEmpty();
    }

    private void inGroup(Line line, int at, Node group) {
        var text = line.text();
        if (group.text.isEmpty()) {
            if (isProse(at)) {
                inProse(line, at, group);
            } else {
                outline.append(text, false);
            }
            return;
        }
        var titledOnItsLine = group.form != 0;
        if (isHeading(line, at) && (line.broken() || titledOnItsLine && line.afterShort())) {
            heading(line, group);
            return;
        }
        if (!line.broken() && !isProse(at)) {
            outline.append(text, false);
            return;
        }
        if (outline.end == LineEnd.UNFINISHED
                || outline.end == LineEnd.CONJUNCTION
                || !line.broken() && Character.isLowerCase(text.charAt(0))) {
            outline.append(text, false);
            return;
        }
        inProse(line, at, group);
    }

    private void inUnit(Line line, int at, Node current) {
        var text = line.text();
        if (outline.end == LineEnd.START) {
            outline.append(text, false);
            return;
        }
        if (isHeading(line, at) && (line.broken() || outline.end == LineEnd.CLOSED) && headsUnit(line, at)) {
            heading(line, null);
            return;
        }
        var onPurpose = line.afterShort() && Character.isUpperCase(text.charAt(0)) && endsLineOnPurpose(current);
        if (!line.broken() && !(onPurpose && isProseScope())) {
            outline.append(text, onPurpose);
            return;
        }
        if (isProseScope()) {
            inProse(line, at, outline.openAbove(Node.rank(UnitKind.ARTICLE)));
            return;
        }
        if (current.isItem() || current.kind == UnitKind.CLOSING_WORDS) {
            afterList(line, at, current);
            return;
        }
        outline.append(
                text,
                outline.end == LineEnd.CLOSED
                        || outline.end == LineEnd.COLON
                        || !Character.isLowerCase(text.charAt(0)));
    }

    /** A short line behind which a sentence, or the title of a section, has ended. */
    private boolean endsLineOnPurpose(Node current) {
        return switch (outline.end) {
            case CLOSED, COLON -> true;
            case OPEN ->
                (current.kind == UnitKind.SECTION || current.kind == UnitKind.ARTICLE)
                        && Wording.isTitleLike(lastLine(current));
            default -> false;
        };
    }

    /** A paragraph of its own behind the items of a list. */
    private void afterList(Line line, int at, Node current) {
        var text = line.text();
        if (Character.isLowerCase(text.charAt(0)) && outline.end != LineEnd.CLOSED) {
            if (outline.end != LineEnd.COMMA && line.source().level() < 0 && current.kind != UnitKind.TABLE) {
                outline.append(text, false);
                return;
            }
            var list = current.isItem() ? closedList(current, line) : current;
            outline.open(
                    UnitKind.CLOSING_WORDS,
                    "",
                    Numeral.NONE,
                    list == null ? current.parent : list.parent,
                    line.source());
            outline.append(text, false);
            return;
        }
        if (outline.end == LineEnd.COLON || outline.end == LineEnd.UNFINISHED || outline.end == LineEnd.CONJUNCTION) {
            outline.append(text, true);
            return;
        }
        var parent = current.parent;
        while (parent != null && parent.isItem()) {
            parent = parent.parent;
        }
        inProse(line, at, parent);
    }

    /** Prose is what is read where no sections are: a memorandum, a policy paper, an article. */
    private boolean isProseScope() {
        return outline.inMemorandum() || (outline.lastSection == null && outline.lastArticle == null);
    }

    private void inProse(Line line, int at, @Nullable Node parent) {
        var text = line.text();
        var current = outline.current;
        var inside = current != null && current.kind == UnitKind.PROSE;
        if (inside && !line.broken()) {
            outline.append(text, false);
            return;
        }
        if (inside
                && (Character.isLowerCase(text.charAt(0)) && outline.end != LineEnd.CLOSED
                        || outline.end == LineEnd.UNFINISHED)) {
            outline.append(text, false);
            return;
        }
        var holder = parent;
        if (isHeading(line, at) && (line.broken() || current == null)) {
            heading(line, holder);
            return;
        }
        outline.open(UnitKind.PROSE, "", Numeral.NONE, holder, line.source());
        outline.append(text, false);
    }

    private void heading(Line line, @Nullable Node within) {
        var parent = within == null ? outline.openAbove(Node.rank(UnitKind.HEADING)) : within;
        while (parent != null && (parent.rank() >= Node.rank(UnitKind.HEADING))) {
            parent = parent.parent;
        }
        outline.open(UnitKind.HEADING, "", Numeral.NONE, parent, line.source());
        outline.append(line.text(), false);
    }

    /** A line that reads like a heading, or that the file says is one. */
    private boolean isHeading(Line line, int at) {
        if (line.inline() || line.quoted()) {
            return false;
        }
        var text = line.text();
        if (line.source().role() == SourceLine.Role.HEADING) {
            return text.length() < 250;
        }
        if (!Wording.isTitleLike(text)) {
            return false;
        }
        if (at + 1 >= lines.size()) {
            return true;
        }
        var next = lines.get(at + 1);
        if (next.broken() || next.hasNumber() || next.text().isEmpty()) {
            return true;
        }
        return next.afterShort() && (Character.isUpperCase(next.text().charAt(0)) || Labels.at(next.text(), 0) != null);
    }

    /** Whether prose or a unit follows the heading, and not more lines of a title. */
    private boolean headsText(int at) {
        return at + 1 < lines.size()
                && (isProse(at + 1)
                        || lines.get(at + 1).hasNumber()
                        || Labels.at(lines.get(at + 1).text(), 0) != null);
    }

    /** Inside units only what stands right before a section, or is set in capitals, is a heading. */
    private boolean headsUnit(Line line, int at) {
        if (outline.end != LineEnd.CLOSED) {
            return false;
        }
        if (line.source().role() == SourceLine.Role.HEADING) {
            return true;
        }
        if (at + 1 >= lines.size()) {
            return false;
        }
        var next = lines.get(at + 1);
        var label = next.hasNumber() ? numberLabel(next) : Labels.at(next.text(), 0);
        if (label == null) {
            return Wording.isCapitals(line.text()) && line.broken();
        }
        return switch (label.kind()) {
            case SECTION, ARTICLE -> true;
            case PARAGRAPH -> outline.lastSection == null && label.number().isFirst();
            default -> Wording.isCapitals(line.text()) && line.broken();
        };
    }

    /** Whether prose begins with the line itself, and not behind a title that the line is. */
    private boolean startsProse(int at) {
        if (!isProse(at)) {
            return false;
        }
        var next = at + 1 < lines.size() ? lines.get(at + 1) : null;
        return next == null
                || !Wording.isTitleLike(lines.get(at).text())
                || next.text().isEmpty()
                || !(next.broken() || next.afterShort())
                || !Character.isUpperCase(next.text().charAt(0));
    }

    private boolean isProse(int at) {
        var paragraph = paragraphFrom(at);
        return paragraph.length() > SHORTEST_PROSE && Wording.endsSentence(paragraph);
    }

    /** The paragraph that begins with a line, as far as one has to look. */
    private String paragraphFrom(int at) {
        var text = lines.get(at).text();
        var next = at + 1;
        if (next >= lines.size() || isParagraphEnd(next)) {
            return text;
        }
        var out = new StringBuilder(text);
        while (next < lines.size() && next - at < PARAGRAPH_REACH && !isParagraphEnd(next)) {
            out.append(' ').append(lines.get(next).text());
            next++;
        }
        return out.toString();
    }

    private boolean isParagraphEnd(int next) {
        var line = lines.get(next);
        return line.broken()
                || line.hasNumber()
                || (!line.inline() && !line.quoted() && Labels.at(line.text(), 0) != null);
    }
}
