package pl.kujawskopomorskie.ngo.shared.documents;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Which of the encodings that Polish text comes in a text is in: UTF-8, UTF-16 with its mark, Windows-1250, ISO-8859-2. */
public final class Charsets {

    private static final Charset WINDOWS_1250 = Charset.forName("windows-1250");
    private static final Charset ISO_8859_2 = Charset.forName("ISO-8859-2");

    private Charsets() {}

    /** The text without its byte order mark, or nothing when the bytes are no text in any of these encodings. */
    public static Optional<String> decode(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(bytes, 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return strict(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return strict(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return strict(bytes, 0, StandardCharsets.UTF_8).or(() -> strict(bytes, 0, eightBit(bytes)));
    }

    // The two differ for ą ś ź and their capitals only. What is one of those letters in the one is a rare sign, or a
    // control character, in the other.
    private static Charset eightBit(byte[] bytes) {
        int windows = 0;
        int iso = 0;
        for (byte value : bytes) {
            switch (value & 0xff) {
                case 0xA5, 0xB9, 0x8C, 0x9C, 0x8F, 0x9F, 0x84, 0x94, 0x96 -> windows++;
                case 0xA1, 0xB1, 0xA6, 0xB6, 0xAC, 0xBC -> iso++;
                default -> {
                    // Says nothing.
                }
            }
        }
        return iso > windows ? ISO_8859_2 : WINDOWS_1250;
    }

    private static Optional<String> strict(byte[] bytes, int from, Charset charset) {
        try {
            var text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
            return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
