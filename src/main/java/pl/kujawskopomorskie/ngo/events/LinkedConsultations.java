package pl.kujawskopomorskie.ngo.events;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Announced consultations, as far as a meeting of one names it. The module of consultations knows nothing of events. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface LinkedConsultations extends GenericRepository<Event, Long> {

    /** The newest, and the one of a key whatever its age (0 for none). */
    @Query("(SELECT id, slug, title FROM consultation WHERE announced_at IS NOT NULL ORDER BY id DESC LIMIT 60)"
            + " UNION (SELECT id, slug, title FROM consultation WHERE id = :chosen)")
    List<Linked> toChoose(long chosen);

    /**
     * A consultation.
     *
     * @param id its key
     * @param slug in its address
     * @param title as announced
     */
    @Introspected
    record Linked(long id, String slug, String title) {}
}
