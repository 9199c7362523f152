package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.data.exceptions.OptimisticLockException;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Violations;
import pl.kujawskopomorskie.ngo.shared.limits.Limit;
import pl.kujawskopomorskie.ngo.shared.limits.LimitingTries;
import pl.kujawskopomorskie.ngo.shared.text.Slug;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** An organisation is entered or its data are changed, by the office or by those who speak for it. */
@Singleton
public class SavingOrganisation {

    private static final List<OrganisationField> IDENTIFIERS =
            List.of(OrganisationField.KRS, OrganisationField.NIP, OrganisationField.REGON);

    // Words that stand in our own addresses where the name of an organisation would.
    private static final Set<String> OWN_WORDS = Set.of("nowa", "zaproszenie", "potwierdzenie");

    private static final Limit PROPOSALS = new Limit("organisation-proposal", 10, Duration.ofDays(1));

    private final Organisations organisations;
    private final OrganisationChanges changes;
    private final Representations representations;
    private final ConfirmationRequests confirmations;
    private final Doubles doubles;
    private final LimitingTries tries;
    private final AuditLog audit;
    private final Clock clock;

    SavingOrganisation(
            Organisations organisations,
            OrganisationChanges changes,
            Representations representations,
            ConfirmationRequests confirmations,
            Doubles doubles,
            LimitingTries tries,
            AuditLog audit,
            Clock clock) {
        this.organisations = organisations;
        this.changes = changes;
        this.representations = representations;
        this.confirmations = confirmations;
        this.doubles = doubles;
        this.tries = tries;
        this.audit = audit;
        this.clock = clock;
    }

    /** A clerk enters an organisation; it is public at once. */
    public Saved enter(OrganisationEntry entry, Actor actor) {
        if (!OrganisationPolicy.mayRun(actor)) {
            return new Saved.Forbidden();
        }
        return unlessTaken("", entry, actor, () -> begin(entry, true, actor));
    }

    /** Somebody registers an organisation that the directory lacks; the office looks at it before it is public. */
    public Saved propose(OrganisationEntry entry, Actor actor) {
        var errors = check(entry);
        if (errors.any()) {
            return new Saved.Invalid(errors);
        }
        if (!tries.allow(PROPOSALS, Long.toString(actor.personId()))) {
            return new Saved.Invalid(FormErrors.of(FormErrors.WHOLE_FORM, "directory.proposals.tooMany"));
        }
        return unlessTaken("", entry, actor, () -> begin(entry, false, actor));
    }

    /**
     * Changes the data of an organisation: a clerk all of them, others what {@link OrganisationPolicy#fixedFor} leaves them.
     *
     * @param revision of the organisation when the form was opened
     */
    public Saved change(String slug, int revision, OrganisationEntry entry, Actor actor) {
        return unlessTaken(slug, entry, actor, () -> rewrite(slug, revision, entry, actor));
    }

    @Transactional
    Saved begin(OrganisationEntry entry, boolean listed, Actor actor) {
        var errors = check(entry);
        if (errors.any()) {
            return new Saved.Invalid(errors);
        }
        var now = OfficeTime.now(clock);
        return new Saved.Done(begin(entry.facts(), listed ? now : null, ChangeSource.OFFICE, actor.personId()));
    }

