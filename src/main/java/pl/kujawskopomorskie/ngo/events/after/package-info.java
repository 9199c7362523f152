/**
 * What comes after an event: certificates for those who were there, a survey whose answers are anonymous, materials and recordings,
 * and, when the time of keeping is over, the deletion of names and addresses.
 *
 * <p>Who was there is read from attendance, never from registrations. Pages are in {@code events.web}; the module's root package
 * knows nothing of this one.
 */
@NullMarked
package pl.kujawskopomorskie.ngo.events.after;

import org.jspecify.annotations.NullMarked;
