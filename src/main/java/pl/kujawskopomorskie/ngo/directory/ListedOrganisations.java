package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Organisations that everybody may see. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ListedOrganisations extends GenericRepository<Organisation, Long> {

    /**
     * Those that fit, after the change of a number, in the order of changes, told apart by what an index alone knows: few
     * may fit, and a row is wide. The index is named, because MySQL would rather read rows by another one. An empty text
     * or a no asks for nothing.
     */
    @Query("SELECT id, change_number FROM organisation FORCE INDEX (organisation_by_change)"
            + " WHERE change_number > :after AND listed_at IS NOT NULL AND merged_into IS NULL"
            + " AND (:county = '' OR county_teryt = :county)"
            + " AND (:legalForm = '' OR legal_form = :legalForm)"
            + " AND (:state = '' OR state = :state)"
            + " AND (:publicBenefit = FALSE OR public_benefit = TRUE)"
            + " AND (:socialEconomy = FALSE OR social_economy = TRUE)"
            + " AND (:sphere = '' OR EXISTS (SELECT 1 FROM organisation_sphere s"
            + " WHERE s.organisation_id = organisation.id AND s.sphere = :sphere))"
            + " ORDER BY change_number LIMIT :limit")
    List<Changed> changedAfter(
            long after,
            String county,
            String legalForm,
            String state,
            boolean publicBenefit,
            boolean socialEconomy,
            String sphere,
            int limit);

    /** Those that everybody could see and that turned out to be another one, after the change of a number. */
    @Query("SELECT o.slug, o.change_number, s.slug AS merged_into FROM organisation o"
            + " LEFT JOIN organisation s ON s.id = o.merged_into AND s.listed_at IS NOT NULL AND s.merged_into IS NULL"
            + " WHERE o.merged_into IS NOT NULL AND o.listed_at IS NOT NULL AND o.change_number > :after"
            + " ORDER BY o.change_number LIMIT :limit")
    List<Gone> goneAfter(long after, int limit);

    /** Those that follow a row, in the order in which they were entered. */
    @Query("SELECT * FROM organisation WHERE id > :after AND listed_at IS NOT NULL AND merged_into IS NULL"
            + " ORDER BY id LIMIT :limit")
    List<Organisation> after(long after, int limit);

    /**
     * A row that fits.
     *
     * @param id its key
     * @param changeNumber of its last change
     */
    @Introspected
    record Changed(long id, long changeNumber) {}

    /**
     * An entry that is none any more.
     *
     * @param slug of its own
     * @param changeNumber at which it went
     * @param mergedInto slug of the entry that stands for it, null when that one is not public
     */
    @Introspected
    record Gone(String slug, long changeNumber, @Nullable String mergedInto) {}
}
