package pl.kujawskopomorskie.ngo.directory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.directory.PublicDirectory;
import pl.kujawskopomorskie.ngo.directory.PublicOrganisation;

/** What {@code /api/v1/organisations} answers besides the organisations themselves. */
final class OpenDirectory {

    private OpenDirectory() {}

    /**
     * One page of a list.
     *
     * @param items of the page, in the order of their last changes
     * @param gone those that turned out to be others since the cursor, in the same order
     * @param next address of the page that follows, or null on the last
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OrganisationList(
            List<PublicOrganisation> items,
            List<PublicDirectory.Gone> gone,
            @Nullable String next) {}
}
