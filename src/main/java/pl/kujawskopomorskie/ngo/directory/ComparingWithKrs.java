package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.KrsRegister.Answer;
import pl.kujawskopomorskie.ngo.directory.RegisterDifferences.Difference;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Violations;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Organisations are compared with the court register, some each night. What differs is a proposal to a clerk, who takes it or
 * refuses it; nothing changes by itself.
 */
@Singleton
public class ComparingWithKrs {

    private static final Logger LOG = LoggerFactory.getLogger(ComparingWithKrs.class);
    private static final Duration COMPARED_FOR = Duration.ofDays(30);

    /** What the register writes in capitals, so that a clerk may mend how it is spelt. */
    private static final Set<OrganisationField> SPELT =
            Set.of(OrganisationField.NAME, OrganisationField.STREET, OrganisationField.TOWN, OrganisationField.COMMUNE);

    private final Organisations organisations;
    private final RegisterDifferences differences;
    private final SavingOrganisation saving;
    private final AuditLog audit;
    private final Clock clock;

    ComparingWithKrs(
            Organisations organisations,
            RegisterDifferences differences,
            SavingOrganisation saving,
            AuditLog audit,
            Clock clock) {
        this.organisations = organisations;
        this.differences = differences;
        this.saving = saving;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether a clerk may mend how the register spells a fact before taking it. */
    public static boolean maySpell(OrganisationField field) {
        return SPELT.contains(field);
    }

    /**
     * Notes what the register says of an organisation and the directory does not.
     *
     * @param asked the number that the register was asked about
     */
    @Transactional
    void compare(long organisationId, Krs asked, KrsExtract extract) {
        propose(organisationId, asked, extract.facts());
    }

    /** Notes that neither register has the number of an organisation: it was struck off. */
    @Transactional
    void compareWithNothing(long organisationId, Krs asked) {
        propose(organisationId, asked, Map.of(OrganisationField.STATE, OrganisationState.STRUCK_OFF.name()));
    }

    // The register took its time: meanwhile the entry may have been merged or have got another number.
    private void propose(long organisationId, Krs asked, Map<OrganisationField, String> facts) {
        var organisation = organisations
                .lock(organisationId)
                .filter(Organisation::listed)
                .filter(found -> asked.digits().equals(found.krs()))
                .orElse(null);
        if (organisation == null) {
            return;
        }
        var now = OfficeTime.now(clock);
        var known = organisation.facts(saving.spheres(organisation));
        differences.forgetWaiting(organisationId);
        facts.forEach((field, value) -> {
            if (!KrsExtract.same(field, known.text(field), value)
                    && differences.refusals(organisationId, field, value) == 0) {
                differences.propose(organisationId, field, value, now);
            }
        });
        differences.compared(organisationId, now);
    }

    /** A clerk refuses what the register says; it is not proposed again. */
    @Transactional
    public Settling refuse(long id, Actor actor) {
        if (!OrganisationPolicy.mayRun(actor)) {
            return new Settling.Forbidden();
        }
        // Nobody else settles a difference of an organisation that is locked.
        var organisation = lockOrganisationOf(id).orElse(null);
        var difference = differences.find(id).orElse(null);
        if (organisation == null || difference == null || !settle(difference, false, actor)) {
            return new Settling.NotFound();
        }
        return new Settling.Done();
    }

    /**
     * A clerk takes what the register says.
     *
     * @param spelt the same as the clerk spells it, empty for as it is proposed
     */
    public Settling take(long id, String spelt, Actor actor) {
        if (!OrganisationPolicy.mayRun(actor)) {
            return new Settling.Forbidden();
        }
        try {
            return write(id, Typed.line(spelt), actor);
        } catch (RuntimeException e) {
            if (!Violations.isDuplicate(e)) {
                throw e;
            }
            // Told here and not inside: the transaction is rolled back whole.
            return differences.find(id).<Settling>map(this::taken).orElseGet(Settling.NotFound::new);
        }
    }

    @Transactional
    Settling write(long id, String spelt, Actor actor) {
        // The number of the change first and rows after it, as everybody does who changes the directory.
        organisations.countChange();
        var organisation = lockOrganisationOf(id).orElse(null);
        var difference = differences.find(id).orElse(null);
        if (organisation == null || difference == null) {
            return new Settling.NotFound();
        }
        var field = difference.field();
        var value = spelt.isEmpty() || !maySpell(field) ? difference.registerValue() : spelt;
        if (!KrsExtract.same(field, value, difference.registerValue())) {
            return new Settling.Invalid(FormErrors.of(FormErrors.WHOLE_FORM, "directory.register.other"));
        }
        var entry = KrsExtract.taken(
                organisation.facts(saving.spheres(organisation)).entry(), field, value);
        var errors = entry.check(OfficeTime.today(clock).getYear());
        if (errors.any()) {
            return new Settling.Invalid(errors);
        }
        if (!settle(difference, true, actor)) {
            return new Settling.NotFound();
        }
        saving.change(organisation, entry.facts(), ChangeSource.KRS, actor.personId());
        return new Settling.Done();
    }

    private Optional<Organisation> lockOrganisationOf(long id) {
        return differences.find(id).flatMap(found -> organisations.lock(found.organisationId()));
    }

    private boolean settle(Difference difference, boolean accepted, Actor actor) {
        if (differences.settle(difference.id(), OfficeTime.now(clock), actor.personId(), accepted) == 0) {
            return false;
        }
        audit.record(
                actor.personId(),
                accepted ? "REGISTER_VALUE_TAKEN" : "REGISTER_VALUE_REFUSED",
                "organisation",
                difference.slug(),
                difference.field().name());
        return true;
    }

    private Settling taken(Difference difference) {
        var holder = difference.field() == OrganisationField.REGON
                ? organisations.findByRegon(difference.registerValue())
                : Optional.<Organisation>empty();
        return new Settling.Invalid(
                holder.map(found -> FormErrors.of(FormErrors.WHOLE_FORM, "directory.identifier.taken", found.name()))
                        .orElseGet(() -> FormErrors.of(FormErrors.WHOLE_FORM, "directory.again")));
    }

    /** What came of settling. */
    public sealed interface Settling {

        /** It is settled. */
        record Done() implements Settling {}

        /** What the register says cannot be kept. */
        record Invalid(FormErrors errors) implements Settling {}

        /** The actor may not. */
        record Forbidden() implements Settling {}

        /** No such proposal waits. */
        record NotFound() implements Settling {}
    }

    /**
     * Asks the register about some organisations each night, those first that were not asked about for the longest time. An
     * organisation of which it says something odd waits for its next turn; the night ends when the register is away.
     */
    @Singleton
    static final class Nightly implements RecurringJob {

        // One organisation may be too much for the register; so many in a row are not to blame.
        private static final int SILENCES = 5;

        // So many unknown numbers, and fewer known ones, tell of a wrong address and not of a great dying.
        private static final int UNKNOWN = 5;

        private final ComparingWithKrs comparing;
        private final RegisterDifferences differences;
        private final Organisations organisations;
        private final KrsRegister register;
        private final KrsRegister.Settings settings;
        private final KrsRegister.Waiting waiting;
        private final Clock clock;

        Nightly(
                ComparingWithKrs comparing,
                RegisterDifferences differences,
                Organisations organisations,
                KrsRegister register,
                KrsRegister.Settings settings,
                KrsRegister.Waiting waiting,
                Clock clock) {
            this.comparing = comparing;
            this.differences = differences;
            this.organisations = organisations;
            this.register = register;
            this.settings = settings;
            this.waiting = waiting;
            this.clock = clock;
        }

        @Override
        public String name() {
            return "compare-with-krs";
        }

        @Override
        public Rhythm rhythm() {
            return new Rhythm.DailyAt(LocalTime.of(2, 10));
        }

        @Override
        public void run() {
            var night = new Night();
            for (var id : differences.due(OfficeTime.now(clock).minus(COMPARED_FOR), settings.eachNight())) {
                if (night.silences == SILENCES) {
                    LOG.info("The court register is away; the rest is compared another night");
                    break;
                }
                try {
                    if (!goesOn(id, night)) {
                        LOG.info("The court register was asked often enough; the rest is compared another night");
                        break;
                    }
                } catch (RuntimeException e) {
                    // One organisation must not stop all others.
                    LOG.error("Organisation {} cannot be compared with the court register", id, e);
                }
            }
            if (night.unknown.size() >= UNKNOWN && night.unknown.size() > night.found) {
                LOG.warn(
                        "The court register does not know {} numbers and knows {}; look at PORTAL_KRS_URL",
                        night.unknown.size(),
                        night.found);
            } else {
                night.unknown.forEach(this::compareWithNothing);
            }
        }

        private boolean goesOn(long id, Night night) {
            var number = organisations.findById(id).map(Organisation::krs).orElse(null);
            if (number == null) {
                return true;
            }
            // Before the question: what breaks off in the middle does not come first again.
            differences.tried(id, OfficeTime.now(clock));
            var krs = new Krs(number);
            switch (register.ask(krs)) {
                case Answer.Found(var extract) -> {
                    night.found++;
                    night.silences = 0;
                    comparing.compare(id, krs, extract);
                }
                case Answer.NotFound() -> {
                    night.silences = 0;
                    night.unknown.put(id, krs);
                }
                case Answer.Strange() -> night.silences = 0;
                case Answer.Unavailable away -> night.silences++;
                case Answer.AskedTooOften() -> {
                    return false;
                }
            }
            waiting.between();
            return true;
        }

        private void compareWithNothing(long id, Krs krs) {
            try {
                comparing.compareWithNothing(id, krs);
            } catch (RuntimeException e) {
                LOG.error("Organisation {} cannot be compared with the court register", id, e);
            }
        }

        /** How a night goes. */
        private static final class Night {
            private final Map<Long, Krs> unknown = new LinkedHashMap<>();
            private int found;
            private int silences;
        }
    }
}
