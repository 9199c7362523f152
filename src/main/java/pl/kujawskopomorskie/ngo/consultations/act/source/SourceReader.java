package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Read;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Reason;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Refused;

/**
 * Reads a file of any supported type into its lines. What a file is, its content says; its name can only contradict.
 *
 * <p>Never throws for what stands in a file. Instances keep nothing and may be shared between threads.
 */
public final class SourceReader {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] OLE2 = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1};
    private static final byte[] RTF = ascii("{\\rtf");
    private static final byte[] PDF = ascii("%PDF-");
    /** Readers of PDF accept rubbish before the header within the first kilobyte. */
    private static final int PDF_HEADER_WITHIN = 1024;

    private final ReadingLimits limits;

    /** A reader with the default limits. */
    public SourceReader() {
        this(ReadingLimits.DEFAULT);
    }

    /** A reader with limits of one's own. */
    public SourceReader(ReadingLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a file from disk; one over the limit is refused before it is opened.
     *
     * @throws IOException when the disk does not give the bytes
     */
    public ReadSource read(Path file) throws IOException {
        if (Files.size(file) > limits.maxBytes()) {
            return new Refused(Reason.TOO_LARGE);
        }
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes((int) Math.min(limits.maxBytes() + 1, Integer.MAX_VALUE - 8));
        }
        var name = file.getFileName();
        return read(bytes, name == null ? "" : name.toString());
    }

    /**
     * Reads the bytes of a file.
     *
     * @param fileName its name as uploaded, or empty; a known ending that the content contradicts is a reason to refuse
     */
    public ReadSource read(byte[] bytes, String fileName) {
        if (bytes.length == 0) {
            return new Refused(Reason.EMPTY);
        }
        if (bytes.length > limits.maxBytes()) {
            return new Refused(Reason.TOO_LARGE);
        }
        return guarded(() -> {
            var named = NamedType.of(fileName);
            if (startsWith(bytes, ZIP) || startsWith(bytes, EMPTY_ZIP)) {
                return readPackage(bytes, named);
            }
            if (startsWith(bytes, OLE2)) {
                throw new Refusal(reasonOfOle2(bytes, named));
            }
            if (startsWith(bytes, RTF)) {
                throw new Refusal(Reason.OLD_WORD_FORMAT);
            }
            if (indexOf(bytes, PDF, PDF_HEADER_WITHIN) >= 0) {
                named.mustBe(NamedType.PDF);
                return new Read(PdfPages.read(bytes, limits), 0);
            }
            return readPlain(bytes, named);
        });
    }

    /** Reads text that was pasted into a form. */
    public ReadSource readText(String text) {
        if (text.length() > limits.maxCharacters()) {
            return new Refused(Reason.TOO_LARGE);
        }
        return guarded(() -> PlainLines.read(text, limits));
    }

    private static ReadSource guarded(Reading reading) {
        try {
            return reading.read();
        } catch (Refusal refusal) {
            return new Refused(refusal.reason());
        } catch (IOException | XMLStreamException | RuntimeException | StackOverflowError e) {
            // whatever a parser trips over is a fault of the file, and the file is not ours
            return new Refused(refusalWithin(e));
        }
    }

    /** A refusal that a parser wrapped on its way up keeps its reason. */
    private static Reason refusalWithin(Throwable thrown) {
        var cause = thrown.getCause();
        for (int i = 0; i < 10 && cause != null; i++) {
            if (cause instanceof Refusal refusal) {
                return refusal.reason();
            }
            cause = cause.getCause();
        }
        return Reason.BROKEN;
    }

    private ReadSource readPackage(byte[] bytes, NamedType named) throws IOException, XMLStreamException {
        named.mustNotBe(NamedType.PDF, NamedType.TEXT);
        try (var zip = ZipParts.open(bytes, limits)) {
            String types = zip.text("[Content_Types].xml", 1 << 20);
            if (zip.names().stream().anyMatch(name -> name.endsWith("vbaproject.bin"))
                    || types.contains(".macroEnabled.main+xml")) {
                throw new Refusal(Reason.MACROS);
            }
            String main = WordPackage.mainPart(zip);
            if (main != null
                    && (main.toLowerCase(Locale.ROOT).startsWith("word/") || types.contains("wordprocessingml."))) {
                named.mustNotBe(NamedType.ODT);
                return new Read(WordPackage.read(zip, main, limits), 0);
            }
            if (OpenDocument.isText(zip)) {
                named.mustNotBe(NamedType.DOCX);
                return new Read(OpenDocument.read(zip, limits), 0);
            }
        } catch (IOException e) {
            throw new Refusal(Reason.BROKEN);
        }
        throw new Refusal(named == NamedType.OTHER ? Reason.UNKNOWN_TYPE : Reason.WRONG_TYPE);
    }

    private ReadSource readPlain(byte[] bytes, NamedType named) {
        if (named != NamedType.TEXT && named != NamedType.OTHER) {
            // a document cut off at its beginning, or something else under its name
            throw new Refusal(Reason.WRONG_TYPE);
        }
        Read read;
        try {
            read = PlainLines.read(bytes, limits);
        } catch (Refusal refusal) {
            throw refusal.reason() == Reason.WRONG_TYPE && named == NamedType.OTHER
                    ? new Refusal(Reason.UNKNOWN_TYPE)
                    : refusal;
        }
        long dropped = read.droppedCharacters();
        if (dropped > 0 && dropped * 100 > bytes.length) {
            throw new Refusal(named == NamedType.TEXT ? Reason.WRONG_TYPE : Reason.UNKNOWN_TYPE);
        }
        String beginning = read.text().lines().getFirst().text().toLowerCase(Locale.ROOT);
        if (beginning.startsWith("<!doctype") || beginning.startsWith("<html") || beginning.startsWith("<?xml")) {
            throw new Refusal(named == NamedType.TEXT ? Reason.WRONG_TYPE : Reason.UNKNOWN_TYPE);
        }
        return read;
    }

    /** An OLE2 container is a DOCX behind a password, an old DOC, or some other program's. */
    private static Reason reasonOfOle2(byte[] bytes, NamedType named) {
        if (indexOf(bytes, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), bytes.length) >= 0) {
            return Reason.ENCRYPTED;
        }
        if (indexOf(bytes, "WordDocument".getBytes(StandardCharsets.UTF_16LE), bytes.length) >= 0) {
            return Reason.OLD_WORD_FORMAT;
        }
        return named == NamedType.OTHER ? Reason.UNKNOWN_TYPE : Reason.WRONG_TYPE;
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return indexOf(bytes, magic, 1) == 0;
    }

    /** Where the sought bytes begin before {@code within}, or -1. */
    private static int indexOf(byte[] bytes, byte[] sought, int within) {
        int last = Math.min(within, bytes.length - sought.length + 1);
        outer:
        for (int i = 0; i < last; i++) {
            for (int j = 0; j < sought.length; j++) {
                if (bytes[i + j] != sought[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** What a file's name promises. */
    private enum NamedType {
        TEXT,
        DOCX,
        ODT,
        PDF,
        /** No ending, or one that promises nothing we know. */
        OTHER;

        static NamedType of(String fileName) {
            String lower = fileName.strip().toLowerCase(Locale.ROOT);
            return switch (lower.substring(lower.lastIndexOf('.') + 1)) {
                case "txt", "text" -> TEXT;
                case "docx", "dotx", "docm", "doc" -> DOCX;
                case "odt", "ott" -> ODT;
                case "pdf" -> PDF;
                default -> OTHER;
            };
        }

        void mustBe(NamedType content) {
            if (this != content && this != OTHER) {
                throw new Refusal(Reason.WRONG_TYPE);
            }
        }

        void mustNotBe(NamedType first, NamedType... others) {
            mustBeOther(first);
            for (var other : others) {
                mustBeOther(other);
            }
        }

        private void mustBeOther(NamedType type) {
            if (this == type) {
                throw new Refusal(Reason.WRONG_TYPE);
            }
        }
    }

    /** One way to read a file. */
    @FunctionalInterface
    private interface Reading {
        ReadSource read() throws IOException, XMLStreamException;
    }
}
