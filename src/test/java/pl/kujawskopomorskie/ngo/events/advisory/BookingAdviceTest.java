package pl.kujawskopomorskie.ngo.events.advisory;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.events.advisory.AdvisoryRows.entry;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.directory.OrganisationRows;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.events.AdviceGiven;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Violations;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.limits.LimitingTries;
import pl.kujawskopomorskie.ngo.shared.mail.Letter;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.testing.AtOnce;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

@PortalTest
class BookingAdviceTest {

    private final AdvisoryRows rows;
    private final BookingAdvice booking;
    private final ConfirmingAdvice confirming;
    private final EndingAdvice ending;
    private final PublishingSlots publishing;
    private final SettlingAdvice settling;
    private final AdvisorySlots slots;
    private final Advisers advisers;
    private final AdvisoryBookings bookings;
    private final AdvisoryTurns turns;
    private final AdvisoryTokens tokens;
    private final AdvisoryLetters letters;
    private final AdvisoryOfPerson personal;
    private final AdvisoryLinks links;
    private final ForgettingAdvice forgetting;
    private final Advices advices;
    private final AdviceGiven given;
    private final Outbox outbox;
    private final JobQueue queue;
    private final AuditLog audit;
    private final LimitingTries limits;
    private final LookingAtAdvice looking;
    private final TransactionOperations<Connection> transactions;
    private final TestClock clock;
    private final Jobs jobs;
    private final Mailbox mailbox;
    private final People people;
    private final Actor clerk;

    BookingAdviceTest(
            AdvisoryRows rows,
            BookingAdvice booking,
            ConfirmingAdvice confirming,
            EndingAdvice ending,
            PublishingSlots publishing,
            SettlingAdvice settling,
            AdvisorySlots slots,
            Advisers advisers,
            AdvisoryBookings bookings,
            AdvisoryTurns turns,
            AdvisoryTokens tokens,
            AdvisoryLetters letters,
            AdvisoryOfPerson personal,
            AdvisoryLinks links,
            ForgettingAdvice forgetting,
            Advices advices,
            AdviceGiven given,
            Outbox outbox,
            JobQueue queue,
            AuditLog audit,
            LimitingTries limits,
            LookingAtAdvice looking,
            TransactionOperations<Connection> transactions,
            TestClock clock,
            Jobs jobs,
            Mailbox mailbox,
            People people) {
        this.rows = rows;
        this.booking = booking;
        this.confirming = confirming;
        this.ending = ending;
        this.publishing = publishing;
        this.settling = settling;
        this.slots = slots;
        this.advisers = advisers;
        this.bookings = bookings;
        this.turns = turns;
        this.tokens = tokens;
        this.letters = letters;
        this.personal = personal;
        this.links = links;
        this.forgetting = forgetting;
        this.advices = advices;
        this.given = given;
        this.outbox = outbox;
        this.queue = queue;
        this.audit = audit;
        this.limits = limits;
        this.looking = looking;
        this.transactions = transactions;
        this.clock = clock;
        this.jobs = jobs;
        this.mailbox = mailbox;
        this.people = people;
        this.clerk = people.person(Role.CLERK);
    }

    @Test
    void who_has_no_account_holds_the_slot_and_has_it_after_opening_the_link() {
        var slot = rows.slot(5, 9);

        var held = done(book(slot, entry("gosc.porady@example.pl")));
        assertThat(held.confirmedAt()).isNull();
        assertThat(book(slot, entry("inny.porady@example.pl"))).isInstanceOf(Booked.Taken.class);
        var mail = mailbox.last("gosc.porady@example.pl");
        assertThat(mail.subject()).startsWith("Potwierdź");
        var token = mail.body().replaceAll("(?s).*/doradztwo/rezerwacja/(\\S+).*", "$1");

        assertThat(confirming.confirm(token)).isEqualTo(ConfirmingAdvice.Confirming.DONE);
        assertThat(confirming.confirm(token)).isEqualTo(ConfirmingAdvice.Confirming.DONE);

        clock.advance(Duration.ofHours(5));
        jobs.runDue();
        assertThat(book(slot, entry("inny.porady@example.pl"))).isInstanceOf(Booked.Taken.class);
        assertThat(mailbox.to("gosc.porady@example.pl")).hasSize(2);
    }

