/** Pages of the directory: search, organisations, their data, and who speaks for them. */
@NullMarked
package pl.kujawskopomorskie.ngo.directory.web;

import org.jspecify.annotations.NullMarked;
