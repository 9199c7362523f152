package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Organisations that everybody may see. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ListedOrganisations extends GenericRepository<Organisation, Long> {

    /** Those that fit, after the change of a number, in the order of changes. An empty text or a no asks for nothing. */
    @Query("SELECT * FROM organisation WHERE listed_at IS NOT NULL AND merged_into IS NULL AND change_number > :after"
            + " AND (:county = '' OR county_teryt = :county)"
            + " AND (:legalForm = '' OR legal_form = :legalForm)"
            + " AND (:state = '' OR state = :state)"
            + " AND (:publicBenefit = FALSE OR public_benefit = TRUE)"
            + " AND (:socialEconomy = FALSE OR social_economy = TRUE)"
            + " AND (:sphere = '' OR EXISTS (SELECT 1 FROM organisation_sphere s"
            + " WHERE s.organisation_id = organisation.id AND s.sphere = :sphere))"
            + " ORDER BY change_number LIMIT :limit")
    List<Organisation> changedAfter(
            long after,
            String county,
            String legalForm,
            String state,
            boolean publicBenefit,
            boolean socialEconomy,
            String sphere,
            int limit);

    /** Those that follow a row, in the order in which they were entered. */
    @Query("SELECT * FROM organisation WHERE id > :after AND listed_at IS NOT NULL AND merged_into IS NULL"
            + " ORDER BY id LIMIT :limit")
    List<Organisation> after(long after, int limit);
}
