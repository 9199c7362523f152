/** Pages and forms of consultations. Nobody's business but this module's: everything in it is package-private. */
@NullMarked
package pl.kujawskopomorskie.ngo.consultations.web;

import org.jspecify.annotations.NullMarked;
