package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The office keeps the list of who was there: ticks people from a list on paper, takes back what was ticked by mistake, writes down
 * how many came who were counted and not named. Nobody can have been where nothing has begun yet.
 */
@Singleton
public class KeepingAttendance {

    /** Most people ticked at once. */
    public static final int MOST = 500;

    private static final int MOST_PEOPLE = 100_000;
    private static final int LONGEST_NOTE = 500;

    private final Events events;
    private final Sessions sessions;
    private final Attendances attendances;
    private final DoorEntries entries;
    private final OnList onList;
    private final HeadCounts heads;
    private final AuditLog audit;
    private final Clock clock;

    KeepingAttendance(
            Events events,
            Sessions sessions,
            Attendances attendances,
            DoorEntries entries,
            OnList onList,
            HeadCounts heads,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.attendances = attendances;
        this.entries = entries;
        this.onList = onList;
        this.heads = heads;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes that people were there who signed the list on paper. Whoever is known to have been there stays as they are.
     *
     * @param sessionId in which session, or null for the event
     * @param attendeeIds keys of people; of those of other events nothing is noted
     */
    @Transactional
    public Ticking tick(String slug, @Nullable Long sessionId, Collection<Long> attendeeIds, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return Ticking.none(new EventChange.Forbidden());
        }
        var event = locked(slug);
        if (event == null) {
            return Ticking.none(new EventChange.NotFound());
        }
        var programme = sessions.of(event.key());
        var session = programme.stream()
                .filter(one -> sessionId == null || one.key() == sessionId)
                .findFirst()
                .orElse(null);
        if (session == null) {
            return Ticking.none(new EventChange.NotFound());
        }
        var now = OfficeTime.now(clock);
        var refusal = tooEarly(event, programme, sessionId, now);
        if (refusal != null) {
            return Ticking.none(refusal);
        }
        // In the order of their keys, as everybody who notes several people must, or two would wait for each other.
        var keys = new TreeSet<>(attendeeIds);
        if (keys.isEmpty() || keys.size() > MOST) {
            return Ticking.none(
                    new EventChange.Invalid(FormErrors.of(FormErrors.WHOLE_FORM, "events.attendance.tick.none", MOST)));
        }
        var known = new TreeSet<>(onList.ofEvent(event.key(), keys));
        var cameAt = session.startsAt().isAfter(now) ? now : session.startsAt();
        for (var attendeeId : known) {
            attendances.noteUnlessKnown(
                    event.key(),
                    sessionId,
                    attendeeId,
                    null,
                    Mode.ON_SITE,
                    Attendance.How.ON_LIST,
                    cameAt,
                    now,
                    actor.personId(),
                    "");
        }
        audit.record(
                actor.personId(),
                "ATTENDANCE_TICKED",
                "event",
                slug,
                known.size() + (sessionId == null ? "" : ", session " + sessionId));
        return new Ticking(new EventChange.Done(event), known.size());
    }

    /** Takes back that somebody was there. Done twice it is done once. */
    @Transactional
    public EventChange withdraw(String slug, long attendanceId, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new EventChange.Forbidden();
        }
        var event = locked(slug);
        var attendance =
                event == null ? null : attendances.of(event.key(), attendanceId).orElse(null);
        if (event == null || attendance == null) {
            return new EventChange.NotFound();
        }
        var now = OfficeTime.now(clock);
        if (attendances.withdraw(attendanceId, now, actor.personId()) == 1) {
            var sessionId = attendance.sessionId();
            // Or the next mistake at the door could not be taken back: it would look as if others had let them in too.
            entries.undoAll(
                    attendance.attendeeId(),
                    attendance.walkInId(),
                    sessionId == null ? 0L : sessionId,
                    now,
                    actor.personId());
            audit.record(
                    actor.personId(),
                    "ATTENDANCE_WITHDRAWN",
                    "event",
                    slug,
                    attendance.attendeeId() != null
                            ? "attendee " + attendance.attendeeId()
                            : "walk-in " + attendance.walkInId());
        }
        return new EventChange.Done(event);
    }

    /**
     * Writes down how many people came who were counted and not named; the newest number of a mode holds.
     *
     * @param people as typed
     * @param note how they were counted
     */
    @Transactional
    public EventChange count(String slug, @Nullable Mode mode, String people, String note, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new EventChange.Forbidden();
        }
        var event = locked(slug);
        if (event == null) {
            return new EventChange.NotFound();
        }
        var number = Typed.line(people).matches("[0-9]{1,6}") ? Integer.parseInt(Typed.line(people)) : -1;
        var words = Typed.line(note);
        var errors = FormErrors.none()
                .unless(mode != null, "mode", "forms.choose")
                .unless(number >= 0 && number <= MOST_PEOPLE, "people", "events.attendance.heads.wrong", MOST_PEOPLE)
                .unless(!words.isEmpty(), "note", "events.attendance.heads.note.missing")
                .unless(Typed.length(words) <= LONGEST_NOTE, "note", "forms.tooLong", LONGEST_NOTE);
        if (errors.any() || mode == null) {
            return new EventChange.Invalid(errors);
        }
        var now = OfficeTime.now(clock);
        var refusal = tooEarly(event, sessions.of(event.key()), null, now);
        if (refusal != null) {
            return refusal;
        }
        var newest = heads.of(event.key()).stream()
                .filter(one -> one.mode() == mode)
                .findFirst()
                .orElse(null);
        // The same form sent twice adds nothing.
        if (newest == null || newest.people() != number || !newest.note().equals(words)) {
            heads.save(new HeadCount(null, event.key(), mode, number, words, now, actor.personId()));
            audit.record(actor.personId(), "HEADS_COUNTED", "event", slug, mode + " " + number);
        }
        return new EventChange.Done(event);
    }

    /**
     * What came of ticking people.
     *
     * @param change whether it was done
     * @param people how many of them are noted as having been there, now or before
     */
    public record Ticking(EventChange change, int people) {

        static Ticking none(EventChange refusal) {
            return new Ticking(refusal, 0);
        }
    }

    private @Nullable Event locked(String slug) {
        return events.findBySlug(slug)
                .filter(found -> found.publishedAt() != null)
                .map(found -> events.lockForReading(found.key()).orElseThrow())
                .orElse(null);
    }

    private static @Nullable EventChange tooEarly(
            Event event, List<Session> programme, @Nullable Long sessionId, Instant now) {
        var time = DoorTime.of(programme, sessionId);
        if (event.cancelledAt() != null) {
            return new EventChange.WrongMoment("events.door.cancelled");
        }
        return time == null || now.isBefore(time.begins())
                ? new EventChange.WrongMoment("events.attendance.tooEarly")
                : null;
    }
}
