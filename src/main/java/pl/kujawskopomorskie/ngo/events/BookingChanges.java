package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** Rows of why places changed hands. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface BookingChanges extends GenericRepository<BookingChange, Long> {

    BookingChange save(BookingChange change);
}
