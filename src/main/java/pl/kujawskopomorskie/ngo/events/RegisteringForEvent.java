package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Violations;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.limits.Limit;
import pl.kujawskopomorskie.ngo.shared.limits.LimitingTries;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Somebody registers for an event, themselves or several people of an organisation.
 *
 * <p>The event's row is locked for reading and those of the chosen sessions in the order of their keys; only then are the clock asked
 * and the places counted. So a place is never given twice, nothing slips in after the term, and what is chosen together is booked
 * together or not at all.
 */
@Singleton
public class RegisteringForEvent {

    private static final int TRIES = 4;

    /** Mails to one address, whoever asks for them. */
    private static final Limit TO = new Limit("register-to", 6, Duration.ofHours(1));

    /** Registrations without an account from one place in the network: an office or a school may share one. */
    private static final Limit FROM = new Limit("register-from", 100, Duration.ofHours(1));

    private final Events events;
    private final Sessions sessions;
    private final Questions questions;
    private final Registrations registrations;
    private final RegistrationRows rows;
    private final Attendees attendees;
    private final Bookings bookings;
    private final OfferingPlaces offering;
    private final EndingRegistration ending;
    private final RegistrationTokens tokens;
    private final RegisteringInTurn turns;
    private final LimitingTries tries;
    private final TellingOfRegistration mailing;
    private final JobQueue jobs;
    private final AuditLog audit;
    private final Clock clock;

