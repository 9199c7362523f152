package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.Set;

/** Puts the lines of one unit back together: wrapped words, hyphens at line ends, breaks that are on purpose. */
final class TextFlow {

    /** First halves of adjectives that keep their hyphen ({@code społeczno-gospodarczy}). */
    private static final Set<String> FIRST_HALVES = Set.of(
            "społeczno",
            "kulturalno",
            "kujawsko",
            "gospodarczo",
            "prawno",
            "sportowo",
            "rekreacyjno",
            "edukacyjno",
            "informacyjno",
            "promocyjno",
            "administracyjno",
            "organizacyjno",
            "oświatowo",
            "naukowo",
            "techniczno",
            "finansowo",
            "ekonomiczno",
            "terapeutyczno",
            "opiekuńczo",
            "wychowawczo",
            "artystyczno",
            "doradczo",
            "szkoleniowo",
            "konsultacyjno",
            "turystyczno",
            "przyrodniczo",
            "historyczno",
            "rzeczowo",
            "formalno",
            "pomocniczo",
            "profilaktyczno",
            "północno",
            "południowo",
            "polsko",
            "warmińsko",
            "zachodnio",
            "usługowo",
            "mieszkaniowo",
            "produkcyjno",
            "rolno",
            "leśno",
            "wodno",
            "pieszo",
            "kadrowo",
            "inwestycyjno");

    private TextFlow() {}

    /** Adds a piece to a text after a space, or after nothing where the line broke a word. */
    static void wrap(StringBuilder text, String piece) {
        if (piece.isEmpty()) {
            return;
        }
        var length = text.length();
        if (length == 0) {
            text.append(piece);
            return;
        }
        var last = text.charAt(length - 1);
        var first = piece.charAt(0);
        if (length > 1 && Chars.isHyphen(last) && Character.isLetterOrDigit(text.charAt(length - 2))) {
            if (last == '\u00ad' && Character.isLetter(first)) {
                text.setLength(length - 1);
                text.append(piece);
                return;
            }
            if (Chars.isHyphen(first) && piece.length() > 1 && Character.isLetter(piece.charAt(1))) {
                // Polish typography repeats the hyphen of a compound on the next line
                text.setLength(length - 1);
                text.append(piece);
                return;
            }
            if (Character.isLetter(text.charAt(length - 2)) && Character.isLowerCase(first) && !keepsHyphen(text)) {
                text.setLength(length - 1);
                text.append(piece);
                return;
            }
            if (Character.isLetterOrDigit(first)) {
                text.append(piece);
                return;
            }
        }
        text.append(' ').append(piece);
    }

    /** Adds a piece on a line of its own. */
    static void breakLine(StringBuilder text, String piece) {
        if (piece.isEmpty()) {
            return;
        }
        if (!text.isEmpty()) {
            text.append('\n');
        }
        text.append(piece);
    }

    private static boolean keepsHyphen(StringBuilder text) {
        var end = text.length() - 1;
        var start = end;
        while (start > 0 && end - start < 16 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return FIRST_HALVES.contains(text.substring(start, end).toLowerCase(java.util.Locale.ROOT));
    }
}
