/** Tests of the pages of teams. */
@NullMarked
package pl.kujawskopomorskie.ngo.events.teams.web;

import org.jspecify.annotations.NullMarked;
