package pl.kujawskopomorskie.ngo.consultations.act;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether what looks like a label begins a unit here, and in which open unit it stands: by the numbers that could
 * come next, by how the line before ends, by what follows the label.
 */
final class Expectation {

    /** Lists inside lists deeper than this are somebody's joke; they go on at the same depth. */
    private static final int DEEPEST = 24;

    /** A number that leaps further than this is a year or an amount, no label. */
    private static final int LONGEST_JUMP = 30;

    private static final float SAME_INDENT = 1.5f;

    private final Outline outline;
    private final Before before;
    private final Dashes dashes;

    Expectation(Outline outline) {
        this.outline = outline;
        this.before = new Before(outline);
        this.dashes = new Dashes(outline, before);
    }

    /** A place for a unit; {@code kind} differs from the label's where the place decides what a mark means. */
    record Place(@Nullable Node parent, Label label) {}

    /** The place of the unit that the label begins, or null when it is no label here. */
    @Nullable
    Place placeOf(Label label, Line line) {
        var text = line.text();
        var rest = Chars.skipSpace(text, label.end());
        return switch (label.kind()) {
            case SECTION, ARTICLE -> basicUnit(label, line, text, rest);
            case DIVISION, SUBCHAPTER -> group(label, line, text, rest);
            case CHAPTER -> label.word().isEmpty() ? roman(label, line, text, rest) : group(label, line, text, rest);
            case PARAGRAPH -> paragraph(label, line, text, rest);
            case POINT ->
                label.number().style() == Numeral.Style.DECIMAL
                        ? decimal(label, line, text, rest)
                        : item(label, line, text, rest);
            case LETTER -> item(label, line, text, rest);
            case INDENT, DOUBLE_INDENT -> dashes.placeOf(label, line, text, rest);
            default -> null;
        };
    }

    /** Whether the label is the next one of a list, or of the chapters, that are open. */
    boolean isNext(Label label, Line line) {
        return switch (label.kind()) {
            case CHAPTER -> isNextGroup(label);
            case PARAGRAPH, POINT, LETTER -> sibling(label, line) != null;
            default -> false;
        };
    }

    private @Nullable Place basicUnit(Label label, Line line, String text, int rest) {
        var section = label.kind() == UnitKind.SECTION;
        var last = section ? outline.lastSection : outline.lastArticle;
        var number = label.number();
        var expected = last == null ? number.isFirst() : number.follows(last.number);
        if (section && outline.lastArticle != null && outline.openOf(UnitKind.ARTICLE) != null) {
            expected |= number.isFirst();
        }
        if (line.hasNumber()) {
            return basicPlace(label);
        }
        if (before.goesOn(line) || (outline.end == LineEnd.CONJUNCTION && !line.broken())) {
            return null;
        }
        var dotted = label.form() == '.';
        var bare = rest >= text.length();
        if (!bare && isCitation(text, label.end(), rest, dotted)) {
            return null;
        }
        if (outline.inMemorandum() && !(number.isFirst() && !outline.hasSections && (dotted || bare))) {
            return null;
        }
        if (before.current(UnitKind.LEGAL_BASIS) && !expected) {
            return null;
        }
        if (line.inline()) {
            return expected && dotted && !bare && startsSentence(text, rest) ? basicPlace(label) : null;
        }
        var closed = before.isClosed(line);
        if (!dotted && !bare && !closed) {
            return null;
        }
        if (expected) {
            return dotted || bare || closed ? basicPlace(label) : null;
        }
        if (!closed) {
            return null;
        }
        if (last != null && number.isNotAfter(last.number) && !(dotted || bare)) {
            return null;
        }
        return basicPlace(label);
    }

    private Place basicPlace(Label label) {
        var parent = outline.openAbove(Node.rank(label.kind()));
        if (parent != null && parent.kind == UnitKind.MEMORANDUM) {
            parent = parent.parent;
        }
        return new Place(parent, label);
    }

    /** {@code § 3 ust. 2 uchwały}, {@code § 5 i 6}, {@code § 2–4}: somebody speaks of a section. */
    private static boolean isCitation(String text, int end, int rest, boolean dotted) {
        var c = text.charAt(rest);
        if (!dotted) {
            if (end == rest && !Character.isUpperCase(c)) {
                return true;
            }
            if (Character.isUpperCase(c)) {
                return false;
            }
            var chained = Labels.at(text, rest);
            return chained == null || !chained.number().isFirst();
        }
        if (Chars.isDash(c)) {
            return rest + 1 < text.length() && (Chars.isDigit(text.charAt(rest + 1)));
        }
        return c == ',' || c == ';' || c == ')' || (end == rest && Character.isLowerCase(c));
    }

