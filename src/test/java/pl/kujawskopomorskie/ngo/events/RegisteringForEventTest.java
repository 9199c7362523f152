package pl.kujawskopomorskie.ngo.events;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.events.EventRows.answering;
import static pl.kujawskopomorskie.ngo.events.EventRows.entry;
import static pl.kujawskopomorskie.ngo.events.EventRows.needing;
import static pl.kujawskopomorskie.ngo.events.EventRows.patient;

import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.limits.LimitingTries;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.testing.AtOnce;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;

@PortalTest
class RegisteringForEventTest {

    private final RegisteringForEvent registering;
    private final ConfirmingRegistration confirming;
    private final EndingRegistration ending;
    private final AnsweringOffer answering;
    private final EventRows rows;
    private final Events events;
    private final Sessions sessions;
    private final Questions questions;
    private final Registrations registrations;
    private final RegistrationRows registrationRows;
    private final RegistrationTokens tokens;
    private final Attendees attendees;
    private final Bookings bookings;
    private final BookingChanges changes;
    private final LimitingTries tries;
    private final JobQueue queue;
    private final AuditLog audit;
    private final TransactionOperations<Connection> transactions;
    private final TestClock clock;
    private final Jobs jobs;
    private final Mailbox mailbox;
    private final People people;

    RegisteringForEventTest(
            RegisteringForEvent registering,
            ConfirmingRegistration confirming,
            EndingRegistration ending,
            AnsweringOffer answering,
            EventRows rows,
            Events events,
            Sessions sessions,
            Questions questions,
            Registrations registrations,
            RegistrationRows registrationRows,
            RegistrationTokens tokens,
            Attendees attendees,
            Bookings bookings,
            BookingChanges changes,
            LimitingTries tries,
            JobQueue queue,
            AuditLog audit,
            TransactionOperations<Connection> transactions,
            TestClock clock,
            Jobs jobs,
            Mailbox mailbox,
            People people) {
        this.registering = registering;
        this.confirming = confirming;
        this.ending = ending;
        this.answering = answering;
        this.rows = rows;
        this.events = events;
        this.sessions = sessions;
        this.questions = questions;
        this.registrations = registrations;
        this.registrationRows = registrationRows;
        this.tokens = tokens;
        this.attendees = attendees;
        this.bookings = bookings;
        this.changes = changes;
        this.tries = tries;
        this.queue = queue;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.jobs = jobs;
        this.mailbox = mailbox;
        this.people = people;
    }

