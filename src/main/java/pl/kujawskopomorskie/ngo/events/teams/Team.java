package pl.kujawskopomorskie.ngo.events.teams;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A team, as its row keeps it.
 *
 * @param id key of the row, null before it is saved
 * @param slug its name in addresses; never changes
 * @param formToken made with the form in which it was begun
 * @param name of the team
 * @param purpose what it is for
 * @param actName by which it was founded, possibly empty
 * @param actNumber of that act, possibly empty
 * @param actDate of that act, or null
 * @param actLink to that act, possibly empty
 * @param activeFrom its first day
 * @param activeTo its last day, or null while nobody knows one
 * @param createdAt when it was written down
 * @param createdBy by whom
 * @param changedAt when it was last changed
 * @param revision counts changes, so that two clerks never overwrite each other unseen
 */
@MappedEntity("team")
public record Team(
        @Id @GeneratedValue @Nullable Long id,
        String slug,
        String formToken,
        String name,
        String purpose,
        String actName,
        String actNumber,
        @Nullable LocalDate actDate,
        String actLink,
        LocalDate activeFrom,
        @Nullable LocalDate activeTo,
        Instant createdAt,
        @Nullable Long createdBy,
        Instant changedAt,
        @Version int revision) {

    /** The key of a team that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("Team " + slug + " has not been saved");
        }
        return id;
    }

    /** Whether its last day is over. */
    public boolean endedBy(LocalDate today) {
        return activeTo != null && activeTo.isBefore(today);
    }

    /** The day on which to look at who is in it: today, or the nearest day of its time. */
    public LocalDate dayToLookAt(LocalDate today) {
        if (today.isBefore(activeFrom)) {
            return activeFrom;
        }
        return activeTo != null && activeTo.isBefore(today) ? activeTo : today;
    }

    /** Whether anything is known of the act by which it was founded. */
    public boolean founded() {
        return !(actName.isEmpty() && actNumber.isEmpty() && actDate == null && actLink.isEmpty());
    }
}
