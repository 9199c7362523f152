package pl.kujawskopomorskie.ngo.shared.documents;

/**
 * One sheet of a workbook.
 *
 * @param layout how it is set
 * @param rows read once, as they are written
 * @param <R> what a row is made from
 */
public record TableSheet<R>(TableLayout<R> layout, Iterable<? extends R> rows) {}
