/** The frame of every page: layout model, language, error pages, headers that protect, and who is acting. */
@NullMarked
package pl.kujawskopomorskie.ngo.shared.web;

import org.jspecify.annotations.NullMarked;
