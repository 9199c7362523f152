package pl.kujawskopomorskie.ngo.events.advisory;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Who has the link of a booking sees it; who has the account sees their own; the office sees all. */
@Singleton
public class LookingAtAdvice {

    private static final int MOST_OWN = 200;

    private final AdvisorySlots slots;
    private final Advisers advisers;
    private final AdvisoryBookings bookings;
    private final Advices advices;
    private final AdvisoryTokens tokens;
    private final Clock clock;

    LookingAtAdvice(
            AdvisorySlots slots,
            Advisers advisers,
            AdvisoryBookings bookings,
            Advices advices,
            AdvisoryTokens tokens,
            Clock clock) {
        this.slots = slots;
        this.advisers = advisers;
        this.bookings = bookings;
        this.advices = advices;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The booking of a link. */
    public Optional<Held> of(String token) {
        return bookings.ofLink(AdvisoryTokens.hash(token)).map(booking -> {
            var slot = slots.findById(booking.slotId()).orElseThrow();
            return new Held(slot, advisers.findById(slot.adviserId()).orElseThrow(), booking, null);
        });
    }

    /** A slot with its booking, if it has one at this moment, and with what was noted of it; for the office. */
    public Optional<Held> slot(long slotId) {
        return slots.findById(slotId).map(slot -> {
            var booking = bookings.living(slotId)
                    .filter(found -> found.livesAt(OfficeTime.now(clock)))
                    .orElse(null);
            return new Held(
                    slot,
                    advisers.findById(slot.adviserId()).orElseThrow(),
                    booking,
                    booking == null
                            ? null
                            : advices.findByBookingId(booking.key()).orElse(null));
        });
    }

    /** The path of a booking, for its own person only. */
    public Optional<String> path(AdvisoryBooking booking, Actor actor) {
        return booking.personId() != null && booking.personId() == actor.personId()
                ? Optional.of(tokens.path(booking.key()))
                : Optional.empty();
    }

    /**
     * The bookings of a person's account, the latest slot first. What waits for the mail of another address to be opened has no link
     * here: that somebody reads that address is just what the link proves.
     */
    public List<OwnBooking> own(Actor actor) {
        return bookings.ofPerson(actor.personId(), MOST_OWN).stream()
                .map(row -> new OwnBooking(
                        row,
                        row.confirmedAt() != null || AdvisoryBooking.isOwn(row.emailKey(), actor)
                                ? tokens.path(row.id())
                                : null))
                .toList();
    }

    /**
     * A slot and who has it.
     *
     * @param slot when and where
     * @param adviser with whom
     * @param booking of whom, or null while it is free
     * @param advice what was confirmed afterwards, or null
     */
    public record Held(
            AdvisorySlot slot,
            Adviser adviser,
            @Nullable AdvisoryBooking booking,
            @Nullable Advice advice) {}

    /**
     * A booking in the list of a person's own.
     *
     * @param row what it is
     * @param link to it, or null while only a mail to another address has it
     */
    public record OwnBooking(
            AdvisoryBookings.Own row, @Nullable String link) {}
}
