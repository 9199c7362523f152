package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.List;

/**
 * What stands in a file, line by line in the order of the document, before anything is known of its meaning.
 *
 * @param format where the lines come from; tells the reader how far a line break can be trusted
 * @param lines every line of the file, asides such as running headers included; never empty lines of text only
 */
public record SourceText(Format format, List<SourceLine> lines) {

    public SourceText {
        lines = List.copyOf(lines);
    }

    /** The kind of file that the lines were taken from. */
    public enum Format {
        /** Pasted or plain text: a line may be the middle of a wrapped sentence. */
        PLAIN,
        /** A word processor's file: a line is a whole paragraph, and its number is known from the list's definition. */
        PARAGRAPHS,
        /** Text taken from the pages of a PDF: lines are wrapped, pages bring headers and footers of their own. */
        PAGES
    }
}
