/**
 * The register of visits of officials to organisations: when, for what, which public task was looked at, who went, what was seen.
 *
 * <p>A visit is planned until a clerk says that it was made, or cancels it. What the cooperation programme counts is {@link
 * pl.kujawskopomorskie.ngo.events.VisitsMade}. Pages live in {@code events.visits.web}.
 */
@NullMarked
package pl.kujawskopomorskie.ngo.events.visits;

import org.jspecify.annotations.NullMarked;
