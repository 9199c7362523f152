package pl.kujawskopomorskie.ngo.shared.documents;

import java.text.Normalizer;

/** Names of files that people send, made safe to show, to store and to hand out. */
public final class FileNames {

    private static final int LONGEST = 150;

    private FileNames() {}

    /**
     * The name alone, without folders, control characters, marks that turn the direction of writing (with which
     * {@code gnp.exe} can be shown as {@code exe.png}), and signs that some system forbids; its ending is kept when it is cut.
     */
    public static String safe(String sent) {
        var name = new StringBuilder();
        var composed = Normalizer.normalize(sent, Normalizer.Form.NFC);
        var last = composed.substring(Math.max(composed.lastIndexOf('/'), composed.lastIndexOf('\\')) + 1);
        last.codePoints().forEach(character -> {
            switch (Character.getType(character)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> {
                    // Not seen, so not missed.
                }
                default -> name.appendCodePoint("<>:\"|?*".indexOf(character) >= 0 ? '_' : character);
            }
        });
        var plain = name.toString().strip().replaceAll("^\\.+|\\.+$", "").strip();
        if (plain.isEmpty()) {
            return "plik";
        }
        if (plain.length() <= LONGEST) {
            return plain;
        }
        int dot = plain.lastIndexOf('.');
        var ending = dot >= 0 && plain.length() - dot <= 10 ? plain.substring(dot) : "";
        int cut = LONGEST - ending.length();
        return plain.substring(0, Character.isLowSurrogate(plain.charAt(cut)) ? cut - 1 : cut) + ending;
    }
}
