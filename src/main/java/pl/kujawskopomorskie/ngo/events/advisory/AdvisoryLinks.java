package pl.kujawskopomorskie.ngo.events.advisory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import pl.kujawskopomorskie.ngo.directory.OrganisationLinks;

/** Bookings and advice follow an organisation that turned out to be another one. */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class AdvisoryLinks implements GenericRepository<AdvisoryBooking, Long>, OrganisationLinks {

    @Override
    public void move(long from, long to, long personId) {
        moveBookings(from, to);
        moveAdvice(from, to);
    }

    @Query("UPDATE advisory_booking SET organisation_id = :to WHERE organisation_id = :from")
    abstract void moveBookings(long from, long to);

    @Query("UPDATE advice SET organisation_id = :to WHERE organisation_id = :from")
    abstract void moveAdvice(long from, long to);
}
