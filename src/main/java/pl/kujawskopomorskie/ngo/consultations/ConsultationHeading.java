package pl.kujawskopomorskie.ngo.consultations;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * What stands above a page that belongs to a consultation. Unlike {@link ConsultationOverview} it says nothing of how many
 * remarks there are, so it costs the same for ten and for a hundred thousand.
 *
 * @param id key of its row
 * @param slug its name in addresses
 * @param reference public number, empty before it is announced
 * @param title of the draft
 * @param state where it is, now
 * @param opensAt first moment of the term
 * @param closesAt first moment after the term
 * @param cancelledAt when it was cancelled, if it was
 * @param now the moment at which all this is so
 */
public record ConsultationHeading(
        long id,
        String slug,
        String reference,
        String title,
        ConsultationState state,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Instant cancelledAt,
        Instant now) {

    /** Days left until the last day of the term: 0 on the last day itself; 0 too when the term is over or not set. */
    public long daysLeft() {
        return daysLeft(closesAt, now);
    }

    static long daysLeft(@Nullable Instant closesAt, Instant now) {
        if (closesAt == null || !now.isBefore(closesAt)) {
            return 0;
        }
        return ChronoUnit.DAYS.between(OfficeTime.day(now), OfficeTime.day(closesAt.minus(Duration.ofNanos(1))));
    }
}
