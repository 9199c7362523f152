/** Pages, forms, feeds and the programs' view of events. Rules are not here but in the use cases and their policy. */
@NullMarked
package pl.kujawskopomorskie.ngo.events.web;

import org.jspecify.annotations.NullMarked;
