package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds what may be a label at a place of a line. Written by hand, without patterns: it runs on every line of a document
 * and mostly has to say no after one character.
 */
final class Labels {

    private static final int LONGEST_NUMBER = 4;

    private Labels() {}

    /** The label that begins at the first character of the line that is no space, or null. */
    static @Nullable Label at(String line, int from) {
        var start = Chars.skipSpace(line, from);
        if (start >= line.length()) {
            return null;
        }
        var c = line.charAt(start);
        if (c == '§') {
            return section(line, start);
        }
        if (Chars.isDigit(c)) {
            return numbered(line, start);
        }
        if (c >= 'a' && c <= 'z' || "ćęłńóśżź".indexOf(c) >= 0) {
            return letter(line, start);
        }
        if (c >= 'A' && c <= 'Z') {
            return capital(line, start);
        }
        if (c == '(') {
            return inBrackets(line, start);
        }
        if (Chars.isDash(c) || Chars.isBullet(c) || c == '*') {
            return dash(line, start);
        }
        return null;
    }

    /** What an automatic number of a word processor says: nearly everything is a label, odd shapes by what they hold. */
    static Label automatic(String number) {
        var label = at(number, 0);
        if (label != null && Chars.skipSpace(number, label.end()) >= number.length()) {
            return new Label(label.kind(), label.number(), label.form(), label.word(), 0, number.length());
        }
        return known(kindOf(number), number);
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

    /**
     * The label that stands right behind another on the same line and begins a unit inside it ({@code § 5. 1.}), or null.
     *
     * @param from where the outer label ends
     * @param start the first character behind it that is no space
     */
    static @Nullable Label behind(String text, int from, int start, Label outer) {
        if (outer.isDash()) {
            return null;
        }
        var inner = at(text, start);
        if (inner == null || inner.isDash()) {
            return outer.kind() == UnitKind.SECTION && from == start && outer.form() == '.' ? glued(text, start) : null;
        }
        var glued = from == start && outer.kind() == UnitKind.SECTION;
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

    /**
     * What a printed label says when its kind is known: the number and the shape that the reader saw when it opened the unit.
     */
    static Label known(UnitKind kind, String printed) {
        var label = at(printed, 0);
        if (label != null && Chars.skipSpace(printed, label.end()) >= printed.length()) {
            return new Label(kind, label.number(), label.form(), label.word(), 0, printed.length());
        }
        if (kind == UnitKind.ANNEX) {
            return new Label(kind, annexNumber(printed), (char) 0, "", 0, printed.length());
        }
        return switch (kind) {
            case DIVISION, CHAPTER, SUBCHAPTER, ARTICLE, SECTION, PARAGRAPH, POINT, LETTER -> loose(kind, printed);
            case INDENT, DOUBLE_INDENT, CLOSING_WORDS ->
                new Label(kind, Numeral.NONE, printed.isEmpty() ? 0 : printed.charAt(0), "", 0, printed.length());
            default -> new Label(kind, Numeral.NONE, (char) 0, "", 0, printed.length());
        };
    }

    /** A label that no rule knows: its digits, or its letters, are its number. */
    private static Label loose(UnitKind kind, String printed) {
        var digits = new StringBuilder();
        var letters = new StringBuilder();
        for (var i = 0; i < printed.length(); i++) {
            var c = printed.charAt(i);
            if (Chars.isDigit(c) && digits.length() < LONGEST_NUMBER) {
                digits.append(c);
            } else if (isLabelLetter(Character.toLowerCase(c)) && letters.length() < LONGEST_NUMBER) {
                letters.append(c);
            }
        }
        var form = kind == UnitKind.PARAGRAPH ? '.' : ')';
        if (!digits.isEmpty()) {
            var number = Numeral.arabic(Integer.parseInt(digits.toString()), "");
            return new Label(kind, number, form, "", 0, printed.length());
        }
        var number = letters.isEmpty() ? Numeral.NONE : Numeral.latin(letters.toString());
        return new Label(kind, number, form, "", 0, printed.length());
    }

    private static Numeral annexNumber(String printed) {
        var at = Wording.annexWord(printed);
        var number = new StringBuilder();
        for (var i = at; i < printed.length(); i++) {
            var c = printed.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                number.append(c);
            }
        }
        var digits = number.toString();
        if (digits.regionMatches(true, 0, "nr", 0, 2)) {
            digits = digits.substring(2);
        }
        var value = 0;
        for (var i = 0; i < digits.length() && Chars.isDigit(digits.charAt(i)) && i < LONGEST_NUMBER; i++) {
            value = value * 10 + (digits.charAt(i) - '0');
        }
        return new Numeral(Numeral.Style.ARABIC, value, "", digits);
    }

    private static @Nullable Label section(String line, int start) {
        var at = Chars.skipSpace(line, start + 1);
        var number = number(line, at);
        if (number == null) {
            return null;
        }
        return closedByDot(line, start, number, UnitKind.SECTION, "");
    }

    private static Label closedByDot(String line, int start, Parsed number, UnitKind kind, String word) {
        var end = number.end();
        var dotted = false;
        var afterSpace = Chars.skipSpace(line, end);
        if (end < line.length() && line.charAt(end) == '.') {
            end++;
            dotted = true;
        } else if (afterSpace < line.length() && line.charAt(afterSpace) == '.') {
            end = afterSpace + 1;
            dotted = true;
        }
        return new Label(kind, number.value(), dotted ? '.' : 0, word, start, end);
    }

    private static @Nullable Label numbered(String line, int start) {
        var number = number(line, start);
        if (number == null || number.end() >= line.length()) {
            return null;
        }
        var end = number.end();
        if (line.charAt(end) == ' '
                && end + 1 < line.length()
                && (line.charAt(end + 1) == '.' && isFree(line, end + 2) || line.charAt(end + 1) == ')')) {
            end++;
        }
        var mark = line.charAt(end);
        if (mark == ')') {
            return new Label(UnitKind.POINT, number.value(), ')', "", start, withDot(line, end + 1));
        }
        if (mark == '/' && isFree(line, end + 1)) {
            return new Label(UnitKind.POINT, number.value(), '/', "", start, end + 1);
        }
        if (mark != '.') {
            return null;
        }
        if (end + 1 >= line.length()) {
            return new Label(UnitKind.PARAGRAPH, number.value(), '.', "", start, end + 1);
        }
        var next = line.charAt(end + 1);
        if (next == ')') {
            return new Label(UnitKind.POINT, number.value(), ')', "", start, end + 2);
        }
        if (Chars.isDigit(next)) {
            return decimal(line, start);
        }
        if (Chars.isSpace(next) || Character.isLetter(next) || Chars.isOpeningQuote(next)) {
            return new Label(UnitKind.PARAGRAPH, number.value(), '.', "", start, end + 1);
        }
        return null;
    }

    private static @Nullable Label decimal(String line, int start) {
        var at = start;
        var last = 0;
        var parts = 0;
        while (at < line.length() && Chars.isDigit(line.charAt(at)) && parts < 6) {
            var begin = at;
            last = 0;
            while (at < line.length() && Chars.isDigit(line.charAt(at))) {
                if (at - begin >= 2) {
                    return null;
                }
                last = last * 10 + (line.charAt(at) - '0');
                at++;
            }
            if (line.charAt(begin) == '0') {
                return null;
            }
            parts++;
            if (at < line.length() - 1 && line.charAt(at) == '.' && Chars.isDigit(line.charAt(at + 1))) {
                at++;
            } else {
                break;
            }
        }
        if (parts < 2) {
            return null;
        }
        var printed = line.substring(start, at);
        var form = (char) 0;
        if (at < line.length() && (line.charAt(at) == '.' || line.charAt(at) == ')')) {
            form = line.charAt(at);
            at++;
        }
        if (!isFree(line, at) && (form == 0 || !Character.isUpperCase(line.charAt(at)))) {
            return null;
        }
        return new Label(UnitKind.POINT, Numeral.decimal(printed, last), form, "", start, at);
    }

    private static @Nullable Label letter(String line, int start) {
        var at = start;
        while (at < line.length() && at - start < 5 && isLabelLetter(line.charAt(at))) {
            at++;
        }
        var length = at - start;
        if (length > 4 || at >= line.length()) {
            return null;
        }
        var mark = line.charAt(at);
        if (mark == ')') {
            return new Label(
                    UnitKind.LETTER, Numeral.latin(line.substring(start, at)), ')', "", start, withDot(line, at + 1));
        }
        if ((mark == '.' || mark == '/') && length == 1 && isFree(line, at + 1)) {
            return new Label(UnitKind.LETTER, Numeral.latin(line.substring(start, at)), mark, "", start, at + 1);
        }
        return null;
    }

    private static @Nullable Label capital(String line, int start) {
        var roman = roman(line, start);
        if (roman != null && roman.end() < line.length()) {
            var mark = line.charAt(roman.end());
            if (mark == '.' && isFree(line, roman.end() + 1)) {
                return new Label(UnitKind.CHAPTER, roman.value(), '.', "", start, roman.end() + 1);
            }
        }
        var c = line.charAt(start);
        if (c == 'A') {
            return article(line, start);
        }
        if (c == 'R' || c == 'D' || c == 'O' || c == 'C') {
            return group(line, start);
        }
        return null;
    }

    private static @Nullable Label article(String line, int start) {
        var at = start;
        if (line.startsWith("Art.", start)) {
            at = start + 4;
        } else if (line.startsWith("ARTYKUŁ ", start) || line.startsWith("Artykuł ", start)) {
            at = start + 8;
        } else {
            return null;
        }
        var number = number(line, Chars.skipSpace(line, at));
        return number == null ? null : closedByDot(line, start, number, UnitKind.ARTICLE, "");
    }

    private static @Nullable Label group(String line, int start) {
        var word = wordAt(line, start);
        var kind = switch (word.text()) {
            case "dział", "część" -> UnitKind.DIVISION;
            case "rozdział" -> UnitKind.CHAPTER;
            case "oddział" -> UnitKind.SUBCHAPTER;
            default -> null;
        };
        if (kind == null) {
            return null;
        }
        var at = Chars.skipSpace(line, word.end());
        if (at == word.end()) {
            return null;
        }
        if (at + 2 < line.length() && (line.startsWith("nr ", at) || line.startsWith("Nr ", at))) {
            at = Chars.skipSpace(line, at + 3);
        }
        var number = roman(line, at);
        if (number == null) {
            number = number(line, at);
        }
        if (number == null) {
            return null;
        }
        var end = number.end();
        if (end < line.length() && (line.charAt(end) == '.' || line.charAt(end) == ':')) {
            end++;
        }
        return new Label(kind, number.value(), (char) 0, word.text(), start, end);
    }

    /** A word in lower case; one that was spaced out ({@code R O Z D Z I A Ł}) is drawn together. */
    private static Word wordAt(String line, int start) {
        var out = new StringBuilder(8);
        var at = start;
        var spaced = start + 3 < line.length()
                && line.charAt(start + 1) == ' '
                && Character.isLetter(line.charAt(start + 2))
                && line.charAt(start + 3) == ' ';
        while (at < line.length() && out.length() < 9 && Character.isLetter(line.charAt(at))) {
            out.append(line.charAt(at));
            at++;
            if (spaced
                    && at + 2 < line.length()
                    && line.charAt(at) == ' '
                    && Character.isLetter(line.charAt(at + 1))
                    && line.charAt(at + 2) == ' '
                    && out.length() < longestSpaced(out)) {
                at++;
            }
        }
        return new Word(out.toString().toLowerCase(Locale.ROOT), at);
    }

    private static int longestSpaced(StringBuilder word) {
        return switch (Character.toLowerCase(word.charAt(0))) {
            case 'r' -> 8;
            case 'o' -> 7;
            default -> 5;
        };
    }

    private static @Nullable Label inBrackets(String line, int start) {
        var at = start + 1;
        if (at >= line.length()) {
            return null;
        }
        var number = number(line, at);
        if (number != null && number.end() < line.length() && line.charAt(number.end()) == ')') {
            var end = number.end() + 1;
            return isFree(line, end) ? new Label(UnitKind.POINT, number.value(), '(', "", start, end) : null;
        }
        if (isLabelLetter(line.charAt(at)) && at + 1 < line.length() && line.charAt(at + 1) == ')') {
            var end = at + 2;
            return isFree(line, end)
                    ? new Label(UnitKind.LETTER, Numeral.latin(line.substring(at, at + 1)), '(', "", start, end)
                    : null;
        }
        return null;
    }

    private static @Nullable Label dash(String line, int start) {
        var first = line.charAt(start);
        var at = start + 1;
        var kind = UnitKind.INDENT;
        var second = Chars.skipSpace(line, at);
        if (Chars.isDash(first) && second < line.length() && second - at <= 1 && Chars.isDash(line.charAt(second))) {
            kind = UnitKind.DOUBLE_INDENT;
            at = second + 1;
            if (at < line.length() && Chars.isDash(line.charAt(at))) {
                return null;
            }
        }
        var text = Chars.skipSpace(line, at);
        if (kind == UnitKind.INDENT && text > at && text < line.length()) {
            var inner = Chars.isDigit(line.charAt(text)) ? numbered(line, text) : letterInside(line, text);
            if (inner != null && inner.isBracketed() && inner.form() == ')') {
                return new Label(inner.kind(), inner.number(), inner.form(), "", start, inner.end());
            }
        }
        if (first == '*' && text == at) {
            return null;
        }
        return new Label(kind, Numeral.NONE, first, "", start, at);
    }

    private static @Nullable Label letterInside(String line, int at) {
        return isLabelLetter(line.charAt(at)) ? letter(line, at) : null;
    }

    /** Digits, letters added to them, a superscript in brackets: {@code 3}, {@code 3a}, {@code 3[1]}. */
    private static @Nullable Parsed number(String line, int from) {
        var at = from;
        var value = 0;
        while (at < line.length() && Chars.isDigit(line.charAt(at))) {
            if (at - from >= LONGEST_NUMBER) {
                return null;
            }
            value = value * 10 + (line.charAt(at) - '0');
            at++;
        }
        if (at == from || line.charAt(from) == '0') {
            return null;
        }
        var suffixStart = at;
        while (at < line.length() && at - suffixStart < 4 && isLabelLetter(line.charAt(at))) {
            at++;
        }
        if (at - suffixStart > 3 || (at < line.length() && Character.isLetter(line.charAt(at)))) {
            return at - suffixStart > 0 && at - suffixStart <= 3 && Character.isUpperCase(line.charAt(at))
                    ? null
                    : at == suffixStart ? new Parsed(Numeral.arabic(value, ""), at) : null;
        }
        var suffix = line.substring(suffixStart, at);
        if (at < line.length() && Chars.isSuperscriptDigit(line.charAt(at))) {
            var raised = new StringBuilder("[");
            while (at < line.length() && raised.length() < 4 && Chars.isSuperscriptDigit(line.charAt(at))) {
                raised.append(Chars.plainDigit(line.charAt(at)));
                at++;
            }
            suffix += raised.append(']');
        } else if (at < line.length() && line.charAt(at) == '[') {
            var close = at + 1;
            while (close < line.length() && close - at < 4 && Chars.isDigit(line.charAt(close))) {
                close++;
            }
            if (close > at + 1 && close < line.length() && line.charAt(close) == ']') {
                suffix += line.substring(at, close + 1);
                at = close + 1;
            }
        }
        return new Parsed(Numeral.arabic(value, suffix), at);
    }

    private static @Nullable Parsed roman(String line, int from) {
        var at = from;
        var total = 0;
        var before = 0;
        while (at < line.length() && at - from < 8) {
            var digit = switch (line.charAt(at)) {
                case 'I' -> 1;
                case 'V' -> 5;
                case 'X' -> 10;
                case 'L' -> 50;
                default -> 0;
            };
            if (digit == 0) {
                break;
            }
            total += digit > before ? digit - 2 * before : digit;
            before = digit;
            at++;
        }
        if (at == from
                || line.charAt(from) == 'L'
                || (at < line.length() && Character.isLetterOrDigit(line.charAt(at)))) {
            return null;
        }
        return new Parsed(Numeral.roman(total, line.substring(from, at)), at);
    }

    private static int withDot(String line, int end) {
        return end < line.length() && line.charAt(end) == '.' && isFree(line, end + 1) ? end + 1 : end;
    }

    private static boolean isFree(String line, int at) {
        return at >= line.length() || Chars.isSpace(line.charAt(at));
    }

    private static boolean isLabelLetter(char c) {
        return (c >= 'a' && c <= 'z') || "ćęłńóśżź".indexOf(c) >= 0;
    }

    private record Parsed(Numeral value, int end) {}

    private record Word(String text, int end) {}
}
