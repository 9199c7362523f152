package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine;
import pl.kujawskopomorskie.ngo.consultations.act.SourceText;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Reason;

/** Plain text: bytes to characters by what Polish text looks like in each charset, characters to lines. */
final class PlainLines {

    private static final Charset WINDOWS_1250 = Charset.forName("windows-1250");
    private static final Charset ISO_8859_2 = Charset.forName("ISO-8859-2");
    private static final int TAB = 4;

    private final LineCollector lines;
    private final StringBuilder line = new StringBuilder();
    private int indent;
    private boolean blankBefore;
    private int page;
    private int dropped;

    private PlainLines(ReadingLimits limits) {
        this.lines = new LineCollector(limits);
    }

    static ReadSource.Read read(byte[] bytes, ReadingLimits limits) {
        return read(decode(bytes), limits);
    }

    static ReadSource.Read read(String text, ReadingLimits limits) {
        if (text.indexOf('\0') >= 0) {
            throw new Refusal(Reason.WRONG_TYPE);
        }
        var reading = new PlainLines(limits);
        reading.page = text.indexOf('\f') >= 0 ? 1 : 0;
        reading.split(text);
        return new ReadSource.Read(reading.lines.text(SourceText.Format.PLAIN), reading.dropped);
    }

    private void split(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\r' -> {
                    endLine();
                    if (i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                        i++;
                    }
                }
                // a vertical tab is what a soft line break of Word becomes when pasted
                case '\n', '\u000b', '\u0085', '\u2028', '\u2029' -> endLine();
                case '\f' -> {
                    endLine();
                    page++;
                    // where a page ends says nothing of where a paragraph does
                    blankBefore = false;
                }
                // Word's own no-break and optional hyphen, as they come through a clipboard
                case '\u001e' -> append('-');
                case '\u001f' -> {}
                case '\ufeff' -> {}
                default -> {
                    if (Characters.isControl(c)) {
                        dropped++;
                    } else {
                        append(c);
                    }
                }
            }
        }
        endLine();
    }

    private void append(char c) {
        if (line.isEmpty() && c == '\t') {
            indent += TAB - indent % TAB;
        } else if (line.isEmpty() && Characters.isSpace(c)) {
            indent++;
        } else {
            line.append(c);
        }
    }

    private void endLine() {
        String text = Characters.plainHyphens(Characters.strip(line.toString()));
        if (text.isEmpty()) {
            blankBefore = true;
        } else {
            lines.add(new SourceLine(text, "", -1, indent, page, blankBefore, SourceLine.Role.BODY));
            blankBefore = false;
        }
        line.setLength(0);
        indent = 0;
    }

    /**
     * The characters of a text file.
     *
     * @throws Refusal when the bytes are no text
     */
    static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return decode(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xff, 0xfe)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE);
        }
        for (byte b : bytes) {
            if (b == 0) {
                throw new Refusal(Reason.WRONG_TYPE);
            }
        }
        try {
            return strictly(bytes, 0, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            return decode(bytes, 0, polishCharset(bytes));
        }
    }

    private static String decode(byte[] bytes, int from, Charset charset) {
        try {
            return strictly(bytes, from, charset);
        } catch (CharacterCodingException e) {
            throw new Refusal(Reason.WRONG_TYPE);
        }
    }

    private static String strictly(byte[] bytes, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    /**
     * Windows-1250 or ISO-8859-2. They differ in ą, ś, ź and their capitals; and what is „ ” – … in the first is control
     * characters in the second, so one such byte decides.
     */
    private static Charset polishCharset(byte[] bytes) {
        int windows = 0;
        int iso = 0;
        for (byte b : bytes) {
            switch (b & 0xff) {
                case 0xb9, 0xa5 -> windows++;
                case 0xb1, 0xb6, 0xbc, 0xa1, 0xa6, 0xac -> iso++;
                default -> {
                    if ((b & 0xe0) == 0x80) {
                        windows += 2;
                    }
                }
            }
        }
        return iso > windows ? ISO_8859_2 : WINDOWS_1250;
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
