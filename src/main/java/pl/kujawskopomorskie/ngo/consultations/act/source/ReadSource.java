package pl.kujawskopomorskie.ngo.consultations.act.source;

import pl.kujawskopomorskie.ngo.consultations.act.SourceText;

/** What became of a file that was given to be read. */
public sealed interface ReadSource {

    /**
     * The file was read.
     *
     * @param text its lines
     * @param droppedCharacters how many control characters, which no one can see or print, were left out
     */
    record Read(SourceText text, int droppedCharacters) implements ReadSource {}

    /** The file was not read, and nothing of it is known. */
    record Refused(Reason reason) implements ReadSource {}

    /** Why a file is refused; each reason has one thing that the person can do about it. */
    enum Reason {
        /** No bytes, or not one letter in them. */
        EMPTY,
        /** More bytes, pages or characters than the limits allow. */
        TOO_LARGE,
        /** Neither text nor DOCX, ODT or PDF. */
        UNKNOWN_TYPE,
        /** The content is not what the file's name says. */
        WRONG_TYPE,
        /** Begins like a document of a known type but cannot be read to its end. */
        BROKEN,
        /** A password is needed to open it. */
        ENCRYPTED,
        /** A PDF of pictures: the pages carry no text. */
        SCANNED_WITHOUT_TEXT,
        /** Unpacks to far more than it could honestly hold. */
        ZIP_BOMB,
        /** A document that carries macros. */
        MACROS,
        /** A DOC or RTF file, to be saved as DOCX first. */
        OLD_WORD_FORMAT
    }
}
