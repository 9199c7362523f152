/**
 * Files as they are uploaded, read into the lines that stand in them: plain and pasted text, DOCX, ODT and PDF.
 *
 * <p>Everything here treats a file as hostile: sizes are counted while a part is unpacked, XML is read as a stream
 * without DTDs, and whatever goes wrong ends in a {@link pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Refused
 * refusal} with a reason. What the lines mean is not known here; that is the reader's of the act.
 */
@NullMarked
package pl.kujawskopomorskie.ngo.consultations.act.source;

import org.jspecify.annotations.NullMarked;
