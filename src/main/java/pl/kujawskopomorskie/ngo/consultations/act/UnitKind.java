package pl.kujawskopomorskie.ngo.consultations.act;

/**
 * Kinds of provision unit, after the principles of legislative technique (ZTP §§ 54–62, 124, 141–143), and the parts of
 * a document that people remark on although they are no provision.
 */
public enum UnitKind {
    /** Kind and number, body, date and subject of the act. */
    TITLE,
    /** "Na podstawie …" up to "uchwala się, co następuje:". */
    LEGAL_BASIS,
    /** Dział. */
    DIVISION,
    /** Rozdział. */
    CHAPTER,
    /** Oddział. */
    SUBCHAPTER,
    /** A heading that has no number of its own. */
    HEADING,
    /** Artykuł: the basic unit of a statute, met here in quoted law and in extracts. */
    ARTICLE,
    /** Paragraf (§): the basic unit of a resolution. */
    SECTION,
    /** Ustęp. */
    PARAGRAPH,
    /** Punkt. */
    POINT,
    /** Litera. */
    LETTER,
    /** Tiret. */
    INDENT,
    /** Podwójne tiret. */
    DOUBLE_INDENT,
    /** Część wspólna: words that close an enumeration and belong to all its items. */
    CLOSING_WORDS,
    /** Załącznik. */
    ANNEX,
    /** Uzasadnienie of the draft. */
    MEMORANDUM,
    /** Akapit: a paragraph of prose. */
    PROSE,
    /** One table with all its rows. */
    TABLE,
    /** Who signs the act. */
    SIGNATURE
}
