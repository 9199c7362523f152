package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A clerk announces an event, or cancels it. */
@Singleton
public class RunningEvent {

    private static final int LONGEST_REASON = 1000;

    private final Events events;
    private final Sessions sessions;
    private final ProgrammeRows programme;
    private final LockingEvent locking;
    private final TellingRegistered telling;
    private final AuditLog audit;
    private final Clock clock;

    RunningEvent(
            Events events,
            Sessions sessions,
            ProgrammeRows programme,
            LockingEvent locking,
            TellingRegistered telling,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.programme = programme;
        this.locking = locking;
        this.telling = telling;
        this.audit = audit;
        this.clock = clock;
    }

    /** Announces an event; from then on anybody sees it, and people register within its term. */
    @Transactional
    public EventChange publish(String slug, Actor actor) {
        var locked = locking.lockLiving(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var event = locked.event();
        if (event.publishedAt() != null) {
            return new EventChange.WrongMoment("events.desk.published.already");
        }
        var now = OfficeTime.now(clock);
        var errors = missing(event, sessions.of(event.key()), now);
        if (errors.any()) {
            return new EventChange.Invalid(errors);
        }
        events.publish(event.key(), now);
        audit.record(actor.personId(), "EVENT_PUBLISHED", "event", slug, event.title());
        return new EventChange.Done(events.findById(event.key()).orElseThrow());
    }

    /**
     * Cancels what was announced, with a public reason. Every registration ends with it, and everybody is told by mail, in a way
     * that their calendars understand.
     */
    @Transactional
    public EventChange cancel(String slug, String reason, Actor actor) {
        var locked = locking.lockLiving(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var event = locked.event();
        var now = OfficeTime.now(clock);
        if (event.publishedAt() == null || !programme.lastsAt(event.key(), now)) {
            return new EventChange.WrongMoment("events.desk.cancel.wrongMoment");
        }
        var errors = FormErrors.none()
                .unless(!reason.isEmpty(), "cancelReason", "events.desk.cancel.reason.missing")
                .unless(Typed.length(reason) <= LONGEST_REASON, "cancelReason", "forms.tooLong", LONGEST_REASON);
        if (errors.any()) {
            return new EventChange.Invalid(errors);
        }
        sessions.lock(
                event.key(), sessions.of(event.key()).stream().map(Session::key).toList());
        events.cancel(event.key(), now, reason);
        programme.endBookings(event.key(), now);
        programme.endRegistrations(event.key(), now);
        telling.cancelled(event.key());
        audit.record(actor.personId(), "EVENT_CANCELLED", "event", slug, reason);
        return new EventChange.Done(events.findById(event.key()).orElseThrow());
    }

    /** What keeps an event from being announced now; for whoever is about to announce it. */
    public FormErrors missing(Event event) {
        return missing(event, sessions.of(event.key()), OfficeTime.now(clock));
    }

    private static FormErrors missing(Event event, List<Session> programme, Instant now) {
        var errors = lasting(event, programme);
        if (programme.isEmpty()) {
            return errors;
        }
        var closesAt = event.registrationClosesAt();
        return errors.unless(programme.getFirst().startsAt().isAfter(now), "starts", "events.publish.past")
                .unless(closesAt == null || closesAt.isAfter(now), "closesOn", "events.publish.term.past");
    }

    /**
     * What an announced event would lose by a change. What it lacked before is not complained of: somebody who mends one thing is
     * not made to mend all at once.
     */
    static FormErrors lost(Event before, List<Session> programmeBefore, Event after, List<Session> programmeAfter) {
        var lacked = lasting(before, programmeBefore).all().stream()
                .map(FormErrors.FormError::key)
                .toList();
        return new FormErrors(lasting(after, programmeAfter).all().stream()
                .filter(error -> !lacked.contains(error.key()))
                .toList());
    }

    /** What an event needs as long as it is announced, whatever the time is. */
    private static FormErrors lasting(Event event, List<Session> programme) {
        var errors = lacking(event.summary(), event.organiser(), event.contactName(), event.contactEmail());
        var closesAt = event.registrationClosesAt();
        var endsAt = SessionChoice.end(programme);
        if (endsAt == null) {
            return errors.and(FormErrors.WHOLE_FORM, "events.publish.programme.missing");
        }
        errors = errors.unless(
                !event.venue().isEmpty() || onlyOnline(programme), "venue", "events.publish.venue.missing");
        if (closesAt == null) {
            return errors;
        }
        return errors.unless(!closesAt.isAfter(endsAt), "closesOn", "events.publish.term.late")
                .unless(programme.stream().anyMatch(Session::bookable), "places", "events.publish.places.missing")
                .unless(!event.privacyClause().isEmpty(), "privacyClause", "events.publish.privacy.missing");
    }

    private static boolean onlyOnline(List<Session> programme) {
        return programme.stream().allMatch(session -> session.placesOnSite() == 0)
                && programme.stream().anyMatch(session -> session.placesOnline() > 0);
    }

    private static FormErrors lacking(String summary, String organiser, String contactName, String contactEmail) {
        return FormErrors.none()
                .unless(!summary.isEmpty(), "summary", "events.publish.summary.missing")
                .unless(!organiser.isEmpty(), "organiser", "events.publish.organiser.missing")
                .unless(!contactName.isEmpty(), "contactName", "events.publish.contactName.missing")
                .unless(!contactEmail.isEmpty(), "contactEmail", "events.publish.contactEmail.missing");
    }
}
