package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.KrsRegister.Answer;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;
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

    /** Notes what the register says of an organisation and the directory does not. */
    @Transactional
    void compare(long organisationId, KrsExtract extract) {
        var now = OfficeTime.now(clock);
        var organisation = organisations.lock(organisationId).orElseThrow();
        var known = organisation.facts(saving.spheres(organisation));
        differences.forgetWaiting(organisationId);
        extract.facts().forEach((field, value) -> {
            if (!same(known.text(field), value) && differences.refusals(organisationId, field, value) == 0) {
                differences.propose(organisationId, field, value, now);
            }
        });
        differences.compared(organisationId, now);
    }

    /** Notes that the register was asked and has no such number. */
    @Transactional
    void compareWithNothing(long organisationId) {
        differences.compared(organisationId, OfficeTime.now(clock));
    }

    /** A clerk takes what the register says, or refuses it. */
    @Transactional
    public Settling settle(long id, boolean accepted, Actor actor) {
        if (!OrganisationPolicy.mayRun(actor)) {
            return new Settling.Forbidden();
        }
        var difference = differences.find(id).orElse(null);
        if (difference == null) {
            return new Settling.NotFound();
        }
        if (accepted) {
            var organisation = organisations.findBySlug(difference.slug()).orElseThrow();
            var entry = organisation
                    .facts(saving.spheres(organisation))
                    .entry()
                    .with(difference.field(), difference.registerValue());
            var errors = entry.check(OfficeTime.today(clock).getYear());
            if (errors.any()) {
                return new Settling.Invalid(errors);
            }
            saving.change(organisation, entry.facts(), ChangeSource.KRS, actor.personId());
        }
        differences.settle(id, OfficeTime.now(clock), actor.personId(), accepted);
        audit.record(
                actor.personId(),
                accepted ? "REGISTER_VALUE_TAKEN" : "REGISTER_VALUE_REFUSED",
                "organisation",
                difference.slug(),
                difference.field().name());
        return new Settling.Done();
    }

    // The register writes in capitals and pads REGON; neither makes a difference.
    private static boolean same(String ours, String theirs) {
        return PolishSearch.fold(ours).equals(PolishSearch.fold(theirs))
                || Regon.of(theirs).map(Regon::digits).filter(ours::equals).isPresent();
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

    /** Asks the register about some organisations each night. It ends at the first silence: the register is away, not we. */
    @Singleton
    static final class Nightly implements RecurringJob {

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
            for (var id : differences.due(OfficeTime.now(clock).minus(COMPARED_FOR), settings.eachNight())) {
                var krs = organisations.findById(id).map(Organisation::krs).orElse(null);
                if (krs == null) {
                    continue;
                }
                switch (register.ask(new Krs(krs))) {
                    case Answer.Found(var extract) -> comparing.compare(id, extract);
                    case Answer.NotFound() -> comparing.compareWithNothing(id);
                    case Answer.Unavailable() -> {
                        LOG.info("The court register is away; the rest is compared tomorrow");
                        return;
                    }
                }
                waiting.between();
            }
        }
    }
}
