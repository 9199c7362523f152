package pl.kujawskopomorskie.ngo.demo;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import pl.kujawskopomorskie.ngo.events.Attendee;
import pl.kujawskopomorskie.ngo.events.Booking;
import pl.kujawskopomorskie.ngo.events.Bookings;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.Registration;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.shared.text.Slug;

/** Writes the registrations of invented people, so many that the sessions are as full as their file says. */
@Singleton
class StagingRegistrations {

    private static final List<String> FIRST_NAMES = List.of(
            "Anna",
            "Marek",
            "Zofia",
            "Tomasz",
            "Halina",
            "Jan",
            "Ewa",
            "Stanisław",
            "Maria",
            "Łukasz",
            "Irena",
            "Paweł",
            "Joanna",
            "Henryk",
            "Danuta",
            "Michał",
            "Grażyna",
            "Adam",
            "Krystyna");
    private static final List<String> SURNAMES = List.of(
            "Baran",
            "Cis",
            "Dereń",
            "Flis",
            "Głóg",
            "Jarzębiak",
            "Kalina",
            "Lebioda",
            "Malwa",
            "Narcyz",
            "Orlik",
            "Paproć",
            "Rdest",
            "Sasanka",
            "Tymianek",
            "Wrzos",
            "Zawilec",
            "Żarnowiec",
            "Bratek",
            "Chaber",
            "Dziewanna",
            "Jaskier",
            "Macierzanka");

    private final PastRows.Registered registered;
    private final PastRows.Coming coming;
    private final Bookings bookings;

    StagingRegistrations(PastRows.Registered registered, PastRows.Coming coming, Bookings bookings) {
        this.registered = registered;
        this.coming = coming;
        this.bookings = bookings;
    }

    /** Writes those of one event. */
    void stage(Event event, List<Filled> programme, DemoCalendar calendar) {
        var opensAt = event.registrationOpensAt();
        if (opensAt == null) {
            return;
        }
        var places = new ArrayList<Place>();
        var people = 0;
        for (var mode : Mode.values()) {
            var firstFree = people;
            var before = 0;
            Instant startsAt = Instant.MIN;
            for (var filled : programme) {
                // Who is in one of several sessions at the same time is not in the others.
                before = filled.session().startsAt().equals(startsAt) ? before : 0;
                startsAt = filled.session().startsAt();
                for (var i = 0; i < filled.taken(mode); i++) {
                    places.add(new Place(firstFree + before, filled.session(), mode, 0));
                    before++;
                }
                for (var i = 1; mode == Mode.ON_SITE && i <= filled.waitingOnSite(); i++) {
                    places.add(new Place(firstFree + before, filled.session(), mode, i));
                    before++;
                }
            }
            people = 1 + places.stream().mapToInt(Place::person).max().orElse(-1);
        }
        if (!places.isEmpty()) {
            book(event, places, people, calendar.past(opensAt));
        }
    }

    private void book(Event event, List<Place> places, int people, Instant from) {
        var registrations = new ArrayList<Registration>();
        for (var person = 0; person < people; person++) {
            registrations.add(registration(event, person, from.plus(Duration.ofSeconds(person))));
        }
        var attendees = new ArrayList<Attendee>();
        for (var registration : registered.saveAll(registrations)) {
            attendees.add(new Attendee(
                    null, registration.key(), 1, name(event, attendees.size()), ticket(registration.formToken())));
        }
        var saved = coming.saveAll(attendees);
        bookings.saveAll(places.stream()
                .map(place -> booking(place, saved.get(place.person()).key(), from))
                .toList());
    }

    private static Booking booking(Place place, long attendee, Instant at) {
        return new Booking(
                null,
                attendee,
                place.session().key(),
                place.mode(),
                place.queueNumber() == 0 ? Booking.State.BOOKED : Booking.State.WAITING,
                place.queueNumber() == 0 ? null : (long) place.queueNumber(),
                null,
                at,
                at);
    }

    private static Registration registration(Event event, int person, Instant at) {
        var email = Slug.of(name(event, person), 60).replace('-', '.') + "." + person + "@example.org";
        return new Registration(
                null,
                event.key(),
                UUID.randomUUID().toString(),
                null,
                null,
                "",
                email,
                email,
                "",
                "pl",
                false,
                at,
                null,
                at,
                null,
                null,
                0,
                0);
    }

    private static String name(Event event, int person) {
        var number = Math.floorMod(event.slug().hashCode(), 400) + person;
        return FIRST_NAMES.get(number % FIRST_NAMES.size()) + " " + SURNAMES.get(number * 7 % SURNAMES.size());
    }

    private static String ticket(String token) {
        return token.replace("-", "").substring(16).toUpperCase(Locale.ROOT);
    }

    /**
     * A session and how full it is.
     *
     * @param session its row
     * @param onSite how many come
     * @param online how many watch
     * @param waitingOnSite how many wait for a place in the room
     */
    record Filled(Session session, int onSite, int online, int waitingOnSite) {

        int taken(Mode mode) {
            return mode == Mode.ON_SITE ? onSite : online;
        }
    }

    // A number in the queue is 0 for who has the place.
    private record Place(int person, Session session, Mode mode, int queueNumber) {}
}