    private @Nullable Place group(Label label, Line line, String text, int rest) {
        if (line.inline() || before.goesOn(line)) {
            return null;
        }
        if (!before.isClosed(line) && !Wording.isCapitals(text) && !isNextGroup(label)) {
            return null;
        }
        if (rest < text.length()) {
            var c = text.charAt(rest);
            if (!Character.isUpperCase(c) && !Chars.isDash(c) && !Chars.isOpeningQuote(c) && !Chars.isDigit(c)) {
                return null;
            }
            if (label.word().equals("część") && Wording.endsSentence(text)) {
                return null;
            }
        }
        return new Place(outline.openAbove(Node.rank(label.kind())), label);
    }

    private boolean isNextGroup(Label label) {
        var last = lastOf(label.kind(), label.number().style());
        return last == null ? label.number().isFirst() : label.number().follows(last.number);
    }

    /** A bare Roman number heads a chapter; inside a section it is an item. */
    private @Nullable Place roman(Label label, Line line, String text, int rest) {
        if (line.inline() || before.goesOn(line)) {
            return null;
        }
        if (!line.hasNumber()) {
            if (!before.isClosed(line) && !(line.afterShort() && outline.end == LineEnd.OPEN)) {
                return null;
            }
            if (rest < text.length()
                    && !Character.isUpperCase(text.charAt(rest))
                    && !Chars.isOpeningQuote(text.charAt(rest))) {
                return null;
            }
        }
        var last = lastOf(UnitKind.CHAPTER, Numeral.Style.ROMAN);
        var expected = last == null ? label.number().isFirst() : label.number().follows(last.number);
        if (!expected && !line.hasNumber() && (last == null || label.number().isNotAfter(last.number))) {
            var beginsExtract = last == null && (outline.current == null || Wording.isCapitals(text));
            if (!label.number().isFirst() && !beginsExtract) {
                return null;
            }
        }
        var chapter = outline.openOf(UnitKind.CHAPTER);
        if (chapter != null && !chapter.word.isEmpty()) {
            return new Place(
                    outline.openAbove(Node.rank(UnitKind.SUBCHAPTER)),
                    new Label(UnitKind.SUBCHAPTER, label.number(), label.form(), "", label.start(), label.end()));
        }
        return new Place(outline.openAbove(Node.rank(UnitKind.CHAPTER)), label);
    }

    private @Nullable Node lastOf(UnitKind kind, Numeral.Style style) {
        var scope = outline.scope();
        for (var i = outline.nodes.size() - 1; i >= 0 && i > outline.nodes.size() - 400; i--) {
            var node = outline.nodes.get(i);
            if (node == scope) {
                return null;
            }
            if (node.kind == kind && node.number.style() == style) {
                return node;
            }
        }
        return null;
    }

    private @Nullable Place paragraph(Label label, Line line, String text, int rest) {
        var number = label.number();
        if (isNumberedHeading(line)) {
            return new Place(outline.openAbove(Node.rank(UnitKind.CHAPTER)), label.as(UnitKind.CHAPTER));
        }
        var sibling = sibling(label, line);
        if (sibling == null
                && outline.lastLoose != null
                && openSection() == null
                && number.follows(outline.lastLoose.number)) {
            return accepted(label, line, text, rest, true) ? child(label, line) : null;
        }
        if (!accepted(label, line, text, rest, sibling != null)) {
            return null;
        }
        if (sibling != null) {
            return new Place(sibling.parent, label.as(sibling.kind));
        }
        var place = child(label, line);
        return place.parent() != null && place.parent().rank() >= Node.rank(UnitKind.PARAGRAPH)
                ? new Place(place.parent(), label.as(UnitKind.POINT))
                : place;
    }

    /** In papers without sections a heading with a number is a chapter. */
    private boolean isNumberedHeading(Line line) {
        return line.source().role() == SourceLine.Role.HEADING
                && outline.lastSection == null
                && outline.lastArticle == null;
    }

    private @Nullable Node openSection() {
        var section = outline.openOf(UnitKind.SECTION);
        return section != null ? section : outline.openOf(UnitKind.ARTICLE);
    }

    private boolean accepted(Label label, Line line, String text, int rest, boolean expected) {
        if (line.hasNumber()) {
            return true;
        }
        if (before.goesOn(line) || (before.current(UnitKind.LEGAL_BASIS) && !afterEnactingWords(label))) {
            return false;
        }
        var bare = rest >= text.length();
        var sentence = bare || startsSentence(text, rest);
        if (line.inline()) {
            return (expected && outline.end == LineEnd.CLOSED || before.current(UnitKind.LEGAL_BASIS))
                    && !bare
                    && sentence;
        }
        if (outline.end == LineEnd.CONJUNCTION && !line.broken()) {
            return false;
        }
        var closed = before.isClosed(line);
        if (expected) {
            return sentence || closed || outline.end == LineEnd.COMMA;
        }
        if (label.number().isFirst()) {
            if (sentence && opensTitledUnit(line)) {
                return true;
            }
            return closed && (sentence || outline.end == LineEnd.COLON || outline.end == LineEnd.START);
        }
        if (!closed || !sentence) {
            return false;
        }
        var last = outline.openOf(UnitKind.PARAGRAPH);
        if (last == null) {
            return label.number().value() <= LONGEST_JUMP || outline.current == null;
        }
        var leap = label.number().value() - last.number.value();
        return leap >= 0 && leap <= LONGEST_JUMP;
    }

