package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A clerk puts like remarks into a group, so that they are answered once. What is alike the portal only proposes. */
@Singleton
public class GroupingRemarks {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_LOTS = 20;
    private static final int MOST_OF_A_LOT = 100;

    private final LockingForAnswers locking;
    private final OfficeRemarks office;
    private final RemarkGroups groups;
    private final RemarkLots lots;
    private final AuditLog audit;

    GroupingRemarks(
            LockingForAnswers locking, OfficeRemarks office, RemarkGroups groups, RemarkLots lots, AuditLog audit) {
        this.locking = locking;
        this.office = office;
        this.groups = groups;
        this.lots = lots;
        this.audit = audit;
    }

    /**
     * Remarks that look alike and wait in no group, by their numbers; the largest lots first. As many queries however many
     * remarks there are: which are alike {@link ComparingRemarks} has found before.
     */
    public Proposals proposals(Consultation consultation) {
        var largest = lots.largest(consultation.key(), MOST_LOTS);
        var uncompared = lots.countUncompared(consultation.key());
        if (largest.isEmpty()) {
            return new Proposals(List.of(), 0, uncompared);
        }
        var members = lots
                .members(
                        consultation.key(),
                        largest.stream().map(RemarkLots.Lot::lotId).toList(),
                        MOST_OF_A_LOT)
                .stream()
                .collect(Collectors.groupingBy(
                        RemarkLots.Member::lotId, Collectors.mapping(RemarkLots.Member::number, Collectors.toList())));
        return new Proposals(
                largest.stream()
                        .map(lot -> new Lot(members.getOrDefault(lot.lotId(), List.of()), lot.remarks()))
                        .toList(),
                lots.count(consultation.key()) - largest.size(),
                uncompared);
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
        if (isThatGroup(chosen, name)) {
            return new Answering.Done(chosen.size());
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

    /** Whether these remarks are a group of that name already: the form was sent twice. */
    private boolean isThatGroup(List<Remark> chosen, String name) {
        var groupId = chosen.getFirst().groupId();
        return groupId != null
                && chosen.stream().allMatch(remark -> groupId.equals(remark.groupId()))
                && office.groupName(groupId).filter(name::equals).isPresent();
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

    /**
     * What could be grouped.
     *
     * @param lots the largest ones
     * @param more how many further ones there are
     * @param uncompared how many remarks were not compared yet
     */
    public record Proposals(List<Lot> lots, int more, int uncompared) {}

    /**
     * Remarks that look alike.
     *
     * @param numbers the first of them, in order
     * @param remarks how many they are in all
     */
    public record Lot(List<Integer> numbers, int remarks) {}
}
