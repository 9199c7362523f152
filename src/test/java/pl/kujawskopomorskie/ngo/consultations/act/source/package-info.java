/** Promises of reading files, and the files they are tried on. */
@NullMarked
package pl.kujawskopomorskie.ngo.consultations.act.source;

import org.jspecify.annotations.NullMarked;
