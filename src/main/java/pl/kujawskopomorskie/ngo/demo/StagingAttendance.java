package pl.kujawskopomorskie.ngo.demo;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import pl.kujawskopomorskie.ngo.events.Attendance;
import pl.kujawskopomorskie.ngo.events.Attendances;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.HeadCount;
import pl.kujawskopomorskie.ngo.events.HeadCounts;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.SessionKind;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.events.WalkIn;
import pl.kujawskopomorskie.ngo.events.WalkIns;

/** Writes who came to the events that are over: most of those who registered, some who had not, and heads that were counted. */
@Singleton
class StagingAttendance {

    private final DemoContent content;
    private final Events events;
    private final Sessions sessions;
    private final WalkIns walkIns;
    private final Attendances attendances;
    private final HeadCounts heads;
    private final PastRows.Attached rows;

    StagingAttendance(
            DemoContent content,
            Events events,
            Sessions sessions,
            WalkIns walkIns,
            Attendances attendances,
            HeadCounts heads,
            PastRows.Attached rows) {
        this.content = content;
        this.events = events;
        this.sessions = sessions;
        this.walkIns = walkIns;
        this.attendances = attendances;
        this.heads = heads;
        this.rows = rows;
    }

    /** Writes it, after the events and their registrations. */
    @Transactional(Transactional.TxType.MANDATORY)
    void stage(DemoCalendar calendar, Cast cast) {
        rows.needs(calendar.now());
        rows.cameOnSite(calendar.now(), cast.clerk());
        rows.cameToPanels(cast.clerk());
        rows.watched(calendar.now());
        var file = content.attendance();
        for (var entry : file.walkIns()) {
            var event = events.findBySlug(entry.event()).orElseThrow();
            var at = begun(event);
            var walkIn = walkIns.save(new WalkIn(
                    null,
                    event.key(),
                    UUID.randomUUID().toString(),
                    entry.name(),
                    entry.organisation(),
                    entry.email(),
                    at,
                    cast.clerk()));
            attendances.note(
                    event.key(),
                    null,
                    null,
                    walkIn.key(),
                    Mode.ON_SITE,
                    Attendance.How.WALK_IN,
                    at,
                    at,
                    cast.clerk(),
                    "A");
        }
        for (var entry : file.heads()) {
            var event = events.findBySlug(entry.event()).orElseThrow();
            heads.save(new HeadCount(
                    null, event.key(), entry.mode(), entry.people(), entry.note(), counted(event), cast.clerk()));
        }
    }

    // Somebody counts when those who are late have come: in the middle of the plenary, where there is one.
    private Instant counted(Event event) {
        var programme = sessions.of(event.key());
        var session = programme.stream()
                .filter(one -> one.kind() == SessionKind.PLENARY)
                .findFirst()
                .orElse(programme.getFirst());
        return session.startsAt()
                .plus(Duration.between(session.startsAt(), session.endsAt()).dividedBy(2));
    }

    private Instant begun(Event event) {
        return sessions.of(event.key()).getFirst().startsAt();
    }
}