    @Test
    void a_link_not_opened_in_time_frees_the_slot() {
        var slot = rows.slot(5, 9);
        var slow = done(book(slot, entry("powolny.porady@example.pl")));
        clock.advance(BookingAdvice.HOLD);

        assertThat(confirming.confirm(tokens.of(slow.key()))).isEqualTo(ConfirmingAdvice.Confirming.TOO_LATE);
        assertThat(book(slot, entry("szybki.porady@example.pl"))).isInstanceOf(Booked.Done.class);
        jobs.runDue();
        assertThat(bookings.findById(slow.key()).orElseThrow().endedWhy()).isEqualTo(AdvisoryBooking.End.NOT_CONFIRMED);
        assertThat(bookings.living(slot.key()).orElseThrow().email()).isEqualTo("szybki.porady@example.pl");
    }

    @Test
    void a_form_sent_twice_is_one_booking_and_own_address_needs_no_link() {
        var slot = rows.slot(5, 9);
        var person = people.person();
        var form = entry(person.email());

        var first = done(booking.book(slot.key(), form, person, null, Language.POLISH));
        assertThat(first.confirmedAt()).isNotNull();
        assertThat(done(booking.book(slot.key(), form, person, null, Language.POLISH))
                        .key())
                .isEqualTo(first.key());
        var again = entry(person.email().toUpperCase(Locale.ROOT));
        assertThat(booking.book(slot.key(), again, person, null, Language.POLISH))
                .isInstanceOf(Booked.Known.class);
    }

    @Test
    void an_address_has_at_most_two_slots_to_come_and_another_one_after_them() {
        var form = "dwie.porady@example.pl";
        assertThat(book(rows.slot(2, 9), entry(form))).isInstanceOf(Booked.Done.class);
        assertThat(book(rows.slot(3, 9), entry(form))).isInstanceOf(Booked.Done.class);
        var third = rows.slot(9, 9);
        assertThat(book(third, entry(form))).isInstanceOf(Booked.Written.class);
        assertThat(mailbox.last(form).subject()).startsWith("Ta rozmowa nie jest zarezerwowana");
        assertThat(bookings.living(third.key())).isEmpty();

        clock.advance(Duration.ofDays(4));
        assertThat(book(third, entry(form))).isInstanceOf(Booked.Done.class);
    }

    @Test
    void an_account_that_names_strange_addresses_has_no_link_to_them_and_no_more_slots_than_anybody() {
        var person = people.person();
        var names = List.of("obcy1.porady@example.pl", "obcy2.porady@example.pl", "obcy3.porady@example.pl");
        for (var day = 0; day < 2; day++) {
            assertThat(booking.book(rows.slot(5 + day, 9).key(), entry(names.get(day)), person, null, Language.POLISH))
                    .isInstanceOf(Booked.Done.class);
        }

        assertThat(booking.book(rows.slot(8, 9).key(), entry(names.get(2)), person, null, Language.POLISH))
                .isInstanceOf(Booked.TooMany.class);
        assertThat(looking.own(person)).hasSize(2).allMatch(own -> own.link() == null);
        confirming.confirm(tokens.of(looking.own(person).getFirst().row().id()));
        assertThat(looking.own(person)).filteredOn(own -> own.link() != null).hasSize(1);
    }

    @Test
    void nobody_learns_who_has_a_slot_and_the_one_who_has_it_gets_no_mail_for_each_guess() {
        var slot = rows.slot(5, 9);
        var victim = "ofiara.porady@example.pl";
        confirming.confirm(tokens.of(done(book(slot, entry(victim))).key()));
        var mails = mailbox.to(victim).size();

        assertThat(book(slot, entry(victim))).isInstanceOf(Booked.Taken.class);
        assertThat(booking.book(slot.key(), entry(victim), people.person(), null, Language.POLISH))
                .isInstanceOf(Booked.Taken.class);
        assertThat(book(slot, entry("kto.inny.porady@example.pl"))).isInstanceOf(Booked.Taken.class);
        assertThat(mailbox.to(victim)).hasSize(mails);
    }

