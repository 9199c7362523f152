package pl.kujawskopomorskie.ngo.events.after;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventState;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.Registration;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** What comes after an event, for who has the link of a registration or of one who was there. */
@Singleton
public class LookingAfterEvent {

    private final Events events;
    private final Sessions sessions;
    private final Participants participants;
    private final PersonLinks links;
    private final Surveys surveys;
    private final ReadingMaterials materials;
    private final Clock clock;

    LookingAfterEvent(
            Events events,
            Sessions sessions,
            Participants participants,
            PersonLinks links,
            Surveys surveys,
            ReadingMaterials materials,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.participants = participants;
        this.links = links;
        this.surveys = surveys;
        this.materials = materials;
        this.clock = clock;
    }

    /** For the people of a registration. The links that it shows are known from now on. */
    @Transactional
    public AfterParts of(Registration registration) {
        var event = events.findById(registration.eventId()).orElseThrow();
        var people = participants.ofRegistration(registration.key());
        return parts(event, people, materials.of(registration));
    }

    /** For one who was there, by their own link. */
    @Transactional
    public Optional<AfterParts> of(String token) {
        return participants
                .ofLink(PersonLinks.hash(token))
                .map(person ->
                        parts(events.findById(person.eventId()).orElseThrow(), List.of(person), materials.of(person)));
    }

    private AfterParts parts(Event event, List<Participant> people, List<Materials.Shown> shown) {
        var now = OfficeTime.now(clock);
        var endsAt = sessions.of(event.key()).stream()
                .map(Session::endsAt)
                .max(Instant::compareTo)
                .orElse(null);
        var held = EventState.of(event, endsAt, now) == EventState.HELD;
        var survey = surveys.of(event.key()).orElse(null);
        if (held) {
            links.know(people);
        }
        return new AfterParts(
                event,
                people.stream()
                        .map(person -> new AfterParts.Person(person.position(), person.name(), links.path(person)))
                        .toList(),
                held,
                held && survey != null && survey.stateAt(endsAt, now) == Survey.State.OPEN
                        ? survey.closesAt(endsAt)
                        : null,
                shown);
    }
}
