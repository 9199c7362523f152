package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Forgets what people said of themselves once nobody needs it: the words and the paper of a request some time after it was
 * refused or the right ended, and the address of an invitation as soon as its link stops working. The file goes with the files
 * that nothing refers to. The form of the request says so.
 */
@Singleton
class ForgettingRepresentations implements RecurringJob {

    /** How long the words and the paper of a request are kept after it was refused or the right ended. */
    static final Period KEPT = Period.ofYears(2);

    private static final int AT_ONCE = 500;

    private final Representations representations;
    private final EditorInvitations invitations;
    private final AuditLog audit;
    private final Clock clock;

    ForgettingRepresentations(
            Representations representations, EditorInvitations invitations, AuditLog audit, Clock clock) {
        this.representations = representations;
        this.invitations = invitations;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-representations";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(3, 40));
    }

    @Override
    public void run() {
        while (forgetInvitations() == AT_ONCE) {
            // There are more.
        }
        while (forgetWords() == AT_ONCE) {
            // There are more.
        }
    }

    /** Deletes some invitations; how many. */
    @Transactional
    protected int forgetInvitations() {
        var forgotten = invitations.forgetExpired(OfficeTime.now(clock), AT_ONCE);
        if (forgotten > 0) {
            audit.record(null, "EDITOR_INVITATIONS_FORGOTTEN", "organisation", "", Integer.toString(forgotten));
        }
        return forgotten;
    }

    /** Forgets some requests' words; how many. */
    @Transactional
    protected int forgetWords() {
        var before = ZonedDateTime.ofInstant(OfficeTime.now(clock), OfficeTime.ZONE)
                .minus(KEPT)
                .toInstant();
        var forgotten = representations.forgetWords(before, AT_ONCE);
        if (forgotten > 0) {
            audit.record(null, "REPRESENTATIONS_FORGOTTEN", "organisation", "", Integer.toString(forgotten));
        }
        return forgotten;
    }
}
