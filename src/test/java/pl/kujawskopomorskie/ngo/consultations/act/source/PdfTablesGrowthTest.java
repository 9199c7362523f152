package pl.kujawskopomorskie.ngo.consultations.act.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.consultations.act.source.PdfGlyphs.Origin;
import pl.kujawskopomorskie.ngo.consultations.act.source.PdfLine.Word;

/** A table four times as long takes about four times the work; were each row compared with all, it would take sixteen times. */
class PdfTablesGrowthTest {

    private static final int QUARTER = 3_000;
    private static final int TRIES = 4;
    private static final double BOUND = 10;
    private static final long TOO_SMALL_TO_MEASURE = 10_000_000;

    @Test
    void work_grows_with_the_rows_of_a_table() {
        var shorter = table(QUARTER);
        var longer = table(4 * QUARTER);
        assertThat(PdfTables.rows(longer)).hasSize(4 * QUARTER);
        var best = Double.MAX_VALUE;
        for (var i = 0; i < TRIES && best > BOUND; i++) {
            best = Math.min(best, (double) work(longer) / Math.max(work(shorter), TOO_SMALL_TO_MEASURE));
        }
        assertThat(best).isLessThan(BOUND);
    }

    private static long work(List<PdfLine> lines) {
        var threads = ManagementFactory.getThreadMXBean();
        var start = threads.getCurrentThreadCpuTime();
        PdfTables.rows(lines);
        return threads.getCurrentThreadCpuTime() - start;
    }

    /** Rows of a number, a name of some words, and two sums; under each a line that goes on with the name. */
    private static List<PdfLine> table(int lines) {
        var table = new ArrayList<PdfLine>();
        for (var at = 0; at < lines; at++) {
            var words = new ArrayList<Word>();
            if (at % 2 == 0) {
                words.add(new Word(at / 2 + 1 + ".", 70, 80, false));
                words.add(new Word("Koło", 110, 130, true));
                words.add(new Word("Gospodyń", 133, 170 + at % 7, false));
                words.add(new Word("4000", 300, 330, true));
                words.add(new Word("5000", 400, 430, true));
            } else {
                words.add(new Word("Wiejskich", 110, 150, false));
                words.add(new Word("w", 153, 157, false));
                words.add(new Word("Lubiczu", 160, 190, false));
            }
            table.add(new PdfLine(
                    words.getFirst().from(), 100 + 15f * at, 12, List.of(), List.copyOf(words), Origin.TEXT));
        }
        return table;
    }
}