    @Test
    void forms_that_send_no_mail_use_up_nobodys_tries() {
        var slot = rows.slot(5, 9);
        var person = people.person();
        for (var guess = 0; guess < 12; guess++) {
            assertThat(fromNetwork(slot, entry("zly adres"), null)).isInstanceOf(Booked.Invalid.class);
            assertThat(fromNetwork(slot, wordless(person.email()), null)).isInstanceOf(Booked.Invalid.class);
        }

        assertThat(fromNetwork(slot, entry(person.email()), person)).isInstanceOf(Booked.Done.class);
        for (var day = 6; day < 14; day++) {
            fromNetwork(rows.slot(day, 9), entry("zalewany.porady@example.pl"), null);
        }
        assertThat(fromNetwork(rows.slot(15, 9), entry("zalewany.porady@example.pl"), null))
                .isInstanceOf(Booked.TooOften.class);
    }

    @Test
    void what_the_office_cancels_before_it_is_confirmed_is_told_with_the_reason_and_no_calendar() {
        var slot = rows.slot(5, 9);
        var held = done(book(slot, entry("wstepna.porady@example.pl")));

        assertThat(ending.cancel(slot.key(), "Choroba.", false, clerk)).isInstanceOf(EndingAdvice.Ending.Done.class);

        assertThat(mailbox.last("wstepna.porady@example.pl").body()).contains("Choroba.");
        var adviser = advisers.findById(slot.adviserId()).orElseThrow();
        assertThat(letters.ended(held, slot, adviser, "Choroba.", clock.instant())
                        .invitation())
                .isNull();
    }

    @Test
    void nobody_confirms_a_talk_with_an_adviser_who_left(KeepingAdvisers keeping) {
        var adviser = rows.adviser();
        var slot = rows.slot(adviser, 5, 9, AdviceWay.ON_SITE);
        var held = done(book(slot, entry("za.pozno.porady@example.pl")));
        keeping.change(
                adviser.key(),
                adviser.revision(),
                new AdviserEntry(adviser.name(), Set.of(AdviceSubject.LAW), "", "", "", false),
                clerk);

        assertThat(confirming.confirm(tokens.of(held.key()))).isEqualTo(ConfirmingAdvice.Confirming.TOO_LATE);
    }

    @Test
    @Timeout(120)
    void a_form_of_an_adviser_sent_twice_at_once_is_one_adviser(KeepingAdvisers keeping) throws Exception {
        var form = UUID.randomUUID().toString();
        var twin = new AdviserEntry("Jedna Jedyna", Set.of(AdviceSubject.LAW), "", "", "", true);

        var results = AtOnce.<KeepingAdvisers.Keeping>run(
                List.of(() -> keeping.add(twin, form, clerk), () -> keeping.add(twin, form, clerk)));

        assertThat(results)
                .extracting(result ->
                        ((KeepingAdvisers.Keeping.Done) result).adviser().key())
                .containsOnly(advisers.ofForm(form).orElseThrow().key());
    }

    @Test
    void who_settles_on_an_older_page_overwrites_nobody() {
        var slot = rows.slot(1, 9);
        var person = people.person();
        var booked = done(booking.book(slot.key(), entry(person.email()), person, null, Language.POLISH));
        clock.set(slot.endsAt());

        assertThat(settle(slot, "open", false, "2")).isInstanceOf(SettlingAdvice.Settling.Done.class);
        assertThat(settle(slot, "open", false, "2"))
                .as("the same form once more")
                .isInstanceOf(SettlingAdvice.Settling.Done.class);
        assertThat(settle(slot, "open", true, "")).isInstanceOf(SettlingAdvice.Settling.Stale.class);
        assertThat(settle(slot, "open", false, "1")).isInstanceOf(SettlingAdvice.Settling.Stale.class);

        assertThat(advices.findByBookingId(booked.key()).orElseThrow().quarters())
                .isEqualTo(8);
    }

