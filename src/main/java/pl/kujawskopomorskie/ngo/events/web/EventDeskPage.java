package pl.kujawskopomorskie.ngo.events.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventState;
import pl.kujawskopomorskie.ngo.events.LinkedConsultations.Linked;
import pl.kujawskopomorskie.ngo.events.OfficeProgramme.Programme;
import pl.kujawskopomorskie.ngo.events.Question;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The desk of one event.
 *
 * @param event as its row keeps it
 * @param programme with its numbers
 * @param questions in their order
 * @param consultation whose meeting it is, or null
 * @param somebodyCame whether anybody is known to have been there
 * @param mayRun whether the reader may change it
 * @param cancelReason as typed
 * @param errors in what was typed
 */
record EventDeskPage(
        Event event,
        Programme programme,
        List<Question> questions,
        @Nullable Linked consultation,
        boolean somebodyCame,
        boolean mayRun,
        String cancelReason,
        FormErrors errors) {

    /** Whether only the office sees it. */
    public boolean drafted() {
        return event.publishedAt() == null;
    }

    /** Whether it is over, and nobody has noted yet that anybody came: so the programme does not count it. */
    public boolean unattended() {
        return programme.state() == EventState.HELD && !somebodyCame;
    }

    /** Whether the cooperation programme would count it. */
    public boolean counted() {
        return event.onLocalLaw() || event.forBothSectors() || event.forCompetence();
    }

    /** Whether the reader may change it now. */
    public boolean changeable() {
        return mayRun && event.cancelledAt() == null;
    }

    /** Whether the reader may cancel it now. */
    public boolean cancellable() {
        return changeable() && !drafted() && programme.lasts();
    }
}
