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

    /**
     * The newest announced ones, and the one that an event is linked to already, whatever its age.
     *
     * @param linked its key as the event's row has it, or 0; never one that was only typed
     */
    @Query("(SELECT id, slug, title FROM consultation WHERE announced_at IS NOT NULL ORDER BY id DESC LIMIT 60)"
            + " UNION (SELECT id, slug, title FROM consultation WHERE id = :linked)")
    List<Linked> toChoose(long linked);

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
