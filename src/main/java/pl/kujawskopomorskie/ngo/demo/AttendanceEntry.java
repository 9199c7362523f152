package pl.kujawskopomorskie.ngo.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import pl.kujawskopomorskie.ngo.events.Mode;

/**
 * The file {@code attendance.json}: who came to events without having registered, and how many were counted without names. Who
 * registered and came follows from the registrations.
 *
 * @param walkIns people
 * @param heads numbers
 */
@Serdeable
record AttendanceEntry(List<WalkInEntry> walkIns, List<HeadEntry> heads) {

    /**
     * One who came without having registered.
     *
     * @param event slug of the event
     * @param name invented
     * @param organisation possibly empty
     * @param email possibly empty
     */
    @Serdeable
    record WalkInEntry(String event, String name, String organisation, String email) {}

    /**
     * People who were counted.
     *
     * @param event slug of the event
     * @param mode in the room or by the stream
     * @param people how many
     * @param note how they were counted
     */
    @Serdeable
    record HeadEntry(String event, Mode mode, int people, String note) {}
}
