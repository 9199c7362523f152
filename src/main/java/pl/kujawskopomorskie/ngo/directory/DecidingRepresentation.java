package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Addressees;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The office decides who speaks for an organisation, with a reason that the person gets by mail. Accepting somebody for an
 * organisation that was only proposed takes the organisation into the directory too.
 */
@Singleton
public class DecidingRepresentation {

    private final Organisations organisations;
    private final Representations representations;
    private final Addressees addressees;
    private final RepresentationLetters letters;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    DecidingRepresentation(
            Organisations organisations,
            Representations representations,
            Addressees addressees,
            RepresentationLetters letters,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.organisations = organisations;
        this.representations = representations;
        this.addressees = addressees;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Decides on a request.
     *
     * @param id of the representation
     * @param accepted whether the person may speak for the organisation from now on
     * @param typedReason for the person; a refusal needs one
     */
    @Transactional
    public Decision decide(String slug, long id, boolean accepted, String typedReason, Actor actor) {
        if (!OrganisationPolicy.mayRun(actor)) {
            return new Decision.Forbidden();
        }
        var reason = Typed.text(typedReason);
        var field = "reason-" + id;
        var errors = FormErrors.none()
                .unless(accepted || !reason.isEmpty(), field, "directory.decide.reason.missing")
                .unless(Typed.length(reason) <= 1000, field, "forms.tooLong", 1000);
        if (errors.any()) {
            return new Decision.Invalid(errors);
        }
        var found = organisations.findBySlug(slug).orElse(null);
        if (found == null) {
            return new Decision.NotFound();
        }
        // Whoever changes the directory takes the number of the change first and rows after it, so that nobody waits in
        // a circle.
        if (accepted && found.listedAt() == null) {
            organisations.countChange();
        }
        var organisation = organisations.lock(found.key()).orElseThrow();
        var asked = representations.lock(id, organisation.key()).orElse(null);
        if (asked == null) {
            return new Decision.NotFound();
        }
        if (!OrganisationPolicy.mayDecideAbout(actor, asked.personId())) {
            return new Decision.Forbidden();
        }
        if (!asked.waits()) {
            return new Decision.Decided();
        }
        if (accepted && OrganisationPolicy.nobodySpeaksForWhatIsStruckOff(organisation)) {
            return new Decision.Invalid(FormErrors.of(field, "directory.decide.struckOff"));
        }
        var now = OfficeTime.now(clock);
        if (accepted) {
            endLesser(organisation, asked.personId(), now, actor);
        }
        representations.decide(asked.key(), accepted, reason, now, actor.personId());
        if (accepted && organisation.listedAt() == null) {
            organisations.list(organisation.key(), now, organisations.changeNumber());
            audit.record(actor.personId(), "ORGANISATION_LISTED", "organisation", slug, "");
        }
        addressees
                .find(asked.personId())
                .ifPresent(person -> outbox.put(letters.decided(person, organisation, accepted, reason)));
        audit.record(
                actor.personId(),
                accepted ? "REPRESENTATION_ACCEPTED" : "REPRESENTATION_REFUSED",
                "organisation",
                slug,
                asked.reference());
        return new Decision.Done();
    }

    // A person has one right in an organisation; who wrote for it as an editor represents it from now on.
    private void endLesser(Organisation organisation, long personId, Instant now, Actor actor) {
        representations.lockHeld(organisation.key(), personId).ifPresent(lesser -> {
            representations.end(lesser.key(), now, actor.personId());
            audit.record(
                    actor.personId(), "REPRESENTATION_ENDED", "organisation", organisation.slug(), lesser.reference());
        });
    }

    /** What came of a decision. */
    public sealed interface Decision {

        /** It is decided. */
        record Done() implements Decision {}

        /** The form has mistakes. */
        record Invalid(FormErrors errors) implements Decision {}

        /** Somebody decided it before. */
        record Decided() implements Decision {}

        /** The actor may not: they are no clerk, or it is their own request. */
        record Forbidden() implements Decision {}

        /** There is no such request. */
        record NotFound() implements Decision {}
    }
}
