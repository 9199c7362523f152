package pl.kujawskopomorskie.ngo.events.lending;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import pl.kujawskopomorskie.ngo.directory.OrganisationLinks;

/** Requests follow an organisation that turned out to be another one. */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class LinksOfBorrowers implements GenericRepository<Lending, Long>, OrganisationLinks {

    @Override
    public void move(long from, long to, long personId) {
        moveRequests(from, to);
    }

    @Query("UPDATE lending SET organisation_id = :to WHERE organisation_id = :from")
    abstract void moveRequests(long from, long to);
}
