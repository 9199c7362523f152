package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** An author takes a remark back, while remarks are accepted. Its number stays taken. */
@Singleton
public class WithdrawingRemark {

    private final Consultations consultations;
    private final Remarks remarks;
    private final AuditLog audit;
    private final Clock clock;

    WithdrawingRemark(Consultations consultations, Remarks remarks, AuditLog audit, Clock clock) {
        this.consultations = consultations;
        this.remarks = remarks;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes back the remark of a number. */
    @Transactional
    public Withdrawal withdraw(String slug, int number, Actor actor) {
        var found = consultations.findBySlug(slug).orElse(null);
        if (found == null) {
            return new Withdrawal.NotFound();
        }
        var consultation = consultations.findByIdForUpdate(found.key()).orElseThrow();
        var now = OfficeTime.now(clock);
        var remark = remarks.findByConsultationIdAndNumberAndAuthorId(consultation.key(), number, actor.personId())
                .orElse(null);
        if (remark == null) {
            return new Withdrawal.NotFound();
        }
        if (remark.state() == RemarkState.WITHDRAWN) {
            return new Withdrawal.Done(remark);
        }
        if (!ConsultationPolicy.mayWithdraw(actor, consultation, remark, now)) {
            return new Withdrawal.TooLate();
        }
        var withdrawn = remarks.update(remark.withdrawn(now));
        audit.record(
                actor.personId(),
                "REMARK_WITHDRAWN",
                "remark",
                RemarkReceipt.number(consultation.reference(), number),
                "");
        return new Withdrawal.Done(withdrawn);
    }
}