    RegisteringForEvent(
            Events events,
            Sessions sessions,
            Questions questions,
            Registrations registrations,
            RegistrationRows rows,
            Attendees attendees,
            Bookings bookings,
            OfferingPlaces offering,
            EndingRegistration ending,
            RegistrationTokens tokens,
            RegisteringInTurn turns,
            LimitingTries tries,
            TellingOfRegistration mailing,
            JobQueue jobs,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.questions = questions;
        this.registrations = registrations;
        this.rows = rows;
        this.attendees = attendees;
        this.bookings = bookings;
        this.offering = offering;
        this.ending = ending;
        this.tokens = tokens;
        this.turns = turns;
        this.tries = tries;
        this.mailing = mailing;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Registers what the form states, once, however often the form is sent.
     *
     * @param actor whose account it is, or null without one
     * @param voice in whose name, or null for the person's own
     * @param language of the mails
     * @param from the place in the network that it comes from
     */
    public Registering register(
            String slug,
            RegistrationEntry entry,
            @Nullable Actor actor,
            @Nullable Voice voice,
            Language language,
            String from) {
        return turns.take(() -> registerWithin(slug, entry, actor, voice, language, from))
                .orElseGet(Registering.Busy::new);
    }

    private Registering registerWithin(
            String slug,
            RegistrationEntry entry,
            @Nullable Actor actor,
            @Nullable Voice voice,
            Language language,
            String from) {
        if (!tries.allow(FROM, actor == null ? from : "person " + actor.personId())) {
            return new Registering.TooMany();
        }
        var to = EmailAddress.of(entry.email()).map(EmailAddress::key).orElse(null);
        if (to == null) {
            return register(slug, entry, actor, voice, language);
        }
        if (!tries.allow(TO, to)) {
            return new Registering.TooMany();
        }
        var result = register(slug, entry, actor, voice, language);
        if (!(result instanceof Registering.Done || result instanceof Registering.Known)) {
            // No mail went to the address, so this is no try.
            tries.takeBack(TO, to);
        }
        return result;
    }

    /** The same, as often as one likes. */
    Registering register(
            String slug, RegistrationEntry entry, @Nullable Actor actor, @Nullable Voice voice, Language language) {
        for (var tried = 1; ; tried++) {
            try {
                return registerOnce(slug, entry, actor, voice, language);
            } catch (DataAccessException e) {
                // The same form or address was sent twice at once and the other came first; look again, as the second
                // one.
                if (tried == TRIES || !(Violations.isDuplicate(e) || Violations.isLostRace(e))) {
                    throw e;
                }
            }
        }
    }

    /** One try. */
    @Transactional
    protected Registering registerOnce(
            String slug, RegistrationEntry entry, @Nullable Actor actor, @Nullable Voice voice, Language language) {
        var found = events.findBySlug(slug).orElse(null);
        if (found == null || !EventPolicy.maySee(actor, found)) {
            return new Registering.NotFound();
        }
        var event = events.lockForReading(found.key()).orElseThrow();
        var programme = sessions.of(event.key());
        var asked = questions.of(event.key());
        var errors = entry.check(event, programme, asked);
        var address = EmailAddress.of(entry.email()).orElse(null);
        if (errors.any() || address == null) {
            return new Registering.Invalid(errors);
        }
        var chosen = sessions.lock(event.key(), entry.chosen().keySet());
        var now = OfficeTime.now(clock);
        var token = formToken(entry, event, address);
        var sent = registrations.findByFormToken(token).orElse(null);
        if (sent != null && sent.livesAt(now)) {
            return new Registering.Done(sent);
        }
        if (!EventPolicy.mayRegister(event, now)
                || chosen.stream().anyMatch(session -> !now.isBefore(session.startsAt()))) {
            return new Registering.Closed(EventState.of(event, SessionChoice.end(programme), now));
        }
        var places = offering.offer(event, chosen, BookingChange.Reason.NOT_CONFIRMED, now);
        var full = full(chosen, entry, places);
        // Before it is looked whether the address is known, or whoever asks would be told by the answer.
        if (!full.isEmpty() && !entry.waitIfFull()) {
            return new Registering.Full(full);
        }
        var before = registrations.living(event.key(), address.key()).orElse(null);
        if (before != null && (before.livesAt(now) || !ending.replace(before, now))) {
            mailing.again(before, now);
            return new Registering.Known(before);
        }
        var saved = save(
                event,
                sent == null ? token : UUID.randomUUID().toString(),
                asked,
                chosen,
                full,
                entry,
                address,
                actor,
                voice,
                language,
                now);
        if (saved.confirmedAt() != null && !full.isEmpty()) {
            // Too few for all of them may still be enough for some.
            offering.offer(event, chosen, BookingChange.Reason.NOT_CONFIRMED, now);
        }
        return new Registering.Done(saved);
    }

    // The same form for another event, or for an address that was mended, is another registration.
    private static String formToken(RegistrationEntry entry, Event event, EmailAddress address) {
        return UUID.nameUUIDFromBytes(
                        (entry.formToken() + "/" + event.key() + "/" + address.key()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static List<Registering.FullSession> full(List<Session> chosen, RegistrationEntry entry, Places places) {
        return chosen.stream()
                .filter(session -> places.tooFew(
                        session, mode(entry, session), entry.people().size()))
                .map(session -> places.full(session, mode(entry, session)))
                .toList();
    }

    private static Mode mode(RegistrationEntry entry, Session session) {
        return SessionChoice.mode(entry.chosen(), session);
    }

    private Registration save(
            Event event,
            String formToken,
            List<Question> asked,
            List<Session> chosen,
            List<Registering.FullSession> full,
            RegistrationEntry entry,
            EmailAddress address,
            @Nullable Actor actor,
            @Nullable Voice voice,
            Language language,
            Instant now) {
        // An address that the portal knows to be the person's own needs no mail to prove it.
        var own = actor != null
                && EmailAddress.of(actor.email())
                        .map(EmailAddress::key)
                        .filter(address.key()::equals)
                        .isPresent();
        var confirmBy = own ? null : now.plus(Duration.ofMinutes(event.holdMinutes()));
        var registration = registrations.save(new Registration(
                null,
                event.key(),
                formToken,
                actor == null ? null : actor.personId(),
                voice == null ? null : voice.organisationId(),
                voice == null ? entry.organisation() : voice.name(),
                address.text(),
                address.key(),
                entry.phone(),
                language.tag(),
                entry.travelRefund() && event.travelRefund(),
                now,
                confirmBy,
                own ? now : null,
                null,
                null,
                0,
                0));
        var id = registration.key();
        registrations.know(id, RegistrationTokens.hash(tokens.of(id)));
        book(registration, chosen, full, entry, now);
        for (var question : asked) {
            var answer = entry.answers().getOrDefault(question.key(), "");
            if (!answer.isEmpty()) {
                rows.answer(id, question.key(), answer);
            }
        }
        mailing.tell(registration, now);
        if (confirmBy != null) {
            jobs.addAt(EndingUnconfirmed.NAME, String.valueOf(id), String.valueOf(id), confirmBy);
        }
        audit.record(
                actor == null ? null : actor.personId(), "REGISTERED", "event", event.slug(), "registration " + id);
        return registration;
    }

    private void book(
            Registration registration,
            List<Session> chosen,
            List<Registering.FullSession> full,
            RegistrationEntry entry,
            Instant now) {
        var people = new ArrayList<Attendee>();
        for (var person : entry.people()) {
            var attendee = attendees.save(
                    new Attendee(null, registration.key(), people.size() + 1, person.name(), TicketCode.draw()));
            people.add(attendee);
            person.needs().forEach((need, note) -> rows.need(attendee.key(), need, note, now));
        }
        var booked = new ArrayList<Booking>();
        for (var session : chosen) {
            var mode = mode(entry, session);
            var waits = full.stream().anyMatch(other -> other.session().key() == session.key());
            booked.addAll(
                    Booking.of(people, session, mode, waits ? bookings.lastInQueue(session.key(), mode) : null, now));
        }
        bookings.saveAll(booked);
    }
}
