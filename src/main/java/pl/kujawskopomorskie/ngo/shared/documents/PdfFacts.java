package pl.kujawskopomorskie.ngo.shared.documents;

import java.time.Instant;
import pl.kujawskopomorskie.ngo.shared.text.Language;

/**
 * What a PDF says of itself apart from its text. Given by the caller, because a document made twice from the same facts
 * is the same file.
 *
 * @param identity what tells this document from every other, such as {@code K/2026/7/0042 receipt}
 * @param madeAt the moment the document speaks of, not the moment of rendering
 * @param language of its text
 */
public record PdfFacts(String identity, Instant madeAt, Language language) {}
