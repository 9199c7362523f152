package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Races;
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

    /** How much later a mail goes out while others wait for their turn: that harms nobody, and a form that is not answered does. */
    private static final Duration MAIL_WAITS = Duration.ofSeconds(30);

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
    private final CountingPlaces counting;
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
            CountingPlaces counting,
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
        this.counting = counting;
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
        var asked = new Asked(entry, actor, voice, language, from);
        return refusedAtOnce(slug, asked)
                .orElseGet(() -> turns.take(() -> Races.run(() -> registerOnce(slug, asked)))
                        .orElseGet(Registering.Busy::new));
    }

    /**
     * Whoever would not wait for a place, and finds none free, hears it without a turn and without a lock. Nothing else is answered
     * here: not where somebody has to be offered a place first, and not to a form that was taken in before.
     */
    private Optional<Registering> refusedAtOnce(String slug, Asked asked) {
        var entry = asked.entry();
        var event = entry.waitIfFull() ? null : events.findBySlug(slug).orElse(null);
        var address = EmailAddress.of(entry.email()).orElse(null);
        var now = OfficeTime.now(clock);
        if (event == null
                || address == null
                || !EventPolicy.maySee(asked.actor(), event)
                || !EventPolicy.mayRegister(event, now)) {
            return Optional.empty();
        }
        var programme = sessions.of(event.key());
        var chosen = programme.stream()
                .filter(session -> entry.chosen().containsKey(session.key()))
                .toList();
        if (hasBegun(chosen, now)
                || entry.check(event, programme, questions.of(event.key())).any()) {
            return Optional.empty();
        }
        var places = counting.of(chosen, now);
        var full = full(chosen, entry, places);
        var people = entry.people().size();
        return full.isEmpty()
                        || full.stream().anyMatch(one -> one.free() >= people)
                        || registrations
                                .findByFormToken(formToken(entry, event, address))
                                .isPresent()
                ? Optional.empty()
                : Optional.of(new Registering.Full(full));
    }

    /** One try. */
    @Transactional
    protected Registering registerOnce(String slug, Asked asked) {
        var entry = asked.entry();
        if (!tries.allowHere(FROM, asked.place())) {
            return new Registering.TooMany();
        }
        var event = events.lockForReading(slug).orElse(null);
        if (event == null || !EventPolicy.maySee(asked.actor(), event)) {
            return new Registering.NotFound();
        }
        var programme = sessions.of(event.key());
        var questionnaire = questions.of(event.key());
        var errors = entry.check(event, programme, questionnaire);
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
        if (!EventPolicy.mayRegister(event, now) || hasBegun(chosen, now)) {
            return new Registering.Closed(EventState.of(event, SessionChoice.end(programme), now));
        }
        var places = offering.offer(event, chosen, BookingChange.Reason.NOT_CONFIRMED, now);
        var full = full(chosen, entry, places);
        // Before it is looked whether the address is known, or whoever asks would be told by the answer.
        if (!full.isEmpty() && !entry.waitIfFull()) {
            return new Registering.Full(full);
        }
        // From here on a mail goes to the address, whoever asks for it.
        if (!tries.allowHere(TO, address.key())) {
            return new Registering.TooMany();
        }
        var before = registrations.living(event.key(), address.key()).orElse(null);
        if (before != null && (before.livesAt(now) || !ending.replace(before, now))) {
            mailing.again(before, now);
            return new Registering.Known(before);
        }
        var saved = save(
                event,
                sent == null ? token : UUID.randomUUID().toString(),
                questionnaire,
                chosen,
                full,
                asked,
                address,
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

    private static boolean hasBegun(List<Session> chosen, Instant now) {
        return chosen.stream().anyMatch(session -> !now.isBefore(session.startsAt()));
    }

    private static Mode mode(RegistrationEntry entry, Session session) {
        return SessionChoice.mode(entry.chosen(), session);
    }

    private Registration save(
            Event event,
            String formToken,
            List<Question> questionnaire,
            List<Session> chosen,
            List<Registering.FullSession> full,
            Asked asked,
            EmailAddress address,
            Instant now) {
        var entry = asked.entry();
        var actor = asked.actor();
        var voice = asked.voice();
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
                asked.language().tag(),
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
        for (var question : questionnaire) {
            var answer = entry.answers().getOrDefault(question.key(), "");
            if (!answer.isEmpty()) {
                rows.answer(id, question.key(), answer);
            }
        }
        mailing.begin(registration, turns.areAwaited() ? now.plus(MAIL_WAITS) : now);
        if (confirmBy != null) {
            jobs.addFirst(EndingUnconfirmed.NAME, String.valueOf(id), String.valueOf(id), confirmBy);
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

    /**
     * What came with a form.
     *
     * @param entry what it states
     * @param actor whose account it is, or null without one
     * @param voice in whose name, or null for the person's own
     * @param language of the mails
     * @param from the place in the network that it comes from
     */
    record Asked(
            RegistrationEntry entry,
            @Nullable Actor actor,
            @Nullable Voice voice,
            Language language,
            String from) {

        /** What registrations are counted by: the account, or without one the place in the network. */
        String place() {
            return actor == null ? from : "person " + actor.personId();
        }
    }
}
