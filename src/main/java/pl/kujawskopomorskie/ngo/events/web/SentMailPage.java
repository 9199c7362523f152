package pl.kujawskopomorskie.ngo.events.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.ParticipantMail;
import pl.kujawskopomorskie.ngo.events.ParticipantMails.Recipient;

/**
 * A mail that was sent.
 *
 * @param event about which event
 * @param mail itself
 * @param session title of the only session, or empty
 * @param recipients of this page
 * @param total letters written so far
 * @param number of the page, from 1
 * @param pages how many
 */
record SentMailPage(
        Event event,
        ParticipantMail mail,
        String session,
        List<Recipient> recipients,
        int total,
        int number,
        int pages) {

    static final int PAGE_SIZE = 50;

    static int pages(int total) {
        return Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    /** Where the mails of the event are. */
    public String mails() {
        return DeskAnswers.EVENTS + "/" + event.slug() + "/wiadomosci";
    }
}
