package pl.kujawskopomorskie.ngo.shared.jobs;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** Jobs that were given up, for the metric and for whoever mends the cause. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface FailedJobs extends GenericRepository<FailedJob, Long> {

    FailedJob save(FailedJob job);

    long count();
}
