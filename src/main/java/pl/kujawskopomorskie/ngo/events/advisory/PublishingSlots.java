package pl.kujawskopomorskie.ngo.events.advisory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A clerk publishes slots of an adviser, one or a series, and takes free ones back. */
@Singleton
public class PublishingSlots {

    /** Most slots that one form publishes. */
    public static final int MOST = 300;

    private static final int SHORTEST = 10;
    private static final int LONGEST = 480;
    private static final int LONGEST_PLACE = 300;
    private static final int MONTHS_AHEAD = 13;

    private final Advisers advisers;
    private final AdvisorySlots slots;
    private final AdvisoryBookings bookings;
    private final AuditLog audit;
    private final Clock clock;

    PublishingSlots(Advisers advisers, AdvisorySlots slots, AdvisoryBookings bookings, AuditLog audit, Clock clock) {
        this.advisers = advisers;
        this.slots = slots;
        this.bookings = bookings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Publishes all times of a series but those that overlap a slot of the adviser, are over or do not exist; it says which.
     *
     * @param place a room or the address of a call
     */
    @Transactional
    public Publishing publish(long adviserId, SlotSeries series, AdviceWay way, String place, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new Publishing.Forbidden();
        }
        var now = OfficeTime.now(clock);
        // Who publishes for the same adviser waits here, so that no slot comes in between.
        var adviser =
                advisers.lock(adviserId).filter(found -> found.leftAt() == null).orElse(null);
        // Where nothing else is said, the adviser advises where they sit.
        var where = place.isEmpty() && way == AdviceWay.ON_SITE && adviser != null ? adviser.place() : place;
        var errors = check(series, way, where, OfficeTime.day(now));
        if (adviser == null) {
            errors = FormErrors.of("adviser", "advisory.slots.adviser.missing").and(errors);
        }
        if (errors.any() || adviser == null) {
            return new Publishing.Invalid(errors);
        }
        var planned = series.planned();
        errors = FormErrors.none()
                .unless(!planned.isEmpty(), "from", "advisory.slots.none")
                .unless(planned.size() <= MOST, "to", "advisory.slots.tooMany", MOST, planned.size());
        if (errors.any()) {
            return new Publishing.Invalid(errors);
        }
        var there = slots.between(
                adviserId,
                OfficeTime.startOf(series.from()),
                OfficeTime.endOf(series.to().plusDays(1)));
        var made = new ArrayList<AdvisorySlot>();
        var skipped = new ArrayList<Publishing.Skipped>();
        for (var each : planned) {
            var startsAt = each.startsAt();
            var endsAt = each.endsAt();
            if (startsAt == null || endsAt == null) {
                skipped.add(new Publishing.Skipped(each.wall(), Publishing.Why.NO_SUCH_HOUR));
            } else if (!now.isBefore(startsAt)) {
                skipped.add(new Publishing.Skipped(each.wall(), Publishing.Why.PAST));
            } else if (overlaps(there, startsAt, endsAt) || overlaps(made, startsAt, endsAt)) {
                skipped.add(new Publishing.Skipped(each.wall(), Publishing.Why.OVERLAPS));
            } else {
                made.add(new AdvisorySlot(null, adviserId, startsAt, endsAt, way, where, null, now, actor.personId()));
            }
        }
        slots.saveAll(made);
        if (!made.isEmpty()) {
            audit.record(actor.personId(), "SLOTS_PUBLISHED", "adviser", adviser.slug(), String.valueOf(made.size()));
        }
        return new Publishing.Done(adviser, made.size(), skipped);
    }

    /** Takes back a slot that nobody has booked. */
    @Transactional
    public Withdrawal withdraw(long slotId, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return Withdrawal.FORBIDDEN;
        }
        var slot = slots.lock(slotId).orElse(null);
        if (slot == null) {
            return Withdrawal.NOT_FOUND;
        }
        var now = OfficeTime.now(clock);
        if (bookings.living(slotId).filter(booking -> booking.livesAt(now)).isPresent()) {
            return Withdrawal.BOOKED;
        }
        if (slots.withdraw(slotId, now) == 1) {
            audit.record(actor.personId(), "SLOT_WITHDRAWN", "slot", String.valueOf(slotId), "");
        }
        return Withdrawal.DONE;
    }

    private static boolean overlaps(List<AdvisorySlot> slots, Instant startsAt, Instant endsAt) {
        return slots.stream().anyMatch(slot -> slot.startsAt().isBefore(endsAt) && startsAt.isBefore(slot.endsAt()));
    }

    private static FormErrors check(SlotSeries series, AdviceWay way, String place, LocalDate today) {
        return FormErrors.none()
                .unless(!series.from().isBefore(today), "from", "advisory.slots.past")
                .unless(!series.to().isBefore(series.from()), "to", "advisory.slots.backwards")
                .unless(!series.to().isAfter(today.plusMonths(MONTHS_AHEAD)), "to", "advisory.slots.far", MONTHS_AHEAD)
                .unless(!series.days().isEmpty(), "day-1", "advisory.slots.days.missing")
                .unless(series.start().isBefore(series.end()), "endTime", "advisory.slots.hours.backwards")
                .unless(
                        series.minutes() >= SHORTEST && series.minutes() <= LONGEST,
                        "minutes",
                        "advisory.slots.minutes.wrong",
                        SHORTEST,
                        LONGEST)
                .unless(way == AdviceWay.PHONE || !place.isEmpty(), "place", "advisory.slots.place.missing")
                .unless(Typed.length(place) <= LONGEST_PLACE, "place", "forms.tooLong", LONGEST_PLACE)
                .unless(
                        way != AdviceWay.ONLINE || place.isEmpty() || place.matches("https://[^\\s\"<>]+"),
                        "place",
                        "advisory.slots.place.address");
    }

    /** What came of taking a slot back. */
    public enum Withdrawal {
        /** Nobody can book it any more. */
        DONE,
        /** Somebody has booked it; that is cancelled first, with a reason. */
        BOOKED,
        /** There is no such slot. */
        NOT_FOUND,
        /** This person may not. */
        FORBIDDEN
    }
}
