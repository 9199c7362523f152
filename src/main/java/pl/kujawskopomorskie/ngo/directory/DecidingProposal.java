package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Addressees;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** The office takes a proposed organisation into the directory, or refuses with a reason that the proposer gets by mail. */
@Singleton
public class DecidingProposal {

    private final Organisations organisations;
    private final Representations representations;
    private final ProposalRefusals refusals;
    private final SavingOrganisation saving;
    private final Addressees addressees;
    private final RepresentationLetters letters;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    DecidingProposal(
            Organisations organisations,
            Representations representations,
            ProposalRefusals refusals,
            SavingOrganisation saving,
            Addressees addressees,
            RepresentationLetters letters,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.organisations = organisations;
        this.representations = representations;
        this.refusals = refusals;
        this.saving = saving;
        this.addressees = addressees;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes a proposal in: everybody sees it from now on. Who wants to speak for it is another question. */
    @Transactional
    public Deciding accept(String slug, Actor actor) {
        if (!OrganisationPolicy.mayRun(actor)) {
            return new Deciding.Forbidden();
        }
        var proposal = lock(slug);
        if (proposal == null) {
            return new Deciding.NotFound();
        }
        if (decided(proposal)) {
            return new Deciding.Decided();
        }
        takeIn(proposal, actor.personId());
        return new Deciding.Done();
    }

    /**
     * Takes in a proposal that waits, in the transaction of the caller, who has taken the number of the change.
     *
     * @param personId who takes it in, null for the portal itself
     * @return the organisation as it is now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Organisation takeIn(Organisation proposal, @Nullable Long personId) {
        tell(proposal, true, "");
        organisations.list(proposal.key(), OfficeTime.now(clock), organisations.changeNumber());
        audit.record(personId, "ORGANISATION_LISTED", "organisation", proposal.slug(), "");
        return organisations.findById(proposal.key()).orElseThrow();
    }

    /**
     * Refuses a proposal. Its numbers are free for the right entry, and whoever asked to speak for it is refused with it.
     *
     * @param typedReason for the proposer
     */
    @Transactional
    public Deciding refuse(String slug, String typedReason, Actor actor) {
        if (!OrganisationPolicy.mayRun(actor)) {
            return new Deciding.Forbidden();
        }
        var reason = Typed.text(typedReason);
        var proposal = lock(slug);
        if (proposal == null) {
            return new Deciding.NotFound();
        }
        if (decided(proposal)) {
            return new Deciding.Decided();
        }
        var errors = FormErrors.none()
                .unless(!reason.isEmpty(), "proposal-reason", "directory.decide.reason.missing")
                .unless(Typed.length(reason) <= 1000, "proposal-reason", "forms.tooLong", 1000);
        if (errors.any()) {
            return new Deciding.Invalid(errors);
        }
        var now = OfficeTime.now(clock);
        refusals.refuse(proposal.key(), reason, now, actor.personId());
        var waiting = representations.lockWaiting(proposal.key());
        representations.refuseWaiting(proposal.key(), reason, now, actor.personId());
        for (var asked : waiting) {
            audit.record(actor.personId(), "REPRESENTATION_REFUSED", "organisation", slug, asked.reference());
        }
        saving.freeIdentifiers(proposal, ChangeSource.OFFICE, actor.personId());
        tell(proposal, false, reason);
        audit.record(actor.personId(), "ORGANISATION_REFUSED", "organisation", slug, "");
        return new Deciding.Done();
    }

    private boolean decided(Organisation proposal) {
        return proposal.listedAt() != null
                || proposal.mergedInto() != null
                || refusals.reason(proposal.key()).isPresent();
    }

    // Whoever changes the directory takes the number of the change first and rows after it, so that nobody waits in
    // a circle.
    private @Nullable Organisation lock(String slug) {
        var found = organisations.findBySlug(slug).orElse(null);
        if (found == null) {
            return null;
        }
        organisations.countChange();
        return organisations.lock(found.key()).orElseThrow();
    }

    private void tell(Organisation proposal, boolean accepted, String reason) {
        refusals.proposers(proposal.key())
                .forEach(proposer -> addressees
                        .find(proposer)
                        .ifPresent(person -> outbox.put(letters.proposalDecided(person, proposal, accepted, reason))));
    }

    /** What came of it. */
    public sealed interface Deciding {

        /** It is decided. */
        record Done() implements Deciding {}

        /** The form has mistakes. */
        record Invalid(FormErrors errors) implements Deciding {}

        /** Somebody decided it before. */
        record Decided() implements Deciding {}

        /** The actor may not. */
        record Forbidden() implements Deciding {}

        /** There is no such proposal. */
        record NotFound() implements Deciding {}
    }
}
