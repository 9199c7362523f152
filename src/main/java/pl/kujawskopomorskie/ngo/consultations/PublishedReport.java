package pl.kujawskopomorskie.ngo.consultations;

import java.util.List;
import java.util.Objects;

/**
 * A published report as everybody gets it: what was frozen, and the corrections appended since. Its register is read by
 * {@link PublishedReports} as it is needed.
 *
 * @param id key of its row
 * @param report what was frozen, with an empty register
 * @param head the text that was frozen, without the entries of the register
 * @param hash SHA-256 of the whole text in hexadecimal digits
 * @param size entries in the register
 * @param corrections the first first
 */
public record PublishedReport(
        long id,
        FrozenReport report,
        String head,
        String hash,
        int size,
        List<ConsultationReports.Correction> corrections) {

    public PublishedReport {
        corrections = List.copyOf(corrections);
    }

    static PublishedReport of(
            ConsultationReport row, FrozenReport report, List<ConsultationReports.Correction> corrections) {
        return new PublishedReport(
                row.key(),
                report,
                Objects.requireNonNull(row.frozen(), "not published"),
                RemarkReceipt.hex(row.hash()),
                Objects.requireNonNull(row.registerSize(), "not parted"),
                corrections);
    }

    /** What changes whenever anything of it does: a new edition comes with a correction too. */
    public String version() {
        return hash + "/" + corrections.size();
    }

    /** In how many volumes it is printed: one, or one for each thousand remarks. */
    public int volumes() {
        return ReportPrint.volumes(size);
    }
}
