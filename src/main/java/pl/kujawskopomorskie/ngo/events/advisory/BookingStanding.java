package pl.kujawskopomorskie.ngo.events.advisory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a booking stands for who made it; it follows from its moments and those of its slot. */
public enum BookingStanding {
    /** The slot waits for the link in the mail to be opened. */
    TO_CONFIRM,
    /** The talk is to come. */
    CONFIRMED,
    /** The talk is over. */
    PAST,
    /** Its time is over, and nobody came. */
    MISSED,
    /** Taken back by who made it. */
    TAKEN_BACK,
    /** The link in the mail was not opened in time. */
    NOT_CONFIRMED,
    /** Cancelled by the office. */
    BY_OFFICE;

    /** Whether nothing comes of it any more, because it ended before its slot. */
    public boolean ended() {
        return this == TAKEN_BACK || this == NOT_CONFIRMED || this == BY_OFFICE;
    }

    /**
     * The standing at a moment.
     *
     * @param endsAt when the slot ends
     */
    static BookingStanding of(
            AdvisoryBooking.@Nullable End endedWhy,
            @Nullable Instant confirmedAt,
            @Nullable Instant confirmBy,
            @Nullable Instant missedAt,
            Instant endsAt,
            Instant now) {
        if (endedWhy != null) {
            return switch (endedWhy) {
                case CANCELLED -> TAKEN_BACK;
                case NOT_CONFIRMED -> NOT_CONFIRMED;
                case BY_OFFICE -> BY_OFFICE;
            };
        }
        if (confirmedAt == null) {
            return confirmBy != null && now.isBefore(confirmBy) ? TO_CONFIRM : NOT_CONFIRMED;
        }
        if (now.isBefore(endsAt)) {
            return CONFIRMED;
        }
        return missedAt == null ? PAST : MISSED;
    }
}
