/** Pages of teams: for everybody, and for the office that keeps the register. */
@NullMarked
package pl.kujawskopomorskie.ngo.events.teams.web;

import org.jspecify.annotations.NullMarked;
