package pl.kujawskopomorskie.ngo.events.after;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;

/**
 * What comes after an event, for those who registered together or for one who was there.
 *
 * @param event which
 * @param people who of them were there, with their links; none before anybody noted it
 * @param certified whether they get certificates: the event is over
 * @param surveyUntil until when they can answer the survey, or null when it is not open
 * @param materials that are for them
 */
public record AfterParts(
        Event event,
        List<Person> people,
        boolean certified,
        @Nullable Instant surveyUntil,
        List<Materials.Shown> materials) {

    public AfterParts {
        people = List.copyOf(people);
        materials = List.copyOf(materials);
    }

    /** Whether there is anything to say. */
    public boolean any() {
        return (certified && !people.isEmpty()) || !materials.isEmpty();
    }

    /**
     * One who was there.
     *
     * @param position within the registration, from 1
     * @param name as on the badge; empty of one who was forgotten
     * @param link the path of their own link
     */
    public record Person(int position, String name, String link) {}
}
