package pl.kujawskopomorskie.ngo.events.web;

import java.util.Arrays;
import java.util.List;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.MailAudience;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.ParticipantMails;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What was written to the people of an event, and the form of the next mail.
 *
 * @param event which
 * @param form as typed
 * @param programme sessions to choose from
 * @param sent the newest first
 * @param mayRun whether the reader may write
 * @param errors in the form
 */
record MailsPage(
        Event event,
        MailForm form,
        List<Session> programme,
        List<ParticipantMails.Sent> sent,
        boolean mayRun,
        FormErrors errors) {

    static MailsPage of(
            Event event,
            MailForm form,
            List<Session> programme,
            List<ParticipantMails.Sent> sent,
            Actor actor,
            FormErrors errors) {
        return new MailsPage(
                event, form, programme, sent, EventPolicy.mayRun(actor) && event.publishedAt() != null, errors);
    }

    public List<Choice> audiences() {
        return Arrays.stream(MailAudience.values())
                .map(audience -> Choice.keyed(audience.name(), "events.mails.audience." + audience.name()))
                .toList();
    }

    public List<Choice> sessions() {
        return programme.stream()
                .filter(Session::bookable)
                .map(session -> Choice.named(Long.toString(session.key()), session.title()))
                .toList();
    }

    public List<Choice> modes() {
        return Arrays.stream(Mode.values())
                .map(mode -> Choice.keyed(mode.name(), "events.mode." + mode.name()))
                .toList();
    }

    /** The event's desk. */
    public String desk() {
        return DeskAnswers.EVENTS + "/" + event.slug();
    }
}
