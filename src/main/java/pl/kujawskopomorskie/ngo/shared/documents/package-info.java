/**
 * Files in and out: tagged PDF from a view, tables as XLSX and CSV, tables read from what people send, what a file really
 * is, and the store of files. Knows no module: what a column means and who may have a file is its caller's to say.
 */
@NullMarked
package pl.kujawskopomorskie.ngo.shared.documents;

import org.jspecify.annotations.NullMarked;
