package pl.kujawskopomorskie.ngo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Measures two things by turns, so that what else the machine does falls on both, and compares them turn by turn. */
final class Turns {

    private static final int TURNS = 7;

    private Turns() {}

    /** The middle of the ratios of the first to the second. */
    static double ratio(Callable<Double> first, Callable<Double> second) throws Exception {
        var ratios = new ArrayList<Double>();
        for (var turn = 0; turn < TURNS; turn++) {
            // Each goes first as often as the other, but for once.
            if (turn % 2 == 0) {
                var a = first.call();
                ratios.add(a / second.call());
            } else {
                var b = second.call();
                ratios.add(first.call() / b);
            }
        }
        return middle(ratios);
    }

    static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
