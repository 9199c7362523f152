package pl.kujawskopomorskie.ngo.consultations;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * A published report as everybody gets it: what was frozen, and the corrections appended since.
 *
 * @param id key of its row
 * @param report what was frozen
 * @param json the very text that was frozen
 * @param hash its SHA-256 in hexadecimal digits
 * @param corrections the first first
 */
public record PublishedReport(
        long id, FrozenReport report, String json, String hash, List<ConsultationReports.Correction> corrections) {

    public PublishedReport {
        corrections = List.copyOf(corrections);
    }

    static PublishedReport of(
            ConsultationReport row, FrozenReport report, List<ConsultationReports.Correction> corrections) {
        return new PublishedReport(
                row.key(),
                report,
                Objects.requireNonNull(row.frozen(), "not published"),
                HexFormat.of().formatHex(Objects.requireNonNull(row.sha256(), "not published")),
                corrections);
    }

    /** What changes whenever anything of it does. */
    public String version() {
        return hash + "/" + corrections.size();
    }

    /** In how many volumes it is printed: one, or one for each thousand remarks. */
    public int volumes() {
        return ReportPrint.volumes(report.register().size());
    }
}
