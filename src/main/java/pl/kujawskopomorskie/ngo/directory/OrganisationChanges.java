package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The history of organisations' data; it only grows. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface OrganisationChanges extends GenericRepository<OrganisationChange, Long> {

    void saveAll(Iterable<OrganisationChange> changes);

    /** Changes of one organisation before one that is known, the last first. */
    @Query("SELECT * FROM organisation_change WHERE organisation_id = :organisationId AND id < :before"
            + " ORDER BY id DESC LIMIT :limit")
    List<OrganisationChange> before(long organisationId, long before, int limit);
}
