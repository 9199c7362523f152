/**
 * Work that is done later and survives a crash: rows of {@code scheduled_tasks}, written in the transaction of what
 * asked for them and taken up by any node. A module declares a {@link pl.kujawskopomorskie.ngo.shared.jobs.Job} or a
 * {@link pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob} as a bean; nobody else names the library behind it.
 */
@NullMarked
package pl.kujawskopomorskie.ngo.shared.jobs;

import org.jspecify.annotations.NullMarked;
