package pl.kujawskopomorskie.ngo.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event with all that its page states.
 *
 * @param overview of the event, with its sessions
 * @param speakers by the key of the session, in their order
 * @param series the other events of its series, the first first
 * @param editions the other editions, the newest first
 * @param consultation whose meeting it is, or null
 */
public record EventProgramme(
        EventOverview overview,
        Map<Long, List<Speaker>> speakers,
        List<Link> series,
        List<Link> editions,
        @Nullable ConsultationOfEvent consultation) {

    /** Who speaks in a session. */
    public List<Speaker> speakersOf(ProgrammeSession session) {
        return speakers.getOrDefault(session.id(), List.of());
    }

    /**
     * Somebody who speaks.
     *
     * @param name of the person
     * @param role what they are and where, possibly empty
     */
    public record Speaker(String name, String role) {}

    /**
     * Another event.
     *
     * @param slug its name in addresses
     * @param title as announced
     * @param startsAt when it begins
     */
    public record Link(String slug, String title, Instant startsAt) {}
}
