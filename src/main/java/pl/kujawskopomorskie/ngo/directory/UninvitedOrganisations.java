package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

/** Organisations that asked never to be invited again. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface UninvitedOrganisations extends GenericRepository<Organisation, Long> {

    /** Notes that an organisation asked so; how many rows that were: 1, or 0 when it had asked before. */
    @Query("UPDATE organisation SET uninvited_at = :at, changed_at = :at, change_number = :number,"
            + " revision = revision + 1 WHERE id = :id AND uninvited_at IS NULL")
    int uninvite(long id, Instant at, long number);
}
