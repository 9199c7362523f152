package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.documents.QrCode;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Who has the link of a registration sees what it holds; who has the account sees their own registrations. */
@Singleton
public class LookingAtRegistration {

    private static final int MOST_OWN = 200;

    private final Registrations registrations;
    private final Events events;
    private final Sessions sessions;
    private final Attendees attendees;
    private final Bookings bookings;
    private final NeedRows needs;
    private final RegistrationTokens tokens;
    private final PrintingTickets printing;
    private final Clock clock;

    LookingAtRegistration(
            Registrations registrations,
            Events events,
            Sessions sessions,
            Attendees attendees,
            Bookings bookings,
            NeedRows needs,
            RegistrationTokens tokens,
            PrintingTickets printing,
            Clock clock) {
        this.registrations = registrations;
        this.events = events;
        this.sessions = sessions;
        this.attendees = attendees;
        this.bookings = bookings;
        this.needs = needs;
        this.tokens = tokens;
        this.printing = printing;
        this.clock = clock;
    }

    /** What the registration of a link holds. */
    public Optional<HeldRegistration> of(String token) {
        return registrations.ofLink(RegistrationTokens.hash(token)).map(this::held);
    }

    private HeldRegistration held(Registration registration) {
        var event = events.findById(registration.eventId()).orElseThrow();
        var programme = sessions.of(event.key()).stream().collect(Collectors.toMap(Session::key, Function.identity()));
        var people = attendees.of(registration.key());
        var names = people.stream().collect(Collectors.toMap(Attendee::key, Attendee::name));
        var ranks = bookings.ranks(registration.key()).stream()
                .collect(Collectors.toMap(Bookings.Rank::bookingId, Bookings.Rank::place));
        var places = bookings.of(registration.key()).stream()
                .map(booking -> new HeldRegistration.Place(
                        booking,
                        Optional.ofNullable(programme.get(booking.sessionId())).orElseThrow(),
                        names.getOrDefault(booking.attendeeId(), ""),
                        ranks.getOrDefault(booking.key(), 0)))
                .toList();
        var coming = places.stream()
                .map(HeldRegistration.Place::booking)
                .filter(booking -> booking.state() == Booking.State.BOOKED && booking.mode() == Mode.ON_SITE)
                .map(Booking::attendeeId)
                .collect(Collectors.toSet());
        return new HeldRegistration(
                event,
                registration,
                people.stream()
                        .map(person -> new HeldRegistration.Person(
                                person.position(),
                                person.name(),
                                TicketCode.grouped(person.ticket()),
                                coming.contains(person.key())))
                        .toList(),
                places,
                needs.ofRegistration(registration.key()));
    }

    /** The picture of the code of a ticket that lets somebody in; nothing while they have no place. */
    public Optional<byte[]> picture(String token, int position) {
        return registrations.ofLink(RegistrationTokens.hash(token)).filter(LookingAtRegistration::stands).stream()
                .flatMap(registration -> withTicket(registration).stream())
                .filter(person -> person.position() == position)
                .findFirst()
                .map(person -> new QrCode(person.ticket()).png());
    }

    private static boolean stands(Registration registration) {
        return registration.endedAt() == null && registration.confirmedAt() != null;
    }

    // Who only watches shows no ticket at a door.
    private List<Attendee> withTicket(Registration registration) {
        var booked = bookings.of(registration.key()).stream()
                .filter(booking -> booking.state() == Booking.State.BOOKED && booking.mode() == Mode.ON_SITE)
                .map(Booking::attendeeId)
                .collect(Collectors.toSet());
        return attendees.of(registration.key()).stream()
                .filter(person -> booked.contains(person.key()))
                .toList();
    }

    /** The tickets of a confirmed registration as PDF; nothing while it has no place. */
    public Optional<byte[]> tickets(String token) {
        return registrations
                .ofLink(RegistrationTokens.hash(token))
                .filter(LookingAtRegistration::stands)
                .flatMap(this::printed);
    }

    private Optional<byte[]> printed(Registration registration) {
        var held = held(registration);
        var booked = held.places().stream()
                .filter(place -> place.booking().state() == Booking.State.BOOKED)
                .map(place -> new RegistrationCalendar.Place(
                        place.session(), place.booking().mode()))
                .distinct()
                .toList();
        var people = withTicket(registration);
        return people.isEmpty()
                ? Optional.empty()
                : Optional.of(printing.pdf(held.event(), registration, people, booked));
    }

    /** The registration that the person has for an event at the moment, with their account or by its address. */
    public Optional<Living> living(Event event, Actor actor) {
        var now = OfficeTime.now(clock);
        return registrations
                .livingOfPerson(event.key(), actor.personId())
                .filter(registration -> registration.livesAt(now))
                .or(() -> EmailAddress.of(actor.email())
                        .flatMap(address -> registrations.living(event.key(), address.key()))
                        .filter(registration -> registration.livesAt(now)))
                .map(registration -> new Living(
                        registration.confirmedAt() == null
                                ? null
                                : link(registration, actor).orElse(null)));
    }

    /** The link of a registration, for its own person only. */
    public Optional<String> link(Registration registration, Actor actor) {
        return registration.personId() != null && registration.personId() == actor.personId()
                ? Optional.of("/wydarzenia/zgloszenie/" + tokens.of(registration.key()))
                : Optional.empty();
    }

    /**
     * The registrations of a person's account, the latest event first. One that waits for the link in the mail of another address has
     * no link here: who has no way into that mailbox shall not confirm it.
     */
    public List<OwnRegistration> own(Actor actor) {
        return registrations.ofPerson(actor.personId(), MOST_OWN).stream()
                .map(row -> new OwnRegistration(
                        row, row.confirmedAt() == null ? null : "/wydarzenia/zgloszenie/" + tokens.of(row.id())))
                .toList();
    }

    /**
     * That a person has registered.
     *
     * @param link to the registration, or null when only its mailbox has it
     */
    public record Living(@Nullable String link) {}

    /**
     * A registration in the list of a person's own.
     *
     * @param row what it is for
     * @param link to it, or null until it is confirmed from its mailbox
     */
    public record OwnRegistration(
            Registrations.Own row, @Nullable String link) {}
}
