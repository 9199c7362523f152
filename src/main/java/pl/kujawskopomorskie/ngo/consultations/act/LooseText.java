package pl.kujawskopomorskie.ngo.consultations.act;

import org.jspecify.annotations.Nullable;

/** Decides what a line without a label is: more of the unit that is open, a heading, closing words, or prose of its own. */
final class LooseText {

    private static final int LONGEST_LAST_LINE = 200;
    private static final int LONGEST_HEAD = 2000;

    private final Outline outline;
    private final Lookahead lookahead;
    private final ClosingWords closingWords;
    private final Tables tables;
    private final boolean hasTitle;

    LooseText(Outline outline, Lookahead lookahead, ClosingWords closingWords, Tables tables, boolean hasTitle) {
        this.outline = outline;
        this.lookahead = lookahead;
        this.closingWords = closingWords;
        this.tables = tables;
        this.hasTitle = hasTitle;
    }

    void take(Line line, int at) {
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
                if (lookahead.isProse(at) && line.broken()) {
                    inProse(line, at, outline.scope());
                } else {
                    outline.append(text, true);
                }
            }
            case DIVISION, CHAPTER, SUBCHAPTER -> inGroup(line, at, current);
            case HEADING -> {
                if (!line.broken() && !lookahead.isProse(at)) {
                    outline.append(text, false);
                } else {
                    inProse(line, at, current);
                }
            }
            case TABLE -> {
                if (tables.isLoose() && !tables.isBehind(line, at)) {
                    outline.append(text, true);
                } else {
                    tables.end();
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
        if (line.broken() && lookahead.startsProse(at) && !title.text.isEmpty()) {
            inProse(line, at, null);
            return;
        }
        if (line.apart()
                && lookahead.isHeading(line, at)
                && lookahead.headsText(at)
                && Wording.isTitleLike(lastLine(title))) {
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
            if (!reference
                    && !(head.text.length() > 0 && !lookahead.isProse(at) && Character.isLowerCase(text.charAt(0)))) {
                inProse(line, at, head);
                return;
            }
        } else if ((line.broken() || line.afterShort() || outline.end == LineEnd.CLOSED) && lookahead.startsProse(at)) {
            inProse(line, at, head);
            return;
        } else if (line.apart() && lookahead.isHeading(line, at) && lookahead.headsText(at) && hasOwnTitle(head)) {
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
                || Wording.startsWith(text, "zawart")
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
            if (lookahead.isProse(at)) {
                inProse(line, at, group);
            } else {
                outline.append(text, false);
            }
            return;
        }
        var titledOnItsLine = group.form != 0;
        if (lookahead.isHeading(line, at) && (line.broken() || titledOnItsLine && line.afterShort())) {
            heading(line, group);
            return;
        }
        var newSentence = line.afterShort()
                && Character.isUpperCase(text.charAt(0))
                && (titledOnItsLine || !Wording.isTitleLike(text))
                && outline.end != LineEnd.UNFINISHED;
        if (!line.broken() && !newSentence && !lookahead.isProse(at)) {
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
        if (lookahead.isHeading(line, at)
                && (line.broken() || outline.end == LineEnd.CLOSED)
                && lookahead.headsUnit(line, at)) {
            heading(line, null);
            return;
        }
        var onPurpose = line.afterShort() && Character.isUpperCase(text.charAt(0)) && endsLineOnPurpose(current, at);
        if (!line.broken() && closingWords.areUnmarked(line, at)) {
            afterList(line, at, current);
            return;
        }
        if (!line.broken() && !(onPurpose && isProseScope())) {
            outline.append(text, onPurpose);
            return;
        }
        if (isProseScope() && goesOn(line)) {
            if (current.isItem() && outline.end == LineEnd.COMMA) {
                afterList(line, at, current);
            } else {
                outline.append(text, false);
            }
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

    /** No paragraph begins with a small letter, or behind a word that needs another. */
    private boolean goesOn(Line line) {
        return outline.end == LineEnd.UNFINISHED
                || Character.isLowerCase(line.text().charAt(0)) && outline.end != LineEnd.COLON;
    }

    /** A short line behind which a sentence, or the title of a section or of a stretch of prose, has ended. */
    private boolean endsLineOnPurpose(Node current, int at) {
        return switch (outline.end) {
            case CLOSED, COLON -> true;
            case OPEN ->
                (current.kind == UnitKind.SECTION
                                || current.kind == UnitKind.ARTICLE
                                || current.kind == UnitKind.PARAGRAPH && isProseScope() && lookahead.startsProse(at))
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
            var list = current.isItem() ? ClosingWords.closedList(current, line) : current;
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
        if (lookahead.isHeading(line, at) && (line.broken() || current == null)) {
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
}
