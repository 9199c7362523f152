package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Addressees;
import pl.kujawskopomorskie.ngo.accounts.Secret;
import pl.kujawskopomorskie.ngo.directory.Representation.Basis;
import pl.kujawskopomorskie.ngo.directory.Representation.Kind;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.limits.Limit;
import pl.kujawskopomorskie.ngo.shared.limits.LimitingTries;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A representative says who else writes for the organisation, and anybody's right to speak for it is ended. An editor is invited by
 * mail, whether the address has an account or not, so that nobody learns which addresses have one.
 */
@Singleton
public class KeepingEditors {

    private static final Duration LINK_LIVES = Duration.ofDays(14);
    private static final Limit INVITATIONS = new Limit("editor-invitation", 20, Duration.ofHours(1));

    private final Organisations organisations;
    private final Representations representations;
    private final EditorInvitations invitations;
    private final ConfirmationRequests confirmations;
    private final LimitingTries tries;
    private final Addressees addressees;
    private final RepresentationLetters letters;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    KeepingEditors(
            Organisations organisations,
            Representations representations,
            EditorInvitations invitations,
            ConfirmationRequests confirmations,
            LimitingTries tries,
            Addressees addressees,
            RepresentationLetters letters,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.organisations = organisations;
        this.representations = representations;
        this.invitations = invitations;
        this.confirmations = confirmations;
        this.tries = tries;
        this.addressees = addressees;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Invites an editor; an earlier invitation to the same address stops working.
     *
     * @param email as typed
     */
    public Keeping invite(String slug, String email, Actor actor) {
        var address = EmailAddress.of(email).orElse(null);
        var errors = FormErrors.none()
                .unless(!Typed.line(email).isEmpty(), "email", "accounts.email.missing")
                .unless(address != null, "email", "accounts.email.wrong");
        if (errors.any() || address == null) {
            return new Keeping.Invalid(errors);
        }
        if (!tries.allow(INVITATIONS, Long.toString(actor.personId()))) {
            return new Keeping.Invalid(FormErrors.of("email", "accounts.mails.tooMany"));
        }
        return writeInvitation(slug, address, actor);
    }

    @Transactional
    Keeping writeInvitation(String slug, EmailAddress address, Actor actor) {
        var organisation = ofRepresentative(slug, actor);
        if (organisation == null) {
            return new Keeping.NotFound();
        }
        if (OrganisationPolicy.nobodySpeaksForWhatIsStruckOff(organisation)) {
            return new Keeping.Invalid(FormErrors.of("email", "directory.people.struckOff"));
        }
        var now = OfficeTime.now(clock);
        var secret = Secret.random();
        invitations.forget(organisation.key(), address.key());
        var invitation = invitations.save(new EditorInvitation(
                null,
                organisation.key(),
                address.text(),
                address.key(),
                secret.hash(),
                actor.personId(),
                now,
                now.plus(LINK_LIVES)));
        outbox.put(letters.invited(address.text(), organisation, secret.text()));
        audit.record(actor.personId(), "EDITOR_INVITED", "organisation", slug, "invitation " + invitation.key());
        return new Keeping.Done(organisation);
    }

    /** Takes an invitation back. */
    @Transactional
    public Keeping uninvite(String slug, long invitationId, Actor actor) {
        var organisation = ofRepresentative(slug, actor);
        if (organisation == null) {
            return new Keeping.NotFound();
        }
        if (invitations.remove(invitationId, organisation.key()) > 0) {
            audit.record(actor.personId(), "EDITOR_UNINVITED", "organisation", slug, "invitation " + invitationId);
        }
        return new Keeping.Done(organisation);
    }

    /** The organisation that a link invites the actor to; nothing when it works no more or went to another address. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Organisation> look(String token, Actor actor) {
        return invitation(token, actor)
                .flatMap(invitation -> organisations.findById(invitation.organisationId()))
                .filter(Organisation::listed);
    }

    /**
     * Accepts the invitation of a link: the actor writes for the organisation from now on, if whoever invited them still
     * represents it. What they asked the office for goes on waiting.
     */
    @Transactional
    public Keeping accept(String token, Actor actor) {
        var invitation = invitation(token, actor).orElse(null);
        var organisation = invitation == null
                ? null
                : organisations
                        .lock(invitation.organisationId())
                        .filter(Organisation::listed)
                        .orElse(null);
        if (invitation == null || organisation == null) {
            return new Keeping.NotFound();
        }
        if (OrganisationPolicy.nobodySpeaksForWhatIsStruckOff(organisation)) {
            return new Keeping.Invalid(FormErrors.of(FormErrors.WHOLE_FORM, "directory.invitation.struckOff"));
        }
        var inviter = representations
                .lockHeld(organisation.key(), invitation.invitedBy())
                .filter(held -> held.kind() == Kind.REPRESENTATIVE);
        if (inviter.isEmpty() || invitations.remove(invitation.key(), organisation.key()) == 0) {
            return new Keeping.NotFound();
        }
        if (representations.lockHeld(organisation.key(), actor.personId()).isEmpty()) {
            var now = OfficeTime.now(clock);
            var added = representations.save(new Representation(
                    null,
                    organisation.key(),
                    actor.personId(),
                    Kind.EDITOR,
                    Basis.ADDED,
                    "",
                    null,
                    now,
                    invitation.invitedBy(),
                    now,
                    invitation.invitedBy(),
                    true,
                    "",
                    null,
                    null,
                    0));
            audit.record(actor.personId(), "EDITOR_ADDED", "organisation", organisation.slug(), added.reference());
        }
        return new Keeping.Done(organisation);
    }

    /**
     * Ends somebody's right to speak for an organisation: an editor's by a representative, anybody's by a clerk, one's own by
     * oneself. What was done in its name stays done; the person's invitations, and the link by which representatives confirm
     * the data, stop working.
     */
    @Transactional
    public Keeping end(String slug, long representationId, Actor actor) {
        var organisation = lock(slug);
        var ending = organisation == null
                ? null
                : representations.lock(representationId, organisation.key()).orElse(null);
        if (organisation == null || ending == null || !mayEnd(actor, ending)) {
            return new Keeping.NotFound();
        }
        if (ending.holds()) {
            representations.end(ending.key(), OfficeTime.now(clock), actor.personId());
            invitations.forgetOf(organisation.key(), ending.personId());
            if (ending.kind() == Kind.REPRESENTATIVE) {
                confirmations.forget(organisation.key());
            }
            addressees.find(ending.personId()).ifPresent(person -> outbox.put(letters.ended(person, organisation)));
            audit.record(actor.personId(), "REPRESENTATION_ENDED", "organisation", slug, ending.reference());
        }
        return new Keeping.Done(organisation);
    }

    private boolean mayEnd(Actor actor, Representation ending) {
        if (OrganisationPolicy.mayRun(actor) || ending.personId() == actor.personId()) {
            return true;
        }
        var held = representations
                .lockHeld(ending.organisationId(), actor.personId())
                .orElse(null);
        return ending.kind() == Kind.EDITOR
                && OrganisationPolicy.onlyRepresentativesSpeakForAnOrganisation(actor, held);
    }

    private @Nullable Organisation ofRepresentative(String slug, Actor actor) {
        var organisation = lock(slug);
        if (organisation == null) {
            return null;
        }
        var held =
                representations.lockHeld(organisation.key(), actor.personId()).orElse(null);
        return OrganisationPolicy.onlyRepresentativesSpeakForAnOrganisation(actor, held) ? organisation : null;
    }

    // Whoever gives or takes rights in an organisation holds its row first, so that no right is used while it ends.
    private @Nullable Organisation lock(String slug) {
        return organisations
                .findBySlug(slug)
                .flatMap(found -> organisations.lock(found.key()))
                .orElse(null);
    }

    private Optional<EditorInvitation> invitation(String token, Actor actor) {
        return invitations
                .findAlive(new Secret(token).hash(), OfficeTime.now(clock))
                .filter(invitation -> EmailAddress.of(actor.email())
                        .filter(own -> own.key().equals(invitation.emailKey()))
                        .isPresent());
    }

    /** What came of it. */
    public sealed interface Keeping {

        /** It is done. */
        record Done(Organisation organisation) implements Keeping {}

        /** The form has mistakes. */
        record Invalid(FormErrors errors) implements Keeping {}

        /** There is no such thing for the actor. */
        record NotFound() implements Keeping {}
    }
}
