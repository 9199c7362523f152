/** Tests of this part of events. */
@NullMarked
package pl.kujawskopomorskie.ngo.events.lending;

import org.jspecify.annotations.NullMarked;
