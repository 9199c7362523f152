/** Tests of this part of events. */
@NullMarked
package pl.kujawskopomorskie.ngo.events.lending.web;

import org.jspecify.annotations.NullMarked;
