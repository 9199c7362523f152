/** Tests of this part of events. */
@NullMarked
package pl.kujawskopomorskie.ngo.events.advisory;

import org.jspecify.annotations.NullMarked;
