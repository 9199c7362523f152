package pl.kujawskopomorskie.ngo.shared.documents;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells by its content what a file is. A file is what its first bytes, its last bytes and its name agree on; one that is
 * two things at once, carries macros, is encrypted or could run in a browser is nothing that we take.
 */
public final class FileTypes {

    private static final long MOST_UNPACKED = 200L * 1024 * 1024;
    private static final int LOOKED_AT = 1024;

    // Beginnings by which a browser or a shell would take a text for a page or a program.
    private static final Pattern RUNS = Pattern.compile(
            "^\\s*(<!|<\\?|<[a-z]|#!|\\{\\\\rtf|%pdf|%!ps|mz)"
                    + "|<\\s*(html|head|body|script|svg|iframe|object|embed|img|a|link|style|meta|form)[\\s/>]",
            Pattern.CASE_INSENSITIVE);

    private FileTypes() {}

    /** The type of the file, or nothing when it is none that we take, is broken, or its name says another type. */
    public static Optional<FileType> detect(byte[] bytes, String name) {
        return byContent(bytes).filter(type -> type.extensions().contains(extension(name)));
    }

    private static Optional<FileType> byContent(byte[] bytes) {
        if (starts(bytes, '%', 'P', 'D', 'F', '-')) {
            return isOnlyPdf(bytes) ? Optional.of(FileType.PDF) : Optional.empty();
        }
        if (starts(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return endsAsPng(bytes) ? Optional.of(FileType.PNG) : Optional.empty();
        }
        if (starts(bytes, 0xFF, 0xD8, 0xFF)) {
            return isOnlyJpeg(bytes) ? Optional.of(FileType.JPEG) : Optional.empty();
        }
        if (starts(bytes, 'P', 'K', 3, 4)) {
            return office(bytes);
        }
        return isPlainText(bytes) ? Optional.of(FileType.TEXT) : Optional.empty();
    }

    private static boolean isOnlyPdf(byte[] bytes) {
        return lastIndexOf(bytes, "%%EOF", 1024) >= 0 && !holdsArchiveAtEnd(bytes);
    }

    // Phones add a thumbnail or a short film after a photo's end, so only what is known to be harmful is refused there.
    private static boolean isOnlyJpeg(byte[] bytes) {
        for (int i = bytes.length - 2; i > 2; i--) {
            if ((bytes[i] & 0xff) == 0xFF && (bytes[i + 1] & 0xff) == 0xD9) {
                return !holdsArchiveAtEnd(bytes);
            }
        }
        return false;
    }

    private static boolean endsAsPng(byte[] bytes) {
        var end = new int[] {0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82};
        if (bytes.length < 8 + 25 + end.length) {
            return false;
        }
        for (int i = 0; i < end.length; i++) {
            if ((bytes[bytes.length - end.length + i] & 0xff) != end[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsArchiveAtEnd(byte[] bytes) {
        return lastIndexOf(bytes, "PK\u0005\u0006", 22 + 65_535) >= 0;
    }

    private static Optional<FileType> office(byte[] bytes) {
        try (var archive = Archive.open(bytes, MOST_UNPACKED)) {
            if (archive.holdsMacros()) {
                return Optional.empty();
            }
            var mimetype = archive.text("mimetype").strip();
            if (!mimetype.isEmpty()) {
                return archive.text("META-INF/manifest.xml").contains("encryption-data")
                        ? Optional.empty()
                        : openDocument(mimetype);
            }
            var types = archive.text("[Content_Types].xml");
            if (types.contains("wordprocessingml.document.main+xml")
                    && archive.names().contains("word/document.xml")) {
                return Optional.of(FileType.DOCX);
            }
            if (types.contains("spreadsheetml.sheet.main+xml")
                    && archive.names().contains("xl/workbook.xml")) {
                return Optional.of(FileType.XLSX);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<FileType> openDocument(String mimetype) {
        if (mimetype.equals(FileType.ODT.mediaType())) {
            return Optional.of(FileType.ODT);
        }
        return mimetype.equals(FileType.ODS.mediaType()) ? Optional.of(FileType.ODS) : Optional.empty();
    }

    private static boolean isPlainText(byte[] bytes) {
        if (bytes.length == 0) {
            return false;
        }
        var text = Charsets.decode(bytes);
        if (text.isEmpty()) {
            return false;
        }
        var words = text.get();
        if (words.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')) {
            return false;
        }
        return !RUNS.matcher(words.substring(0, Math.min(LOOKED_AT, words.length())))
                .find();
    }

    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean starts(byte[] bytes, int... beginning) {
        if (bytes.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if ((bytes[i] & 0xff) != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    private static int lastIndexOf(byte[] bytes, String sought, int within) {
        for (int start = bytes.length - sought.length(); start >= Math.max(0, bytes.length - within); start--) {
            int i = 0;
            while (i < sought.length() && bytes[start + i] == sought.charAt(i)) {
                i++;
            }
            if (i == sought.length()) {
                return start;
            }
        }
        return -1;
    }
}
