package pl.kujawskopomorskie.ngo.events.advisory;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.AdviceGiven;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;

/**
 * Advice that was given, as the office confirmed it.
 *
 * @param id key of the row, null before it is saved
 * @param bookingId of the slot's booking, or null outside slots
 * @param formToken made with the form, of advice outside slots
 * @param adviserId by whom
 * @param givenOn the day
 * @param subject what it was about
 * @param way how
 * @param quarters of an hour
 * @param organisationId of the directory, or null
 * @param organisationName to whom, possibly empty
 * @param note the office's own
 * @param createdAt when it was written down
 * @param createdBy by whom
 * @param revision counts changes
 */
@MappedEntity("advice")
public record Advice(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long bookingId,
        @Nullable String formToken,
        long adviserId,
        LocalDate givenOn,
        AdviceSubject subject,
        AdviceWay way,
        int quarters,
        @Nullable Long organisationId,
        String organisationName,
        String note,
        Instant createdAt,
        @Nullable Long createdBy,
        @Version int revision) {

    /** The key of one that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The advice has not been saved");
        }
        return id;
    }

    /** How long it took. */
    public BigDecimal hours() {
        return AdviceGiven.hours(quarters);
    }
}
