/**
 * Advisory: advisers, the slots that they publish, who books them, and the advice that was given.
 *
 * <p>A part of events with a face of its own. A slot is booked only under the lock of its row. Hours are counted from advice that a
 * clerk confirmed; other modules read them through {@link pl.kujawskopomorskie.ngo.events.AdviceGiven}. Pages live in {@code web}.
 */
@NullMarked
package pl.kujawskopomorskie.ngo.events.advisory;

import org.jspecify.annotations.NullMarked;
