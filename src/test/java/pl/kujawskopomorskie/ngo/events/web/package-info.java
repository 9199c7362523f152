/** Tests of the pages of events. */
@NullMarked
package pl.kujawskopomorskie.ngo.events.web;

import org.jspecify.annotations.NullMarked;
