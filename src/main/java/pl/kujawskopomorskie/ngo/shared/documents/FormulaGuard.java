package pl.kujawskopomorskie.ngo.shared.documents;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running words of a CSV as a formula, as OWASP's page on CSV injection asks: one apostrophe
 * before them. Words that already begin with apostrophes or spaces get one too, so that taking it off gives back the very words.
 */
final class FormulaGuard {

    // The full-width forms are taken for the plain ones by some spreadsheets in East Asian settings.
    private static final String TRIGGER = "[=+\\-@\\t\\n\\r＝＋－＠]";
    private static final Pattern RISKY = Pattern.compile("^[' ]*" + TRIGGER);
    private static final Pattern GUARDED = Pattern.compile("^'[' ]*" + TRIGGER);

    private FormulaGuard() {}

    static String on(String words) {
        return RISKY.matcher(words).find() ? "'" + words : words;
    }

    static String off(String field) {
        return GUARDED.matcher(field).find() ? field.substring(1) : field;
    }
}
