package pl.kujawskopomorskie.ngo.demo;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Department;
import pl.kujawskopomorskie.ngo.accounts.OpeningDemoAccounts;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Makes the demonstration, once, on a database without consultations.
 *
 * <p>All in one transaction: a start that is broken off leaves nothing half made, and of two nodes that start at once the
 * second waits at the first unique key and then gives up.
 */
@Singleton
public class MakingDemo {

    private final DemoContent content;
    private final OpeningDemoAccounts accounts;
    private final PastRows.Attached rows;
    private final StagingConsultation staging;
    private final StagingOrganisations organisations;
    private final StagingEvents events;
    private final StagingAdvisory advisory;
    private final StagingLendings lendings;
    private final StagingAfter after;
    private final StagingRegisters registers;
    private final StagingAttendance attendance;
    private final StagingDirectory directory;
    private final AuditLog audit;
    private final Clock clock;

    MakingDemo(
            DemoContent content,
            OpeningDemoAccounts accounts,
            PastRows.Attached rows,
            StagingConsultation staging,
            StagingOrganisations organisations,
            StagingEvents events,
            StagingAdvisory advisory,
            StagingLendings lendings,
            StagingAfter after,
            StagingRegisters registers,
            StagingAttendance attendance,
            StagingDirectory directory,
            AuditLog audit,
            Clock clock) {
        this.content = content;
        this.accounts = accounts;
        this.rows = rows;
        this.staging = staging;
        this.organisations = organisations;
        this.events = events;
        this.advisory = advisory;
        this.lendings = lendings;
        this.after = after;
        this.registers = registers;
        this.attendance = attendance;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes it, unless there are consultations already.
     *
     * @return whether it was made now
     * @throws io.micronaut.data.exceptions.DataAccessException when another node makes it at the same time
     */
    @Transactional
    public boolean make() {
        if (rows.consultations() > 0) {
            return false;
        }
        var people = people();
        var calendar = DemoCalendar.of(clock);
        var stories = content.stories(calendar).stream()
                .sorted(Comparator.comparing(
                        MakingDemo::announcedAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder())))
                .toList();
        var cast = directory.stage(content.directory(), people.with(organisations.stage(calendar.now())), calendar);
        var lastNumbers = new HashMap<Integer, Integer>();
        for (var story : stories) {
            var announcedAt = announcedAt(story);
            var number = announcedAt == null
                    ? null
                    : lastNumbers.merge(OfficeTime.day(announcedAt).getYear(), 1, Integer::sum);
            staging.stage(story, number, cast, calendar.now());
        }
        events.stage(calendar, cast);
        attendance.stage(calendar, cast);
        advisory.stage(calendar, cast);
        lendings.stage(calendar, cast);
        after.stage(cast);
        registers.stage(calendar, cast);
        audit.record(null, "DEMO_MADE", "portal", "demo", stories.size() + " consultations");
        return true;
    }

    private Cast people() {
        var entries = content.people();
        List<Department> office = content.departments().stream()
                .map(entry -> new Department(null, entry.code(), entry.name()))
                .toList();
        var newcomers = entries.stream()
                .map(entry -> new OpeningDemoAccounts.Newcomer(
                        entry.email(), entry.displayName(), entry.roles(), entry.department()))
                .toList();
        return Cast.of(entries, accounts.open(office, newcomers, DemoPeople.PASSWORD));
    }

    private static @Nullable Instant announcedAt(Story story) {
        var term = story.term();
        return term == null ? null : term.announcedAt();
    }
}