    @Transactional
    Saved rewrite(String slug, int revision, OrganisationEntry typed, Actor actor) {
        var found = organisations.findBySlug(slug).map(this::lock).orElse(null);
        if (found == null || found.mergedInto() != null || !OrganisationPolicy.maySee(actor, found)) {
            return new Saved.NotFound();
        }
        var held = representations.lockHeld(found.key(), actor.personId()).orElse(null);
        if (!OrganisationPolicy.mayChange(actor, found, held)) {
            return new Saved.Forbidden();
        }
        var known = found.facts(spheres(found)).entry();
        var fixed = OrganisationPolicy.fixedFor(actor, held);
        // Their form has no such fields, so what stands in one was sent by hand, or the person's right became a lesser
        // one.
        if (fixed.stream()
                .anyMatch(
                        field -> !typed.at(field).isEmpty() && !typed.at(field).equals(known.at(field)))) {
            return new Saved.Invalid(FormErrors.of(FormErrors.WHOLE_FORM, "directory.fixed.forged"));
        }
        var entry = typed.with(fixed, known);
        var errors = check(entry);
        if (errors.any()) {
            return new Saved.Invalid(errors);
        }
        if (found.revision() != revision) {
            return new Saved.Stale(found);
        }
        var source = OrganisationPolicy.mayRun(actor) ? ChangeSource.OFFICE : ChangeSource.ORGANISATION;
        return new Saved.Done(change(found, entry.facts(), source, actor.personId()));
    }

    /**
     * Enters an organisation whose facts were checked, in the transaction of the caller.
     *
     * @param listedAt when it became public, null for a proposal
     * @param personId who enters it, null for the portal itself
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Organisation begin(
            OrganisationFacts facts, @Nullable Instant listedAt, ChangeSource source, @Nullable Long personId) {
        var now = OfficeTime.now(clock);
        // The number comes first: whoever holds it is alone in the directory, so the slug that is free stays free.
        var number = nextChange();
        var saved = organisations.save(Organisation.begun(
                freeSlug(facts.name()), facts, listedAt, listedAt == null ? personId : null, now, number));
        facts.spheres().forEach(sphere -> organisations.addSphere(saved.key(), sphere));
        noteSharedNip(saved, now);
        audit.record(
                personId,
                listedAt == null ? "ORGANISATION_PROPOSED" : "ORGANISATION_ENTERED",
                "organisation",
                saved.slug(),
                source.name());
        return saved;
    }

    /**
     * Changes checked facts, in the transaction of the caller, and keeps what they were.
     *
     * @param personId who changes them, null for the portal itself
     * @throws OptimisticLockException when somebody else changed the organisation since it was read
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Organisation change(
            Organisation organisation, OrganisationFacts facts, ChangeSource source, @Nullable Long personId) {
        var now = OfficeTime.now(clock);
        var before = organisation.facts(spheres(organisation));
        var differences = Arrays.stream(OrganisationField.values())
                .filter(field -> !before.text(field).equals(facts.text(field)))
                .map(field -> new OrganisationChange(
                        null, organisation.key(), field, before.text(field), facts.text(field), source, now, personId))
                .toList();
        if (differences.isEmpty()) {
            return organisation;
        }
        var saved = organisations.update(organisation.with(facts, now, nextChange()));
        before.spheres().stream()
                .filter(sphere -> !facts.spheres().contains(sphere))
                .forEach(sphere -> organisations.removeSphere(saved.key(), sphere));
        facts.spheres().stream()
                .filter(sphere -> !before.spheres().contains(sphere))
                .forEach(sphere -> organisations.addSphere(saved.key(), sphere));
        changes.saveAll(differences);
        if (!before.text(OrganisationField.NIP).equals(facts.text(OrganisationField.NIP))) {
            noteSharedNip(saved, now);
        }
        if (!before.contactEmail().equals(facts.contactEmail())) {
            // Whoever reads the mail of the old address no longer says that the data are true.
            confirmations.forget(saved.key());
        }
        audit.record(
                personId,
                "ORGANISATION_CHANGED",
                "organisation",
                saved.slug(),
                String.join(
                        " ",
                        differences.stream()
                                .map(change -> change.field().name())
                                .toList()));
        return saved;
    }

    /** Takes its numbers from an entry that is none any more, in the transaction of the caller. */
    @Transactional(Transactional.TxType.MANDATORY)
    Organisation freeIdentifiers(Organisation organisation, ChangeSource source, @Nullable Long personId) {
        var entry = organisation.facts(spheres(organisation)).entry();
        for (var field : IDENTIFIERS) {
            entry = entry.with(field, "");
        }
        return change(organisation, entry.facts(), source, personId);
    }

