/** The database below everything: the embedded server of the demo and the tests, and what a write may meet that others make too. */
@NullMarked
package pl.kujawskopomorskie.ngo.shared.data;

import org.jspecify.annotations.NullMarked;
