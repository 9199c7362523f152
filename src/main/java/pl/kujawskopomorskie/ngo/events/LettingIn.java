package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Races;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Somebody comes to an event, and whoever stands at its door lets them in or not.
 *
 * <p>However many doors there are and however late a phone tells: of each person there is one row with the earliest time, and an
 * entry that is sent again is answered as it was answered first. The person's row is locked before it is looked whether they are in
 * already, so that of two doors one says so.
 */
@Singleton
public class LettingIn {

    /** Longest name of an entrance. */
    public static final int LONGEST_DOOR = 60;

    static final int LONGEST_NAME = 200;
    static final int LONGEST_ORGANISATION = 300;

    private final Events events;
    private final Sessions sessions;
    private final Attendees attendees;
    private final DoorPeople people;
    private final DoorEntries entries;
    private final Attendances attendances;
    private final WalkIns walkIns;
    private final AuditLog audit;
    private final Clock clock;

    LettingIn(
            Events events,
            Sessions sessions,
            Attendees attendees,
            DoorPeople people,
            DoorEntries entries,
            Attendances attendances,
            WalkIns walkIns,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.attendees = attendees;
        this.people = people;
        this.entries = entries;
        this.attendances = attendances;
        this.walkIns = walkIns;
        this.audit = audit;
        this.clock = clock;
    }

    /** Answers somebody at the door, and notes that they are in if they are let in. */
    public Entering enter(String slug, Arrival arrival, Actor actor) {
        return Races.run(() -> enterOnce(slug, arrival, actor));
    }

