/** The database below everything: the embedded server of the demo and the tests, and the violations that a write may meet. */
@NullMarked
package pl.kujawskopomorskie.ngo.shared.data;

import org.jspecify.annotations.NullMarked;
