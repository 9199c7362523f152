/** Tests of what comes after an event. */
@NullMarked
package pl.kujawskopomorskie.ngo.events.after;

import org.jspecify.annotations.NullMarked;
