package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history of organisations' data; it only grows. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface OrganisationChanges extends GenericRepository<OrganisationChange, Long> {

    void saveAll(Iterable<OrganisationChange> changes);

    /**
     * Changes of an organisation before one that is known, the last first, each with who made it; histories of entries that were
     * merged into it too.
     */
    @Query(
            "SELECT c.id, c.field, c.old_value, c.new_value, c.source, c.changed_at, p.display_name, o.name AS entry_name,"
                    + " o.merged_into FROM organisation_change c JOIN organisation o ON o.id = c.organisation_id"
                    + " LEFT JOIN person p ON p.id = c.changed_by"
                    + " WHERE c.organisation_id IN (SELECT id FROM organisation WHERE id = :organisationId"
                    + " UNION ALL SELECT id FROM organisation WHERE merged_into = :organisationId) AND c.id < :before"
                    + " ORDER BY c.id DESC LIMIT :limit")
    List<Told> told(long organisationId, long before, int limit);

    /**
     * A change, as the history tells it.
     *
     * @param id key of the row
     * @param field which fact
     * @param oldValue as {@link OrganisationFacts#text} gives it
     * @param newValue likewise
     * @param source from where the change came
     * @param changedAt when
     * @param displayName who changed it, null when the portal did it itself
     * @param entryName name of the entry that was changed
     * @param mergedInto key of the entry that it was merged into later, or null
     */
    @Introspected
    record Told(
            long id,
            OrganisationField field,
            String oldValue,
            String newValue,
            ChangeSource source,
            Instant changedAt,
            @Nullable String displayName,
            String entryName,
            @Nullable Long mergedInto) {}
}
