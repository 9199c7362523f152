package pl.kujawskopomorskie.ngo.events.after;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.EventState;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.Registrations;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.mail.LinkTokens;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Gives those who were at an event their certificates, once it is over. The first time somebody asks for one, its number is drawn and
 * what it says is frozen; from then on everybody gets the same, until a clerk issues another one, because the portal has learnt more
 * meanwhile. Two who ask at the same moment wait for each other at the row of the
 * event, and if they did not, the database would refuse the second.
 */
@Singleton
public class IssuingCertificates {

    /** Most certificates in one document. */
    public static final int IN_A_DOCUMENT = 200;

    private static final List<Long> NOBODY = List.of(0L);

    private final Events events;
    private final Sessions sessions;
    private final Registrations registrations;
    private final Participants participants;
    private final Certificates certificates;
    private final CertificateSessions certificateSessions;
    private final AuditLog audit;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    IssuingCertificates(
            Events events,
            Sessions sessions,
            Registrations registrations,
            Participants participants,
            Certificates certificates,
            CertificateSessions certificateSessions,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.registrations = registrations;
        this.participants = participants;
        this.certificates = certificates;
        this.certificateSessions = certificateSessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** That of one person of a registration, for who has the registration's link. */
    @Transactional
    public Issuing ofRegistration(String token, int position) {
        var registration = registrations.ofLink(LinkTokens.hash(token)).orElse(null);
        if (registration == null) {
            return new Issuing.NotFound();
        }
        return one(
                registration.eventId(),
                participants.ofRegistration(registration.key()).stream()
                        .filter(person -> person.position() == position)
                        .findFirst()
                        .orElse(null),
                null);
    }

    /** That of one person, for who has their own link. */
    @Transactional
    public Issuing ofPerson(String token) {
        var hash = PersonLinks.hash(token);
        var person = participants.ofLink(hash).orElse(null);
        if (person == null) {
            return participants.linkExists(hash) ? new Issuing.NotThere() : new Issuing.NotFound();
        }
        return one(person.eventId(), person, null);
    }

    /** That of one who had registered, for the office. */
    @Transactional
    public Issuing ofAttendee(String slug, long attendeeId, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null || !EventPolicy.mayRun(actor)) {
            return event == null ? new Issuing.NotFound() : new Issuing.Forbidden();
        }
        return one(event.key(), participants.attendee(event.key(), attendeeId).orElse(null), actor);
    }

