package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.consultations.FrozenReport;

/**
 * The organisations that a published report says were invited.
 *
 * @param report what was frozen
 * @param number of this page of the list, from 1
 */
record ReportInvitedPage(FrozenReport report, int number) {

    /** Organisations on a page. */
    private static final int SIZE = 100;

    /** A page of the list, or the nearest that there is. */
    static ReportInvitedPage of(FrozenReport report, int asked) {
        return new ReportInvitedPage(report, Math.clamp(asked, 1, pages(report)));
    }

    /** Those on this page. */
    public List<FrozenReport.Invitation> invited() {
        return report.invited().stream().skip((number - 1L) * SIZE).limit(SIZE).toList();
    }

    /** How many pages the list has, at least one. */
    public int pages() {
        return pages(report);
    }

    private static int pages(FrozenReport report) {
        return Math.max(1, (report.invited().size() + SIZE - 1) / SIZE);
    }
}
