package pl.kujawskopomorskie.ngo.shared.documents;

import java.io.IOException;

/** A document has more HTML than one node should lay out at once; its caller parts it into volumes. */
public final class DocumentTooLong extends IOException {
    private static final long serialVersionUID = 1L;

    DocumentTooLong(int characters) {
        super("The HTML has " + characters + " characters, more than " + PdfDocuments.LONGEST_HTML);
    }
}
