/**
 * The text of a draft act: reading it from a file, its provision units with their citations, comparing two versions.
 *
 * <p>Plain Java: no framework, no database, no clock, so that every promise here can be tested with properties. What a
 * file holds comes in as {@link pl.kujawskopomorskie.ngo.consultations.act.SourceText}; what the act says goes out as
 * an {@link pl.kujawskopomorskie.ngo.consultations.act.ActText}.
 */
@NullMarked
package pl.kujawskopomorskie.ngo.consultations.act;

import org.jspecify.annotations.NullMarked;
