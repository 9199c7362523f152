/**
 * The cooperation programme in numbers: its goals, actions and indicators, and the rules that measure them by what the
 * portal itself knows.
 *
 * <p>An indicator is never a stored number. A {@link pl.kujawskopomorskie.ngo.indicators.Measure} lists things, and the
 * number is the size of the list; whoever doubts it opens the list.
 */
@NullMarked
package pl.kujawskopomorskie.ngo.indicators;

import org.jspecify.annotations.NullMarked;
