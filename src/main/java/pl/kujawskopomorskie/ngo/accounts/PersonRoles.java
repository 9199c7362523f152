package pl.kujawskopomorskie.ngo.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Rows of roles. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PersonRoles extends GenericRepository<PersonRole, Long> {

    PersonRole save(PersonRole role);

    List<PersonRole> findByPersonIdOrderByRole(long personId);

    long deleteByPersonIdAndRole(long personId, Role role);

    long deleteByPersonId(long personId);

    /** How many accounts in use hold the role; the rows counted stay locked until the transaction ends. */
    @Query("""
            SELECT p.id FROM person_role r JOIN person p ON p.id = r.person_id
             WHERE r.role = :role AND p.state = 'ACTIVE' ORDER BY p.id FOR UPDATE
            """)
    List<Long> lockHolders(Role role);
}
