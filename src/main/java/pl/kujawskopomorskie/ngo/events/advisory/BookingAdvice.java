package pl.kujawskopomorskie.ngo.events.advisory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Races;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.limits.Limit;
import pl.kujawskopomorskie.ngo.shared.limits.LimitingTries;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Somebody books a slot, with an account or without.
 *
 * <p>First the turn of the address is taken, then the slot's row is locked; only then are the clock asked and the bookings looked at.
 * So a slot is never given twice, and no address and no account has more of them than it may. The database's unique key is the last
 * guard. What an address has booked is told to nobody who has not proven to read it.
 */
@Singleton
public class BookingAdvice {

    /** Most slots to come of one address. */
    public static final int MOST = 2;

    /** How long a slot waits for the link in the mail. */
    static final Duration HOLD = Duration.ofHours(2);

    /** Mails to one address that somebody else asks for. */
    private static final Limit TO = new Limit("advice-to", 8, Duration.ofHours(1));

    /** Forms from one place in the network, or of one account. */
    private static final Limit FROM = new Limit("advice-from", 60, Duration.ofHours(1));

    private final AdvisorySlots slots;
    private final Advisers advisers;
    private final AdvisoryBookings bookings;
    private final AdvisoryTurns turns;
    private final AdvisoryTokens tokens;
    private final AdvisoryLetters letters;
    private final Outbox outbox;
    private final JobQueue jobs;
    private final AuditLog audit;
    private final LimitingTries tries;
    private final Clock clock;

    BookingAdvice(
            AdvisorySlots slots,
            Advisers advisers,
            AdvisoryBookings bookings,
            AdvisoryTurns turns,
            AdvisoryTokens tokens,
            AdvisoryLetters letters,
            Outbox outbox,
            JobQueue jobs,
            AuditLog audit,
            LimitingTries tries,
            Clock clock) {
        this.slots = slots;
        this.advisers = advisers;
        this.bookings = bookings;
        this.turns = turns;
        this.tokens = tokens;
        this.letters = letters;
        this.outbox = outbox;
        this.jobs = jobs;
        this.audit = audit;
        this.tries = tries;
        this.clock = clock;
    }

    /**
     * Books what the form states, once, however often it is sent.
     *
     * @param actor whose account it is, or null without one
     * @param voice in whose name, or null for the person's own
     * @param language of the mails
     * @param from the place in the network that it comes from
     */
    public Booked book(
            long slotId,
            BookingEntry entry,
            @Nullable Actor actor,
            @Nullable Voice voice,
            Language language,
            String from) {
        if (!tries.allow(FROM, actor == null ? from : "person " + actor.personId())) {
            return new Booked.TooOften();
        }
        var to = EmailAddress.of(entry.email()).map(EmailAddress::key).orElse(null);
        if (to == null || AdvisoryBooking.isOwn(to, actor)) {
            return book(slotId, entry, actor, voice, language);
        }
        if (!tries.allow(TO, to)) {
            return new Booked.TooOften();
        }
        var booked = book(slotId, entry, actor, voice, language);
        if (!(booked instanceof Booked.Done || booked instanceof Booked.Written)) {
            // No mail went to the address, so this is no try.
            tries.takeBack(TO, to);
        }
        return booked;
    }

    /** The same, as often as one likes. */
    Booked book(long slotId, BookingEntry entry, @Nullable Actor actor, @Nullable Voice voice, Language language) {
        return Races.run(() -> bookOnce(slotId, entry, actor, voice, language));
    }

