package pl.kujawskopomorskie.ngo.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Rows of accounts. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface Persons extends GenericRepository<Person, Long> {

    Person save(Person person);

    Person update(Person person);

    Optional<Person> findById(long id);

    /** The account, locked until the transaction ends. */
    @Query("SELECT * FROM person WHERE id = :id FOR UPDATE")
    Optional<Person> lock(long id);

    Optional<Person> findByEmailKey(String emailKey);

    /** Puts another hash of the same password in place of one; nothing happens when the password was changed meanwhile. */
    @Query("UPDATE person SET password_hash = :newHash WHERE id = :id AND password_hash = :oldHash")
    long replaceHash(long id, String oldHash, String newHash);

    /**
     * The person as an actor, if the account may be used and the sign-in was not ended.
     *
     * @param family the sign-in
     */
    @Query("""
            SELECT p.id AS person_id, p.display_name, p.email, p.language,
                   GROUP_CONCAT(r.role) AS roles, MAX(r.department_id) AS department_id
              FROM person p LEFT JOIN person_role r ON r.person_id = p.id
             WHERE p.id = :id AND p.state = 'ACTIVE'
               AND EXISTS (SELECT 1 FROM refresh_token t
                            WHERE t.family = :family AND t.person_id = p.id
                              AND t.revoked_at IS NULL AND t.expires_at > :now)
             GROUP BY p.id, p.display_name, p.email, p.language
            """)
    Optional<ActorRow> findActor(long id, String family, Instant now);
}
