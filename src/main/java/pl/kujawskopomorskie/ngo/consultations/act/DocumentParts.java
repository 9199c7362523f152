package pl.kujawskopomorskie.ngo.consultations.act;

import org.jspecify.annotations.Nullable;

/** Recognises where the parts of a document begin that no number announces: basis, signature, annexes, memorandum. */
final class DocumentParts {

    private static final String[] ACTS = {
        "uchwał", "projektu uchwał", "zarządzeni", "rozporządzeni", "ustaw", "projektu zarząd", "obwieszczeni"
    };

    private final Outline outline;
    private final Lookahead lookahead;
    private final Tables tables;
    private final boolean hasTitle;
    private boolean hasBasis;

    DocumentParts(Outline outline, Lookahead lookahead, Tables tables, boolean hasTitle) {
        this.outline = outline;
        this.lookahead = lookahead;
        this.tables = tables;
        this.hasTitle = hasTitle;
    }

    boolean beginsPart(Line line, int at) {
        var text = line.text();
        return beginsAnnex(line, at, text)
                || beginsMemorandum(line, text)
                || beginsBasis(line, text)
                || beginsSignature(line, at, text);
    }

    private boolean beginsAnnex(Line line, int at, String text) {
        var word = Wording.annexWord(text);
        if (word == 0
                || !(line.broken() || line.afterShort() || outline.end.isClosed() || afterHead())
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
            var paragraph = lookahead.paragraphFrom(at);
            if (hasVerb(tail)
                    || Wording.endsSentence(paragraph) && !(reference && isToAnAct(tail) && !hasVerb(paragraph))) {
                return false;
            }
        } else if (end == word
                && !lookahead.textBehind(at).isEmpty()
                && !Wording.startsWith(lookahead.textBehind(at), "do ")
                && !line.broken()) {
            return false;
        }
        tables.end();
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
        var reference = rest < text.length() ? text.substring(rest) : lookahead.textBehind(at);
        if (!Wording.startsWith(reference, "do ")) {
            return open.parent;
        }
        if (isToAnAct(reference)) {
            return null;
        }
        return open.parent == null ? open : open.parent;
    }

    private static boolean isToAnAct(String reference) {
        var to = reference.substring(3).strip();
        for (var act : ACTS) {
            if (Wording.startsWith(to, act)) {
                return true;
            }
        }
        return false;
    }

    private boolean beginsMemorandum(Line line, String text) {
        var word = Wording.memorandumWord(text);
        if (word == 0 || !(line.broken() || outline.end.isClosed() || afterHead())) {
            return false;
        }
        tables.end();
        var node = outline.open(
                UnitKind.MEMORANDUM, Chars.tidy(text.substring(0, word)), Numeral.NONE, null, line.source());
        node.text.append(Chars.tidy(text.substring(word)));
        outline.end = LineEnd.START;
        return true;
    }

    boolean beginsBasis(Line line, String text) {
        var current = outline.current;
        if (!Wording.isLegalBasis(text) || !(current == null ? hasTitle : mayPrecedeBasis(current))) {
            return false;
        }
        if (!line.broken() && outline.end == LineEnd.UNFINISHED && !Wording.startsWith(text, "na podstawie art")) {
            return false;
        }
        outline.open(UnitKind.LEGAL_BASIS, "", Numeral.NONE, null, line.source());
        outline.append(text, false);
        hasBasis = true;
        return true;
    }

    private boolean mayPrecedeBasis(Node current) {
        return current.kind == UnitKind.TITLE
                || (hasTitle
                        && !hasBasis
                        && !outline.hasSections
                        && current.kind == UnitKind.PROSE
                        && current.parent == null);
    }

    private boolean beginsSignature(Line line, int at, String text) {
        var current = outline.current;
        if (current == null || outline.end != LineEnd.CLOSED || !Wording.isSigner(text)) {
            return false;
        }
        if (outline.lastSection == null && outline.lastArticle == null
                || outline.inMemorandum()
                || Wording.endsSentence(lookahead.paragraphFrom(at))) {
            return false;
        }
        if (current.kind == UnitKind.PROSE) {
            return false;
        }
        outline.open(UnitKind.SIGNATURE, "", Numeral.NONE, outline.scope(), line.source());
        outline.append(text, false);
        return true;
    }
}
