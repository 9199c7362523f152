/** Time as the office counts it: the one clock of the portal and the zone in which days begin. */
@NullMarked
package pl.kujawskopomorskie.ngo.shared.time;

import org.jspecify.annotations.NullMarked;
