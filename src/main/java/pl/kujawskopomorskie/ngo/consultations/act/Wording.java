package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.Locale;
import java.util.Set;

/** Turns of phrase by which the parts of a resolution are known. */
final class Wording {

    private static final Set<String> ACT_KINDS = Set.of(
            "uchwała",
            "uchwały",
            "zarządzenie",
            "rozporządzenie",
            "ustawa",
            "obwieszczenie",
            "statut",
            "regulamin",
            "program",
            "umowa",
            "porozumienie",
            "apel",
            "stanowisko",
            "rezolucja",
            "postanowienie",
            "decyzja",
            "strategia",
            "plan",
            "zasady",
            "projekt",
            "autopoprawka",
            "tekst",
            "procedura",
            "ordynacja",
            "kodeks",
            "karta",
            "deklaracja");

    private static final Set<String> LAW_KINDS =
            Set.of("uchwała", "zarządzenie", "rozporządzenie", "ustawa", "obwieszczenie", "autopoprawka");

    private static final String[] SIGNERS = {
        "przewodnicząc", "wiceprzewodnicząc", "marszałek", "wicemarszałek", "wójt", "burmistrz", "prezydent",
                "starosta",
        "prezes", "sekretarz", "członkowie zarządu", "członek zarządu", "za zarząd", "podpis", "wojewoda", "minister",
        "skarbnik", "zleceniodawca", "zleceniobiorca", "w imieniu", "z up.", "z upoważnienia", "w/z", "zastępca"
    };

    private Wording() {}

    static boolean startsWithActKind(String text) {
        return ACT_KINDS.contains(firstWord(text)) && Character.isUpperCase(text.charAt(0));
    }

    static boolean startsWithLawKind(String text) {
        return LAW_KINDS.contains(firstWord(text)) && Character.isUpperCase(text.charAt(0));
    }

    static boolean isLegalBasis(String text) {
        return startsWith(text, "na podstawie") && Character.isUpperCase(text.charAt(0));
    }

    static boolean enacts(CharSequence text) {
        var from = Math.max(0, text.length() - 200);
        var tail = text.subSequence(from, text.length()).toString().toLowerCase(Locale.ROOT);
        return tail.contains("co następuje") || tail.endsWith("uchwala się:") || tail.endsWith("uchwala:");
    }

    static boolean isSigner(String text) {
        if (text.length() > 160 || text.isEmpty()) {
            return false;
        }
        var c = text.charAt(0);
        if (c == '(' || c == '/') {
            return text.startsWith("(-)") || text.startsWith("/-/") || text.startsWith("(–)");
        }
        if (!Character.isUpperCase(c)) {
            return false;
        }
        for (var signer : SIGNERS) {
            if (startsWith(text, signer)) {
                return true;
            }
        }
        return false;
    }

    /** Length of the word at the beginning when the line is the head of an annex, otherwise 0. */
    static int annexWord(String text) {
        if (text.length() < 9 || (text.charAt(0) != 'Z' && text.charAt(0) != 'z')) {
            return 0;
        }
        if (!startsWith(text, "załącznik") || !Character.isUpperCase(text.charAt(0))) {
            return 0;
        }
        return text.length() > 9 && Character.isLetter(text.charAt(9)) ? 0 : 9;
    }

    /** Length of the word that heads an explanatory memorandum, otherwise 0. */
    static int memorandumWord(String text) {
        if (text.length() < 12 || text.charAt(0) != 'U') {
            return 0;
        }
        if (startsWith(text, "uzasadnienie")) {
            var rest = Chars.skipSpace(text, 12);
            if (rest >= text.length() || (rest == text.length() - 1 && text.charAt(rest) == ':')) {
                return text.length();
            }
            return startsWith(text.substring(rest), "do ") && text.length() < 300 ? 12 : 0;
        }
        return text.length() < 30 && text.replace(" ", "").equalsIgnoreCase("uzasadnienie") ? text.length() : 0;
    }

    static boolean startsWith(String text, String lower) {
        return text.regionMatches(true, 0, lower, 0, lower.length());
    }

    /** Whether all its letters are capitals, and it has a few of them. */
    static boolean isCapitals(String text) {
        var letters = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isLetter(c)) {
                if (!Character.isUpperCase(c)) {
                    return false;
                }
                letters++;
            }
        }
        return letters >= 3;
    }

    /** Whether the first word is set in capitals. */
    static boolean startsWithCapitals(String text) {
        return text.length() > 2 && Character.isUpperCase(text.charAt(0)) && Character.isUpperCase(text.charAt(1));
    }

    /** Ends like a sentence, not like a date or an abbreviation. */
    static boolean endsSentence(String text) {
        var end = Chars.endWithoutSpace(text);
        if (end == 0) {
            return false;
        }
        var last = text.charAt(end - 1);
        if (last == '!' || last == '?') {
            return true;
        }
        if (last == '”' || last == '"' || last == ')') {
            return end > 1 && text.charAt(end - 2) == '.';
        }
        return last == '.'
                && !(end > 1 && (text.charAt(end - 2) == '.' || text.charAt(end - 2) == '…'))
                && !text.startsWith(" r.", end - 3)
                && !(end > 2 && text.startsWith("r.", end - 2) && Chars.isDigit(text.charAt(Math.max(0, end - 3))))
                && LineEnd.of(text) == LineEnd.CLOSED;
    }

    /** A short line that could be a heading: it begins like a title and does not end like a sentence. */
    static boolean isTitleLike(String text) {
        if (text.isEmpty() || text.length() > 140) {
            return false;
        }
        var first = text.charAt(0);
        if (!Character.isUpperCase(first) && first != '„' && first != '"' && !Chars.isDigit(first)) {
            return false;
        }
        return switch (text.charAt(text.length() - 1)) {
            case '.', ';', ',', ':', '-', '–' -> false;
            case '?', '!' -> text.length() < 80;
            default -> LineEnd.of(text) == LineEnd.OPEN;
        };
    }

    private static String firstWord(String text) {
        var end = 0;
        while (end < text.length() && end < 20 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
