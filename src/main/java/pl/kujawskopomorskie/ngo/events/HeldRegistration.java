package pl.kujawskopomorskie.ngo.events;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/**
 * All that a registration holds, for who has its link.
 *
 * @param event which
 * @param registration itself
 * @param people with their tickets
 * @param places that have not ended, in the order of the programme
 * @param needs that are kept, person by person
 */
public record HeldRegistration(
        Event event, Registration registration, List<Person> people, List<Place> places, List<Stated> needs) {

    public HeldRegistration {
        people = List.copyOf(people);
        places = List.copyOf(places);
        needs = List.copyOf(needs);
    }

    /**
     * One who comes.
     *
     * @param position within the registration, from 1
     * @param name as on the badge
     * @param code of the ticket, in groups
     * @param comes whether they have a place on site, and show the ticket at the door
     */
    public record Person(int position, String name, String code, boolean comes) {}

    /**
     * What one of them needs.
     *
     * @param position whose, within the registration
     * @param name as on the badge
     * @param need of which kind
     * @param note in their words, possibly empty
     */
    @Introspected
    public record Stated(int position, String name, Need need, String note) {}

    /**
     * A place.
     *
     * @param booking itself
     * @param session in which
     * @param person whose
     * @param rank in the queue, from 1; 0 unless it is waited for
     */
    public record Place(Booking booking, Session session, String person, int rank) {}
}
