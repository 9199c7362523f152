package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Representation.Basis;
import pl.kujawskopomorskie.ngo.directory.Representation.Kind;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Violations;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A person asks to speak for an organisation; the office decides. */
@Singleton
public class AskingToRepresent {

    private final Organisations organisations;
    private final Representations representations;
    private final ProposalRefusals refusals;
    private final AuditLog audit;
    private final Clock clock;

    AskingToRepresent(
            Organisations organisations,
            Representations representations,
            ProposalRefusals refusals,
            AuditLog audit,
            Clock clock) {
        this.organisations = organisations;
        this.representations = representations;
        this.refusals = refusals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks.
     *
     * @param basis name of a {@link Basis}, as chosen
     * @param statement in the person's words: the post held, the date of the power of attorney, where it can be checked
     */
    public Asking ask(String slug, String basis, String statement, Actor actor) {
        try {
            return write(slug, basis, Typed.text(statement), actor);
        } catch (RuntimeException e) {
            if (Violations.isDuplicate(e)) {
                return new Asking.Already();
            }
            throw e;
        }
    }

    @Transactional
    Asking write(String slug, String basis, String statement, Actor actor) {
        // Locked, so that nobody asks for an entry that is being merged into another at this moment.
        var organisation = organisations
                .findBySlug(slug)
                .flatMap(found -> organisations.lock(found.key()))
                .orElse(null);
        if (organisation == null
                || organisation.mergedInto() != null
                || refusals.reason(organisation.key()).isPresent()
                || !OrganisationPolicy.maySee(actor, organisation)) {
            return new Asking.NotFound();
        }
        if (organisation.state() == OrganisationState.STRUCK_OFF) {
            return new Asking.StruckOff();
        }
        var chosen = basis(basis);
        var errors = FormErrors.none()
                .unless(chosen.isPresent(), "basis", "directory.ask.basis.missing")
                .unless(!statement.isEmpty(), "statement", "directory.ask.statement.missing")
                .unless(Typed.length(statement) <= 2000, "statement", "forms.tooLong", 2000);
        if (errors.any() || chosen.isEmpty()) {
            return new Asking.Invalid(errors);
        }
        if (representations.living(organisation.key(), actor.personId()).isPresent()) {
            return new Asking.Already();
        }
        representations.save(new Representation(
                null,
                organisation.key(),
                actor.personId(),
                Kind.REPRESENTATIVE,
                chosen.get(),
                statement,
                null,
                OfficeTime.now(clock),
                actor.personId(),
                null,
                null,
                null,
                "",
                null,
                null,
                0));
        audit.record(
                actor.personId(),
                "REPRESENTATION_ASKED_FOR",
                "organisation",
                slug,
                chosen.get().name());
        return new Asking.Done();
    }

    private static Optional<Basis> basis(String chosen) {
        return Arrays.stream(Basis.values())
                .filter(basis -> basis != Basis.ADDED && basis.name().equals(chosen))
                .findFirst();
    }

    /** What came of asking. */
    public sealed interface Asking {

        /** The office knows. */
        record Done() implements Asking {}

        /** The form has mistakes. */
        record Invalid(FormErrors errors) implements Asking {}

        /** The person speaks for it already, or has asked before. */
        record Already() implements Asking {}

        /** Nobody speaks for an organisation that is in no register any more. */
        record StruckOff() implements Asking {}

        /** There is no such organisation for the actor. */
        record NotFound() implements Asking {}
    }
}
