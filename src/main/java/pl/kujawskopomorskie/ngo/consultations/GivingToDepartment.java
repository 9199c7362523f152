package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.OfficeDepartments;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A clerk gives remarks to the department that is to answer them. */
@Singleton
public class GivingToDepartment {

    private final LockingForAnswers locking;
    private final OfficeRemarks office;
    private final OfficeDepartments departments;
    private final AuditLog audit;

    GivingToDepartment(LockingForAnswers locking, OfficeRemarks office, OfficeDepartments departments, AuditLog audit) {
        this.locking = locking;
        this.office = office;
        this.departments = departments;
        this.audit = audit;
    }

    /**
     * Gives remarks, by their numbers, to a department. Withdrawn ones and numbers that are not there are left out.
     *
     * @param seen revisions of remarks as the person was shown them, by number; when one has changed since, nothing is done
     */
    @Transactional
    public Answering give(
            String slug, Set<Integer> numbers, Map<Integer, Integer> seen, long departmentId, Actor actor) {
        var begun = locking.begin(slug, actor);
        if (begun.refusal() != null) {
            return begun.refusal();
        }
        if (!ConsultationPolicy.mayRun(actor)) {
            return new Answering.Forbidden();
        }
        var department = departments.withKey(departmentId).orElse(null);
        var chosen = numbers.isEmpty()
                ? List.<Remark>of()
                : office.rowsOfNumbers(begun.consultation().key(), numbers);
        var errors = FormErrors.none()
                .unless(!chosen.isEmpty(), FormErrors.WHOLE_FORM, "answers.batch.none")
                .unless(department != null, "department", "answers.department.missing");
        if (errors.any() || department == null) {
            return new Answering.Invalid(errors);
        }
        for (var remark : chosen) {
            var revision = seen.get(remark.number());
            if (revision != null && revision != remark.revision()) {
                return new Answering.Stale();
            }
        }
        office.give(chosen.stream().map(Remark::key).toList(), department.key());
        for (var remark : chosen) {
            audit.record(
                    actor.personId(),
                    "REMARK_GIVEN",
                    "remark",
                    AnsweringRemark.reference(begun.consultation(), remark),
                    department.name());
        }
        return new Answering.Done(chosen.size());
    }
}
