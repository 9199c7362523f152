package pl.kujawskopomorskie.ngo.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** Who registered chooses anew, and nobody loses by it what they did not give up. */
@PortalTest
class ChangingRegistrationTest {

    private final EventRows rows;
    private final ChangingRegistration changing;
    private final EndingRegistration ending;
    private final AnsweringOffer answering;
    private final RegistrationTokens tokens;
    private final Bookings bookings;
    private final TestClock clock;

    ChangingRegistrationTest(
            EventRows rows,
            ChangingRegistration changing,
            EndingRegistration ending,
            AnsweringOffer answering,
            RegistrationTokens tokens,
            Bookings bookings,
            TestClock clock) {
        this.rows = rows;
        this.changing = changing;
        this.ending = ending;
        this.answering = answering;
        this.tokens = tokens;
        this.bookings = bookings;
        this.clock = clock;
    }

    @Test
    void who_watches_and_begins_to_wait_for_the_room_keeps_watching_whatever_else_they_change() {
        var event = rows.open();
        var panel = rows.session(event, "A", 0, 1, 10);
        var later = rows.session(event, "B", 2, 10, 0);
        registered(event, Mode.ON_SITE, List.of("Kto inny"), panel);
        var own = registered(event, Mode.ONLINE, List.of("Anna"), panel);

        assertThat(change(own, Map.of(panel.key(), Mode.ON_SITE), Set.of())).isInstanceOf(Registering.Done.class);
        assertThat(places(own)).containsExactly("ONLINE BOOKED", "ON_SITE WAITING");

        change(own, Map.of(panel.key(), Mode.ONLINE, later.key(), Mode.ON_SITE), Set.of(panel.key()));
        assertThat(places(own)).containsExactly("ONLINE BOOKED", "ON_SITE WAITING", "ON_SITE BOOKED");
        change(own, Map.of(panel.key(), Mode.ON_SITE), Set.of());
        assertThat(places(own)).containsExactly("ONLINE BOOKED", "ON_SITE WAITING");
    }

    @Test
    void who_waits_for_the_room_and_takes_the_stream_meanwhile_keeps_their_rank() {
        var event = rows.open();
        var panel = rows.session(event, "A", 0, 1, 10);
        registered(event, Mode.ON_SITE, List.of("Kto inny"), panel);
        var own = registered(event, Mode.ON_SITE, List.of("Anna"), panel);
        assertThat(places(own)).containsExactly("ON_SITE WAITING");

        change(own, Map.of(panel.key(), Mode.ONLINE), Set.of());

        assertThat(places(own)).containsExactly("ON_SITE WAITING", "ONLINE BOOKED");
    }

    @Test
    void a_form_that_is_saved_untouched_leaves_each_of_a_group_what_they_have() {
        var event = rows.open();
        var panel = rows.session(event, "A", 0, 1, 10);
        var own = pairWithOnePlaceInTheRoom(event, panel);
        var before = bookings.of(own.key());
        assertThat(places(own)).containsExactly("ONLINE BOOKED", "ON_SITE BOOKED", "ON_SITE WAITING");

        change(own, Map.of(panel.key(), Mode.ONLINE), Set.of(panel.key()));

        assertThat(bookings.of(own.key())).isEqualTo(before);
    }

    @Test
    void only_those_of_a_group_are_booked_who_have_no_place_yet() {
        var event = rows.open();
        var panel = rows.session(event, "A", 0, 1, 10);
        var own = pairWithOnePlaceInTheRoom(event, panel);

        change(own, Map.of(panel.key(), Mode.ONLINE), Set.of());

        assertThat(bookings.of(own.key()).stream()
                        .filter(booking -> booking.state() == Booking.State.BOOKED)
                        .map(Booking::mode))
                .containsExactly(Mode.ONLINE, Mode.ONLINE);
    }

    @Test
    void what_has_begun_is_neither_changed_nor_given_back() {
        var event = rows.open();
        var panel = rows.session(event, "A", 0, 5, 5);
        var own = registered(event, Mode.ON_SITE, List.of("Anna"), panel);
        var place = bookings.of(own.key()).getFirst();

        clock.set(panel.startsAt().minus(Duration.ofMillis(1)));
        assertThat(answering.decline(tokens.of(own.key()), place.key() + 100_000))
                .isInstanceOf(AnsweringOffer.Answering.NotFound.class);
        clock.set(panel.startsAt());
        assertThat(ending.takeBack(tokens.of(own.key()))).isEqualTo(EndingRegistration.Ending.TOO_LATE);
        assertThat(answering.decline(tokens.of(own.key()), place.key()))
                .isInstanceOf(AnsweringOffer.Answering.Lapsed.class);
        assertThat(places(own)).containsExactly("ON_SITE BOOKED");
    }

    @Test
    void places_too_few_for_a_whole_group_are_offered_to_some_of_it_at_once() {
        var event = rows.open();
        var panel = rows.session(event, "A", 0, 2, 0);

        var own = registered(event, Mode.ON_SITE, List.of("Anna", "Jan", "Ewa"), panel);

        assertThat(places(own)).containsExactly("ON_SITE OFFERED", "ON_SITE OFFERED", "ON_SITE WAITING");
    }

    /** Two who watch a panel and wait for its only place on site, which one of them got when another gave it back. */
    private Registration pairWithOnePlaceInTheRoom(Event event, Session panel) {
        var holder = registered(event, Mode.ON_SITE, List.of("Kto inny"), panel);
        var own = registered(event, Mode.ONLINE, List.of("Anna", "Jan"), panel);
        change(own, Map.of(panel.key(), Mode.ON_SITE), Set.of());
        ending.takeBack(tokens.of(holder.key()));
        var offered = bookings.of(own.key()).stream()
                .filter(booking -> booking.state() == Booking.State.OFFERED)
                .findFirst()
                .orElseThrow();
        answering.take(tokens.of(own.key()), offered.key());
        return own;
    }

    private Registering change(Registration registration, Map<Long, Mode> chosen, Set<Long> untouched) {
        return changing.change(tokens.of(registration.key()), chosen, untouched, true);
    }

    private List<String> places(Registration registration) {
        return bookings.of(registration.key()).stream()
                .sorted(Comparator.comparing(Booking::sessionId).thenComparing(Booking::key))
                .map(booking -> booking.mode() + " " + booking.state())
                .collect(Collectors.toList());
    }

    private Registration registered(Event event, Mode mode, List<String> names, Session... chosen) {
        return rows.registered(event, mode, true, names, chosen);
    }
}
