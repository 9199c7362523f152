package pl.kujawskopomorskie.ngo.demo;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.teams.Team;
import pl.kujawskopomorskie.ngo.events.teams.TeamMember;
import pl.kujawskopomorskie.ngo.events.teams.TeamMembers;
import pl.kujawskopomorskie.ngo.events.teams.Teams;
import pl.kujawskopomorskie.ngo.events.visits.Visit;
import pl.kujawskopomorskie.ngo.events.visits.Visits;

/** Writes the teams and visits of {@code registers.json}. */
@Singleton
class StagingRegisters {

    private static final LocalTime WRITTEN_AT = LocalTime.of(14, 15);
    private static final Duration PLANNING = Duration.ofDays(12);

    private final DemoContent content;
    private final Teams teams;
    private final TeamMembers members;
    private final Visits visits;
    private final Events events;

    StagingRegisters(DemoContent content, Teams teams, TeamMembers members, Visits visits, Events events) {
        this.content = content;
        this.teams = teams;
        this.members = members;
        this.visits = visits;
        this.events = events;
    }

    /** Writes them, after the organisations and events that they speak of. */
    @Transactional(Transactional.TxType.MANDATORY)
    void stage(DemoCalendar calendar, Cast cast) {
        var file = content.registers();
        file.teams().forEach(team -> stage(team, calendar, cast));
        file.visits().forEach(visit -> stage(visit, calendar, cast));
    }

    private void stage(RegistersEntry.TeamEntry entry, DemoCalendar calendar, Cast cast) {
        var writtenAt = calendar.past(entry.activeFrom(), WRITTEN_AT);
        var team = teams.save(new Team(
                null,
                entry.slug(),
                token(),
                entry.name(),
                entry.purpose(),
                entry.actName(),
                entry.actNumber(),
                entry.actDate(),
                entry.actLink(),
                entry.activeFrom(),
                entry.activeTo(),
                writtenAt,
                cast.clerk(),
                writtenAt,
                0));
        for (var member : entry.members()) {
            members.save(new TeamMember(
                    null,
                    team.key(),
                    token(),
                    member.name(),
                    member.role(),
                    member.sector(),
                    member.body(),
                    organisation(member.organisation(), cast),
                    member.shown(),
                    member.memberFrom(),
                    member.memberTo(),
                    0));
        }
        for (var slug : entry.meetings()) {
            teams.addMeeting(team.key(), events.findBySlug(slug).orElseThrow().key());
        }
    }

    private void stage(RegistersEntry.VisitEntry entry, DemoCalendar calendar, Cast cast) {
        var day = entry.on(calendar);
        var writtenAt = calendar.past(DemoCalendar.at(day, WRITTEN_AT).minus(PLANNING));
        var isOver = !day.isAfter(calendar.day(0)) && entry.cancelReason() == null;
        var madeAt = entry.confirmed() && isOver ? calendar.past(day, WRITTEN_AT) : null;
        var cancelledAt = entry.cancelReason() == null ? null : writtenAt.plus(Duration.ofDays(5));
        var visit = visits.save(new Visit(
                null,
                entry.organisation(),
                token(),
                organisation(entry.organisation(), cast),
                entry.organisationName(),
                day,
                entry.purpose(),
                entry.task(),
                entry.commissioned(),
                // What is still to come has nothing to report yet.
                madeAt == null ? "" : entry.summary(),
                entry.notes(),
                entry.shown(),
                madeAt,
                cancelledAt,
                entry.cancelReason(),
                writtenAt,
                cast.clerk(),
                writtenAt,
                0));
        for (var at = 0; at < entry.people().size(); at++) {
            var official = entry.people().get(at);
            visits.addPerson(visit.key(), at + 1, official.name(), official.department());
        }
    }

    private static @Nullable Long organisation(@Nullable String slug, Cast cast) {
        return slug == null ? null : cast.organisation(slug).key();
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }
}
