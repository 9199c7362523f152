package pl.kujawskopomorskie.ngo.consultations.act;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text twice as long, however ugly, takes about twice as long to read; ratios within one run, never a fixed time. */
class ActReaderGrowthTest {

    private static final int HALF = 250_000;

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
                "x-\ny"
            })
    void reading_grows_with_the_length(String piece) {
        var shorter = piece.repeat(HALF / piece.length());
        var longer = piece.repeat(2 * HALF / piece.length());
        var reader = new ActReader();
        reader.read(piece.repeat(20_000 / piece.length()));
        var small = fastest(reader, shorter);
        var large = fastest(reader, longer);
        assertThat((double) large / Math.max(small, 5_000_000L))
                .as("%s: %d ms, then %d ms", piece, small / 1_000_000, large / 1_000_000)
                .isLessThan(4.0);
    }

    private static long fastest(ActReader reader, String text) {
        var best = Long.MAX_VALUE;
        for (var round = 0; round < 3; round++) {
            var start = System.nanoTime();
            reader.read(text);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
