/** Pages and forms of lending, public and of the office. Rules are not here but in the use cases. */
@NullMarked
package pl.kujawskopomorskie.ngo.events.lending.web;

import org.jspecify.annotations.NullMarked;
