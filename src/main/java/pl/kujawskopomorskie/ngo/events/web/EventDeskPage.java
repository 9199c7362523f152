package pl.kujawskopomorskie.ngo.events.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventState;
import pl.kujawskopomorskie.ngo.events.LinkedConsultations.Linked;
import pl.kujawskopomorskie.ngo.events.OfficeProgramme.Line;
import pl.kujawskopomorskie.ngo.events.OfficeProgramme.Programme;
import pl.kujawskopomorskie.ngo.events.OpeningDoor;
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
 * @param now the moment
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
        Instant now,
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

    /** What its office has to do with it today before all else. */
    public Task task() {
        if (!changeable()) {
            return Task.NONE;
        }
        if (drafted()) {
            return Task.ANNOUNCE;
        }
        var sessions = programme.lines().stream().map(Line::session).toList();
        var time = OpeningDoor.time(sessions, null);
        if (time != null && time.covers(now)) {
            return Task.STAND_AT_DOOR;
        }
        return unattended() ? Task.NOTE_ATTENDANCE : Task.NONE;
    }

    /** What there is to do with an event. */
    enum Task {
        /** It is a draft. */
        ANNOUNCE,
        /** It is the day, and people come. */
        STAND_AT_DOOR,
        /** It is over, and nobody noted who was there. */
        NOTE_ATTENDANCE,
        /** Nothing more than anything else. */
        NONE
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