    @Test
    void a_booking_that_ended_is_emptied_a_month_later_however_far_its_slot_is_and_typed_names_go_with_the_year() {
        var far = rows.slot(300, 9);
        var near = rows.slot(1, 9);
        var person = people.person();
        var ended = done(booking.book(far.key(), entry(person.email()), person, null, Language.POLISH));
        var given = done(booking.book(near.key(), entry(person.email()), person, null, Language.POLISH));
        var outside = rows.advice(2026, 5);
        ending.takeBack(tokens.of(ended.key()));
        clock.set(near.endsAt());
        settle(near, false, "1");

        clock.advance(Duration.ofDays(31));
        forgetting.run();
        assertThat(bookings.findById(ended.key()).orElseThrow().email()).isEmpty();
        assertThat(advices.findById(outside.key()).orElseThrow().organisationName())
                .isNotEmpty();

        clock.advance(Duration.ofDays(340));
        forgetting.run();
        assertThat(bookings.findById(given.key()).orElseThrow().organisationName())
                .isEmpty();
        var kept = advices.findByBookingId(given.key()).orElseThrow();
        assertThat(kept.organisationName() + kept.note()).isEmpty();
        assertThat(advices.findById(outside.key()).orElseThrow().organisationName())
                .isEmpty();
    }

    @Test
    void nobody_books_what_has_begun_is_withdrawn_or_whose_adviser_left() {
        var begun = rows.slot(0, 10);
        assertThat(book(begun, entry("pozno.porady@example.pl"))).isInstanceOf(Booked.Closed.class);
        var withdrawn = rows.slot(5, 9);
        assertThat(publishing.withdraw(withdrawn.key(), clerk)).isEqualTo(PublishingSlots.Withdrawal.DONE);
        assertThat(publishing.withdraw(withdrawn.key(), clerk)).isEqualTo(PublishingSlots.Withdrawal.DONE);
        assertThat(book(withdrawn, entry("pozno.porady@example.pl"))).isInstanceOf(Booked.Closed.class);
        assertThat(booking.book(0, entry("pozno.porady@example.pl"), null, null, Language.POLISH))
                .isInstanceOf(Booked.NotFound.class);
    }

    @Test
    @Timeout(600)
    void of_forty_who_book_one_slot_at_once_one_has_it() throws Exception {
        for (var round = 1; round <= 3; round++) {
            var slot = rows.slot(5, 9);
            var prefix = "tlum" + round + ".";

            var results = AtOnce.<Booked>run(IntStream.range(0, 40)
                    .mapToObj(number ->
                            (Callable<Booked>) () -> book(slot, entry(prefix + number + "@porady.example.pl")))
                    .toList());

            assertThat(results).filteredOn(Booked.Done.class::isInstance).hasSize(1);
            assertThat(results).filteredOn(Booked.Taken.class::isInstance).hasSize(39);
        }
    }

