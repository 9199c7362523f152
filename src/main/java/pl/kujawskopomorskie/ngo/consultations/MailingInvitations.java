package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import pl.kujawskopomorskie.ngo.accounts.Secret;
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
    private final Clock clock;

    MailingInvitations(
            Consultations consultations,
            Invitations invitations,
            Messages messages,
            PortalConfiguration portal,
            Outbox outbox,
            Clock clock) {
        this.consultations = consultations;
        this.invitations = invitations;
        this.messages = messages;
        this.portal = portal;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String data) {
        var consultation = consultations.findById(Long.parseLong(data)).orElseThrow();
        while (write(consultation) == AT_ONCE) {
            // Until none is left; the rows themselves say how far it came.
        }
    }

    /** Writes some mails and notes it in the same transaction; how many invitations it looked at. */
    @Transactional
    int write(Consultation consultation) {
        var waiting = invitations.waiting(consultation.key(), AT_ONCE);
        var now = OfficeTime.now(clock);
        for (var invitation : waiting) {
            var secret = Secret.random();
            if (invitation.welcome() == 0
                    || EmailAddress.of(invitation.contactEmail()).isEmpty()) {
                invitations.remove(invitation.id());
                continue;
            }
            invitations.mailed(invitation.id(), now, secret.hash());
            outbox.put(letter(consultation, invitation, portal.link("/zaproszenia/" + secret.text() + "/koniec")));
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