    /** Some texts lose their section signs on the way: {@code uchwala się, co następuje: 1. Przyjmuje się …}. */
    private boolean afterEnactingWords(Label label) {
        return label.number().isFirst()
                && outline.end == LineEnd.COLON
                && outline.current != null
                && Wording.enacts(outline.current.text);
    }

    /** A section whose own text is but a title ({@code § 5} / {@code Prawa członków}) is followed by its paragraphs. */
    private boolean opensTitledUnit(Line line) {
        var current = outline.current;
        return current != null
                && (current.kind == UnitKind.SECTION || current.kind == UnitKind.ARTICLE)
                && outline.end == LineEnd.OPEN
                && current.children.isEmpty()
                && (line.afterShort() || current.text.length() < 60)
                && Wording.isTitleLike(current.text.toString());
    }

    /** Capitals, quotation marks, brackets: a sentence begins; small letters and digits mostly go on. */
    private static boolean startsSentence(String text, int at) {
        var c = text.charAt(at);
        return Character.isUpperCase(c)
                || Chars.isOpeningQuote(c)
                || c == '('
                || c == '['
                || c == '§'
                || Labels.at(text, at) instanceof Label inner && inner.number().isFirst();
    }

    private @Nullable Place decimal(Label label, Line line, String text, int rest) {
        if (isNumberedHeading(line)) {
            return new Place(outline.openAbove(Node.rank(UnitKind.SUBCHAPTER)), label.as(UnitKind.SUBCHAPTER));
        }
        if (!line.hasNumber() && (line.inline() || before.goesOn(line))) {
            return null;
        }
        var sentence = line.hasNumber() || rest >= text.length() || startsSentence(text, rest);
        var closed = before.isClosed(line);
        var prefix = label.number().suffix();
        for (var node = outline.current; node != null; node = node.parent) {
            if (node.number.style() == Numeral.Style.DECIMAL && label.number().follows(node.number)) {
                var goesOn = closed || outline.end == LineEnd.COMMA || sentence && outline.end == LineEnd.OPEN;
                return line.hasNumber() || goesOn ? new Place(node.parent, label) : null;
            }
            if (isPrefix(node, prefix)) {
                var begins = closed || label.number().isFirst() && outline.end == LineEnd.OPEN && sentence;
                return line.hasNumber() || begins ? new Place(node, label) : null;
            }
        }
        if (!sentence || !line.hasNumber() && !label.number().isFirst() && !line.broken()) {
            return null;
        }
        return closed ? new Place(outline.openAbove(Node.rank(UnitKind.PARAGRAPH)), label) : null;
    }

    private static boolean isPrefix(Node node, String prefix) {
        return switch (node.number.style()) {
            case ARABIC, DECIMAL -> node.number.printed().equals(prefix);
            case ROMAN -> Integer.toString(node.number.value()).equals(prefix);
            case LATIN, NONE -> false;
        };
    }

    private @Nullable Place item(Label label, Line line, String text, int rest) {
        var sibling = sibling(label, line);
        var expected = sibling != null;
        if (!line.hasNumber()) {
            if (before.goesOn(line) || before.current(UnitKind.LEGAL_BASIS) || before.current(UnitKind.TITLE)) {
                return null;
            }
            if (line.inline()) {
                return inlineItem(label, line, text, rest, sibling);
            }
            if (label.form() != ')'
                    && !expected
                    && !(label.number().isFirst()
                            && (outline.end == LineEnd.COLON || outline.end == LineEnd.OPEN && line.afterShort()))) {
                return null;
            }
            var closed = before.isClosed(line);
            if (outline.current != null && outline.current.openBrackets > 0 && !closed && label.form() == ')') {
                return null;
            }
            if (!expected && !label.number().isFirst()) {
                if (!closed && outline.end != LineEnd.COMMA) {
                    return null;
                }
                var open = outline.openOf(label.kind());
                if (open != null && !isPlausibleJump(label, open)) {
                    return null;
                }
                if (label.kind() == UnitKind.LETTER && label.number().printed().length() > 2) {
                    return null;
                }
            }
            if (label.form() != ')'
                    && label.form() != '('
                    && !closed
                    && outline.end != LineEnd.COMMA
                    && !line.afterShort()) {
                return null;
            }
        }
        return sibling != null ? new Place(sibling.parent, label) : child(label, line);
    }

