/** Words, numbers and dates as a reader of Polish or English expects them. */
@NullMarked
package pl.kujawskopomorskie.ngo.shared.text;

import org.jspecify.annotations.NullMarked;
