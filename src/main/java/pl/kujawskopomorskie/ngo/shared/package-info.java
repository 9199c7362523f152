/**
 * What every module stands on: time, data, texts, mail, jobs, audit, documents and the frame of a page. Knows no module.
 */
@NullMarked
package pl.kujawskopomorskie.ngo.shared;

import org.jspecify.annotations.NullMarked;
