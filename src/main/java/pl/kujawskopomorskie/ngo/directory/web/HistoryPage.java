package pl.kujawskopomorskie.ngo.directory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationChange;

/**
 * What changed in an organisation's data.
 *
 * @param organisation whose
 * @param changes the last first
 * @param next link to older ones, or null
 */
record HistoryPage(
        Organisation organisation,
        List<OrganisationChange> changes,
        @Nullable String next) {}