    /** That of one who came without having registered, for the office. */
    @Transactional
    public Issuing ofWalkIn(String slug, long walkInId, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null || !EventPolicy.mayRun(actor)) {
            return event == null ? new Issuing.NotFound() : new Issuing.Forbidden();
        }
        return one(event.key(), participants.walkIn(event.key(), walkInId).orElse(null), actor);
    }

    /**
     * Those of everybody, for the office; revoked ones are left out. That somebody took them all stands in the log.
     *
     * @param part from 1: each has {@link #IN_A_DOCUMENT} of them, by name
     */
    @Transactional
    public Issuing all(String slug, int part, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null || !EventPolicy.mayRun(actor)) {
            return event == null ? new Issuing.NotFound() : new Issuing.Forbidden();
        }
        var refusal = refusal(event);
        if (refusal != null) {
            return refusal;
        }
        var people = participants.named(event.key(), IN_A_DOCUMENT, Math.max(0, part - 1) * IN_A_DOCUMENT);
        var issued = issue(event, people, actor).stream()
                .filter(each -> each.certificate().revokedAt() == null)
                .toList();
        if (issued.isEmpty()) {
            return new Issuing.NotThere();
        }
        audit.record(actor.personId(), "CERTIFICATES_TAKEN", "event", slug, Integer.toString(issued.size()));
        return new Issuing.Issued(event, issued, Language.POLISH);
    }

    private Issuing one(long eventId, @Nullable Participant person, @Nullable Actor actor) {
        var event = events.findById(eventId).orElseThrow();
        var refusal = refusal(event);
        if (refusal != null) {
            return refusal;
        }
        if (person == null) {
            return new Issuing.NotThere();
        }
        if (person.name().isEmpty()) {
            return new Issuing.Nameless();
        }
        var issued = issue(event, List.of(person), actor).getFirst();
        return issued.certificate().revokedAt() != null
                ? new Issuing.Revoked()
                : new Issuing.Issued(event, List.of(issued), person.preferred());
    }

    private @Nullable Issuing refusal(Event event) {
        return switch (EventState.of(event, endsAt(sessions.of(event.key())), OfficeTime.now(clock))) {
            case HELD -> null;
            case CANCELLED -> new Issuing.Cancelled();
            case DRAFTED, PUBLISHED, REGISTRATION_OPEN, REGISTRATION_CLOSED -> new Issuing.NotYet();
        };
    }

    private static @Nullable Instant endsAt(List<Session> programme) {
        return programme.stream().map(Session::endsAt).max(Instant::compareTo).orElse(null);
    }

    /** The certificates of people in the order in which they stand; those that there are none of yet are made. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Issuing.Certified> issue(Event event, List<Participant> people, @Nullable Actor actor) {
        if (people.isEmpty()) {
            return List.of();
        }
        var found = living(people);
        if (people.stream().anyMatch(person -> !found.containsKey(person.identity()))) {
            events.lock(event.key());
            // Somebody else may have been quicker while this waited.
            found.putAll(living(people));
            var missing = people.stream()
                    .filter(person -> !found.containsKey(person.identity()))
                    .toList();
            if (!missing.isEmpty()) {
                make(event, missing, actor);
                found.putAll(living(missing));
            }
        }
        var named = certificateSessions
                .of(found.values().stream().map(Certificate::key).toList())
                .stream()
                .collect(Collectors.groupingBy(CertificateSession::certificateId));
        return people.stream()
                .map(person -> Objects.requireNonNull(found.get(person.identity())))
                .map(row -> new Issuing.Certified(row, named.getOrDefault(row.key(), List.of())))
                .toList();
    }

    private Map<String, Certificate> living(List<Participant> people) {
        var found = new HashMap<String, Certificate>();
        certificates.ofAttendees(keys(people, Participant::attendeeId)).forEach(row -> found.put(identity(row), row));
        certificates.ofWalkIns(keys(people, Participant::walkInId)).forEach(row -> found.put(identity(row), row));
        return found;
    }

    private static String identity(Certificate row) {
        return row.attendeeId() != null ? "attendee " + row.attendeeId() : "walk-in " + row.walkInId();
    }

    private static List<Long> keys(List<Participant> people, Function<Participant, @Nullable Long> key) {
        var keys = new ArrayList<Long>();
        for (var person : people) {
            var one = key.apply(person);
            if (one != null) {
                keys.add(one);
            }
        }
        return keys.isEmpty() ? NOBODY : keys;
    }

    private void make(Event event, List<Participant> people, @Nullable Actor actor) {
        var programme = sessions.of(event.key());
        var endsAt = Objects.requireNonNull(endsAt(programme));
        var doors = Set.copyOf(participants.keptDoors(event.key()));
        var attendees = keys(people, Participant::attendeeId);
        var noted = byPerson(participants.notedAttendees(attendees));
        var notedWalkIns = byPerson(participants.notedWalkIns(keys(people, Participant::walkInId)));
        var booked = byPerson(participants.booked(attendees));
        var now = OfficeTime.now(clock);
        var numbers = draw(OfficeTime.day(endsAt).getYear(), people.size());
        var rows = new ArrayList<Certificate>();
        var parts = new ArrayList<PartTaken>();
        for (var person : people) {
            var attendeeId = person.attendeeId();
            var walkInId = person.walkInId();
            var part = PartTaken.of(
                    programme,
                    doors,
                    attendeeId != null
                            ? noted.getOrDefault(attendeeId, List.of())
                            : notedWalkIns.getOrDefault(Objects.requireNonNull(walkInId), List.of()),
                    attendeeId == null ? List.of() : booked.getOrDefault(attendeeId, List.of()));
            parts.add(part);
            var number = numbers.get(rows.size());
            rows.add(new Certificate(
                    null,
                    event.key(),
                    attendeeId,
                    walkInId,
                    number.year(),
                    number.code(),
                    person.name(),
                    event.title(),
                    event.organiser(),
                    event.venue(),
                    programme.getFirst().startsAt(),
                    endsAt,
                    part.participation(),
                    part.minutes(),
                    now,
                    actor == null ? null : actor.personId(),
                    null,
                    "",
                    null,
                    null,
                    null,
                    null,
                    null));
        }
        var saved = certificates.saveAll(rows);
        var named = new ArrayList<CertificateSession>();
        for (var i = 0; i < saved.size(); i++) {
            named.addAll(parts.get(i).rows(saved.get(i).key()));
        }
        if (!named.isEmpty()) {
            certificateSessions.saveAll(named);
        }
        audit.record(
                actor == null ? null : actor.personId(),
                "CERTIFICATES_ISSUED",
                "event",
                event.slug(),
                saved.size() == 1 ? saved.getFirst().number().printed() : Integer.toString(saved.size()));
    }

    private List<CertificateNumber> draw(int year, int many) {
        while (true) {
            var numbers = new LinkedHashMap<String, CertificateNumber>();
            while (numbers.size() < many) {
                var number = CertificateNumber.draw(year, random);
                numbers.put(number.code(), number);
            }
            if (certificates.taken(numbers.keySet()).isEmpty()) {
                return List.copyOf(numbers.values());
            }
        }
    }

    private static Map<Long, List<Participants.Noted>> byPerson(List<Participants.Noted> rows) {
        return rows.stream().collect(Collectors.groupingBy(Participants.Noted::personId));
    }

    /** One new number, for a certificate that takes another's place. */
    CertificateNumber another(int year) {
        return draw(year, 1).getFirst();
    }
}
