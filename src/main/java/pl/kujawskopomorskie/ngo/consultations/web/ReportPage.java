package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.List;
import java.util.stream.IntStream;
import pl.kujawskopomorskie.ngo.consultations.FrozenReport;
import pl.kujawskopomorskie.ngo.consultations.PublishedReport;
import pl.kujawskopomorskie.ngo.consultations.ReportTable;

/**
 * A published report, read from what was frozen and from nothing else.
 *
 * @param published the report with its corrections
 * @param number of this page of the register, from 1
 * @param entries of the register on this page
 * @param columns of the exports, explained
 */
record ReportPage(PublishedReport published, int number, List<FrozenReport.Entry> entries, List<Column> columns) {

    /** Remarks on a page. */
    static final int SIZE = 100;

    /** The number of the page that is shown to somebody who asks for one. */
    static int number(PublishedReport published, int asked) {
        return Math.clamp(asked, 1, pages(published));
    }

    static ReportPage from(PublishedReport published, int number, List<FrozenReport.Entry> entries, ReportTable table) {
        return new ReportPage(
                published,
                number,
                entries,
                table.columns().stream()
                        .map(column -> new Column(column.name(), column.explanation()))
                        .toList());
    }

    /** What was frozen. */
    public FrozenReport report() {
        return published.report();
    }

    /** How many pages the register has, at least one. */
    public int pages() {
        return pages(published);
    }

    /** Volumes of the printed report after the first. */
    public List<Integer> moreVolumes() {
        return IntStream.rangeClosed(2, published.volumes()).boxed().toList();
    }

    /** Counts worth showing: those of which there is something. */
    public List<FrozenReport.Count> positions() {
        return report().counts().byPosition();
    }

    /** Channels by which something came. */
    public List<FrozenReport.Count> channels() {
        return report().counts().byChannel().stream()
                .filter(count -> count.remarks() > 0)
                .toList();
    }

    /** Paragraphs of a text, parted by blank lines. */
    public List<String> paragraphs(String text) {
        return FrozenReport.paragraphs(text);
    }

    private static int pages(PublishedReport published) {
        return Math.max(1, (published.size() + SIZE - 1) / SIZE);
    }

    /**
     * A column of the exports.
     *
     * @param name its heading
     * @param explanation what it means
     */
    record Column(String name, String explanation) {}
}
