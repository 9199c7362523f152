package pl.kujawskopomorskie.ngo.events.advisory;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time at which an adviser can be booked.
 *
 * @param id key of the row, null before it is saved
 * @param adviserId whose
 * @param startsAt when it begins
 * @param endsAt when it ends
 * @param way how the advice is given
 * @param place a room, or the address of a call that only who booked may see
 * @param withdrawnAt since when nobody can book it, or null
 * @param createdAt when it was published
 * @param createdBy by whom
 */
@MappedEntity("advisory_slot")
public record AdvisorySlot(
        @Id @GeneratedValue @Nullable Long id,
        long adviserId,
        Instant startsAt,
        Instant endsAt,
        AdviceWay way,
        String place,
        @Nullable Instant withdrawnAt,
        Instant createdAt,
        @Nullable Long createdBy) {

    /** The key of one that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The slot has not been saved");
        }
        return id;
    }

    /** Whether it may be booked at a moment, as far as it depends on the slot itself. */
    public boolean opensAt(Instant now) {
        return withdrawnAt == null && now.isBefore(startsAt);
    }

    /** What everybody may know of where it is: the address of a call is for who booked. */
    public String publicPlace() {
        return way == AdviceWay.ON_SITE ? place : "";
    }
}
