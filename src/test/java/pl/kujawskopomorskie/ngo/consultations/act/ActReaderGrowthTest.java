package pl.kujawskopomorskie.ngo.consultations.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A text four times as long, however ugly, takes about four times the work; were it quadratic, it would take sixteen times.
 * Only ratios of this thread's own processor time within one run are compared, and the best of a few tries counts.
 */
class ActReaderGrowthTest {

    private static final int QUARTER = 60_000;
    private static final int TRIES = 4;
    private static final double BOUND = 10;
    private static final long TOO_SMALL_TO_MEASURE = 10_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "„",
                "\"",
                "–",
                "-",
                "- ",
                "1) ",
                "1. ",
                "§ ",
                "§ 1. ",
                "a) ",
                "; 1) ",
                ": 1) ",
                "słowo ",
                "1)\n",
                "§ 1.\n",
                "a:\n1) b:\n",
                "słowo\n",
                "„\n",
                "I.\n",
                "1.1.\n",
                "- a\n",
                "Uzasadnienie\n",
                "Załącznik nr 1\n§ 1. a\n",
                "Lp. x\n",
                "a\tb\n",
                "Tytuł\n\n",
                "1 Przypis1\n",
                "– 2 –\n",
                "UCHWAŁA\n",
                "Zdanie pierwsze. ",
                "(",
                "„a” ",
                "w\n",
                "x-\ny",
                "a) tekst,\n– x\n",
                "Załącznik\n",
                "Na podstawie art. 5 ",
                "Id: Strona\n",
                "12\n\n"
            })
    void work_grows_with_the_length(String piece) {
        var reader = new ActReader();
        var shorter = piece.repeat(QUARTER / piece.length());
        var longer = shorter.repeat(4);
        reader.read(longer);
        var best = Double.MAX_VALUE;
        for (var i = 0; i < TRIES && best > BOUND; i++) {
            var small = Math.max(work(reader, shorter), TOO_SMALL_TO_MEASURE);
            best = Math.min(best, (double) work(reader, longer) / small);
        }
        assertThat(best).isLessThan(BOUND);
    }

    private static long work(ActReader reader, String text) {
        var threads = ManagementFactory.getThreadMXBean();
        var start = threads.getCurrentThreadCpuTime();
        reader.read(text);
        return threads.getCurrentThreadCpuTime() - start;
    }
}
