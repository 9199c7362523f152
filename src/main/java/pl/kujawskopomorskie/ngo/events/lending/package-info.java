/**
 * Lending: rooms and equipment of the office, who asks for them, and who has them when.
 *
 * <p>A part of events with a face of its own. A term is accepted only under the lock of the rows of what is lent, counted from the
 * terms accepted before; nothing here keeps a counter. Pages live in {@code web}.
 */
@NullMarked
package pl.kujawskopomorskie.ngo.events.lending;

import org.jspecify.annotations.NullMarked;
