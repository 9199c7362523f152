package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fact of an organisation that became another.
 *
 * @param id key of the row
 * @param organisationId whose fact it is
 * @param field which fact
 * @param oldValue as {@link OrganisationFacts#text} gives it
 * @param newValue likewise
 * @param source from where the change came
 * @param changedAt when
 * @param changedBy by whom, null when the portal did it itself
 */
@MappedEntity("organisation_change")
public record OrganisationChange(
        @Id @GeneratedValue @Nullable Long id,
        long organisationId,
        OrganisationField field,
        String oldValue,
        String newValue,
        ChangeSource source,
        Instant changedAt,
        @Nullable Long changedBy) {}