    private static boolean isPlausibleJump(Label label, Node open) {
        var leap = label.number().value() - open.number.value();
        return leap >= 0 && leap <= LONGEST_JUMP;
    }

    private @Nullable Place inlineItem(Label label, Line line, String text, int rest, @Nullable Node sibling) {
        if (label.form() != ')' || rest >= text.length() || outline.inMemorandum() || before.isProse()) {
            return null;
        }
        var c = text.charAt(rest);
        if (Chars.isDigit(c) || c == ',' || c == ')' || c == ';') {
            return null;
        }
        if (sibling == null) {
            return label.number().isFirst() && outline.end == LineEnd.COLON ? child(label, line) : null;
        }
        if (outline.current == null || outline.current.openBrackets > 0) {
            return null;
        }
        return switch (outline.end) {
            case CLOSED -> new Place(sibling.parent, label);
            case COMMA -> endsWithLabel() ? null : new Place(sibling.parent, label);
            default -> null;
        };
    }

    /** {@code pkt 1), 2) i 3)}: numbers with brackets that are cited, one after the other. */
    private boolean endsWithLabel() {
        var text = outline.current == null ? new StringBuilder() : outline.current.text;
        var end = text.length() - 1;
        return end >= 1 && text.charAt(end - 1) == ')';
    }

    /** The open unit whose list goes on with this label; where two lists might, the one that looks more like it. */
    private @Nullable Node sibling(Label label, Line line) {
        Node found = null;
        var best = 0;
        for (var node = outline.current; node != null; node = node.parent) {
            if (!sameKind(label, node) || !label.number().follows(node.number) || !sameForm(label, node)) {
                continue;
            }
            var level = line.source().level();
            if (line.hasNumber() && node.level >= 0 && level >= 0 && node.level != level) {
                continue;
            }
            var likeness = likeness(label, line, node);
            if (found == null || likeness > best) {
                found = node;
                best = likeness;
            }
        }
        return found;
    }

    /** Points may be printed with a dot where they stand inside a paragraph. */
    private static boolean sameKind(Label label, Node node) {
        return node.kind == label.kind()
                || (label.kind() == UnitKind.PARAGRAPH
                        && node.kind == UnitKind.POINT
                        && node.form == '.'
                        && node.number.style() == Numeral.Style.ARABIC);
    }

    private int likeness(Label label, Line line, Node node) {
        var likeness = 0;
        if (!line.inline() && Math.abs(line.source().indent() - node.indent) <= SAME_INDENT) {
            likeness += 3;
        }
        var rest = Chars.skipSpace(line.text(), label.end());
        if (rest < line.text().length()
                && !node.text.isEmpty()
                && Character.isUpperCase(line.text().charAt(rest)) == Character.isUpperCase(node.text.charAt(0))) {
            likeness += 1;
        }
        if (outline.end == LineEnd.CLOSED && node != outline.current && endsItsList(node)) {
            likeness += 1;
        }
        return likeness;
    }

    /** Whether the text in hand ends with a full stop, where the units of an inner list end with less. */
    private boolean endsItsList(Node outer) {
        var inner = outline.current;
        while (inner != null && inner.parent != outer) {
            inner = inner.parent;
        }
        if (inner == null || outer.children.size() < 2) {
            return false;
        }
        var first = outer.children.getFirst();
        var end = LineEnd.of(first.text);
        return outline.current != null
                && outline.current.text.length() > 0
                && outline.current.text.charAt(outline.current.text.length() - 1) == '.'
                && first.text.length() > 0
                && (end == LineEnd.COMMA || first.text.charAt(first.text.length() - 1) == ';');
    }

    private static boolean sameForm(Label label, Node node) {
        return label.form() == node.form || label.number().style() == Numeral.Style.DECIMAL;
    }

    private Place child(Label label, Line line) {
        var rank = Node.rank(label.kind());
        var first = label.number().isFirst();
        var current = outline.current;
        if (first && current != null && !current.isLeaf() && outline.end == LineEnd.COLON && depth(current) < DEEPEST) {
            return new Place(current, label);
        }
        var parent = outline.openAbove(rank);
        if (parent != null && parent.kind == UnitKind.PROSE && label.kind() == UnitKind.PARAGRAPH) {
            parent = parent.parent;
        }
        return new Place(parent, label);
    }

    private static int depth(Node node) {
        var depth = 0;
        for (var at = node.parent; at != null; at = at.parent) {
            depth++;
        }
        return depth;
    }
}
