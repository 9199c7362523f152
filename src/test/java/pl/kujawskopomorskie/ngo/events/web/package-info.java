/** Tests of the pages and feeds of events. */
@NullMarked
package pl.kujawskopomorskie.ngo.events.web;

import org.jspecify.annotations.NullMarked;
