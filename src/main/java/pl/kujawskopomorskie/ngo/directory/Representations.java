package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Rows of who speaks for whom. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Representations extends GenericRepository<Representation, Long> {

    /** Saves a new one. A second living one of a person in an organisation is refused by the database. */
    Representation save(Representation representation);

    Representation update(Representation representation);

    /** One of an organisation's, locked until the transaction ends. */
    @Query("SELECT * FROM representation WHERE id = :id AND organisation_id = :organisationId FOR UPDATE")
    Optional<Representation> lock(long id, long organisationId);

    /** The one that holds or waits, of a person in an organisation. */
    @Query("SELECT * FROM representation WHERE organisation_id = :organisationId AND person_id = :personId AND living = 1")
    Optional<Representation> living(long organisationId, long personId);

    /** The organisations that a person speaks for now, by name. */
    @Query("SELECT o.id AS organisation_id, o.slug, o.name, r.kind FROM representation r"
            + " JOIN organisation o ON o.id = r.organisation_id"
            + " WHERE r.person_id = :personId AND r.living = 1 AND r.accepted = TRUE AND o.listed_at IS NOT NULL"
            + " AND o.merged_into IS NULL AND o.state <> 'STRUCK_OFF' ORDER BY o.name, o.id")
    List<Voice> voicesOf(long personId);

    /**
     * An organisation that a person speaks for.
     *
     * @param organisationId its key
     * @param slug its public name
     * @param name its name
     * @param kind what the person may do for it
     */
    @Introspected
    record Voice(long organisationId, String slug, String name, Representation.Kind kind) {

        /** Whether the person may submit and decide in its name. */
        public boolean representative() {
            return kind == Representation.Kind.REPRESENTATIVE;
        }
    }
}
