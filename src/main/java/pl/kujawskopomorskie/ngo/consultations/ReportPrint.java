package pl.kujawskopomorskie.ngo.consultations;

import java.util.List;
import pl.kujawskopomorskie.ngo.shared.documents.PdfDocuments;

/**
 * One volume of a report to be printed.
 *
 * @param published the report
 * @param volume its number, from 1
 * @param volumes how many there are
 * @param entries the part of the register in this volume
 */
public record ReportPrint(PublishedReport published, int volume, int volumes, List<FrozenReport.Entry> entries) {

    static ReportPrint of(PublishedReport published, int volume) {
        var register = published.report().register();
        var from = Math.min(register.size(), (volume - 1) * PdfDocuments.ROWS_IN_A_VOLUME);
        return new ReportPrint(
                published,
                volume,
                published.volumes(),
                register.subList(from, Math.min(register.size(), from + PdfDocuments.ROWS_IN_A_VOLUME)));
    }

    static int volumes(int rows) {
        return Math.max(1, (rows + PdfDocuments.ROWS_IN_A_VOLUME - 1) / PdfDocuments.ROWS_IN_A_VOLUME);
    }

    /** What it was frozen with. */
    public FrozenReport report() {
        return published.report();
    }

    /** Paragraphs of a text, parted by blank lines. */
    public List<String> paragraphs(String text) {
        return FrozenReport.paragraphs(text);
    }
}
