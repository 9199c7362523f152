package pl.kujawskopomorskie.ngo.accounts;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Rows of departments; there are a few dozen, so they are never paged. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Departments extends GenericRepository<Department, Long> {

    Department save(Department department);

    Optional<Department> findByCode(String code);

    Optional<Department> findById(Long id);

    /** All of them, by name. */
    List<Department> listOrderByName();
}
