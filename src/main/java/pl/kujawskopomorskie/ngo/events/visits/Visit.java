package pl.kujawskopomorskie.ngo.events.visits;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A visit, as its row keeps it; who went has rows of its own.
 *
 * @param id key of the row, null before it is saved
 * @param slug its name in addresses; never changes
 * @param formToken made with the form in which it was written down
 * @param organisationId the organisation in the directory, or null
 * @param organisationName as it was called on that day
 * @param visitedOn the day
 * @param purpose what for
 * @param task the public task that was looked at, in words, possibly empty
 * @param commissioned whether the office had commissioned that task, so that the programme counts the visit
 * @param summary short report for everybody, possibly empty
 * @param notes of the office alone, possibly empty
 * @param shown whether everybody may know of it
 * @param madeAt when a clerk said that it was made, or null
 * @param cancelledAt when it was cancelled, or null
 * @param cancelReason why
 * @param createdAt when it was written down
 * @param createdBy by whom
 * @param changedAt when it was last changed
 * @param revision counts changes, so that two clerks never overwrite each other unseen
 */
@MappedEntity("visit")
public record Visit(
        @Id @GeneratedValue @Nullable Long id,
        String slug,
        String formToken,
        @Nullable Long organisationId,
        String organisationName,
        LocalDate visitedOn,
        String purpose,
        String task,
        boolean commissioned,
        String summary,
        String notes,
        boolean shown,
        @Nullable Instant madeAt,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        Instant createdAt,
        @Nullable Long createdBy,
        Instant changedAt,
        @Version int revision) {

    /** The key of a visit that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("Visit " + slug + " has not been saved");
        }
        return id;
    }

    /** Its state on a day. */
    public VisitState state(LocalDate today) {
        return VisitState.of(madeAt != null, cancelledAt != null, visitedOn, today);
    }
}
