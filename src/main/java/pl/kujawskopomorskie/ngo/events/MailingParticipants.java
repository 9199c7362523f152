package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.mail.Letter;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * Writes the letters of what a clerk sent to the people of an event, some in each transaction, and asks for itself again until
 * nobody is left. Who has one already is passed over, so a round that is done again writes nothing twice.
 */
@Singleton
class MailingParticipants implements Job {

    static final String NAME = "mail-participants";

    private static final int AT_ONCE = 200;

    private final Events events;
    private final ParticipantMails mails;
    private final RegistrationTokens tokens;
    private final Messages messages;
    private final PortalConfiguration portal;
    private final Outbox outbox;
    private final JobQueue jobs;
    private final Clock clock;

    MailingParticipants(
            Events events,
            ParticipantMails mails,
            RegistrationTokens tokens,
            Messages messages,
            PortalConfiguration portal,
            Outbox outbox,
            JobQueue jobs,
            Clock clock) {
        this.events = events;
        this.mails = mails;
        this.tokens = tokens;
        this.messages = messages;
        this.portal = portal;
        this.outbox = outbox;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional
    public void run(String data) {
        var space = data.indexOf(' ');
        var mail = mails.findById(Long.valueOf(data.substring(0, space))).orElseThrow();
        var round = Integer.parseInt(data.substring(space + 1));
        var event = events.findById(mail.eventId()).orElseThrow();
        var next = mails.toWrite(mail.key(), AT_ONCE);
        var now = OfficeTime.now(clock);
        for (var recipient : next) {
            if (mails.put(recipient.id(), now) == 1 && !recipient.email().isEmpty()) {
                outbox.put(letter(event, mail, recipient));
            }
        }
        if (next.size() == AT_ONCE) {
            jobs.add(NAME, mail.key() + "/" + (round + 1), mail.key() + " " + (round + 1));
        } else {
            mails.written(mail.key(), now);
        }
    }

    private Letter letter(Event event, ParticipantMail mail, ParticipantMails.Waiting recipient) {
        var language = Language.ofTag(recipient.language()).orElse(Language.POLISH);
        var title = Typed.line(event.title());
        var contact = event.contactName() + ", " + event.contactEmail();
        var registrationId = recipient.registrationId();
        var foot = registrationId == null
                ? messages.get(language, "events.mail.written.walkIn", title, contact)
                : messages.get(
                        language,
                        "events.mail.written.foot",
                        title,
                        contact,
                        portal.link("/wydarzenia/zgloszenie/" + tokens.of(registrationId)));
        return Letter.of(recipient.email(), mail.subject(), mail.body() + "\n\n" + foot);
    }
}
