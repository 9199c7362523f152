package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.LettingIn;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/** The forms of a door, for a phone that runs no scripts. */
final class DoorForms {

    private DoorForms() {}

    /** The name of an entrance, as it was typed or remembered. */
    static String door(@Nullable String typed) {
        var door = Typed.line(typed);
        return door.codePointCount(0, door.length()) <= LettingIn.LONGEST_DOOR
                ? door
                : door.substring(0, door.offsetByCodePoints(0, LettingIn.LONGEST_DOOR));
    }

    /**
     * Which door it is.
     *
     * @param session key of the session whose door it is, or empty
     * @param door which entrance, possibly empty
     */
    record Place(String session, String door) {

        static Place of(@Nullable String session, @Nullable String door) {
            return new Place(session != null && session.matches("[0-9]{1,18}") ? session : "", DoorForms.door(door));
        }

        @Nullable
        Long sessionId() {
            return session.isEmpty() ? null : Long.valueOf(session);
        }

        /** The address of the door's page. */
        public String path(String slug) {
            var query = new ArrayList<String>();
            if (!session.isEmpty()) {
                query.add("sesja=" + session);
            }
            if (!door.isEmpty()) {
                query.add("drzwi=" + URLEncoder.encode(door, StandardCharsets.UTF_8));
            }
            return "/wydarzenia/" + slug + "/wejscie" + (query.isEmpty() ? "" : "?" + String.join("&", query));
        }
    }

    /** The number of an entry as the form has it; one of our own when it has none. */
    static String id(@Nullable String typed) {
        return typed != null && DoorData.isId(typed) ? typed : UUID.randomUUID().toString();
    }

    /** A code that was typed. */
    @Introspected
    @Serdeable
    record Code(
            @Nullable String wpis,
            @Nullable String sesja,
            @Nullable String drzwi,
            @Nullable String kod) {}

    /** Somebody who was found. */
    @Introspected
    @Serdeable
    record Person(
            @Nullable String wpis,
            @Nullable String sesja,
            @Nullable String drzwi,
            @Nullable String kto,
            @Nullable String mimo) {}

    /** Somebody who had not registered. */
    @Introspected
    @Serdeable
    record WalkIn(
            @Nullable String wpis,
            @Nullable String sesja,
            @Nullable String drzwi,
            @Nullable String name,
            @Nullable String organisation,
            @Nullable String email) {

        static WalkIn fresh() {
            return new WalkIn("", "", "", "", "", "");
        }
    }

    /** An entry that is taken back. */
    @Introspected
    @Serdeable
    record Undo(
            @Nullable String wpis,
            @Nullable String sesja,
            @Nullable String drzwi) {}
}
