/**
 * Consultations of draft acts: a draft is published unit by unit, people remark on it, the office answers every remark
 * and publishes a report.
 *
 * <p>Here live the records of the module, one repository per table and one class per use case. Pages and controllers
 * belong to {@code web}; the reading of law texts to {@code act}, which knows neither framework nor database.
 */
@NullMarked
package pl.kujawskopomorskie.ngo.consultations;

import org.jspecify.annotations.NullMarked;
