/**
 * The register of cross-sector teams: what each is for, by which act it was founded, who was in it when, at which events it met.
 *
 * <p>Whether a team is cross-sector is never stored: it follows from who is in it on a day, see {@link
 * pl.kujawskopomorskie.ngo.events.CrossSector}. What the cooperation programme counts is {@link
 * pl.kujawskopomorskie.ngo.events.ActiveTeams}. Pages live in {@code events.teams.web}.
 */
@NullMarked
package pl.kujawskopomorskie.ngo.events.teams;

import org.jspecify.annotations.NullMarked;
