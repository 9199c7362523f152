package pl.kujawskopomorskie.ngo.events.advisory;

import io.micronaut.data.exceptions.OptimisticLockException;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Races;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * After a slot a clerk confirms how long the advice took, or that nobody came; advice outside slots, by phone for example, is written
 * down. Only what is confirmed here counts.
 */
@Singleton
public class SettlingAdvice {

    private final AdvisorySlots slots;
    private final Advisers advisers;
    private final AdvisoryBookings bookings;
    private final Advices advices;
    private final AuditLog audit;
    private final Clock clock;

    SettlingAdvice(
            AdvisorySlots slots,
            Advisers advisers,
            AdvisoryBookings bookings,
            Advices advices,
            AuditLog audit,
            Clock clock) {
        this.slots = slots;
        this.advisers = advisers;
        this.bookings = bookings;
        this.advices = advices;
        this.audit = audit;
        this.clock = clock;
    }

    /** How a booking is settled, in words that change whenever that does: a form carries them, so that none overwrites another unseen. */
    public static String standing(AdvisoryBooking booking, @Nullable Advice advice) {
        if (advice != null) {
            return "advice " + advice.key() + "/" + advice.revision();
        }
        return booking.missedAt() == null ? "open" : "missed";
    }

    /**
     * Confirms what was done in a slot that is over; again, when it was confirmed wrongly.
     *
     * @param standing of the booking when the clerk opened the form
     * @param missed whether nobody came, so that nothing else is asked
     */
    @Transactional
    public Settling settle(long slotId, String standing, boolean missed, AdviceEntry entry, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new Settling.Forbidden();
        }
        var slot = slots.lock(slotId).orElse(null);
        if (slot == null) {
            return new Settling.NotFound();
        }
        var now = OfficeTime.now(clock);
        var booking = bookings.living(slotId)
                .filter(found -> found.confirmedAt() != null)
                .orElse(null);
        if (booking == null || now.isBefore(slot.endsAt())) {
            return new Settling.WrongMoment();
        }
        var before = advices.findByBookingId(booking.key()).orElse(null);
        var stale = !standing.equals(standing(booking, before));
        if (missed) {
            if (booking.missedAt() != null) {
                return new Settling.Done();
            }
            if (stale) {
                return new Settling.Stale();
            }
            if (before != null) {
                advices.delete(before.key());
            }
            bookings.miss(booking.key(), now);
            audit.record(actor.personId(), "ADVICE_MISSED", "slot", String.valueOf(slotId), hours(before));
            return new Settling.Done();
        }
        var errors = entry.checkDone();
        var subject = entry.subject();
        if (errors.any() || subject == null) {
            return new Settling.Invalid(errors);
        }
        if (before != null
                && before.quarters() == entry.quarters()
                && before.subject() == subject
                && before.note().equals(entry.note())) {
            return new Settling.Done();
        }
        if (stale) {
            return new Settling.Stale();
        }
        bookings.miss(booking.key(), null);
        var advice = new Advice(
                before == null ? null : before.id(),
                booking.key(),
                null,
                slot.adviserId(),
                OfficeTime.day(slot.startsAt()),
                subject,
                slot.way(),
                entry.quarters(),
                booking.organisationId(),
                booking.organisationName(),
                entry.note(),
                before == null ? now : before.createdAt(),
                actor.personId(),
                before == null ? 0 : before.revision());
        if (before == null) {
            advices.save(advice);
        } else {
            advices.update(advice);
        }
        audit.record(
                actor.personId(),
                "ADVICE_SETTLED",
                "slot",
                String.valueOf(slotId),
                before == null
                        ? advice.hours().toPlainString()
                        : hours(before) + " > " + advice.hours().toPlainString());
        return new Settling.Done();
    }

    private static String hours(@Nullable Advice advice) {
        return advice == null ? "" : advice.hours().toPlainString();
    }

    /** Writes down advice that was given outside slots, once, however often the form is sent. */
    public Settling write(AdviceEntry entry, Actor actor) {
        return Races.run(() -> writeOnce(entry, actor));
    }

    /** One try. */
    @Transactional
    protected Settling writeOnce(AdviceEntry entry, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new Settling.Forbidden();
        }
        if (advices.findByFormToken(entry.formToken()).isPresent()) {
            return new Settling.Done();
        }
        var checked = checked(entry);
        if (checked.errors().any()) {
            return new Settling.Invalid(checked.errors());
        }
        var saved = advices.save(checked.advice(entry.formToken(), null, OfficeTime.now(clock), actor.personId()));
        audit.record(
                actor.personId(),
                "ADVICE_WRITTEN",
                "advice",
                String.valueOf(saved.key()),
                saved.hours().toPlainString());
        return new Settling.Done();
    }

    /**
     * Corrects advice that was written down outside slots.
     *
     * @param revision of the row when the clerk opened the form
     */
    @Transactional
    public Settling correct(long id, int revision, AdviceEntry entry, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new Settling.Forbidden();
        }
        var old =
                advices.findById(id).filter(found -> found.bookingId() == null).orElse(null);
        if (old == null) {
            return new Settling.NotFound();
        }
        var checked = checked(entry);
        if (checked.errors().any()) {
            return new Settling.Invalid(checked.errors());
        }
        if (old.revision() != revision) {
            return new Settling.Stale();
        }
        try {
            var saved = advices.update(
                    checked.advice(String.valueOf(old.formToken()), old, old.createdAt(), actor.personId()));
            audit.record(
                    actor.personId(),
                    "ADVICE_CORRECTED",
                    "advice",
                    String.valueOf(id),
                    old.hours().toPlainString() + " > " + saved.hours().toPlainString());
            return new Settling.Done();
        } catch (OptimisticLockException e) {
            return new Settling.Stale();
        }
    }

    /** Deletes advice that was written down by mistake; the log keeps that it was. */
    @Transactional
    public Settling delete(long id, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new Settling.Forbidden();
        }
        var old =
                advices.findById(id).filter(found -> found.bookingId() == null).orElse(null);
        if (old == null || advices.delete(id) == 0) {
            return new Settling.NotFound();
        }
        audit.record(
                actor.personId(),
                "ADVICE_DELETED",
                "advice",
                String.valueOf(id),
                old.givenOn() + ", " + old.hours().toPlainString());
        return new Settling.Done();
    }

    private Checked checked(AdviceEntry entry) {
        var errors = entry.check(OfficeTime.today(clock));
        var known =
                entry.adviserId() > 0 && advisers.findById(entry.adviserId()).isPresent();
        return new Checked(errors.unless(known, "adviser", "advisory.slots.adviser.missing"), entry);
    }

    /** What came of it. */
    public sealed interface Settling {

        /** It is noted. */
        record Done() implements Settling {}

        /** Something stated is wrong. */
        record Invalid(FormErrors errors) implements Settling {}

        /** Somebody else changed it meanwhile. */
        record Stale() implements Settling {}

        /** The slot is not over, or nobody had it. */
        record WrongMoment() implements Settling {}

        /** This person may not. */
        record Forbidden() implements Settling {}

        /** There is no such thing. */
        record NotFound() implements Settling {}
    }

    private record Checked(FormErrors errors, AdviceEntry entry) {

        Advice advice(String formToken, @Nullable Advice old, Instant createdAt, long by) {
            return new Advice(
                    old == null ? null : old.id(),
                    null,
                    formToken,
                    entry.adviserId(),
                    Objects.requireNonNull(entry.givenOn()),
                    Objects.requireNonNull(entry.subject()),
                    Objects.requireNonNull(entry.way()),
                    entry.quarters(),
                    old == null ? null : old.organisationId(),
                    entry.organisation(),
                    entry.note(),
                    createdAt,
                    by,
                    old == null ? 0 : old.revision());
        }
    }
}
