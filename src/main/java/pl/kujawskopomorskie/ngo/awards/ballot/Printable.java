package pl.kujawskopomorskie.ngo.awards.ballot;

/** Text of others as it may stand in a terminal: it cannot move the cursor, begin a line, change the direction of what follows or hide. */
final class Printable {

    private static final int LONGEST = 400;

    private Printable() {}

    static String of(String text) {
        var printable = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(letter -> isSeen(letter) ? letter : '\uFFFD')
                .forEach(printable::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST ? printable + "…" : printable.toString();
    }

    private static boolean isSeen(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    // Among them all that change the direction, and those without a width.
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
