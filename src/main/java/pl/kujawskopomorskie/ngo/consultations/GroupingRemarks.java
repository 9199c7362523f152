package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A clerk puts like remarks into a group, so that they are answered once. What is alike the portal only proposes. */
@Singleton
public class GroupingRemarks {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_COMPARED = 20_000;

    private final LockingForAnswers locking;
    private final OfficeRemarks office;
    private final RemarkGroups groups;
    private final AuditLog audit;

    GroupingRemarks(LockingForAnswers locking, OfficeRemarks office, RemarkGroups groups, AuditLog audit) {
        this.locking = locking;
        this.office = office;
        this.groups = groups;
        this.audit = audit;
    }

    /** Remarks that look alike and wait in no group, by their numbers; the largest lot first. */
    public List<List<Integer>> proposals(Consultation consultation) {
        return LikeRemarks.groups(groups.ungrouped(consultation.key(), MOST_COMPARED).stream()
                .map(RemarkGroups.Words::text)
                .toList());
    }

    /** Makes a group of remarks, by their numbers. Withdrawn ones and numbers that are not there are left out. */
    @Transactional
    public Answering group(String slug, Set<Integer> numbers, String name, Actor actor) {
        var begun = locking.begin(slug, actor);
        if (begun.refusal() != null) {
            return begun.refusal();
        }
        if (!ConsultationPolicy.mayRun(actor)) {
            return new Answering.Forbidden();
        }
        var consultation = begun.consultation();
        var chosen = numbers.isEmpty() ? List.<Remark>of() : office.rowsOfNumbers(consultation.key(), numbers);
        var errors = FormErrors.none()
                .unless(chosen.size() > 1, FormErrors.WHOLE_FORM, "answers.group.few")
                .unless(!name.isEmpty(), "name", "answers.group.name.missing")
                .unless(Typed.length(name) <= LONGEST_NAME, "name", "forms.tooLong", LONGEST_NAME);
        if (errors.any()) {
            return new Answering.Invalid(errors);
        }
        var group = groups.save(new RemarkGroup(null, consultation.key(), name));
        groups.put(chosen.stream().map(Remark::key).toList(), group.key());
        for (var remark : chosen) {
            audit.record(
                    actor.personId(),
                    "REMARK_GROUPED",
                    "remark",
                    AnsweringRemark.reference(consultation, remark),
                    name);
        }
        return new Answering.Done(chosen.size());
    }

    /** Takes a remark out of its group; what was answered stays. */
    @Transactional
    public Answering takeOut(String slug, int number, Actor actor) {
        var begun = locking.begin(slug, actor);
        if (begun.refusal() != null) {
            return begun.refusal();
        }
        if (!ConsultationPolicy.mayRun(actor)) {
            return new Answering.Forbidden();
        }
        var consultation = begun.consultation();
        var chosen = office.rowsOfNumbers(consultation.key(), Set.of(number));
        if (chosen.isEmpty()) {
            return new Answering.NotFound();
        }
        groups.put(List.of(chosen.getFirst().key()), null);
        audit.record(
                actor.personId(),
                "REMARK_UNGROUPED",
                "remark",
                AnsweringRemark.reference(consultation, chosen.getFirst()),
                "");
        return new Answering.Done(1);
    }
}
