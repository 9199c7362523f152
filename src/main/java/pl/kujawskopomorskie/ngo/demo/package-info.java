/**
 * The demonstration: an invented office with its people and consultations, made at the first start of a portal that is
 * told to be one ({@code portal.demo}).
 *
 * <p>Here live the reading of {@code resources/demo} and the writing of rows whose moments lie in the past, which no use
 * case would write. No module knows of this package; in production nothing of it runs.
 */
@NullMarked
package pl.kujawskopomorskie.ngo.demo;

import org.jspecify.annotations.NullMarked;
