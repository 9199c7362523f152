package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import pl.kujawskopomorskie.ngo.directory.OrganisationLinks;

/** Registrations, members of teams and visits follow an organisation that turned out to be another one. */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class LinksOfOrganisations implements GenericRepository<Registration, Long>, OrganisationLinks {

    @Override
    public void move(long from, long to, long personId) {
        moveRegistrations(from, to);
        moveTeamMembers(from, to);
        moveVisits(from, to);
    }

    @Query("UPDATE registration SET organisation_id = :to WHERE organisation_id = :from")
    abstract void moveRegistrations(long from, long to);

    @Query("UPDATE team_member SET organisation_id = :to, revision = revision + 1 WHERE organisation_id = :from")
    abstract void moveTeamMembers(long from, long to);

    @Query("UPDATE visit SET organisation_id = :to, revision = revision + 1 WHERE organisation_id = :from")
    abstract void moveVisits(long from, long to);
}
