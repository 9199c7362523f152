package pl.kujawskopomorskie.ngo.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
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

    /**
     * A page of the accounts in use or once used, by name.
     *
     * @param namePattern for LIKE
     * @param emailPattern for LIKE, in small letters
     * @param role name of a role that they hold, or empty for any
     */
    @Query("""
            SELECT p.id, p.display_name, p.email, p.state, p.created_at,
                   GROUP_CONCAT(r.role ORDER BY r.role) AS roles, MAX(d.name) AS department
              FROM (SELECT * FROM person q
                     WHERE q.state <> 'ERASED'
                       AND (q.display_name LIKE :namePattern OR q.email_key LIKE :emailPattern)
                       AND (:role = '' OR EXISTS
                            (SELECT 1 FROM person_role x WHERE x.person_id = q.id AND x.role = :role))
                     ORDER BY q.display_name, q.id LIMIT :limit OFFSET :offset) p
              LEFT JOIN person_role r ON r.person_id = p.id
              LEFT JOIN department d ON d.id = r.department_id
             GROUP BY p.id, p.display_name, p.email, p.state, p.created_at
             ORDER BY p.display_name, p.id
            """)
    List<AccountRow> list(String namePattern, String emailPattern, String role, int limit, long offset);

    /** How many accounts {@link #list} has on all its pages. */
    @Query("""
            SELECT COUNT(*) FROM person q
             WHERE q.state <> 'ERASED'
               AND (q.display_name LIKE :namePattern OR q.email_key LIKE :emailPattern)
               AND (:role = '' OR EXISTS
                    (SELECT 1 FROM person_role x WHERE x.person_id = q.id AND x.role = :role))
            """)
    long count(String namePattern, String emailPattern, String role);

    /** One account as the list shows it. */
    @Query("""
            SELECT p.id, p.display_name, p.email, p.state, p.created_at,
                   GROUP_CONCAT(r.role ORDER BY r.role) AS roles, MAX(d.name) AS department
              FROM person p
              LEFT JOIN person_role r ON r.person_id = p.id
              LEFT JOIN department d ON d.id = r.department_id
             WHERE p.id = :id AND p.state <> 'ERASED'
             GROUP BY p.id, p.display_name, p.email, p.state, p.created_at
            """)
    Optional<AccountRow> findRow(long id);

    /** Accounts that were asked for and never confirmed, and that nobody gave a role. */
    @Query("""
            SELECT p.id FROM person p
             WHERE p.state = 'UNCONFIRMED' AND p.created_at < :before
               AND NOT EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id)
               AND NOT EXISTS (SELECT 1 FROM one_time_link l WHERE l.person_id = p.id AND l.expires_at >= :before)
             ORDER BY p.id LIMIT 200
            """)
    List<Long> someNeverConfirmed(Instant before);

    @Query("DELETE FROM person WHERE id = :id AND state = 'UNCONFIRMED'")
    long deleteUnconfirmed(long id);
}
