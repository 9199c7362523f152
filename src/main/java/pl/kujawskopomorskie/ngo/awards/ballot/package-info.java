/**
 * Scores that can be trusted: sheets that nobody can read before a round closes, the chain of everything that happened in it, the
 * count and its ties, and the verifier that anybody can run on what was published.
 *
 * <p>Plain Java: no framework, no database, no clock. The portal appends to a chain only what {@link
 * pl.kujawskopomorskie.ngo.awards.ballot.Round} accepts, and the verifier asks the very same rules, so that the two can never differ.
 */
@NullMarked
package pl.kujawskopomorskie.ngo.awards.ballot;

import org.jspecify.annotations.NullMarked;