    /** One try. */
    @Transactional
    protected Booked bookOnce(
            long slotId, BookingEntry entry, @Nullable Actor actor, @Nullable Voice voice, Language language) {
        var found = slots.findById(slotId).orElse(null);
        if (found == null) {
            return new Booked.NotFound();
        }
        var errors = entry.check(found.way());
        var address = EmailAddress.of(entry.email()).orElse(null);
        var subject = entry.subject();
        if (errors.any() || address == null || subject == null) {
            return bookings.findByFormToken(entry.formToken())
                    .<Booked>map(Booked.Done::new)
                    .orElse(new Booked.Invalid(errors));
        }
        takeTurns(address, actor);
        var slot = slots.lock(slotId).orElseThrow();
        var now = OfficeTime.now(clock);
        var sent = bookings.findByFormToken(entry.formToken()).orElse(null);
        if (sent != null) {
            return new Booked.Done(sent);
        }
        // So that nobody is booked with an adviser who leaves at the same moment.
        var adviser = advisers.lockForReading(slot.adviserId()).orElseThrow();
        if (!slot.opensAt(now) || adviser.leftAt() != null) {
            return new Booked.Closed();
        }
        // An address that the portal knows to be the person's own needs no mail to prove it.
        var own = AdvisoryBooking.isOwn(address.key(), actor);
        var before = bookings.living(slotId).orElse(null);
        if (before != null && before.livesAt(now)) {
            if (!own || !before.emailKey().equals(address.key())) {
                return new Booked.Taken();
            }
            outbox.put(letters.standing(before, slot, adviser, now));
            return new Booked.Known(before);
        }
        if (actor != null && bookings.comingOf(actor.personId(), now) >= MOST) {
            return new Booked.TooMany(MOST);
        }
        var coming = bookings.coming(address.key(), now);
        if (coming >= MOST) {
            if (own) {
                return new Booked.TooMany(MOST);
            }
            outbox.put(letters.tooMany(address.text(), language, slot, adviser, coming));
            return new Booked.Written();
        }
        if (before != null) {
            bookings.end(before.key(), AdvisoryBooking.End.NOT_CONFIRMED, "", now);
        }
        return new Booked.Done(save(slot, adviser, entry, subject, address, own, actor, voice, language, now));
    }

    // In the order of their numbers, so that nobody waits in a circle.
    private void takeTurns(EmailAddress address, @Nullable Actor actor) {
        var ofAddress = AdvisoryTurns.of(address);
        var ofActor = actor == null ? ofAddress : AdvisoryTurns.of(actor);
        turns.take(Math.min(ofAddress, ofActor));
        if (ofActor != ofAddress) {
            turns.take(Math.max(ofAddress, ofActor));
        }
    }

    private AdvisoryBooking save(
            AdvisorySlot slot,
            Adviser adviser,
            BookingEntry entry,
            AdviceSubject subject,
            EmailAddress address,
            boolean own,
            @Nullable Actor actor,
            @Nullable Voice voice,
            Language language,
            Instant now) {
        var usual = now.plus(HOLD);
        var confirmBy = own ? null : (usual.isBefore(slot.startsAt()) ? usual : slot.startsAt());
        var booking = bookings.save(new AdvisoryBooking(
                null,
                slot.key(),
                entry.formToken(),
                actor == null ? null : actor.personId(),
                voice == null ? null : voice.organisationId(),
                voice == null ? entry.organisation() : voice.name(),
                entry.name(),
                address.text(),
                address.key(),
                entry.phone(),
                language.tag(),
                subject,
                entry.question(),
                now,
                confirmBy,
                own ? now : null,
                null,
                null,
                "",
                null,
                null));
        var id = booking.key();
        bookings.know(id, AdvisoryTokens.hash(tokens.of(id)));
        outbox.put(letters.standing(booking, slot, adviser, now));
        if (confirmBy != null) {
            jobs.addAt(EndingUnconfirmedAdvice.NAME, String.valueOf(id), String.valueOf(id), confirmBy);
        } else {
            RemindingOfAdvice.plan(jobs, booking, slot, now);
        }
        audit.record(actor == null ? null : actor.personId(), "ADVICE_BOOKED", "slot", String.valueOf(slot.key()), "");
        return booking;
    }
}
