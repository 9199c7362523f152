package pl.kujawskopomorskie.ngo.events.after;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.Attendee;
import pl.kujawskopomorskie.ngo.events.Attendees;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.Registration;
import pl.kujawskopomorskie.ngo.events.Registrations;
import pl.kujawskopomorskie.ngo.shared.mail.LinkTokens;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Gives everybody the materials that are meant for them and no others. A file is found only together with who asks for it: its number
 * alone opens nothing.
 */
@Singleton
public class ReadingMaterials {

    private static final List<Long> NOBODY = List.of(0L);

    private final Events events;
    private final Registrations registrations;
    private final Attendees attendees;
    private final Participants participants;
    private final Materials materials;
    private final Clock clock;

    ReadingMaterials(
            Events events,
            Registrations registrations,
            Attendees attendees,
            Participants participants,
            Materials materials,
            Clock clock) {
        this.events = events;
        this.registrations = registrations;
        this.attendees = attendees;
        this.participants = participants;
        this.materials = materials;
        this.clock = clock;
    }

    /** Those of an event that are everybody's. */
    public List<Materials.Shown> ofEveryone(Event event) {
        return materials.ofEveryone(event.key());
    }

    /** All of an event, for its office. */
    public List<Materials.Shown> ofOffice(Event event) {
        return materials.of(event.key());
    }

    /** Those for the people of a registration. */
    public List<Materials.Shown> of(Registration registration) {
        return materials.forThem(registration.eventId(), living(registration), people(registration), 0);
    }

    /** Those for one who was there. */
    public List<Materials.Shown> of(Participant person) {
        return materials.forThem(person.eventId(), false, attendee(person), walkIn(person));
    }

    /** One that is everybody's. */
    public Optional<Materials.Shown> ofEveryone(String slug, long id) {
        return materials.ofEveryone(slug, id);
    }

    /** One of an event, for its office. */
    public Optional<Materials.Shown> ofOffice(String slug, long id, Actor actor) {
        return events.findBySlug(slug)
                .filter(event -> EventPolicy.mayLookIntoTheOffice(actor))
                .flatMap(event -> materials.of(event.key(), id));
    }

    /** One for who has the link of a registration. */
    public Optional<Materials.Shown> ofRegistration(String token, long id) {
        return registrations
                .ofLink(LinkTokens.hash(token))
                .flatMap(registration ->
                        materials.forThem(registration.eventId(), living(registration), people(registration), 0, id));
    }

    /** One for who has the link of one who was there. */
    public Optional<Materials.Shown> ofPerson(String token, long id) {
        return participants
                .ofLink(PersonLinks.hash(token))
                .flatMap(person -> materials.forThem(person.eventId(), false, attendee(person), walkIn(person), id));
    }

    private boolean living(Registration registration) {
        return registration.confirmedAt() != null && registration.livesAt(OfficeTime.now(clock));
    }

    private List<Long> people(Registration registration) {
        var keys = attendees.of(registration.key()).stream().map(Attendee::key).toList();
        return keys.isEmpty() ? NOBODY : keys;
    }

    private static List<Long> attendee(Participant person) {
        var attendeeId = person.attendeeId();
        return attendeeId == null ? NOBODY : List.of(attendeeId);
    }

    private static long walkIn(Participant person) {
        var walkInId = person.walkInId();
        return walkInId == null ? 0 : walkInId;
    }
}
