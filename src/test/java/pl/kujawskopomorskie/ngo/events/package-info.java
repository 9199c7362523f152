/** Tests of events. */
@NullMarked
package pl.kujawskopomorskie.ngo.events;

import org.jspecify.annotations.NullMarked;
