package pl.kujawskopomorskie.ngo.events.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.DoorCounts;
import pl.kujawskopomorskie.ngo.events.DoorNote;
import pl.kujawskopomorskie.ngo.events.DoorPeople;
import pl.kujawskopomorskie.ngo.events.DoorTime;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The door of an event.
 *
 * @param event which
 * @param programme sessions that have doors of their own
 * @param place which door
 * @param time when it is open, or null without a programme
 * @param open whether it is now
 * @param counts how many came
 * @param note what was said last, or null
 * @param words of the search, or empty
 * @param found who was found
 * @param code as typed
 * @param walkIn as typed
 * @param errors in what was typed
 */
record DoorPage(
        Event event,
        List<Session> programme,
        DoorForms.Place place,
        @Nullable DoorTime time,
        boolean open,
        DoorCounts.Counts counts,
        @Nullable DoorNote note,
        String words,
        List<DoorPeople.Found> found,
        String code,
        DoorForms.WalkIn walkIn,
        FormErrors errors) {

    DoorPage {
        programme = List.copyOf(programme);
        found = List.copyOf(found);
    }

    /** The session whose door it is, or null. */
    public @Nullable Session session() {
        return programme.stream()
                .filter(one -> Long.toString(one.key()).equals(place.session()))
                .findFirst()
                .orElse(null);
    }

    /** Where the page is, without what is asked of it. */
    public String here() {
        return "/wydarzenia/" + event.slug() + "/wejscie";
    }

    /** A number for the entry that a form will make. */
    public String newId() {
        return UUID.randomUUID().toString();
    }

    /** How the answer looks: good, warn or bad. */
    public String tone() {
        return Optional.ofNullable(note)
                .map(said -> switch (said.answer()) {
                    case LET_IN -> "good";
                    case ALREADY_IN, ONLINE_ONLY, WAITING_ONLY, OTHER_SESSION, NO_PLACE, NOT_CONFIRMED, TAKEN_BACK ->
                        "warn";
                    case CANCELLED, OTHER_EVENT, UNKNOWN, UNREADABLE, NOT_THE_DAY, EVENT_CANCELLED, NOT_TAKEN, FAILED ->
                        "bad";
                })
                .orElse("");
    }
}
