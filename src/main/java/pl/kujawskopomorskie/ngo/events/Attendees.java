package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Rows of those who come. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Attendees extends GenericRepository<Attendee, Long> {

    Attendee save(Attendee attendee);

    /** The people of a registration. */
    @Query("SELECT * FROM attendee WHERE registration_id = :registrationId ORDER BY position")
    List<Attendee> of(long registrationId);

    /** One, locked until the end of the transaction; after the event, and whatever else of it is locked. */
    @Query("SELECT * FROM attendee WHERE id = :id FOR UPDATE")
    Optional<Attendee> lock(long id);
}
