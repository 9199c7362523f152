package pl.kujawskopomorskie.ngo.events.after;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Language;

/**
 * One who was at an event: somebody who had registered, or somebody who came without.
 *
 * @param eventId at which event
 * @param attendeeId key of who had registered, or null
 * @param walkInId key of who came without, or null
 * @param registrationId with which registration, or null
 * @param position within it, from 1
 * @param name as on the badge; empty of one who was forgotten
 * @param organisation on whose behalf, possibly empty
 * @param email where mails go, possibly empty
 * @param language of its mails, as a tag
 */
@Introspected
public record Participant(
        long eventId,
        @Nullable Long attendeeId,
        @Nullable Long walkInId,
        @Nullable Long registrationId,
        int position,
        String name,
        String organisation,
        String email,
        String language) {

    /** The language of what they get. */
    public Language preferred() {
        return Language.ofTag(language).orElse(Language.POLISH);
    }

    /** In words that no other person of any event has. */
    String identity() {
        return attendeeId != null ? "attendee " + attendeeId : "walk-in " + walkInId;
    }
}
