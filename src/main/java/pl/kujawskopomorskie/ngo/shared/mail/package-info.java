/** Mail: written to the database in the transaction of what it tells about, sent later by a persistent job. */
@NullMarked
package pl.kujawskopomorskie.ngo.shared.mail;

import org.jspecify.annotations.NullMarked;
