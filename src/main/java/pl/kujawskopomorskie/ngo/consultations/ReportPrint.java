package pl.kujawskopomorskie.ngo.consultations;

import java.util.List;
import pl.kujawskopomorskie.ngo.shared.documents.PdfDocuments;

/**
 * One volume of a report to be printed.
 *
 * @param published the report
 * @param volume its number, from 1
 * @param entries the part of the register in this volume
 */
public record ReportPrint(PublishedReport published, int volume, List<FrozenReport.Entry> entries) {

    /** Position of the first entry in a volume. */
    static int first(int volume) {
        return (volume - 1) * PdfDocuments.ROWS_IN_A_VOLUME;
    }

    static int volumes(int rows) {
        return Math.max(1, (rows + PdfDocuments.ROWS_IN_A_VOLUME - 1) / PdfDocuments.ROWS_IN_A_VOLUME);
    }

    /** How many volumes there are. */
    public int volumes() {
        return published.volumes();
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
