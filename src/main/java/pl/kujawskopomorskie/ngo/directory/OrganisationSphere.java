package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.core.annotation.Introspected;

/**
 * One sphere that an organisation works in.
 *
 * @param organisationId key of the organisation
 * @param sphere point of article 4(1), see {@link PublicTaskSphere}
 */
@Introspected
public record OrganisationSphere(long organisationId, String sphere) {}
