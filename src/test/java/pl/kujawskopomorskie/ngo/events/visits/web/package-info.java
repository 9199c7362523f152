/** Tests of the pages of visits. */
@NullMarked
package pl.kujawskopomorskie.ngo.events.visits.web;

import org.jspecify.annotations.NullMarked;