    /** One try. */
    @Transactional
    protected Entering enterOnce(String slug, Arrival asked, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new Entering.Forbidden();
        }
        var found = events.findBySlug(slug).orElse(null);
        if (found == null || found.publishedAt() == null) {
            return new Entering.NotFound();
        }
        var event = events.lockForReading(found.key()).orElseThrow();
        var arrival = bound(event, asked);
        var sent = entries.of(event.key(), arrival.id()).orElse(null);
        if (sent != null) {
            return new Entering.Answered(said(sent));
        }
        var programme = sessions.of(event.key());
        var sessionId = arrival.sessionId();
        if (sessionId != null && programme.stream().noneMatch(session -> session.key() == sessionId)) {
            return new Entering.NotFound();
        }
        if (event.cancelledAt() != null) {
            return refused(arrival, DoorAnswer.EVENT_CANCELLED);
        }
        var now = OfficeTime.now(clock);
        var time = DoorTime.of(programme, sessionId);
        if (time == null || now.isBefore(time.begins())) {
            return refused(arrival, DoorAnswer.NOT_THE_DAY);
        }
        var told = arrival.at();
        var at = told == null ? now : time.within(told, now);
        if (!time.covers(at)) {
            return refused(arrival, DoorAnswer.NOT_THE_DAY);
        }
        return switch (arrival.who()) {
            case Arrival.Ticket(var code, var scanned) -> withTicket(event, arrival, code, scanned, at, now, actor);
            case Arrival.Named(var attendeeId, var how) ->
                people.withKey(attendeeId)
                        .filter(person -> person.eventId() == event.key())
                        .<Entering>map(person -> registered(event, arrival, person, how, at, now, actor))
                        .orElseGet(Entering.NotFound::new);
            case Arrival.Pending(var entryId) ->
                walkIns.ofEntry(event.key(), entryId)
                        .flatMap(walkIn -> walkIns.lock(event.key(), walkIn.key()))
                        .<Entering>map(walkIn -> known(event, arrival, walkIn, Attendance.How.BY_NAME, at, now, actor))
                        .orElseGet(Entering.NotFound::new);
            case Arrival.Known(var walkInId) ->
                walkIns.lock(event.key(), walkInId)
                        .<Entering>map(walkIn -> known(event, arrival, walkIn, Attendance.How.BY_NAME, at, now, actor))
                        .orElseGet(Entering.NotFound::new);
            case Arrival.Newcomer newcomer -> newcomer(event, arrival, newcomer, at, now, actor);
        };
    }

    /** The arrival, under another number when its own belongs to somebody else: a page of before was shown again and used once more. */
    private Arrival bound(Event event, Arrival arrival) {
        return entries.withId(arrival.id())
                .filter(sent -> sent.eventId() != event.key() || !isOf(sent, arrival.who()))
                .map(other -> arrival.apart(event.key()))
                .orElse(arrival);
    }

    private boolean isOf(DoorEntry sent, Arrival.Who who) {
        return switch (who) {
            case Arrival.Ticket(var typed, var scanned) ->
                TicketCode.read(typed)
                        .flatMap(people::withTicket)
                        .filter(person -> Objects.equals(sent.attendeeId(), person.id()))
                        .isPresent();
            case Arrival.Named named -> Objects.equals(sent.attendeeId(), named.attendeeId());
            case Arrival.Known(var walkInId) -> Objects.equals(sent.walkInId(), walkInId);
            case Arrival.Pending(var entryId) ->
                walkIns.ofEntry(sent.eventId(), entryId)
                        .filter(walkIn -> Objects.equals(sent.walkInId(), walkIn.key()))
                        .isPresent();
            // Of one who was forgotten since there is no name to compare.
            case Arrival.Newcomer newcomer ->
                walkIns.ofEntry(sent.eventId(), sent.id())
                        .filter(walkIn ->
                                walkIn.name().isEmpty() || walkIn.name().equals(Typed.line(newcomer.name())))
                        .isPresent();
        };
    }

    private Entering withTicket(
            Event event, Arrival arrival, String typed, boolean scanned, Instant at, Instant now, Actor actor) {
        var code = TicketCode.read(typed).orElse(null);
        if (code == null) {
            return refused(arrival, DoorAnswer.UNREADABLE);
        }
        var person = people.withTicket(code).orElse(null);
        if (person == null) {
            return refused(arrival, DoorAnswer.UNKNOWN);
        }
        if (person.eventId() != event.key()) {
            return new Entering.Answered(new DoorNote(
                    arrival.id(),
                    DoorAnswer.OTHER_EVENT,
                    null,
                    null,
                    null,
                    "",
                    "",
                    null,
                    "",
                    person.eventTitle(),
                    false));
        }
        var how = scanned ? Attendance.How.SCANNED : Attendance.How.TYPED;
        return registered(event, arrival, person, how, at, now, actor);
    }

    private Entering registered(
            Event event,
            Arrival arrival,
            DoorPeople.Registered person,
            Attendance.How how,
            Instant at,
            Instant now,
            Actor actor) {
        var judged = DoorAnswer.of(person, arrival.sessionId());
        attendees.lock(person.id());
        // Who only watched the stream has not been at the door.
        var before = attendances
                .living(person.id(), atSession(arrival))
                .filter(row -> row.mode() == Mode.ON_SITE)
                .orElse(null);
        // Who was let in before, by whomever and for whatever reason, is not judged again.
        var despite = before == null && judged != DoorAnswer.LET_IN;
        if (despite && !(arrival.despite() && judged.mayBeOverruled())) {
            return new Entering.Answered(DoorNote.refused(arrival.id(), judged, person));
        }
        return in(
                event,
                new Guest(person.id(), null, person.name(), person.organisation()),
                arrival,
                before,
                despite ? judged : null,
                how,
                at,
                now,
                actor);
    }

    private Entering known(
            Event event, Arrival arrival, WalkIn walkIn, Attendance.How how, Instant at, Instant now, Actor actor) {
        var before = attendances.livingWalkIn(walkIn.key(), atSession(arrival)).orElse(null);
        return in(
                event,
                new Guest(null, walkIn.key(), walkIn.name(), walkIn.organisationName()),
                arrival,
                before,
                null,
                how,
                at,
                now,
                actor);
    }

    private Entering newcomer(
            Event event, Arrival arrival, Arrival.Newcomer typed, Instant at, Instant now, Actor actor) {
        var name = Typed.line(typed.name());
        var organisation = Typed.line(typed.organisation());
        var email = Typed.line(typed.email());
        var errors = check(name, organisation, email);
        if (errors.any()) {
            return new Entering.Invalid(errors);
        }
        var walkIn = walkIns.save(
                new WalkIn(null, event.key(), arrival.id(), name, organisation, email, now, actor.personId()));
        return known(event, arrival, walkIn, Attendance.How.WALK_IN, at, now, actor);
    }

    /** What is wrong in what was typed of one who had not registered. */
    static FormErrors check(String name, String organisation, String email) {
        return FormErrors.none()
                .unless(!name.isEmpty(), "name", "events.door.walkIn.name.missing")
                .unless(Typed.length(name) <= LONGEST_NAME, "name", "forms.tooLong", LONGEST_NAME)
                .unless(
                        Typed.length(organisation) <= LONGEST_ORGANISATION,
                        "organisation",
                        "forms.tooLong",
                        LONGEST_ORGANISATION)
                .unless(
                        email.isEmpty() || EmailAddress.of(email).isPresent(),
                        "email",
                        "events.door.walkIn.email.wrong");
    }

    private Entering in(
            Event event,
            Guest guest,
            Arrival arrival,
            @Nullable Attendance before,
            @Nullable DoorAnswer despite,
            Attendance.How how,
            Instant at,
            Instant now,
            Actor actor) {
        // Told late of an earlier time, this entry was the first one after all.
        var answer = before == null || at.isBefore(before.cameAt()) ? DoorAnswer.LET_IN : DoorAnswer.ALREADY_IN;
        attendances.note(
                event.key(),
                arrival.sessionId(),
                guest.attendeeId(),
                guest.walkInId(),
                Mode.ON_SITE,
                how,
                at,
                now,
                actor.personId(),
                arrival.door());
        entries.save(new DoorEntry(
                arrival.id(),
                event.key(),
                arrival.sessionId(),
                guest.attendeeId(),
                guest.walkInId(),
                answer,
                despite,
                how,
                at,
                now,
                actor.personId(),
                arrival.door(),
                null,
                null));
        if (despite != null) {
            audit.record(
                    actor.personId(),
                    "LET_IN_DESPITE",
                    "event",
                    event.slug(),
                    despite + ", attendee " + guest.attendeeId());
        }
        var first = answer == DoorAnswer.ALREADY_IN ? before : null;
        return new Entering.Answered(new DoorNote(
                arrival.id(),
                answer,
                despite,
                guest.attendeeId(),
                guest.walkInId(),
                guest.name(),
                guest.organisation(),
                first == null ? at : first.cameAt(),
                first == null ? arrival.door() : first.door(),
                "",
                false));
    }

    /** What was said to an entry, to be said again; nothing when there is none of this number. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<DoorNote> said(Event event, String id) {
        return entries.of(event.key(), id).map(this::said);
    }

    private DoorNote said(DoorEntry entry) {
        var atSession = entry.sessionId() == null ? 0L : entry.sessionId();
        var attendeeId = entry.attendeeId();
        var walkInId = entry.walkInId();
        var guest = guest(entry.eventId(), attendeeId, walkInId);
        var row = attendeeId != null
                ? attendances.living(attendeeId, atSession)
                : walkInId != null ? attendances.livingWalkIn(walkInId, atSession) : Optional.<Attendance>empty();
        var undone = entry.undoneAt() != null;
        return new DoorNote(
                entry.id(),
                undone ? DoorAnswer.TAKEN_BACK : entry.answer(),
                entry.despite(),
                attendeeId,
                walkInId,
                guest.name(),
                guest.organisation(),
                entry.answer() == DoorAnswer.LET_IN
                        ? entry.cameAt()
                        : row.map(Attendance::cameAt).orElse(entry.cameAt()),
                entry.answer() == DoorAnswer.LET_IN
                        ? entry.door()
                        : row.map(Attendance::door).orElse(entry.door()),
                "",
                false);
    }

    private Guest guest(long eventId, @Nullable Long attendeeId, @Nullable Long walkInId) {
        if (attendeeId != null) {
            return people.withKey(attendeeId)
                    .map(person -> new Guest(attendeeId, null, person.name(), person.organisation()))
                    .orElse(new Guest(attendeeId, null, "", ""));
        }
        return walkIns.of(eventId, walkInId == null ? List.of() : List.of(walkInId)).stream()
                .findFirst()
                .map(one -> new Guest(null, walkInId, one.name(), one.organisationName()))
                .orElse(new Guest(null, walkInId, "", ""));
    }

    private static Entering refused(Arrival arrival, DoorAnswer answer) {
        return new Entering.Answered(DoorNote.refused(arrival.id(), answer));
    }

    private static long atSession(Arrival arrival) {
        var sessionId = arrival.sessionId();
        return sessionId == null ? 0L : sessionId;
    }

    private record Guest(
            @Nullable Long attendeeId, @Nullable Long walkInId, String name, String organisation) {}
}
