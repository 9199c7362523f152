package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.ConsultationState;
import pl.kujawskopomorskie.ngo.consultations.FrozenReport;
import pl.kujawskopomorskie.ngo.consultations.PreviewingReport;

/**
 * A report as it would be published now. It is set with parts of the published report's own page.
 *
 * @param overview of the consultation
 * @param preview what the report would say
 * @param form the words that were saved
 * @param mayRun whether the reader may publish it
 */
record ReportPreviewPage(
        ConsultationOverview overview, PreviewingReport.Preview preview, ReportForm form, boolean mayRun) {

    /** Remarks that a preview shows. */
    static final int MOST = 100;

    /** Whether it can be published now. */
    public boolean ready() {
        return mayRun && overview.state() == ConsultationState.ANSWERED;
    }

    /** Whether the register is longer than what is shown of it. */
    public boolean longer() {
        return preview.counts().remarks() + preview.counts().withdrawn()
                > preview.register().size();
    }

    /** What is shown of the register. */
    public List<FrozenReport.Entry> entries() {
        return preview.register();
    }

    /** The page of the register: the only one. */
    public int number() {
        return 1;
    }

    /** How many pages of the register there are. */
    public int pages() {
        return 1;
    }

    /** Counts by position. */
    public List<FrozenReport.Count> positions() {
        return preview.counts().byPosition();
    }

    /** Counts of the channels by which something came. */
    public List<FrozenReport.Count> channels() {
        return preview.counts().byChannel().stream()
                .filter(count -> count.remarks() > 0)
                .toList();
    }

    /** Paragraphs of a text, parted by blank lines. */
    public List<String> paragraphs(String text) {
        return FrozenReport.paragraphs(text);
    }
}
