package pl.kujawskopomorskie.ngo.events.advisory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Who booked without an account opens the link in the mail: the address is theirs, and the slot too. */
@Singleton
public class ConfirmingAdvice {

    private final AdvisorySlots slots;
    private final Advisers advisers;
    private final AdvisoryBookings bookings;
    private final AdvisoryLetters letters;
    private final Outbox outbox;
    private final JobQueue jobs;
    private final AuditLog audit;
    private final Clock clock;

    ConfirmingAdvice(
            AdvisorySlots slots,
            Advisers advisers,
            AdvisoryBookings bookings,
            AdvisoryLetters letters,
            Outbox outbox,
            JobQueue jobs,
            AuditLog audit,
            Clock clock) {
        this.slots = slots;
        this.advisers = advisers;
        this.bookings = bookings;
        this.letters = letters;
        this.outbox = outbox;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Confirms; done twice it is done once. */
    @Transactional
    public Confirming confirm(String token) {
        var found = bookings.ofLink(AdvisoryTokens.hash(token)).orElse(null);
        if (found == null) {
            return Confirming.NOT_FOUND;
        }
        var slot = slots.lock(found.slotId()).orElseThrow();
        var now = OfficeTime.now(clock);
        var booking = bookings.lock(found.key()).orElseThrow();
        if (booking.confirmedAt() != null && booking.endedAt() == null) {
            return Confirming.DONE;
        }
        var adviser = advisers.lockForReading(slot.adviserId()).orElseThrow();
        if (!booking.livesAt(now) || adviser.leftAt() != null) {
            return Confirming.TOO_LATE;
        }
        bookings.confirm(booking.key(), now);
        var confirmed = bookings.findById(booking.key()).orElseThrow();
        outbox.put(letters.standing(confirmed, slot, adviser, now));
        RemindingOfAdvice.plan(jobs, confirmed, slot, now);
        audit.record(null, "ADVICE_CONFIRMED", "slot", String.valueOf(slot.key()), "");
        return Confirming.DONE;
    }

    /** What came of opening the link. */
    public enum Confirming {
        /** It is confirmed. */
        DONE,
        /** Its time is over, it was taken back, or its adviser left. */
        TOO_LATE,
        /** There is no such link. */
        NOT_FOUND
    }
}
