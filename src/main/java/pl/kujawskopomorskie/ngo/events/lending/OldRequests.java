package pl.kujawskopomorskie.ngo.events.lending;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Requests whose people are to be forgotten. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface OldRequests extends GenericRepository<Lending, Long> {

    @Query("SELECT l.id FROM lending l WHERE l.email <> '' AND l.ends_at < :before AND NOT EXISTS (SELECT 1"
            + " FROM lending_item i WHERE i.lending_id = l.id AND i.taken_at IS NOT NULL AND i.returned_at IS NULL)"
            + " ORDER BY l.id LIMIT 200")
    List<Long> due(Instant before);

    @Query("UPDATE lending SET name = '', email = '', phone = '', purpose = '', reason = '', person_id = NULL,"
            + " organisation_name = CASE WHEN organisation_id IS NULL THEN '' ELSE organisation_name END"
            + " WHERE id IN (:ids)")
    void forget(List<Long> ids);
}
