package pl.kujawskopomorskie.ngo.indicators.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.indicators.ProgrammeInNumbers.Values;
import pl.kujawskopomorskie.ngo.indicators.Target;

/**
 * Values by year as bars, laid out in the units of an SVG of {@link #WIDTH} by {@link #HEIGHT}. A table beside it says the
 * same.
 *
 * @param bars one for each year
 * @param goal the line of the target, or null when there is none to draw
 */
record BarChart(List<Bar> bars, @Nullable Goal goal) {

    // Drawn about as wide as a phone, so that its letters are nowhere smaller than the page's.
    static final int WIDTH = 360;
    static final int HEIGHT = 200;

    private static final int TOP = 28;
    private static final int BASE = 170;
    private static final int RIGHT = 306;
    private static final int GAP = 12;
    private static final int HIGHEST_LETTER = 22;

    static BarChart of(Values values, Target target) {
        var years = YearValue.all(values);
        var goal = target.line();
        var most = Math.max(1, Math.max(goal, Collections.max(values.byYear().values())));
        var step = RIGHT / years.size();
        var line = goal == 0 ? 0 : BASE - height(goal, most);
        var bars = new ArrayList<Bar>();
        for (var year : years) {
            var top = BASE - height(year.value(), most);
            bars.add(new Bar(
                    bars.size() * step + GAP / 2,
                    top,
                    step - GAP,
                    BASE - top,
                    bars.size() * step + step / 2,
                    line > 0 && line < top && top - line < HIGHEST_LETTER && BASE - top > HIGHEST_LETTER,
                    year));
        }
        return new BarChart(List.copyOf(bars), goal == 0 ? null : new Goal(line, goal));
    }

    private static int height(int value, int most) {
        return (BASE - TOP) * value / most;
    }

    /** For the SVG's {@code viewBox}. */
    public String viewBox() {
        return "0 0 " + WIDTH + " " + HEIGHT;
    }

    /** How far to the right the lines go. */
    public int right() {
        return RIGHT;
    }

    /** Where the bars stand. */
    public int base() {
        return BASE;
    }

    /**
     * A bar.
     *
     * @param x left edge
     * @param y top edge
     * @param width of it
     * @param height of it; 0 for a year without any
     * @param middle where its words are centred
     * @param inside whether its number stands in it, because the line of the target would strike it out above
     * @param value what it stands for
     */
    record Bar(int x, int y, int width, int height, int middle, boolean inside, YearValue value) {

        /** Where the number stands, just above the bar or at the top of it. */
        public int numberY() {
            return inside ? y + 17 : y - 6;
        }

        /** Whether its number is written on its colour. */
        public boolean onColour() {
            return inside && !value.unfinished();
        }

        /** Where the year stands, under it. */
        public int yearY() {
            return BASE + 20;
        }
    }

    /**
     * The line of the target.
     *
     * @param y how high it lies
     * @param value what it stands for
     */
    record Goal(int y, int value) {

        /** Where its words stand, on the line's height. */
        public int textY() {
            return y + 5;
        }
    }
}
