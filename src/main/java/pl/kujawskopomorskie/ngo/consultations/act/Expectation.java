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

    Expectation(Outline outline) {
        this.outline = outline;
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
            case INDENT, DOUBLE_INDENT -> indent(label, line, text, rest);
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

    private boolean isClosed(Line line) {
        return line.broken() || outline.end.isClosed() || afterHeading();
    }

    private boolean afterHeading() {
        var current = outline.current;
        return current == null
                || switch (current.kind) {
                    case TITLE, DIVISION, CHAPTER, SUBCHAPTER, HEADING, ANNEX, MEMORANDUM, SIGNATURE, TABLE -> true;
                    default -> false;
                };
    }

    /** The sentence before cannot end here, whatever number stands at the line's start. */
    private boolean goesOn(Line line) {
        return !line.hasNumber()
                && outline.end == LineEnd.UNFINISHED
                && (!line.broken() || !startsAnew(line))
                && !afterTitle();
    }

    private boolean afterTitle() {
        return outline.current != null && outline.current.kind == UnitKind.TITLE;
    }

    private static boolean startsAnew(Line line) {
        return line.source().level() >= 0;
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
        if (goesOn(line) || (outline.end == LineEnd.CONJUNCTION && !line.broken())) {
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
        if (current(UnitKind.LEGAL_BASIS) && !expected) {
            return null;
        }
        if (line.inline()) {
            return expected && dotted && !bare && startsSentence(text, rest) ? basicPlace(label) : null;
        }
        var closed = isClosed(line);
        if (!dotted && !bare && !closed) {
            return null;
        }
        if (expected) {
            return dotted || closed ? basicPlace(label) : null;
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

    private boolean current(UnitKind kind) {
        return outline.current != null && outline.current.kind == kind;
    }

    private @Nullable Place group(Label label, Line line, String text, int rest) {
        if (line.inline() || goesOn(line)) {
            return null;
        }
        if (!isClosed(line) && !Wording.isCapitals(text) && !isNextGroup(label)) {
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
        var before = lastOf(label.kind(), label.number().style());
        return before == null ? label.number().isFirst() : label.number().follows(before.number);
    }

    /** A bare Roman number heads a chapter; inside a section it is an item. */
    private @Nullable Place roman(Label label, Line line, String text, int rest) {
        if (line.inline() || goesOn(line)) {
            return null;
        }
        if (!line.hasNumber()) {
            if (!isClosed(line) && !(line.afterShort() && outline.end == LineEnd.OPEN)) {
                return null;
            }
            if (rest < text.length()
                    && !Character.isUpperCase(text.charAt(rest))
                    && !Chars.isOpeningQuote(text.charAt(rest))) {
                return null;
            }
        }
        var before = lastOf(UnitKind.CHAPTER, Numeral.Style.ROMAN);
        var expected =
                before == null ? label.number().isFirst() : label.number().follows(before.number);
        if (!expected && !line.hasNumber() && (before == null || label.number().isNotAfter(before.number))) {
            var beginsExtract = before == null && (outline.current == null || Wording.isCapitals(text));
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
            return new Place(outline.openAbove(Node.rank(UnitKind.CHAPTER)), asKind(label, UnitKind.CHAPTER));
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
            return new Place(sibling.parent, asKind(label, sibling.kind));
        }
        var place = child(label, line);
        return place.parent() != null && place.parent().rank() >= Node.rank(UnitKind.PARAGRAPH)
                ? new Place(place.parent(), asKind(label, UnitKind.POINT))
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
        if (goesOn(line) || (current(UnitKind.LEGAL_BASIS) && !afterEnactingWords(label))) {
            return false;
        }
        var bare = rest >= text.length();
        var sentence = bare || startsSentence(text, rest);
        if (line.inline()) {
            return (expected && outline.end == LineEnd.CLOSED || current(UnitKind.LEGAL_BASIS)) && !bare && sentence;
        }
        if (outline.end == LineEnd.CONJUNCTION && !line.broken()) {
            return false;
        }
        var closed = isClosed(line);
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
            return new Place(outline.openAbove(Node.rank(UnitKind.SUBCHAPTER)), asKind(label, UnitKind.SUBCHAPTER));
        }
        if (!line.hasNumber() && (line.inline() || goesOn(line))) {
            return null;
        }
        var sentence = line.hasNumber() || rest >= text.length() || startsSentence(text, rest);
        var closed = isClosed(line);
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
            if (goesOn(line) || current(UnitKind.LEGAL_BASIS) || current(UnitKind.TITLE)) {
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
            var closed = isClosed(line);
            if (outline.current != null && outline.current.openBrackets > 0 && !closed && label.form() == ')') {
                return null;
            }
            if (!expected && !label.number().isFirst()) {
                if (!closed && outline.end != LineEnd.COMMA) {
                    return null;
                }
                var before = outline.openOf(label.kind());
                if (before != null && !isPlausibleJump(label, before)) {
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

    private static boolean isPlausibleJump(Label label, Node before) {
        var leap = label.number().value() - before.number.value();
        return leap >= 0 && leap <= LONGEST_JUMP;
    }

    private @Nullable Place inlineItem(Label label, Line line, String text, int rest, @Nullable Node sibling) {
        if (label.form() != ')' || rest >= text.length() || outline.inMemorandum() || isProse()) {
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

    private boolean isProse() {
        var current = outline.current;
        return current == null || current.kind == UnitKind.PROSE || current.isIn(UnitKind.PROSE) || current.isLeaf();
    }

    /** {@code pkt 1), 2) i 3)}: numbers with brackets that are cited, one after the other. */
    private boolean endsWithLabel() {
        var text = outline.current == null ? new StringBuilder() : outline.current.text;
        var end = text.length() - 1;
        return end >= 1 && text.charAt(end - 1) == ')';
    }

    private @Nullable Place indent(Label label, Line line, String text, int rest) {
        if (line.inline()) {
            return inlineIndent(label, text, rest);
        }
        var open = outline.openOf(UnitKind.INDENT);
        var inner = outline.openOf(UnitKind.DOUBLE_INDENT);
        if (line.hasNumber()) {
            return indentByLevel(label, line, open);
        }
        if (goesOn(line)
                || current(UnitKind.LEGAL_BASIS)
                || current(UnitKind.TITLE)
                || rest >= text.length() && !line.broken()) {
            return null;
        }
        var digit = rest < text.length() && Chars.isDigit(text.charAt(rest));
        var glued = label.end() == rest;
        var bullet = Chars.isBullet(label.form());
        if (digit && glued && outline.end != LineEnd.COLON) {
            return null;
        }
        if (label.kind() == UnitKind.DOUBLE_INDENT) {
            if (open == null) {
                return startsList(line, bullet)
                        ? new Place(anchor(UnitKind.INDENT), asKind(label, UnitKind.INDENT))
                        : null;
            }
            return inner != null || isClosed(line) || outline.end == LineEnd.COMMA ? new Place(open, label) : null;
        }
        if (open == null) {
            return startsList(line, bullet) ? new Place(anchor(UnitKind.INDENT), label) : null;
        }
        if (outline.end == LineEnd.COLON) {
            if (sameDash(label, open)
                    && line.source().indent() <= open.indent
                    && outline.current != open
                    && inner != null) {
                return new Place(open.parent, label);
            }
            return current(UnitKind.INDENT) || inner == null && outline.current == open
                    ? new Place(open, asKind(label, UnitKind.DOUBLE_INDENT))
                    : current(UnitKind.DOUBLE_INDENT)
                            ? new Place(open, asKind(label, UnitKind.DOUBLE_INDENT))
                            : new Place(anchor(UnitKind.INDENT), label);
        }
        var deeper = line.source().indent() > open.indent + SAME_INDENT;
        var nested = deeper ? !sameDash(label, open) : isOtherMark(label.form(), open.form);
        if (inner == null && nested && outline.current == open && !digit) {
            return new Place(open, asKind(label, UnitKind.DOUBLE_INDENT));
        }
        if (inner != null && !sameDash(label, open) && sameDash(label, inner)) {
            return continuesList(line, inner, digit) ? new Place(open, asKind(label, UnitKind.DOUBLE_INDENT)) : null;
        }
        if (inner != null && sameDash(label, inner) && line.source().indent() > open.indent) {
            return continuesList(line, inner, digit) ? new Place(open, asKind(label, UnitKind.DOUBLE_INDENT)) : null;
        }
        return continuesList(line, open, digit) || bullet ? new Place(open.parent, label) : null;
    }

    /** {@code obejmuje: - szkolenia, - doradztwo}: dashes that follow a colon, and each other. */
    private @Nullable Place inlineIndent(Label label, String text, int rest) {
        var current = outline.current;
        if (current == null
                || rest >= text.length()
                || label.kind() != UnitKind.INDENT
                || isProse()
                || current.openBrackets > 0) {
            return null;
        }
        if (Chars.isDigit(text.charAt(rest)) || outline.inMemorandum()) {
            return null;
        }
        if (current.kind == UnitKind.INDENT) {
            return sameDash(label, current) && (outline.end == LineEnd.COMMA || outline.end == LineEnd.CLOSED)
                    ? new Place(current.parent, label)
                    : null;
        }
        return outline.end == LineEnd.COLON ? new Place(anchor(UnitKind.INDENT), label) : null;
    }

    private static Label asKind(Label label, UnitKind kind) {
        return new Label(kind, label.number(), label.form(), label.word(), label.start(), label.end());
    }

    /** A bullet of another shape begins an inner list; dashes of different lengths are just typed so. */
    private static boolean isOtherMark(char mark, char other) {
        return mark != other && !(Chars.isDash(mark) && Chars.isDash(other));
    }

    private static boolean sameDash(Label label, Node node) {
        return label.form() == node.form;
    }

    private boolean startsList(Line line, boolean bullet) {
        if (outline.end == LineEnd.COLON) {
            return true;
        }
        if (bullet) {
            return true;
        }
        if (line.broken()) {
            var list = outline.current;
            return list == null || !list.isItem() || outline.end == LineEnd.CLOSED;
        }
        return outline.end == LineEnd.START && (outline.current == null || !outline.current.isLeaf());
    }

    /** Whether a dash goes on with the list, and does not stand inside a sentence that wraps. */
    private boolean continuesList(Line line, Node open, boolean digit) {
        if (line.broken()) {
            return outline.end != LineEnd.UNFINISHED && !(outline.end == LineEnd.OPEN && siblingsArePunctuated(open));
        }
        switch (outline.end) {
            case CLOSED, COMMA, COLON, START -> {
                return true;
            }
            case CONJUNCTION -> {
                return !digit;
            }
            default -> {
                return !digit && !siblingsArePunctuated(open);
            }
        }
    }

    private static boolean siblingsArePunctuated(Node open) {
        if (open.parent == null) {
            return false;
        }
        var siblings = open.parent.children;
        for (var i = Math.max(0, siblings.size() - 4); i < siblings.size() - 1; i++) {
            var sibling = siblings.get(i);
            if (sibling.kind == open.kind) {
                var end = LineEnd.of(sibling.text);
                if (end == LineEnd.COMMA || end == LineEnd.CLOSED) {
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable Place indentByLevel(Label label, Line line, @Nullable Node open) {
        if (open != null && open.level >= 0 && line.source().level() > open.level) {
            return new Place(open, asKind(label, UnitKind.DOUBLE_INDENT));
        }
        if (open != null && (open.level < 0 || open.level == line.source().level())) {
            return new Place(open.parent, asKind(label, UnitKind.INDENT));
        }
        return new Place(anchor(UnitKind.INDENT), asKind(label, UnitKind.INDENT));
    }

    private @Nullable Node anchor(UnitKind kind) {
        return outline.openAbove(Node.rank(kind));
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
