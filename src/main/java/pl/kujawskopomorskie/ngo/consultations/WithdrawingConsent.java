package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;

/**
 * An author no longer agrees to be named (RODO art. 7(3): as easily as they agreed, and at any time). The remark stays, and
 * the name goes from wherever everybody could read it, the published report included.
 */
@Singleton
public class WithdrawingConsent {

    private final Consultations consultations;
    private final Remarks remarks;
    private final EditingReport editing;
    private final AuditLog audit;

    WithdrawingConsent(Consultations consultations, Remarks remarks, EditingReport editing, AuditLog audit) {
        this.consultations = consultations;
        this.remarks = remarks;
        this.editing = editing;
        this.audit = audit;
    }

    /** Takes the name away; whether there is such a remark of this person. Done twice it is done once. */
    @Transactional
    public boolean withdraw(String slug, int number, Actor actor) {
        var found = consultations.findBySlug(slug).orElse(null);
        if (found == null || !ConsultationPolicy.maySee(actor, found)) {
            return false;
        }
        var consultation = consultations.findByIdForUpdate(found.key()).orElse(null);
        if (consultation == null) {
            return false;
        }
        var remark = remarks.ownedByNumber(consultation.key(), number, actor.personId())
                .filter(own -> own.organisationId() == null)
                .orElse(null);
        if (remark == null) {
            return false;
        }
        if (remarks.takeConsentBack(remark.key(), actor.personId()) > 0) {
            var edited = remark.state() == RemarkState.SUBMITTED ? unname(consultation, number, actor.personId()) : "";
            audit.record(
                    actor.personId(),
                    "NAME_WITHDRAWN",
                    "remark",
                    AnsweringRemark.reference(consultation, remark),
                    edited);
        }
        return true;
    }

    private String unname(Consultation consultation, int number, long personId) {
        return editing.entries(
                consultation, List.of(number), FrozenReport.Entry::unnamed, "report.hidden.consent", "", personId);
    }
}
