/**
 * Load and growth benchmarks of the portal, run by {@code mvn -P bench verify} and never with the tests. The portal runs
 * as a process of its own, from the packaged jar, on a real database filled by SQL; here is only what asks it and counts.
 *
 * <p>Each figure is a ratio to something measured in the same run, the two by turns, so that whatever else the machine
 * does falls on both. No promise is made about milliseconds.
 */
@NullMarked
package pl.kujawskopomorskie.ngo.bench;

import org.jspecify.annotations.NullMarked;
