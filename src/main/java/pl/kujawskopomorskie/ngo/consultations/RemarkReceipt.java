package pl.kujawskopomorskie.ngo.consultations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/**
 * What the office received, in the one form that its hash is computed from: a text file in UTF-8 with line ends {@code
 * \n}, handed out beside the receipt, so that anybody who has it can check it by {@code sha256sum}:
 *
 * <pre>
 * K/2026/7/0042
 * 2026-11-20T09:00:00.123456Z
 * wersja 1
 * § 3 ust. 2
 *
 * Obecne brzmienie (liczba znaków: 12):
 * …
 *
 * Proponowane brzmienie (liczba znaków: 12):
 * …
 *
 * Uzasadnienie (liczba znaków: 0):
 *
 *
 * Załączniki (liczba: 1):
 * 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  mapa.pdf
 * </pre>
 *
 * <p>The counts (in Unicode code points) keep words of one part from posing as another. Of an attachment its own SHA-256
 * and its name stand here; without attachments that part ends after its count. The moment is UTC to the
 * microsecond. A remark on the whole act has {@code całość projektu} for its unit. The author is left out: a receipt can
 * be shown without saying whose it is.
 *
 * @param number public number of the remark
 * @param submittedAt when the office had it
 * @param version of the draft
 * @param citation of the unit, or {@link #WHOLE_ACT}
 * @param currentWording of the unit
 * @param proposedWording what should stand there instead
 * @param rationale why
 * @param attachments SHA-256 in hexadecimal digits, two spaces, name
 */
public record RemarkReceipt(
        String number,
        Instant submittedAt,
        int version,
        String citation,
        String currentWording,
        String proposedWording,
        String rationale,
        List<String> attachments) {

    public RemarkReceipt {
        attachments = List.copyOf(attachments);
    }

    /** Stands for the unit of a remark on the whole act. */
    public static final String WHOLE_ACT = "całość projektu";

    /** The receipt of a remark that has its number. */
    static RemarkReceipt of(
            Remark remark,
            Consultation consultation,
            int version,
            String citation,
            List<RemarkAttachments.File> files) {
        var number = remark.number();
        var submittedAt = remark.submittedAt();
        if (number == null || submittedAt == null) {
            throw new IllegalArgumentException("A draft has no receipt");
        }
        return new RemarkReceipt(
                number(consultation.reference(), number),
                submittedAt,
                version,
                citation,
                remark.currentWording(),
                remark.proposedWording(),
                remark.rationale(),
                files.stream()
                        .map(file -> hex(file.sha256()) + "  " + file.name())
                        .toList());
    }

    /** The public number of a remark, {@code K/2026/7/0042}. */
    public static String number(String consultation, int number) {
        return String.format(Locale.ROOT, "%s/%04d", consultation, number);
    }

    /** The text that is hashed. */
    public String text() {
        return number
                + "\n"
                + String.format(
                        Locale.ROOT, "%s.%06dZ", submittedAt.toString().substring(0, 19), submittedAt.getNano() / 1000)
                + "\nwersja "
                + version
                + "\n"
                + citation
                + "\n"
                + part("Obecne brzmienie", currentWording)
                + part("Proponowane brzmienie", proposedWording)
                + part("Uzasadnienie", rationale)
                + "\nZałączniki (liczba: "
                + attachments.size()
                + "):\n"
                + attachments.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** SHA-256 of the text in UTF-8. */
    public byte[] hash() {
        return sha256(text().getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of some bytes. */
    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The hash as people compare it: 64 hexadecimal digits. */
    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static String part(String name, String words) {
        return "\n" + name + " (liczba znaków: " + Typed.length(words) + "):\n" + words + "\n";
    }
}
