package pl.kujawskopomorskie.ngo.events.web;

import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.MailAudience;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.WritingToParticipants;

/**
 * A mail before it is sent.
 *
 * @param event about which event
 * @param draft what it says, and to whom
 * @param session title of the only session, or empty
 * @param letters how many letters there will be
 * @param changed whether that is another number than the clerk read before
 */
record MailPreviewPage(Event event, WritingToParticipants.Draft draft, String session, int letters, boolean changed) {

    public MailAudience audience() {
        return draft.audience();
    }

    public @Nullable Mode mode() {
        return draft.mode();
    }

    /** Where the mails of the event are. */
    public String mails() {
        return DeskAnswers.EVENTS + "/" + event.slug() + "/wiadomosci";
    }
}
