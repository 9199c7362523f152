package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Rows of those who come. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Attendees extends GenericRepository<Attendee, Long> {

    Attendee save(Attendee attendee);

    /** The people of a registration. */
    @Query("SELECT * FROM attendee WHERE registration_id = :registrationId ORDER BY position")
    List<Attendee> of(long registrationId);
}
