package pl.kujawskopomorskie.ngo.shared.audit;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** Rows of the audit log. They are added and read; there is no method that changes one. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AuditRecords extends GenericRepository<AuditRecord, Long> {

    AuditRecord save(AuditRecord entry);
}
