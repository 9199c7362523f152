package pl.kujawskopomorskie.ngo.events.advisory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A booking ends: taken back by who made it, cancelled by the office, or because the link in its mail was not opened in time. */
@Singleton
public class EndingAdvice {

    /** Until how long before a slot who booked it can take that back. */
    public static final Duration NOTICE = Duration.ofHours(2);

    private static final int LONGEST_REASON = 1000;

    private final AdvisorySlots slots;
    private final Advisers advisers;
    private final AdvisoryBookings bookings;
    private final AdvisoryLetters letters;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    EndingAdvice(
            AdvisorySlots slots,
            Advisers advisers,
            AdvisoryBookings bookings,
            AdvisoryLetters letters,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.slots = slots;
        this.advisers = advisers;
        this.bookings = bookings;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who has the link takes the booking back. Done twice it is done once. */
    @Transactional
    public Ending takeBack(String token) {
        var found = bookings.ofLink(AdvisoryTokens.hash(token)).orElse(null);
        if (found == null) {
            return new Ending.NotFound();
        }
        var slot = slots.lock(found.slotId()).orElseThrow();
        var now = OfficeTime.now(clock);
        var booking = bookings.lock(found.key()).orElseThrow();
        if (booking.endedAt() != null) {
            return new Ending.Done();
        }
        if (!mayTakeBack(slot, now)) {
            return new Ending.TooLate();
        }
        end(booking, slot, AdvisoryBooking.End.CANCELLED, "", null, now);
        return new Ending.Done();
    }

    /** Whether who booked a slot can still take that back. */
    public static boolean mayTakeBack(AdvisorySlot slot, Instant now) {
        return !now.isAfter(slot.startsAt().minus(NOTICE));
    }

    /**
     * The office cancels a booking of a slot that is not over.
     *
     * @param reason told to who booked
     * @param withdrawsSlot whether nobody else shall book the slot
     */
    @Transactional
    public Ending cancel(long slotId, String reason, boolean withdrawsSlot, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new Ending.Forbidden();
        }
        var slot = slots.lock(slotId).orElse(null);
        if (slot == null) {
            return new Ending.NotFound();
        }
        var errors = FormErrors.none()
                .unless(!reason.isEmpty(), "reason", "advisory.cancel.reason.missing")
                .unless(Typed.length(reason) <= LONGEST_REASON, "reason", "forms.tooLong", LONGEST_REASON);
        if (errors.any()) {
            return new Ending.Invalid(errors);
        }
        var now = OfficeTime.now(clock);
        var booking =
                bookings.living(slotId).filter(found -> found.livesAt(now)).orElse(null);
        if (booking == null || !now.isBefore(slot.endsAt())) {
            return new Ending.TooLate();
        }
        end(booking, slot, AdvisoryBooking.End.BY_OFFICE, reason, actor.personId(), now);
        if (withdrawsSlot) {
            slots.withdraw(slotId, now);
        }
        return new Ending.Done();
    }

    /** Nobody opened the link of the mail within the time: the slot is free. */
    @Transactional
    public void lapse(long bookingId) {
        var found = bookings.findById(bookingId).orElse(null);
        if (found == null) {
            return;
        }
        var slot = slots.lock(found.slotId()).orElseThrow();
        var now = OfficeTime.now(clock);
        var booking = bookings.lock(bookingId).orElseThrow();
        if (booking.endedAt() == null && !booking.livesAt(now)) {
            bookings.end(bookingId, AdvisoryBooking.End.NOT_CONFIRMED, "", now);
            audit.record(null, "ADVICE_ENDED", "slot", String.valueOf(slot.key()), "not confirmed");
        }
    }

    /** Gives back the slot of somebody who is forgotten, in the transaction in which they are; nobody is told any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(long bookingId) {
        var found = bookings.findById(bookingId).orElseThrow();
        slots.lock(found.slotId());
        bookings.end(bookingId, AdvisoryBooking.End.CANCELLED, "", OfficeTime.now(clock));
    }

    private void end(
            AdvisoryBooking booking,
            AdvisorySlot slot,
            AdvisoryBooking.End why,
            String reason,
            @Nullable Long by,
            Instant now) {
        if (bookings.end(booking.key(), why, reason, now) == 1) {
            audit.record(by, "ADVICE_ENDED", "slot", String.valueOf(slot.key()), reason);
            // Who takes back one that is only held has no need of a mail; what the office cancels is always told, with
            // the reason.
            if (booking.confirmedAt() != null || why == AdvisoryBooking.End.BY_OFFICE) {
                outbox.put(letters.ended(
                        booking, slot, advisers.findById(slot.adviserId()).orElseThrow(), reason, now));
            }
        }
    }

    /** What came of it. */
    public sealed interface Ending {

        /** The slot is free. */
        record Done() implements Ending {}

        /** It is too late for that. */
        record TooLate() implements Ending {}

        /** Something stated is wrong. */
        record Invalid(FormErrors errors) implements Ending {}

        /** This person may not. */
        record Forbidden() implements Ending {}

        /** There is no such booking. */
        record NotFound() implements Ending {}
    }
}
