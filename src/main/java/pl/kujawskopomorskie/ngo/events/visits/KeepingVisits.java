package pl.kujawskopomorskie.ngo.events.visits;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationChoices;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Races;
import pl.kujawskopomorskie.ngo.shared.text.Slug;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A clerk keeps the register of visits: plans one or writes one down, says that it was made, cancels it. It is only deleted when it
 * was written down by mistake, with a reason.
 */
@Singleton
public class KeepingVisits {

    private static final int LONGEST_SLUG = 70;
    private static final int LONGEST_REASON = 1_000;

    // Words that stand in our own addresses where the name of a visit would.
    private static final Set<String> OWN_WORDS = Set.of("nowa");

    private final Visits visits;
    private final OrganisationChoices organisations;
    private final AuditLog audit;
    private final Clock clock;

    KeepingVisits(Visits visits, OrganisationChoices organisations, AuditLog audit, Clock clock) {
        this.visits = visits;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /** A token for a form that writes a visit down. */
    public static String newFormToken() {
        return UUID.randomUUID().toString();
    }

    /** Writes a visit down, once, however often the form is sent. It gets its address from the organisation's name, for good. */
    public VisitChange begin(VisitEntry entry, String formToken, Actor actor) {
        return Races.run(() -> beginOnce(entry, formToken, actor));
    }

    /** One try. */
    @Transactional
    protected VisitChange beginOnce(VisitEntry entry, String formToken, Actor actor) {
        if (!VisitPolicy.mayKeep(actor)) {
            return new VisitChange.Forbidden();
        }
        var sent = visits.findByFormToken(formToken).orElse(null);
        if (sent != null) {
            return new VisitChange.Done(sent);
        }
        var organisation = organisation(entry);
        var errors = check(entry, List.of(), organisation);
        if (errors.any()) {
            return new VisitChange.Invalid(errors);
        }
        var name = name(entry, organisation);
        var visit = visits.save(entry.of(
                null,
                freeSlug(name),
                formToken.matches("[0-9a-f-]{36}") ? formToken : newFormToken(),
                key(organisation),
                name,
                actor.personId(),
                OfficeTime.now(clock)));
        savePeople(visit.key(), entry.people());
        audit.record(actor.personId(), "VISIT_BEGUN", "visit", visit.slug(), visit.organisationName());
        return new VisitChange.Done(visit);
    }

    /**
     * Changes what is stated of a visit that was not cancelled. One that was made stays in the past.
     *
     * @param revision of the visit when the clerk opened the form
     */
    @Transactional
    public VisitChange change(String slug, int revision, VisitEntry entry, Actor actor) {
        return locked(slug, actor, old -> {
            if (old.cancelledAt() != null) {
                return new VisitChange.WrongMoment("events.visit.cancelled.already");
            }
            var organisation = organisation(entry);
            var day = entry.visitedOn();
            var people = visits.people(old.key());
            var errors = check(entry, people, organisation)
                    .unless(
                            old.madeAt() == null || day == null || !day.isAfter(OfficeTime.today(clock)),
                            "visitedOn",
                            "events.visit.day.future");
            if (errors.any()) {
                return new VisitChange.Invalid(errors);
            }
            if (old.revision() != revision) {
                return new VisitChange.Stale();
            }
            var changed = entry.of(
                    old,
                    slug,
                    old.formToken(),
                    organisation == null ? kept(old, entry) : key(organisation),
                    // Renamed since, it stays what it was called on that day.
                    organisation != null && Objects.equals(old.organisationId(), organisation.id())
                            ? old.organisationName()
                            : name(entry, organisation),
                    actor.personId(),
                    OfficeTime.now(clock));
            var fields = VisitEntry.changed(old, changed, people, entry.people());
            if (!fields.isEmpty()) {
                visits.update(changed);
                if (!people.equals(entry.people())) {
                    savePeople(old.key(), entry.people());
                }
                audit.record(
                        actor.personId(),
                        "VISIT_CHANGED",
                        "visit",
                        slug,
                        String.join(", ", fields) + ": " + changed.organisationName());
            }
            return new VisitChange.Done(old);
        });
    }

    /** Notes that a visit was made, on its day or later; said twice it is one. */
    @Transactional
    public VisitChange make(String slug, Actor actor) {
        return locked(slug, actor, visit -> {
            if (visit.cancelledAt() != null) {
                return new VisitChange.WrongMoment("events.visit.cancelled.already");
            }
            if (visit.visitedOn().isAfter(OfficeTime.today(clock))) {
                return new VisitChange.WrongMoment("events.visit.make.early");
            }
            if (visit.madeAt() == null) {
                visits.make(visit.key(), OfficeTime.now(clock));
                audit.record(actor.personId(), "VISIT_MADE", "visit", slug, visit.organisationName());
            }
            return new VisitChange.Done(visit);
        });
    }

    /** Cancels a visit that was not made. */
    @Transactional
    public VisitChange cancel(String slug, String reason, Actor actor) {
        return locked(slug, actor, visit -> {
            if (visit.madeAt() != null) {
                return new VisitChange.WrongMoment("events.visit.cancel.made");
            }
            if (visit.cancelledAt() != null) {
                return new VisitChange.WrongMoment("events.visit.cancelled.already");
            }
            var errors = reason("cancelReason", reason);
            if (errors.any()) {
                return new VisitChange.Invalid(errors);
            }
            visits.cancel(visit.key(), OfficeTime.now(clock), reason);
            audit.record(actor.personId(), "VISIT_CANCELLED", "visit", slug, visit.organisationName() + ": " + reason);
            return new VisitChange.Done(visit);
        });
    }

    /** Deletes a visit that was written down by mistake. */
    @Transactional
    public VisitChange discard(String slug, String reason, Actor actor) {
        return locked(slug, actor, visit -> {
            var errors = reason("discardReason", reason);
            if (errors.any()) {
                return new VisitChange.Invalid(errors);
            }
            visits.deletePeople(visit.key());
            visits.delete(visit.key());
            audit.record(actor.personId(), "VISIT_DISCARDED", "visit", slug, visit.organisationName() + ": " + reason);
            return new VisitChange.Done(visit);
        });
    }

    private VisitChange locked(String slug, Actor actor, Function<Visit, VisitChange> change) {
        if (!VisitPolicy.mayKeep(actor)) {
            return new VisitChange.Forbidden();
        }
        return visits.lock(slug).map(change).orElseGet(VisitChange.NotFound::new);
    }

    private static FormErrors check(VisitEntry entry, List<VisitPerson> saved, @Nullable Organisation organisation) {
        return entry.check(saved)
                .unless(
                        !entry.organisationName().isEmpty() || organisation != null,
                        "organisationName",
                        "events.visit.organisation.missing");
    }

    private static FormErrors reason(String field, String reason) {
        return FormErrors.none()
                .unless(!reason.isEmpty(), field, "events.registry.reason.missing")
                .unless(Typed.length(reason) <= LONGEST_REASON, field, "forms.tooLong", LONGEST_REASON);
    }

    private @Nullable Organisation organisation(VisitEntry entry) {
        return entry.organisation().isEmpty()
                ? null
                : organisations.listed(entry.organisation()).orElse(null);
    }

    // What is in the directory goes by the directory's name; the words typed were only to find it.
    private static String name(VisitEntry entry, @Nullable Organisation organisation) {
        return organisation == null ? entry.organisationName() : organisation.name();
    }

    private static @Nullable Long key(@Nullable Organisation organisation) {
        return organisation == null ? null : organisation.key();
    }

    // The form cannot show an organisation that left the directory; until the clerk names another one, the visit was to
    // that one.
    private @Nullable Long kept(Visit old, VisitEntry entry) {
        var organisationId = old.organisationId();
        return organisationId != null
                        && entry.organisationName().equals(old.organisationName())
                        && !visits.listed(organisationId)
                ? organisationId
                : null;
    }

    private void savePeople(long visitId, List<VisitPerson> people) {
        visits.deletePeople(visitId);
        for (var at = 0; at < people.size(); at++) {
            visits.addPerson(
                    visitId, at + 1, people.get(at).name(), people.get(at).department());
        }
    }

    private String freeSlug(String name) {
        var slug = Slug.of(name, LONGEST_SLUG);
        var taken = new HashSet<>(visits.slugsLike(slug));
        taken.addAll(OWN_WORDS);
        return Slug.free(slug, taken);
    }
}
