package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;

/**
 * Begins every change of answers in the same way: with the consultation's lock, which publishing the report takes too. So
 * what is changed is either in the report whole, or comes too late whole.
 */
@Singleton
class LockingForAnswers {

    static final String REPORTED = "answers.reported";

    private final Consultations consultations;
    private final ConsultationReports reports;

    LockingForAnswers(Consultations consultations, ConsultationReports reports) {
        this.consultations = consultations;
        this.reports = reports;
    }

    /** Takes the lock, and tells what speaks against a change of answers. */
    @Transactional(Transactional.TxType.MANDATORY)
    Begun begin(String slug, Actor actor) {
        var begun = lock(slug, actor);
        return begun.row() != null && reports.publishedAt(begun.row().key()).isPresent()
                ? Begun.refused(new Answering.WrongMoment(REPORTED))
                : begun;
    }

    /** Takes the lock for what is done after the report too. */
    @Transactional(Transactional.TxType.MANDATORY)
    Begun lock(String slug, Actor actor) {
        var found = consultations.findBySlug(slug).orElse(null);
        if (found == null || !ConsultationPolicy.maySee(actor, found)) {
            return Begun.refused(new Answering.NotFound());
        }
        if (!ConsultationPolicy.mayLookIntoTheOffice(actor)) {
            return Begun.refused(new Answering.Forbidden());
        }
        // Discarded while this waited for the lock, it is nowhere any more.
        return consultations
                .findByIdForUpdate(found.key())
                .map(row -> new Begun(row, null))
                .orElseGet(() -> Begun.refused(new Answering.NotFound()));
    }

    /**
     * How a change begins.
     *
     * @param row the locked consultation, or null when refused
     * @param refusal why nothing may be changed, or null
     */
    record Begun(@Nullable Consultation row, @Nullable Answering refusal) {

        static Begun refused(Answering refusal) {
            return new Begun(null, refusal);
        }

        Consultation consultation() {
            if (row == null) {
                throw new IllegalStateException("It was refused");
            }
            return row;
        }
    }
}
