/** The log of who did what and when: append-only, written in the transaction of what it tells. */
@NullMarked
package pl.kujawskopomorskie.ngo.shared.audit;

import org.jspecify.annotations.NullMarked;
