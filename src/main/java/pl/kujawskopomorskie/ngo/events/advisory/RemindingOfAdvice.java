package pl.kujawskopomorskie.ngo.events.advisory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Reminds who booked a slot, a day before it. Who books later than that needs no reminder. */
@Singleton
class RemindingOfAdvice implements Job {

    static final String NAME = "remind-of-advice";

    private static final Duration BEFORE = Duration.ofDays(1);

    private final AdvisorySlots slots;
    private final Advisers advisers;
    private final AdvisoryBookings bookings;
    private final AdvisoryLetters letters;
    private final Outbox outbox;
    private final Clock clock;

    RemindingOfAdvice(
            AdvisorySlots slots,
            Advisers advisers,
            AdvisoryBookings bookings,
            AdvisoryLetters letters,
            Outbox outbox,
            Clock clock) {
        this.slots = slots;
        this.advisers = advisers;
        this.bookings = bookings;
        this.letters = letters;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Asks for the reminder of a confirmed booking, in the transaction in which it is confirmed. */
    static void plan(JobQueue jobs, AdvisoryBooking booking, AdvisorySlot slot, Instant now) {
        var at = slot.startsAt().minus(BEFORE);
        if (now.isBefore(at)) {
            jobs.addAt(NAME, String.valueOf(booking.key()), String.valueOf(booking.key()), at);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional
    public void run(String data) {
        var now = OfficeTime.now(clock);
        var booking = bookings.findById(Long.valueOf(data)).orElse(null);
        if (booking == null || booking.endedAt() != null || booking.email().isEmpty()) {
            return;
        }
        var slot = slots.findById(booking.slotId()).orElseThrow();
        if (now.isBefore(slot.startsAt()) && bookings.remind(booking.key(), now) == 1) {
            outbox.put(letters.reminder(
                    booking, slot, advisers.findById(slot.adviserId()).orElseThrow()));
        }
    }
}
