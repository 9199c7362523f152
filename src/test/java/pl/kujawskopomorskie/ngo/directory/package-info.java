/** Tests of the directory of organisations. */
@NullMarked
package pl.kujawskopomorskie.ngo.directory;

import org.jspecify.annotations.NullMarked;