    @Test
    void who_has_no_account_holds_the_places_and_has_them_after_opening_the_link() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 0);

        var registration = done(register(event, entry("gosc@example.pl", panel)));
        assertThat(registration.confirmedAt()).isNull();
        assertThat(register(event, entry("inny@example.pl", panel))).isInstanceOf(Registering.Full.class);
        jobs.runDue();
        var mail = mailbox.last("gosc@example.pl");
        assertThat(mail.subject()).startsWith("Potwierdź");
        var token = mail.body().replaceAll("(?s).*/wydarzenia/zgloszenie/(\\S+).*", "$1");

        assertThat(confirming.confirm(token)).isEqualTo(ConfirmingRegistration.Confirming.DONE);
        assertThat(confirming.confirm(token)).isEqualTo(ConfirmingRegistration.Confirming.DONE);

        clock.advance(Duration.ofHours(5));
        jobs.runDue();
        assertThat(register(event, entry("inny@example.pl", panel))).isInstanceOf(Registering.Full.class);
        assertThat(mailbox.last("gosc@example.pl").subject()).startsWith("Twoje zgłoszenie");
    }

    @Test
    void a_link_not_opened_in_time_gives_the_place_to_the_first_who_waits() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 0);
        var slow = done(register(event, entry("powolny@example.pl", panel)));
        var first = confirmed(register(event, patient("pierwszy@example.pl", panel)));
        var second = confirmed(register(event, patient("drugi@example.pl", panel)));
        assertThat(states(first)).containsExactly(Booking.State.WAITING);

        clock.advance(Duration.ofMinutes(61));
        jobs.runDue();

        assertThat(states(first)).containsExactly(Booking.State.OFFERED);
        assertThat(states(second)).containsExactly(Booking.State.WAITING);
        assertThat(confirming.confirm(tokens.of(slow.key()))).isEqualTo(ConfirmingRegistration.Confirming.TOO_LATE);
        assertThat(mailbox.last("pierwszy@example.pl").subject()).startsWith("Zwolniło się miejsce");
    }

    @Test
    void a_place_given_back_is_offered_in_order_and_an_offer_without_an_answer_goes_on() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 0);
        var holder = confirmed(register(event, entry("a@example.pl", panel)));
        var first = confirmed(register(event, patient("b@example.pl", panel)));
        var second = confirmed(register(event, patient("c@example.pl", panel)));

        assertThat(ending.takeBack(tokens.of(holder.key()))).isEqualTo(EndingRegistration.Ending.DONE);
        assertThat(ending.takeBack(tokens.of(holder.key()))).isEqualTo(EndingRegistration.Ending.DONE);
        assertThat(states(first)).containsExactly(Booking.State.OFFERED);
        assertThat(register(event, entry("d@example.pl", panel)))
                .as("nobody passes those who wait")
                .isInstanceOf(Registering.Full.class);

        clock.advance(Duration.ofHours(49));
        jobs.runDue();
        assertThat(states(first)).isEmpty();
        assertThat(states(second)).containsExactly(Booking.State.OFFERED);
        var offered = bookings.of(second.key()).getFirst();
        assertThat(answering.take(tokens.of(first.key()), offered.id()))
                .as("somebody else's offer")
                .isInstanceOf(AnsweringOffer.Answering.NotFound.class);
        assertThat(answering.take(tokens.of(second.key()), offered.id()))
                .isInstanceOf(AnsweringOffer.Answering.Done.class);
        assertThat(states(second)).containsExactly(Booking.State.BOOKED);
    }

    @Test
    void a_form_sent_again_with_its_address_mended_is_a_registration_of_the_mended_address() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 5, 0);
        var mistyped = entry("ana.nowak@example.pl", panel);
        var mended = new RegistrationEntry(
                mistyped.formToken(),
                "anna.nowak@example.pl",
                "",
                "",
                mistyped.people(),
                mistyped.chosen(),
                false,
                false,
                Map.of(),
                true,
                true,
                false);

        var wrong = done(register(event, mistyped));
        var right = done(register(event, mended));

        assertThat(right.email()).isEqualTo("anna.nowak@example.pl");
        assertThat(right.key()).isNotEqualTo(wrong.key());
        assertThat(done(register(event, mended)).key()).isEqualTo(right.key());
        assertThat(ending.takeBack(tokens.of(right.key()))).isEqualTo(EndingRegistration.Ending.DONE);
        assertThat(done(register(event, mended)).key()).isNotEqualTo(right.key());
    }

    @Test
    void who_would_not_wait_for_a_full_session_holds_nobody_up_and_who_would_takes_its_lock(Queries queries) {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 0);
        confirmed(register(event, entry("ma@example.pl", panel)));
        var patient = patient("czeka@example.pl", panel);

        assertThat(queries.during(() -> assertThat(register(event, entry("nie-czeka@example.pl", panel)))
                        .isInstanceOf(Registering.Full.class)))
                .isNotEmpty()
                .noneMatch(sql -> sql.contains("FOR UPDATE") || sql.startsWith("INSERT"));
        assertThat(queries.during(() -> confirmed(register(event, patient))))
                .anyMatch(sql -> sql.contains("FOR UPDATE"));
    }

    @Test
    void a_form_that_took_the_last_place_is_answered_the_same_when_it_comes_again() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 0);
        var form = entry("ostatnia@example.pl", panel);
        var registration = done(register(event, form));

        assertThat(done(register(event, form)).key()).isEqualTo(registration.key());
    }

    @Test
    void a_mistake_in_a_form_is_told_before_that_all_is_full() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 0);
        confirmed(register(event, entry("ma@example.pl", panel)));

        assertThat(register(event, entry("to nie adres", panel))).isInstanceOf(Registering.Invalid.class);
    }

    @Test
    void whether_an_address_is_registered_cannot_be_asked_of_what_is_full() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 0);
        confirmed(register(event, entry("znana@example.pl", panel)));

        assertThat(register(event, entry("znana@example.pl", panel))).isInstanceOf(Registering.Full.class);
        assertThat(register(event, entry("nieznana@example.pl", panel))).isInstanceOf(Registering.Full.class);
    }

    @Test
    void a_form_with_mistakes_is_no_try_of_its_address() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 5, 0);
        var plain = entry("zapominalska@example.pl", panel);
        var unread = new RegistrationEntry(
                plain.formToken(),
                plain.email(),
                "",
                "",
                plain.people(),
                plain.chosen(),
                false,
                false,
                Map.of(),
                true,
                false,
                false);

        for (var tries = 0; tries < 8; tries++) {
            assertThat(registering.register(event.slug(), unread, null, null, Language.POLISH, "192.0.2.77"))
                    .isInstanceOf(Registering.Invalid.class);
        }
        assertThat(registering.register(event.slug(), plain, null, null, Language.POLISH, "192.0.2.77"))
                .isInstanceOf(Registering.Done.class);
        for (var tries = 0; tries < 5; tries++) {
            assertThat(registering.register(
                            event.slug(), entry(plain.email(), panel), null, null, Language.POLISH, "192.0.2.77"))
                    .isInstanceOf(Registering.Known.class);
        }
        assertThat(registering.register(
                        event.slug(), entry(plain.email(), panel), null, null, Language.POLISH, "192.0.2.77"))
                .isInstanceOf(Registering.TooMany.class);
        assertThat(registering.register(event.slug(), plain, null, null, Language.POLISH, "192.0.2.77"))
                .isInstanceOf(Registering.Done.class);
    }

    @Test
    void sessions_are_booked_together_or_not_at_all() {
        var event = rows.open();
        var full = rows.session(event, "Pełny", 0, 1, 5);
        var free = rows.session(event, "Wolny", 2, 5, 0);
        confirmed(register(event, entry("pierwsza@example.pl", full)));

        var refused = register(event, entry("druga@example.pl", full, free));

        assertThat(refused).isInstanceOfSatisfying(Registering.Full.class, answer -> {
            assertThat(answer.sessions()).hasSize(1);
            assertThat(answer.sessions().getFirst().session().key()).isEqualTo(full.key());
            assertThat(answer.sessions().getFirst().freeOtherwise()).isEqualTo(5);
        });
        assertThat(registrations.living(event.key(), "druga@example.pl")).isEmpty();
    }

    @Test
    void parallel_sessions_exclude_each_other() {
        var event = rows.open();
        var one = rows.session(event, "Jeden", 0, 5, 0);
        var other = rows.session(event, "Drugi", 0, 5, 0);

        assertThat(register(event, entry("ania@example.pl", one, other)))
                .isInstanceOfSatisfying(
                        Registering.Invalid.class,
                        invalid -> assertThat(invalid.errors().at("sessions").key())
                                .isEqualTo("events.register.sessions.overlap"));
    }

    @Test
    void a_form_sent_twice_is_one_registration_and_an_address_has_one_of_them() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        var form = entry("raz@example.pl", panel);

        var first = done(register(event, form));
        assertThat(done(register(event, form)).key()).isEqualTo(first.key());
        assertThat(register(event, entry("RAZ@example.pl", panel)))
                .isInstanceOfSatisfying(
                        Registering.Known.class,
                        known -> assertThat(known.registration().key()).isEqualTo(first.key()));
        clock.advance(Duration.ofHours(2));
        assertThat(done(register(event, entry("raz@example.pl", panel))).key()).isNotEqualTo(first.key());
    }

    @Test
    void own_address_of_somebody_signed_in_needs_no_link() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        var person = people.person();

        var registration = done(registering.register(
                event.slug(), entry(person.email(), panel), person, null, Language.POLISH, "192.0.2.9"));

        assertThat(registration.confirmedAt()).isNotNull();
    }

    @Test
    void nobody_registers_before_after_or_for_what_is_hidden() {
        var draft = rows.draft();
        var closed = rows.closed();
        assertThat(register(draft, entry("ktos@example.pl", rows.session(draft, "Panel", 0, 9, 0))))
                .isInstanceOf(Registering.NotFound.class);
        assertThat(register(closed, entry("ktos@example.pl", rows.session(closed, "Panel", 0, 9, 0))))
                .isInstanceOf(Registering.Closed.class);
    }

    @Test
    void answers_and_needs_are_asked_for_and_needs_only_with_consent() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        var question = rows.question(event, 1, Question.Kind.CHOICE, "tak\nnie", true);
        var plain = entry("potrzeby@example.pl", panel);
        var wrong = new RegistrationEntry(
                plain.formToken(),
                plain.email(),
                "",
                "",
                List.of(new RegistrationEntry.Person("Jan", Map.of(Need.DIET, ""))),
                plain.chosen(),
                false,
                false,
                Map.of(question.key(), "może"),
                true,
                false,
                false);

        assertThat(register(event, wrong)).isInstanceOfSatisfying(Registering.Invalid.class, invalid -> {
            assertThat(invalid.errors().at("note-1-DIET")).isNotNull();
            assertThat(invalid.errors().at("answer-" + question.key())).isNotNull();
            assertThat(invalid.errors().at("needsConsent")).isNotNull();
            assertThat(invalid.errors().at("privacyRead")).isNotNull();
        });
        var right = answering(needing(plain, "Jan", Map.of(Need.DIET, "bez glutenu")), Map.of(question.key(), "tak"));
        assertThat(register(event, right)).isInstanceOf(Registering.Done.class);
    }

    @Test
    @Timeout(600)
    void of_four_hundred_who_register_at_once_fifty_are_in_and_the_rest_wait_in_order() throws Exception {
        for (int round = 1; round <= 3; round++) {
            var event = rows.open();
            var panel = rows.session(event, "Panel", 0, 50, 0);

            var results = AtOnce.run(IntStream.range(0, 400)
                    .mapToObj(person -> (Callable<Registering>)
                            () -> register(event, patient("osoba" + person + "@example.pl", panel)))
                    .toList());

            assertThat(results).allMatch(Registering.Done.class::isInstance);
            var all = results.stream()
                    .flatMap(result -> bookings.of(done(result).key()).stream())
                    .toList();
            assertThat(all).hasSize(400);
            assertThat(all.stream().filter(booking -> booking.state() == Booking.State.BOOKED))
                    .hasSize(50);
            assertThat(all.stream()
                            .filter(booking -> booking.state() == Booking.State.WAITING)
                            .map(Booking::queueNumber))
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 350)
                            .mapToObj(Long::valueOf)
                            .toList());
        }
    }

    @Test
    void in_a_rush_mails_go_out_half_a_minute_later_and_none_is_lost() throws Exception {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 50, 0);
        var addresses = IntStream.range(0, 40)
                .mapToObj(number -> "w-tloku-" + number + "@example.pl")
                .toList();

        AtOnce.run(addresses.stream()
                .<Callable<Registering>>map(address -> () -> register(event, entry(address, panel)))
                .toList());
        jobs.runDue();
        assertThat(addresses).anyMatch(address -> mailbox.to(address).isEmpty());

        clock.advance(Duration.ofSeconds(30));
        jobs.runDue();
        assertThat(addresses).allMatch(address -> mailbox.to(address).size() == 1);
    }

    @Test
    void when_nobody_waits_for_a_turn_the_mail_goes_out_at_once() {
        var event = rows.open();

        register(event, entry("spokojna@example.pl", rows.session(event, "Panel", 0, 1, 0)));
        jobs.runDue();

        assertThat(mailbox.to("spokojna@example.pl")).hasSize(1);
    }

    @Test
    void a_place_counts_as_taken_or_waited_for_as_long_as_its_registration_lives() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 3, 0);
        var counting = new CountingPlaces(bookings);
        var back = confirmed(register(event, entry("oddaje@example.pl", panel)));
        confirmed(register(event, entry("przychodzi@example.pl", panel)));
        register(event, entry("nie-potwierdza@example.pl", panel));
        var first = confirmed(register(event, patient("czeka@example.pl", panel)));
        register(event, patient("czeka-bez-potwierdzenia@example.pl", panel));
        assertThat(numbers(counting, panel)).containsExactly(3, 2);

        // The job that ends what was not confirmed in time has not run yet.
        clock.advance(Duration.ofMinutes(61));
        assertThat(numbers(counting, panel)).containsExactly(2, 1);
        assertThat(ending.takeBack(tokens.of(back.key()))).isEqualTo(EndingRegistration.Ending.DONE);
        assertThat(states(first)).containsExactly(Booking.State.OFFERED);
        assertThat(numbers(counting, panel)).containsExactly(2, 0);

        // Nor the one that ends an offer without an answer.
        clock.advance(Duration.ofHours(49));
        assertThat(numbers(counting, panel)).containsExactly(1, 0);
        jobs.runDue();
        assertThat(numbers(counting, panel)).containsExactly(1, 0);
    }

    @Test
    void without_the_lock_two_people_get_one_place() throws Exception {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 0);
        var bothHaveCounted = new CyclicBarrier(2);
        var counting = new CountingPlaces(AtOnce.watched(Bookings.class, bookings, "counted", arguments -> {
            var none = List.of();
            bothHaveCounted.await();
            return none;
        }));
        var careless = new RegisteringForEvent(
                events,
                AtOnce.watched(Sessions.class, sessions, "lock", arguments -> sessions.of(event.key())),
                questions,
                registrations,
                registrationRows,
                attendees,
                bookings,
                counting,
                new OfferingPlaces(counting, bookings, changes, queue),
                ending,
                tokens,
                new RegisteringInTurn(),
                tries,
                new TellingOfRegistration(queue),
                queue,
                audit,
                clock);

        var results = AtOnce.<Registering>run(List.of(
                () -> transactions.executeWrite(
                        status -> careless.registerOnce(event.slug(), visitor(entry("jeden@example.pl", panel)))),
                () -> transactions.executeWrite(
                        status -> careless.registerOnce(event.slug(), visitor(entry("drugi@example.pl", panel))))));

        assertThat(results).allMatch(Registering.Done.class::isInstance);
        assertThat(bookings.counted(List.of(panel.key()), OfficeTime.now(clock)))
                .extracting(Bookings.Counted::people)
                .containsExactly(2);
    }

    private List<Integer> numbers(CountingPlaces counting, Session session) {
        var places = counting.of(List.of(session), OfficeTime.now(clock));
        return List.of(places.taken(session, Mode.ON_SITE), places.waiting(session, Mode.ON_SITE));
    }

    private static RegisteringForEvent.Asked visitor(RegistrationEntry entry) {
        return new RegisteringForEvent.Asked(entry, null, null, Language.POLISH, entry.email());
    }

    private Registering register(Event event, RegistrationEntry entry) {
        return registering.register(event.slug(), entry, null, null, Language.POLISH, entry.email());
    }

    private Registration confirmed(Registering result) {
        var registration = done(result);
        assertThat(confirming.confirm(tokens.of(registration.key()))).isEqualTo(ConfirmingRegistration.Confirming.DONE);
        return registration;
    }

    private List<Booking.State> states(Registration registration) {
        return bookings.of(registration.key()).stream().map(Booking::state).toList();
    }

    private static Registration done(Registering result) {
        assertThat(result).isInstanceOf(Registering.Done.class);
        return ((Registering.Done) result).registration();
    }
}
