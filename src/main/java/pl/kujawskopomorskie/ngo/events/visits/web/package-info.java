/** Pages of visits: for everybody, and for the office that keeps the register. */
@NullMarked
package pl.kujawskopomorskie.ngo.events.visits.web;

import org.jspecify.annotations.NullMarked;
