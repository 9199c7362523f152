/** Pages of the programme in numbers. */
@NullMarked
package pl.kujawskopomorskie.ngo.indicators.web;

import org.jspecify.annotations.NullMarked;
