package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Who registered corrects the telephone number, the needs of those who come and the request for the cost of travel, without giving back
 * a place. Organisers can still heed some of it on the day itself, so it is taken until the event is over.
 */
@Singleton
public class CorrectingRegistration {

    private final Events events;
    private final Sessions sessions;
    private final Registrations registrations;
    private final RegistrationRows rows;
    private final Attendees attendees;
    private final NeedRows needs;
    private final AuditLog audit;
    private final Clock clock;

    CorrectingRegistration(
            Events events,
            Sessions sessions,
            Registrations registrations,
            RegistrationRows rows,
            Attendees attendees,
            NeedRows needs,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.registrations = registrations;
        this.rows = rows;
        this.attendees = attendees;
        this.needs = needs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes down what is said now in place of what was said before. What stays as it was keeps its consent and its moment; sent twice
     * it is done once.
     *
     * @param token of the registration's link
     */
    @Transactional
    public Correcting correct(String token, RegistrationCorrection correction) {
        var found = registrations.ofLink(RegistrationTokens.hash(token)).orElse(null);
        if (found == null) {
            return new Correcting.NotFound();
        }
        var registration = registrations.lock(found.key()).orElseThrow();
        var event = events.findById(registration.eventId()).orElseThrow();
        var now = OfficeTime.now(clock);
        if (!mayCorrect(event, registration, now)) {
            return new Correcting.TooLate();
        }
        var people = attendees.of(registration.key());
        var kept = kept(registration);
        var errors = correction.check(people.stream()
                .anyMatch(person -> !of(kept, person)
                        .entrySet()
                        .containsAll(correction.needsOf(person.position()).entrySet())));
        if (errors.any()) {
            return new Correcting.Invalid(errors);
        }
        var changed = new ArrayList<String>();
        var refund = event.travelRefund() ? correction.travelRefund() : registration.travelRefund();
        if (!registration.phone().equals(correction.phone()) || registration.travelRefund() != refund) {
            registrations.correct(registration.key(), correction.phone(), refund);
            changed.add("contact");
        }
        if (restate(people, kept, correction, now)) {
            changed.add("needs");
        }
        if (!changed.isEmpty()) {
            audit.record(
                    null,
                    "REGISTRATION_CORRECTED",
                    "event",
                    event.slug(),
                    "registration " + registration.key() + ", " + String.join(", ", changed));
        }
        return new Correcting.Done();
    }

    /** Whether what was said with a registration can be corrected at the moment. */
    public boolean mayCorrect(HeldRegistration held) {
        return mayCorrect(held.event(), held.registration(), OfficeTime.now(clock));
    }

    private boolean mayCorrect(Event event, Registration registration, Instant now) {
        var ends = SessionChoice.end(sessions.of(event.key()));
        return registration.livesAt(now) && event.cancelledAt() == null && (ends == null || now.isBefore(ends));
    }

    private Map<Integer, Map<Need, String>> kept(Registration registration) {
        Map<Integer, Map<Need, String>> kept = new HashMap<>();
        for (var stated : needs.ofRegistration(registration.key())) {
            kept.computeIfAbsent(stated.position(), position -> new EnumMap<>(Need.class))
                    .put(stated.need(), stated.note());
        }
        return kept;
    }

    private static Map<Need, String> of(Map<Integer, Map<Need, String>> kept, Attendee person) {
        return kept.getOrDefault(person.position(), Map.of());
    }

    private boolean restate(
            List<Attendee> people,
            Map<Integer, Map<Need, String>> kept,
            RegistrationCorrection correction,
            Instant now) {
        var any = false;
        for (var person : people) {
            var before = of(kept, person);
            var after = correction.needsOf(person.position());
            for (var need : Need.values()) {
                var said = after.get(need);
                if (before.containsKey(need) && !before.get(need).equals(said)) {
                    needs.forgetOne(person.key(), need);
                    any = true;
                }
                if (said != null && !said.equals(before.get(need))) {
                    rows.need(person.key(), need, said, now);
                    any = true;
                }
            }
        }
        return any;
    }

    /** What came of it. */
    public sealed interface Correcting {

        /** It is written down, now or before. */
        record Done() implements Correcting {}

        /** The form has mistakes. */
        record Invalid(FormErrors errors) implements Correcting {}

        /** The event is over or cancelled, or the registration has ended. */
        record TooLate() implements Correcting {}

        /** There is no such registration. */
        record NotFound() implements Correcting {}
    }
}
