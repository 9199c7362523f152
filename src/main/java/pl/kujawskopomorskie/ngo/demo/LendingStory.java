package pl.kujawskopomorskie.ngo.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import pl.kujawskopomorskie.ngo.events.lending.LendingState;
import pl.kujawskopomorskie.ngo.events.lending.ResourceKind;

/**
 * The file {@code lending.json}.
 *
 * @param resources rooms and equipment
 * @param lendings requests; the file itself lends nothing twice
 */
@Serdeable
record LendingStory(List<ResourceEntry> resources, List<LendingEntry> lendings) {

    /**
     * A room or equipment.
     *
     * @param key by which requests name it
     * @param kind which of the two
     * @param name invented
     * @param description what to know of it
     * @param address of a room
     * @param seats in a room
     * @param accessibility of a room
     * @param equipment in a room
     * @param openingHours of a room, as its row keeps them
     * @param pieces of equipment; 1 of a room
     */
    @Serdeable
    record ResourceEntry(
            String key,
            ResourceKind kind,
            String name,
            String description,
            String address,
            int seats,
            String accessibility,
            String equipment,
            String openingHours,
            int pieces) {}

    /**
     * A request. What would fall on a weekend goes away from today, all days alike.
     *
     * @param things how many pieces of what
     * @param inDays its first day
     * @param startsAt hour in Warsaw
     * @param endsInDays its last day
     * @param endsAt hour in Warsaw
     * @param name invented
     * @param organisation invented
     * @param purpose what for
     * @param people how many come
     * @param state {@code ASKED} or {@code ACCEPTED}
     */
    @Serdeable
    record LendingEntry(
            Map<String, Integer> things,
            int inDays,
            String startsAt,
            int endsInDays,
            String endsAt,
            String name,
            String organisation,
            String purpose,
            int people,
            LendingState state) {}
}