    /** Keeps in the history of an entry that is merged which numbers it had. */
    @Transactional(Transactional.TxType.MANDATORY)
    void noteFreedIdentifiers(Organisation organisation, long personId) {
        var now = OfficeTime.now(clock);
        var facts = organisation.facts(spheres(organisation));
        changes.saveAll(IDENTIFIERS.stream()
                .filter(field -> !facts.text(field).isEmpty())
                .map(field -> new OrganisationChange(
                        null, organisation.key(), field, facts.text(field), "", ChangeSource.MERGE, now, personId))
                .toList());
    }

    /** The spheres that an organisation works in. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public SortedSet<String> spheres(Organisation organisation) {
        return new TreeSet<>(organisations.spheres(organisation.key()));
    }

    // Whoever changes the directory takes the number of the change first and rows after it, so that nobody waits in a
    // circle; and who may change what is asked after that wait, not before.
    private Organisation lock(Organisation found) {
        organisations.countChange();
        return organisations.lock(found.key()).orElseThrow();
    }

    // Branches of one legal person share a tax number, so it is not refused; a clerk sees at once who shares it.
    private void noteSharedNip(Organisation saved, Instant now) {
        if (saved.nip() != null) {
            doubles.withNip(saved.nip(), saved.key())
                    .forEach(other -> doubles.note(
                            Math.min(other, saved.key()),
                            Math.max(other, saved.key()),
                            Doubles.Likeness.SAME_NIP,
                            now));
        }
    }

    /** Whether a clerk is still to say if another entry with the same tax number is the same organisation. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean sharesNip(Organisation organisation) {
        return doubles.countWaitingWithNip(organisation.key()) > 0;
    }

    private FormErrors check(OrganisationEntry entry) {
        return entry.check(OfficeTime.today(clock).getYear());
    }

    private long nextChange() {
        organisations.countChange();
        return organisations.changeNumber();
    }

    private String freeSlug(String name) {
        var slug = Slug.of(name, 70);
        var taken = new HashSet<>(organisations.slugsLike(slug));
        taken.addAll(OWN_WORDS);
        return Slug.free(slug, taken);
    }

    // Two people may enter the same organisation at once; the database lets one of them through.
    private Saved unlessTaken(String slug, OrganisationEntry entry, Actor actor, Supplier<Saved> saving) {
        try {
            return saving.get();
        } catch (RuntimeException e) {
            if (!Violations.isDuplicate(e)) {
                throw e;
            }
            return new Saved.Invalid(takenIdentifiers(slug, entry.facts(), actor));
        }
    }

    private FormErrors takenIdentifiers(String slug, OrganisationFacts facts, Actor actor) {
        var errors = FormErrors.none();
        for (var field : List.of(OrganisationField.KRS, OrganisationField.REGON)) {
            var holder = holder(field, facts.text(field))
                    .filter(found -> !found.slug().equals(slug))
                    .orElse(null);
            if (holder != null) {
                // What somebody else proposed is between them and the office.
                errors = OrganisationPolicy.maySee(actor, holder)
                        ? errors.and(field.formName(), "directory.identifier.taken", holder.name())
                        : errors.and(field.formName(), "directory.identifier.proposed");
            }
        }
        return errors.any() ? errors : FormErrors.of(OrganisationField.NAME.formName(), "directory.again");
    }

    private Optional<Organisation> holder(OrganisationField field, String digits) {
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        return field == OrganisationField.KRS ? organisations.findByKrs(digits) : organisations.findByRegon(digits);
    }

    /** What came of saving. */
    public sealed interface Saved {

        /** It is saved. */
        record Done(Organisation organisation) implements Saved {}

        /** The form has mistakes. */
        record Invalid(FormErrors errors) implements Saved {}

        /** Somebody else changed it meanwhile; here it is as they left it. */
        record Stale(Organisation now) implements Saved {}

        /** The actor may not. */
        record Forbidden() implements Saved {}

        /** There is no such organisation for the actor. */
        record NotFound() implements Saved {}
    }
}
