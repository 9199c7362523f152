/**
 * Events: the yearly NGO Forum, trainings, meetings; who registers for which session, who waits, who came.
 *
 * <p>Here live the rows, one repository per table, a class per use case, and {@link
 * pl.kujawskopomorskie.ngo.events.EventPolicy}. A place in a session is given only under the lock of the session's row, counted
 * from bookings; nothing here keeps a counter. Pages live in {@code events.web}.
 */
@NullMarked
package pl.kujawskopomorskie.ngo.events;

import org.jspecify.annotations.NullMarked;
