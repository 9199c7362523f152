package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A clerk adds sessions to an event, changes and deletes them. Places are never set below those taken; more of them are offered to
 * those who wait in the same transaction; and nobody who registered finds a session elsewhere than their invitation says.
 */
@Singleton
public class ArrangingProgramme {

    private final Events events;
    private final Sessions sessions;
    private final Speakers speakers;
    private final CountingPlaces counting;
    private final ProgrammeRows programme;
    private final LockingEvent locking;
    private final IndexingEvents indexing;
    private final OfferingPlaces offering;
    private final TellingRegistered telling;
    private final JobQueue jobs;
    private final AuditLog audit;
    private final Clock clock;

    ArrangingProgramme(
            Events events,
            Sessions sessions,
            Speakers speakers,
            CountingPlaces counting,
            ProgrammeRows programme,
            LockingEvent locking,
            IndexingEvents indexing,
            OfferingPlaces offering,
            TellingRegistered telling,
            JobQueue jobs,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.speakers = speakers;
        this.counting = counting;
        this.programme = programme;
        this.locking = locking;
        this.indexing = indexing;
        this.offering = offering;
        this.telling = telling;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a session. */
    @Transactional
    public EventChange add(String slug, SessionEntry entry, Actor actor) {
        var locked = locking.lockLiving(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var event = locked.event();
        var errors = entry.check();
        if (!errors.any()) {
            var before = sessions.of(event.key());
            errors = lost(event, before, with(before, entry.begun(event.key())));
        }
        if (errors.any()) {
            return new EventChange.Invalid(errors);
        }
        var saved = sessions.save(entry.begun(event.key()));
        keepSpeakers(saved, entry);
        indexing.index(event);
        events.touch(event.key(), OfficeTime.now(clock));
        audit.record(actor.personId(), "SESSION_ADDED", "event", slug, saved.title());
        return new EventChange.Done(event);
    }

    /**
     * Changes a session.
     *
     * @param revision of the session when the clerk opened the form
     * @param agreed the {@link EventChange.MustConfirm#agreement} of a clerk who was told that people are registered for other sessions
     *     at the new time, and moves it all the same; otherwise empty
     */
    @Transactional
    public EventChange change(
            String slug, long sessionId, int revision, SessionEntry entry, String agreed, Actor actor) {
        var locked = locking.lockLiving(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var event = locked.event();
        var old = sessions.lock(event.key(), List.of(sessionId)).stream()
                .findFirst()
                .orElse(null);
        if (old == null) {
            return new EventChange.NotFound();
        }
        var now = OfficeTime.now(clock);
        var errors = entry.check().and(tooFew(old, entry, now));
        if (errors.any()) {
            return new EventChange.Invalid(errors);
        }
        var changed = entry.over(old);
        var before = sessions.of(event.key());
        var lost = lost(event, before, with(without(before, sessionId), changed));
        if (lost.any()) {
            return new EventChange.Invalid(lost);
        }
        if (old.revision() != revision) {
            return new EventChange.Stale();
        }
        var onto = before.stream()
                .filter(other -> other.key() != sessionId && changed.overlaps(other) && !old.overlaps(other))
                .map(Session::key)
                .toList();
        var clashing = onto.isEmpty() ? List.<Session>of() : programme.clashing(sessionId, onto, now);
        var keys = clashing.stream().map(Session::key).toList();
        var inBoth = keys.isEmpty() ? 0 : programme.inBoth(sessionId, keys, now);
        if (inBoth > 0 && !agreement(changed, keys, inBoth).equals(agreed)) {
            return new EventChange.MustConfirm(
                    FormErrors.of(FormErrors.WHOLE_FORM, "events.session.clash", inBoth, titles(clashing)),
                    agreement(changed, keys, inBoth));
        }
        var saved = sessions.update(changed);
        keepSpeakers(saved, entry);
        indexing.index(event);
        events.touch(event.key(), now);
        audit.record(actor.personId(), "SESSION_CHANGED", "event", slug, saved.title());
        if (event.publishedAt() != null) {
            programme.shortenOffers(sessionId, saved.startsAt());
            if (!OfficeTime.day(old.startsAt()).equals(OfficeTime.day(saved.startsAt()))) {
                programme.remindAgain(sessionId);
            }
            if (isElsewhere(old, saved) && saved.endsAt().isAfter(now)) {
                events.tellCalendars(event.key(), now);
                telling.changed(event.key(), sessionId, event.calendarSequence() + 1);
            }
            if (inBoth > 0) {
                programme
                        .registrationsInBoth(sessionId, keys, now)
                        .forEach(id -> jobs.add(
                                MailingClash.NAME,
                                id + "@" + sessionId + "/" + saved.revision(),
                                id + " " + sessionId));
            }
            offering.offer(event, List.of(saved), BookingChange.Reason.MORE_PLACES, now);
        }
        return new EventChange.Done(event);
    }

    /** Deletes a session that nobody ever asked for a place in. */
    @Transactional
    public EventChange delete(String slug, long sessionId, Actor actor) {
        var locked = locking.lockLiving(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var event = locked.event();
        var session = sessions.lock(event.key(), List.of(sessionId)).stream()
                .findFirst()
                .orElse(null);
        if (session == null) {
            return new EventChange.NotFound();
        }
        if (programme.bookings(sessionId) > 0) {
            return new EventChange.WrongMoment("events.session.delete.booked");
        }
        var before = sessions.of(event.key());
        if (event.publishedAt() != null && before.size() == 1) {
            return new EventChange.WrongMoment("events.session.delete.last");
        }
        if (programme.materials(sessionId) > 0) {
            return new EventChange.WrongMoment("events.session.delete.materials");
        }
        var lost = lost(event, before, without(before, sessionId));
        if (lost.any()) {
            return new EventChange.WrongMoment(lost.all().getFirst().key());
        }
        speakers.clear(sessionId);
        programme.deleteSession(sessionId);
        indexing.index(event);
        events.touch(event.key(), OfficeTime.now(clock));
        audit.record(actor.personId(), "SESSION_DELETED", "event", slug, session.title());
        return new EventChange.Done(event);
    }

    // The form of a session has no field for what belongs to the event, and says of all of it where to mend it.
    private static FormErrors lost(Event event, List<Session> before, List<Session> after) {
        if (event.publishedAt() == null) {
            return FormErrors.none();
        }
        return RunningEvent.lost(event, before, event, after).all().stream()
                .findFirst()
                .map(error -> FormErrors.of(FormErrors.WHOLE_FORM, "events.session.lost." + error.field()))
                .orElseGet(FormErrors::none);
    }

    private static List<Session> with(List<Session> programme, Session one) {
        return Stream.concat(programme.stream(), Stream.of(one))
                .sorted(Comparator.comparing(Session::startsAt))
                .toList();
    }

    private static List<Session> without(List<Session> programme, long sessionId) {
        return programme.stream().filter(each -> each.key() != sessionId).toList();
    }

    private static String agreement(Session moved, List<Long> onto, int people) {
        return moved.startsAt() + "/" + moved.endsAt() + " "
                + onto.stream().map(String::valueOf).collect(Collectors.joining(",")) + " " + people;
    }

    private static String titles(List<Session> programme) {
        return programme.stream().map(each -> "„" + each.title() + "”").collect(Collectors.joining(", "));
    }

    private FormErrors tooFew(Session old, SessionEntry entry, Instant now) {
        var places = counting.of(List.of(old), now);
        var errors = FormErrors.none();
        for (var mode : Mode.values()) {
            var taken = places.taken(old, mode);
            var waiting = places.waiting(old, mode);
            errors = errors.unless(places(entry, mode) >= taken, field(mode), "events.session.places.taken", taken)
                    .unless(
                            waiting == 0 || places(entry, mode) > 0,
                            field(mode),
                            "events.session.places.waited",
                            waiting);
        }
        return errors;
    }

    private static int places(SessionEntry entry, Mode mode) {
        return mode == Mode.ON_SITE ? entry.placesOnSite() : entry.placesOnline();
    }

    private static String field(Mode mode) {
        return mode == Mode.ON_SITE ? "placesOnSite" : "placesOnline";
    }

    private static boolean isElsewhere(Session old, Session now) {
        return !old.startsAt().equals(now.startsAt())
                || !old.endsAt().equals(now.endsAt())
                || !old.room().equals(now.room())
                || !old.streamUrl().equals(now.streamUrl());
    }

    private void keepSpeakers(Session session, SessionEntry entry) {
        speakers.clear(session.key());
        var position = 1;
        for (var speaker : entry.speakers()) {
            speakers.add(session.key(), position++, speaker.name(), speaker.role());
        }
    }
}
