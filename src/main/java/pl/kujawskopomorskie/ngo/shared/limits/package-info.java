/** Limits on tries that hold over all nodes, because they are counted in the database. */
@NullMarked
package pl.kujawskopomorskie.ngo.shared.limits;

import org.jspecify.annotations.NullMarked;
