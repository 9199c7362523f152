/** Pages and forms of advisory, public and of the office. Rules are not here but in the use cases. */
@NullMarked
package pl.kujawskopomorskie.ngo.events.advisory.web;

import org.jspecify.annotations.NullMarked;
