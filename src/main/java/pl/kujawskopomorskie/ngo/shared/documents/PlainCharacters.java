package pl.kujawskopomorskie.ngo.shared.documents;

/** Text without what no file of a table may hold. */
final class PlainCharacters {

    private PlainCharacters() {}

    /** Line ends become {@code \n}; control characters other than it and the tab go; half a character becomes U+FFFD. */
    static String of(String text) {
        var plain = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(character -> {
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                plain.append('\ufffd');
            } else if (character == '\n'
                    || character == '\t'
                    || !Character.isISOControl(character) && character != 0xFFFE && character != 0xFFFF) {
                plain.appendCodePoint(character);
            }
        });
        return plain.toString();
    }
}
