/** Pozarządówka: one deployable, six modules. Only the entry point lives here. */
@NullMarked
package pl.kujawskopomorskie.ngo;

import org.jspecify.annotations.NullMarked;
