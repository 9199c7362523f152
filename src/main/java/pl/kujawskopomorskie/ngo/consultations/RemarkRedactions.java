package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

/** Rows of what is hidden in remarks. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface RemarkRedactions extends GenericRepository<RemarkRedaction, Long> {

    RemarkRedaction save(RemarkRedaction redaction);

    /** What is hidden in some remarks, for a page that shows them. */
    List<RemarkRedaction> findByRemarkIdInOrderById(Collection<Long> remarkIds);
}