    @Test
    void without_the_lock_both_find_the_slot_free_and_only_the_unique_key_stops_the_second() throws Exception {
        var slot = rows.slot(5, 9);
        var bothHaveLooked = new CyclicBarrier(2);
        var careless = careless(
                AtOnce.watched(AdvisorySlots.class, slots, "lock", arguments -> Optional.of(slot)),
                AtOnce.watched(AdvisoryBookings.class, bookings, "living", arguments -> {
                    bothHaveLooked.await();
                    return Optional.empty();
                }));

        var results = AtOnce.<Object>run(List.of(
                () -> careless(careless, slot, "jeden.porady@example.pl"),
                () -> careless(careless, slot, "drugi.porady@example.pl")));

        assertThat(results).filteredOn(Booked.Done.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(DataAccessException.class::isInstance)
                .hasSize(1)
                .allMatch(failure -> Violations.isDuplicate((Throwable) failure));
    }

    @Test
    @Timeout(600)
    void of_six_slots_that_one_address_books_at_once_it_has_two() throws Exception {
        var wanted =
                IntStream.range(0, 6).mapToObj(day -> rows.slot(5 + day, 9)).toList();

        var results = AtOnce.<Booked>run(wanted.stream()
                .map(slot -> (Callable<Booked>) () -> book(slot, entry("zachlanny.porady@example.pl")))
                .toList());

        assertThat(results).filteredOn(Booked.Done.class::isInstance).hasSize(2);
        assertThat(results).filteredOn(Booked.Written.class::isInstance).hasSize(4);
    }

    @Test
    void without_turns_an_address_gets_more_slots_than_it_may() throws Exception {
        var wanted =
                IntStream.range(0, 3).mapToObj(day -> rows.slot(5 + day, 9)).toList();
        var allHaveCounted = new CyclicBarrier(3);
        var careless = careless(slots, AtOnce.watched(AdvisoryBookings.class, bookings, "coming", arguments -> {
            allHaveCounted.await();
            return 0;
        }));

        var results = AtOnce.<Object>run(wanted.stream()
                .map(slot -> (Callable<Object>) () -> careless(careless, slot, "bez.kolejki@example.pl"))
                .toList());

        assertThat(results).hasSize(3).allMatch(Booked.Done.class::isInstance);
    }

    @Test
    void a_booking_is_taken_back_until_two_hours_before_and_the_slot_is_free_again() {
        var slot = rows.slot(5, 9);
        var person = people.person();
        var booked = done(booking.book(slot.key(), entry(person.email()), person, null, Language.POLISH));

        assertThat(ending.takeBack(tokens.of(booked.key()))).isInstanceOf(EndingAdvice.Ending.Done.class);
        assertThat(ending.takeBack(tokens.of(booked.key()))).isInstanceOf(EndingAdvice.Ending.Done.class);
        assertThat(ending.takeBack("nieznany")).isInstanceOf(EndingAdvice.Ending.NotFound.class);
        assertThat(mailbox.to(person.email()))
                .extracting(Mailbox.Mail::subject)
                .filteredOn(subject -> subject.startsWith("Rozmowa odwołana"))
                .hasSize(1);

        var other = people.person();
        var next = done(booking.book(slot.key(), entry(other.email()), other, null, Language.POLISH));
        clock.set(slot.startsAt().minus(Duration.ofMinutes(119)));
        assertThat(ending.takeBack(tokens.of(next.key()))).isInstanceOf(EndingAdvice.Ending.TooLate.class);
    }

    @Test
    void the_office_cancels_with_a_reason_and_may_withdraw_the_slot() {
        var slot = rows.slot(5, 9);
        var person = people.person();
        var booked = done(booking.book(slot.key(), entry(person.email()), person, null, Language.POLISH));

        assertThat(publishing.withdraw(slot.key(), clerk)).isEqualTo(PublishingSlots.Withdrawal.BOOKED);
        assertThat(ending.cancel(slot.key(), "", false, clerk)).isInstanceOf(EndingAdvice.Ending.Invalid.class);
        assertThat(ending.cancel(slot.key(), "Choroba.", true, people.person(Role.AUDITOR)))
                .isInstanceOf(EndingAdvice.Ending.Forbidden.class);
        assertThat(ending.cancel(slot.key(), "Choroba.", true, clerk)).isInstanceOf(EndingAdvice.Ending.Done.class);
        assertThat(ending.cancel(slot.key(), "Choroba.", true, clerk)).isInstanceOf(EndingAdvice.Ending.TooLate.class);

        assertThat(mailbox.last(person.email()).body()).contains("Choroba.");
        assertThat(bookings.findById(booked.key()).orElseThrow().endedWhy()).isEqualTo(AdvisoryBooking.End.BY_OFFICE);
        assertThat(book(slot, entry("po.chorobie@example.pl"))).isInstanceOf(Booked.Closed.class);
    }

    @Test
    void invitations_ask_and_cancel_with_the_same_uid_and_a_higher_sequence() {
        var slot = rows.slot(5, 9);
        var adviser = advisers.findById(slot.adviserId()).orElseThrow();
        var person = people.person();
        var booked = done(booking.book(slot.key(), entry(person.email()), person, null, Language.POLISH));

        var asks = letters.standing(booked, slot, adviser, clock.instant()).invitation();
        var cancels = letters.ended(booked, slot, adviser, "", clock.instant()).invitation();

        assertThat(asks.mediaType()).endsWith("method=REQUEST");
        assertThat(cancels.mediaType()).endsWith("method=CANCEL");
        assertThat(text(asks)).contains("METHOD:REQUEST", "SEQUENCE:0", "DTSTART;TZID=Europe/Warsaw:20261125T090000");
        assertThat(text(cancels)).contains("METHOD:CANCEL", "SEQUENCE:1", "STATUS:CANCELLED");
        assertThat(uid(asks)).isEqualTo(uid(cancels));
    }

    @Test
    void a_reminder_comes_once_the_day_before_and_not_for_what_was_taken_back() {
        var kept = rows.slot(5, 9);
        var given = rows.slot(5, 12);
        var person = people.person();
        booking.book(kept.key(), entry(person.email()), person, null, Language.POLISH);
        var back = done(booking.book(given.key(), entry(person.email()), person, null, Language.POLISH));
        ending.takeBack(tokens.of(back.key()));
        jobs.runDue();
        assertThat(reminders(person)).isZero();

        clock.set(kept.startsAt().minus(Duration.ofHours(20)));
        jobs.runDue();
        jobs.runDue();

        assertThat(reminders(person)).isEqualTo(1);
    }

    @Test
    void a_series_skips_what_overlaps_and_tells_so_and_sent_again_adds_nothing() {
        var adviser = rows.adviser();
        rows.slot(adviser, 4, 10, AdviceWay.PHONE);
        var series = series(adviser);

        assertThat(series).isInstanceOfSatisfying(Publishing.Done.class, done -> {
            assertThat(done.made()).isEqualTo(2);
            assertThat(done.skipped()).extracting(Publishing.Skipped::why).containsExactly(Publishing.Why.OVERLAPS);
        });
        assertThat(series(adviser)).isInstanceOfSatisfying(Publishing.Done.class, done -> {
            assertThat(done.made()).isZero();
            assertThat(done.skipped()).hasSize(3);
        });
    }

    @Test
    @Timeout(600)
    void two_clerks_who_publish_the_same_at_once_publish_it_once() throws Exception {
        var adviser = rows.adviser();

        var results = AtOnce.<Publishing>run(List.of(() -> series(adviser), () -> series(adviser)));

        assertThat(results)
                .extracting(result -> ((Publishing.Done) result).made())
                .containsExactlyInAnyOrder(3, 0);
    }

    @Test
    void hours_count_once_they_are_confirmed_and_can_be_corrected() {
        var before = given.hoursBetween(2026, 2026).get(2026);
        var slot = rows.slot(1, 9);
        var person = people.person();
        booking.book(slot.key(), entry(person.email()), person, null, Language.POLISH);
        assertThat(settle(slot, false, "1,5")).isInstanceOf(SettlingAdvice.Settling.WrongMoment.class);

        clock.set(slot.endsAt());
        assertThat(settle(slot, false, "1,3")).isInstanceOf(SettlingAdvice.Settling.Invalid.class);
        assertThat(settle(slot, false, "1,5")).isInstanceOf(SettlingAdvice.Settling.Done.class);
        assertThat(settle(slot, false, "1.5")).isInstanceOf(SettlingAdvice.Settling.Done.class);
        assertThat(given.hoursBetween(2026, 2026).get(2026).subtract(before)).isEqualByComparingTo("1.5");
        assertThat(given.of(2026)).anyMatch(advice -> advice.subject() == AdviceSubject.GDPR);

        assertThat(settle(slot, true, "")).isInstanceOf(SettlingAdvice.Settling.Done.class);
        assertThat(given.hoursBetween(2026, 2026).get(2026)).isEqualByComparingTo(before);
        assertThat(settle(slot, false, "0,75")).isInstanceOf(SettlingAdvice.Settling.Done.class);
        assertThat(bookings.living(slot.key()).orElseThrow().missedAt()).isNull();
    }

    @Test
    void advice_outside_slots_counts_once_however_often_the_form_is_sent() {
        var before = given.hoursBetween(2024, 2024).get(2024);
        var adviser = rows.adviser();
        var form = outside(adviser, "2024-05-06", "0,25");

        assertThat(settling.write(form, clerk)).isInstanceOf(SettlingAdvice.Settling.Done.class);
        assertThat(settling.write(form, clerk)).isInstanceOf(SettlingAdvice.Settling.Done.class);
        assertThat(settling.write(outside(adviser, "2026-11-21", "1"), clerk))
                .isInstanceOf(SettlingAdvice.Settling.Invalid.class);
        assertThat(settling.write(form, people.person())).isInstanceOf(SettlingAdvice.Settling.Forbidden.class);
        assertThat(given.hoursBetween(2024, 2024).get(2024).subtract(before)).isEqualByComparingTo("0.25");

        var saved = advices.findByFormToken(form.formToken()).orElseThrow();
        assertThat(settling.correct(saved.key(), 7, form, clerk)).isInstanceOf(SettlingAdvice.Settling.Stale.class);
        assertThat(settling.correct(saved.key(), 0, outside(adviser, "2024-05-06", "2"), clerk))
                .isInstanceOf(SettlingAdvice.Settling.Done.class);
        assertThat(settling.delete(saved.key(), clerk)).isInstanceOf(SettlingAdvice.Settling.Done.class);
        assertThat(given.hoursBetween(2024, 2024).get(2024)).isEqualByComparingTo(before);
    }

    @Test
    void who_is_forgotten_gives_slots_to_come_back_and_leaves_no_name() {
        var over = rows.slot(1, 9);
        var toCome = rows.slot(20, 9);
        var person = people.person();
        var past = done(booking.book(over.key(), entry(person.email()), person, null, Language.POLISH));
        booking.book(toCome.key(), entry(person.email()), person, null, Language.POLISH);
        clock.set(over.endsAt());
        settle(over, false, "1");
        assertThat(personal.exported(person.personId()).toString())
                .contains("Jak prowadzić rejestr czynności?", person.email());

        transactions.executeWrite(status -> {
            personal.erase(person.personId());
            return true;
        });

        assertThat(bookings.living(toCome.key())).isEmpty();
        var kept = bookings.findById(past.key()).orElseThrow();
        assertThat(kept.name() + kept.email() + kept.phone() + kept.question() + kept.organisationName())
                .isEmpty();
        assertThat(advices.findByBookingId(past.key())).isPresent();
        assertThat(personal.exported(person.personId())).asString().isEqualTo("[]");
    }

    @Test
    void contacts_are_emptied_a_year_later_and_the_hours_stay() {
        var slot = rows.slot(1, 9);
        var person = people.person();
        var booked = done(booking.book(slot.key(), entry(person.email()), person, null, Language.POLISH));
        clock.set(slot.endsAt());
        settle(slot, false, "1");

        clock.set(slot.endsAt().plus(Duration.ofDays(364)));
        forgetting.run();
        assertThat(bookings.findById(booked.key()).orElseThrow().email()).isNotEmpty();
        clock.advance(Duration.ofDays(2));
        forgetting.run();

        var kept = bookings.findById(booked.key()).orElseThrow();
        assertThat(kept.name() + kept.email() + kept.question()).isEmpty();
        assertThat(advices.findByBookingId(booked.key()).orElseThrow().quarters())
                .isEqualTo(4);
    }

    @Test
    void bookings_and_advice_follow_an_organisation_that_is_merged(OrganisationRows organisations) {
        var from = organisations.full("Klub Łączony Doradczo").key();
        var to = organisations.full("Klub Zostający Doradczo").key();
        var slot = rows.slot(1, 9);
        var person = people.person();
        var voice =
                new Voice(from, "klub", "Klub Łączony", pl.kujawskopomorskie.ngo.directory.Representation.Kind.EDITOR);
        var booked = done(booking.book(slot.key(), entry(person.email()), person, voice, Language.POLISH));
        clock.set(slot.endsAt());
        settle(slot, false, "1");

        transactions.executeWrite(status -> {
            links.move(from, to, clerk.personId());
            return true;
        });

        assertThat(bookings.findById(booked.key()).orElseThrow().organisationId())
                .isEqualTo(to);
        assertThat(advices.findByBookingId(booked.key()).orElseThrow().organisationId())
                .isEqualTo(to);
    }

    private Publishing series(Adviser adviser) {
        return publishing.publish(
                adviser.key(),
                new SlotSeries(
                        LocalDate.of(2026, 11, 24),
                        LocalDate.of(2026, 11, 24),
                        Set.of(DayOfWeek.TUESDAY),
                        LocalTime.of(9, 0),
                        LocalTime.of(12, 0),
                        60),
                AdviceWay.ON_SITE,
                "",
                clerk);
    }

    private SettlingAdvice.Settling settle(AdvisorySlot slot, boolean missed, String hours) {
        var standing = bookings.living(slot.key())
                .map(found -> SettlingAdvice.standing(
                        found, advices.findByBookingId(found.key()).orElse(null)))
                .orElse("open");
        return settle(slot, standing, missed, hours);
    }

    private SettlingAdvice.Settling settle(AdvisorySlot slot, String standing, boolean missed, String hours) {
        return settling.settle(
                slot.key(),
                standing,
                missed,
                new AdviceEntry("", 0, null, AdviceSubject.GDPR, null, hours, "", "Rejestr."),
                clerk);
    }

    private static AdviceEntry outside(Adviser adviser, String day, String hours) {
        return new AdviceEntry(
                UUID.randomUUID().toString(),
                adviser.key(),
                LocalDate.parse(day),
                AdviceSubject.ACCOUNTING,
                AdviceWay.PHONE,
                hours,
                "Koło Gospodyń",
                "");
    }

    private Booked fromNetwork(AdvisorySlot slot, BookingEntry entry, @Nullable Actor actor) {
        // A place in the network of its own for each, so that only mails are counted.
        return booking.book(
                slot.key(),
                entry,
                actor,
                null,
                Language.POLISH,
                UUID.randomUUID().toString());
    }

    private static BookingEntry wordless(String email) {
        var full = entry(email);
        return new BookingEntry(
                full.formToken(), full.subject(), "", full.name(), email, full.phone(), full.organisation(), true);
    }

    private Booked book(AdvisorySlot slot, BookingEntry entry) {
        return booking.book(slot.key(), entry, null, null, Language.POLISH);
    }

    private BookingAdvice careless(AdvisorySlots unlocked, AdvisoryBookings looked) {
        return new BookingAdvice(
                unlocked,
                advisers,
                looked,
                AtOnce.watched(AdvisoryTurns.class, turns, "take", arguments -> 0),
                tokens,
                letters,
                outbox,
                queue,
                audit,
                limits,
                clock);
    }

    private Object careless(BookingAdvice careless, AdvisorySlot slot, String email) {
        try {
            return transactions.executeWrite(
                    status -> careless.bookOnce(slot.key(), entry(email), null, null, Language.POLISH));
        } catch (DataAccessException e) {
            return e;
        }
    }

    private long reminders(Actor person) {
        return mailbox.to(person.email()).stream()
                .filter(mail -> mail.subject().startsWith("Jutro"))
                .count();
    }

    private static String text(Letter.Attachment attachment) {
        return new String(attachment.content(), StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    private static String uid(Letter.Attachment attachment) {
        return text(attachment).replaceAll("(?s).*(UID:[^\\r\\n]+).*", "$1");
    }

    private static AdvisoryBooking done(Booked booked) {
        assertThat(booked).isInstanceOf(Booked.Done.class);
        return ((Booked.Done) booked).booking();
    }
}
