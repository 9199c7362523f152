package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import pl.kujawskopomorskie.ngo.accounts.Secret;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.mail.Letter;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/** Writes the mails to invited organisations, some at a time, each once. */
@Singleton
class MailingInvitations implements Job {

    static final String NAME = "organisation-invitations";

    private static final int AT_ONCE = 100;

    private final Consultations consultations;
    private final Invitations invitations;
    private final Messages messages;
    private final PortalConfiguration portal;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    MailingInvitations(
            Consultations consultations,
            Invitations invitations,
            Messages messages,
            PortalConfiguration portal,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.consultations = consultations;
        this.invitations = invitations;
        this.messages = messages;
        this.portal = portal;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String data) {
        var consultation = Long.parseLong(data);
        while (write(consultation) == AT_ONCE) {
            // Until none is left; the rows themselves say how far it came.
        }
    }

    /**
     * Writes some mails and notes it in the same transaction; how many invitations it looked at. Each time the consultation is
     * asked anew whether there is still something to take part in.
     */
    @Transactional
    protected int write(long consultationId) {
        var consultation = consultations.findById(consultationId).orElseThrow();
        var now = OfficeTime.now(clock);
        if (!ConsultationPolicy.invites(consultation, now)) {
            var dropped = invitations.removeWaiting(consultationId);
            if (dropped > 0) {
                audit.record(
                        null, "INVITATIONS_DROPPED", "consultation", consultation.reference(), String.valueOf(dropped));
            }
            return 0;
        }
        var waiting = invitations.waiting(consultationId, AT_ONCE);
        for (var invitation : waiting) {
            if (invitation.welcome() == 0) {
                invitations.remove(invitation.id());
            } else if (EmailAddress.of(invitation.contactEmail()).isEmpty()) {
                invitations.unsendable(invitation.id());
            } else {
                // The link first: its key holds the organisation, as whoever merges organisations holds them before
                // their invitations.
                var secret = Secret.random();
                invitations.link(secret.hash(), invitation.organisationId());
                if (invitations.mailed(invitation.id(), now) > 0) {
                    var stop = portal.link("/zaproszenia/" + secret.text() + "/koniec");
                    outbox.put(letter(consultation, invitation, stop));
                }
            }
        }
        return waiting.size();
    }

    private Letter letter(Consultation consultation, Invitations.Waiting invitation, String stop) {
        var language = Language.POLISH;
        var formats = new Formats(language);
        return new Letter(
                invitation.contactEmail(),
                messages.get(language, "consultations.invitation.mail.subject"),
                messages.get(
                        language,
                        "consultations.invitation.mail.body",
                        invitation.name(),
                        consultation.title(),
                        formats.deadline(Objects.requireNonNull(consultation.closesAt())),
                        portal.link("/konsultacje/" + consultation.slug()),
                        stop),
                null,
                stop);
    }
}
