package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Deletes remarks that were begun and never submitted, with their files, some time after the term: nobody can submit them any
 * more, and they are personal data without a purpose. The author reads on the draft's page when that will be.
 */
@Singleton
class ForgettingDrafts implements RecurringJob {

    private static final int AT_ONCE = 100;

    private final Remarks remarks;
    private final RemarkAttachments attachments;
    private final StoringFiles files;
    private final ConsultationSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    ForgettingDrafts(
            Remarks remarks,
            RemarkAttachments attachments,
            StoringFiles files,
            ConsultationSettings settings,
            AuditLog audit,
            Clock clock) {
        this.remarks = remarks;
        this.attachments = attachments;
        this.files = files;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-drafts";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(3, 20));
    }

    @Override
    public void run() {
        var forgotten = AT_ONCE;
        while (forgotten == AT_ONCE) {
            forgotten = forgetSome();
        }
    }

    /** Deletes some; how many. */
    @Transactional
    protected int forgetSome() {
        var days = settings.valueOf(ConsultationSetting.DRAFTS_KEPT_DAYS);
        var drafts = remarks.draftsClosedBefore(OfficeTime.now(clock).minus(Duration.ofDays(days)), AT_ONCE);
        if (drafts.isEmpty()) {
            return 0;
        }
        var attached = attachments.filesOf(drafts);
        attachments.removeAllOf(drafts);
        remarks.deleteDrafts(drafts);
        attached.forEach(files::forget);
        audit.record(null, "REMARK_DRAFTS_FORGOTTEN", "remark", "", Integer.toString(drafts.size()));
        return drafts.size();
    }
}
