/**
 * The directory of organisations, and who may speak for them.
 *
 * <p>Here live the organisations with the history of their data, the people who represent them, and the use cases that change
 * either. Identifiers ({@link Krs}, {@link Nip}, {@link Regon}) and lists of the law ({@link County}, {@link PublicTaskSphere},
 * {@link LegalForm}) are plain values. Pages belong to {@code web}.
 */
@NullMarked
package pl.kujawskopomorskie.ngo.directory;

import org.jspecify.annotations.NullMarked;
