package pl.kujawskopomorskie.ngo.events.teams;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalTime;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Deletes the names of members of teams five years after they left, or after the team ended. Their sector and their time stay, because
 * whether a team was cross-sector follows from them.
 */
@Singleton
class ForgettingMembers implements RecurringJob {

    /** As long as the office keeps the papers of its cooperation programme. */
    private static final int YEARS = 5;

    private final TeamMembers members;
    private final AuditLog audit;
    private final Clock clock;

    ForgettingMembers(TeamMembers members, AuditLog audit, Clock clock) {
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-team-members";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(4, 5));
    }

    @Override
    @Transactional
    public void run() {
        var before = OfficeTime.today(clock).minusYears(YEARS);
        var forgotten = members.forget(before);
        if (forgotten > 0) {
            audit.record(null, "TEAM_MEMBERS_FORGOTTEN", "team", "members", String.valueOf(forgotten));
        }
    }
}
