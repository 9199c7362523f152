package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** Giving roles and taking them away. Both hold from the person's next request on. */
@Singleton
public class GrantingRoles {

    private final Persons persons;
    private final PersonRoles roles;
    private final Departments departments;
    private final AuditLog audit;

    GrantingRoles(Persons persons, PersonRoles roles, Departments departments, AuditLog audit) {
        this.persons = persons;
        this.roles = roles;
        this.departments = departments;
        this.audit = audit;
    }

    /**
     * Gives a role to a person whose account is in use.
     *
     * @param role as chosen, null for none
     * @param departmentId of a department officer, null for every other role
     */
    @Transactional
    public Managed grant(Actor actor, long personId, @Nullable Role role, @Nullable Long departmentId) {
        var refusal = AccountPolicy.refusal(actor, personId);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        // The lock makes two grants at once wait for each other, so the second one sees the role as held.
        var person = persons.lock(personId).orElse(null);
        if (person == null || person.state() == Person.State.ERASED) {
            return new Managed.NotFound();
        }
        if (person.state() != Person.State.ACTIVE) {
            return new Managed.Conflict();
        }
        if (role == null || role == Role.RESIDENT) {
            return new Managed.Invalid(FormErrors.of("role", "accounts.admin.role.missing"));
        }
        var officer = role == Role.DEPARTMENT_OFFICER;
        var department =
                departmentId == null ? null : departments.findById(departmentId).orElse(null);
        var errors = FormErrors.none()
                .unless(
                        roles.findByPersonIdOrderByRole(personId).stream().noneMatch(held -> held.role() == role),
                        "role",
                        "accounts.admin.role.held")
                .unless(!officer || department != null, "department", "accounts.admin.department.missing")
                .unless(officer || departmentId == null, "department", "accounts.admin.department.superfluous");
        if (errors.any()) {
            return new Managed.Invalid(errors);
        }
        roles.save(new PersonRole(null, personId, role, department == null ? null : department.key()));
        audit.record(
                actor.personId(),
                "ROLE_GRANTED",
                "person",
                Long.toString(personId),
                role.name() + (department == null ? "" : " " + department.code()));
        return new Managed.Done();
    }

    /** Takes a role away. */
    @Transactional
    public Managed take(Actor actor, long personId, Role role) {
        var refusal = AccountPolicy.refusal(actor, personId);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (persons.findById(personId).isEmpty()) {
            return new Managed.NotFound();
        }
        if (roles.deleteByPersonIdAndRole(personId, role) == 0) {
            return new Managed.Conflict();
        }
        audit.record(actor.personId(), "ROLE_TAKEN", "person", Long.toString(personId), role.name());
        return new Managed.Done();
    }
}
