package pl.kujawskopomorskie.ngo.events.teams;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Sector;

/**
 * A member of a team.
 *
 * @param id key of the row, null before it is saved
 * @param teamId of which team
 * @param formToken made with the form in which they were added
 * @param name of the person
 * @param role what they do in the team, possibly empty
 * @param sector whom they come from
 * @param body whom they represent, in words, possibly empty
 * @param organisationId the same in the directory, or null
 * @param shown whether everybody may see the name; otherwise they see the sector alone
 * @param memberFrom first day
 * @param memberTo last day, or null while nobody knows one
 * @param revision counts changes
 */
@MappedEntity("team_member")
public record TeamMember(
        @Id @GeneratedValue @Nullable Long id,
        long teamId,
        String formToken,
        String name,
        String role,
        Sector sector,
        String body,
        @Nullable Long organisationId,
        boolean shown,
        LocalDate memberFrom,
        @Nullable LocalDate memberTo,
        @Version int revision) {

    /** The key of a member that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The member has not been saved");
        }
        return id;
    }
}
