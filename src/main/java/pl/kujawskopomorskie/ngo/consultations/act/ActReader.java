package pl.kujawskopomorskie.ngo.consultations.act;

/**
 * Reads a document as law. Every character of the document comes back in a label, a text or an aside, in order, white
 * space and line-end hyphenation aside; any text at all can be read, sense or nonsense.
 */
public final class ActReader {

    /** Reads the lines of a file. */
    public ActText read(SourceText source) {
        var reading = new Reading(source);
        var outline = reading.read();
        return Addresses.of(outline).actText(reading.unclosedIn());
    }

    /** Reads pasted or plain text. */
    public ActText read(String text) {
        return read(SourceText.plain(text));
    }
}
