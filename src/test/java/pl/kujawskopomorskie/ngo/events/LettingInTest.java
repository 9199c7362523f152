package pl.kujawskopomorskie.ngo.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.testing.AtOnce;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** What is said at the door, and that each person is there once. */
@PortalTest
class LettingInTest {

    private final LettingIn letting;
    private final TakingBackEntry takingBack;
    private final ReceivingEntries receiving;
    private final SettlingRefusal settling;
    private final KeepingAttendance keeping;
    private final DoorRows rows;
    private final Events events;
    private final Sessions sessions;
    private final Attendees attendees;
    private final DoorPeople people;
    private final DoorEntries entries;
    private final Attendances attendances;
    private final WalkIns walkIns;
    private final AttendanceRows list;
    private final HeadCounts heads;
    private final AuditLog audit;
    private final TransactionOperations<Connection> transactions;
    private final TestClock clock;
    private final Actor clerk;
    private final Actor auditor;

    LettingInTest(
            LettingIn letting,
            TakingBackEntry takingBack,
            ReceivingEntries receiving,
            SettlingRefusal settling,
            KeepingAttendance keeping,
            DoorRows rows,
            Events events,
            Sessions sessions,
            Attendees attendees,
            DoorPeople people,
            DoorEntries entries,
            Attendances attendances,
            WalkIns walkIns,
            AttendanceRows list,
            HeadCounts heads,
            AuditLog audit,
            TransactionOperations<Connection> transactions,
            TestClock clock,
            People accounts) {
        this.letting = letting;
        this.takingBack = takingBack;
        this.receiving = receiving;
        this.settling = settling;
        this.keeping = keeping;
        this.rows = rows;
        this.events = events;
        this.sessions = sessions;
        this.attendees = attendees;
        this.people = people;
        this.entries = entries;
        this.attendances = attendances;
        this.walkIns = walkIns;
        this.list = list;
        this.heads = heads;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.clerk = accounts.person(Role.CLERK);
        this.auditor = accounts.person(Role.AUDITOR);
    }

    @Test
    void a_ticket_lets_in_once_and_a_second_time_tells_since_when() {
        var event = rows.event();
        var anna = rows.person(rows.session(event, "Panel", 1), "Anna Nowak");

        assertThat(enter(event, ticket(anna), "A").answer()).isEqualTo(DoorAnswer.LET_IN);
        clock.advance(Duration.ofMinutes(5));
        var again = enter(event, ticket(anna), "B");

        assertThat(again.answer()).isEqualTo(DoorAnswer.ALREADY_IN);
        assertThat(again.since()).isEqualTo(TestClock.START);
        assertThat(again.door()).isEqualTo("A");
        assertThat(again.name()).isEqualTo("Anna Nowak");
        assertThat(rows.row(anna, null).how()).isEqualTo(Attendance.How.TYPED);
    }

    @Test
    void each_reason_to_stay_outside_is_told_and_some_may_be_overruled() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var other = rows.session(event, "Inny", 4);
        var online = rows.person(event.key(), "Ola Online");
        rows.booked(online, panel, Mode.ONLINE, Booking.State.BOOKED);
        var waiting = rows.person(event.key(), "Witek Czeka");
        rows.booked(waiting, panel, Mode.ON_SITE, Booking.State.WAITING);
        var elsewhere = rows.person(other, "Iga Inna");
        var none = rows.person(event.key(), "Nina Nic");
        var unconfirmed = rows.unconfirmed(event.key(), "Nel Niepewna");
        var cancelled = rows.cancelled(event.key(), "Cela Odwołana");
        var stranger = rows.person(rows.session(rows.event(), "Obcy", 1), "Obca");

        assertThat(at(event, panel, ticket(online), false).answer()).isEqualTo(DoorAnswer.ONLINE_ONLY);
        assertThat(at(event, panel, ticket(waiting), false).answer()).isEqualTo(DoorAnswer.WAITING_ONLY);
        assertThat(at(event, panel, ticket(elsewhere), false).answer()).isEqualTo(DoorAnswer.OTHER_SESSION);
        assertThat(at(event, null, ticket(elsewhere), false).answer()).isEqualTo(DoorAnswer.LET_IN);
        assertThat(at(event, panel, ticket(none), false).answer()).isEqualTo(DoorAnswer.NO_PLACE);
        assertThat(at(event, panel, ticket(unconfirmed), false).answer()).isEqualTo(DoorAnswer.NOT_CONFIRMED);
        assertThat(at(event, panel, ticket(cancelled), true).answer()).isEqualTo(DoorAnswer.CANCELLED);
        assertThat(at(event, panel, ticket(stranger), true))
                .returns(DoorAnswer.OTHER_EVENT, DoorNote::answer)
                .satisfies(note -> assertThat(note.elsewhere()).startsWith("Forum Organizacji"));
        assertThat(at(event, panel, new Arrival.Ticket(TicketCode.draw(), true), true)
                        .answer())
                .isEqualTo(DoorAnswer.UNKNOWN);
        assertThat(at(event, panel, new Arrival.Ticket("to nie kod", true), true)
                        .answer())
                .isEqualTo(DoorAnswer.UNREADABLE);

        var despite = at(event, panel, ticket(online), true);
        assertThat(despite.answer()).isEqualTo(DoorAnswer.LET_IN);
        assertThat(despite.despite()).isEqualTo(DoorAnswer.ONLINE_ONLY);
        assertThat(at(event, panel, ticket(online), false).answer())
                .as("who is in is not judged again")
                .isEqualTo(DoorAnswer.ALREADY_IN);
        assertThat(list.find(event, new AttendanceRows.Filter("Ola", 0, AttendanceRows.Stand.CAME, 1, 10))
                        .rows()
                        .getFirst()
                        .presences()
                        .getFirst()
                        .despite())
                .isEqualTo(DoorAnswer.ONLINE_ONLY);
    }

    @Test
    void nobody_comes_in_on_another_day_or_to_what_is_cancelled_and_only_clerks_let_in() {
        var event = rows.event();
        var anna = rows.person(rows.session(event, "Jutro", 30), "Anna");
        assertThat(enter(event, ticket(anna), "").answer()).isEqualTo(DoorAnswer.NOT_THE_DAY);
        clock.advance(Duration.ofHours(20));
        assertThat(enter(event, ticket(anna), "").answer()).isEqualTo(DoorAnswer.LET_IN);

        assertThat(letting.enter(event.slug(), arrival(ticket(anna)), auditor)).isInstanceOf(Entering.Forbidden.class);
        assertThat(letting.enter("nie-ma", arrival(ticket(anna)), clerk)).isInstanceOf(Entering.NotFound.class);
        events.cancel(event.key(), clock.instant(), "Choroba");
        assertThat(enter(event, ticket(anna), "").answer()).isEqualTo(DoorAnswer.EVENT_CANCELLED);
    }

    @Test
    void an_entry_sent_again_is_answered_as_before_and_stays_taken_back() {
        var event = rows.event();
        var anna = rows.person(rows.session(event, "Panel", 1), "Anna");
        var first = arrival(ticket(anna));
        assertThat(note(letting.enter(event.slug(), first, clerk)).answer()).isEqualTo(DoorAnswer.LET_IN);
        assertThat(note(letting.enter(event.slug(), first, clerk)).answer()).isEqualTo(DoorAnswer.LET_IN);

        assertThat(takingBack.takeBack(event.slug(), first.id(), auditor)).isFalse();
        assertThat(takingBack.takeBack(event.slug(), first.id(), clerk)).isTrue();
        assertThat(takingBack.takeBack(event.slug(), first.id(), clerk)).isTrue();
        assertThat(rows.cameAt(anna)).isNull();
        assertThat(note(letting.enter(event.slug(), first, clerk)).answer()).isEqualTo(DoorAnswer.TAKEN_BACK);
        assertThat(rows.cameAt(anna)).isNull();
        assertThat(enter(event, ticket(anna), "").answer()).isEqualTo(DoorAnswer.LET_IN);
    }

    @Test
    void whom_another_door_saw_as_well_stays_in_when_one_takes_it_back() {
        var event = rows.event();
        var anna = rows.person(rows.session(event, "Panel", 1), "Anna");
        var byMistake = arrival(new Arrival.Named(anna.key()));
        letting.enter(event.slug(), byMistake, clerk);
        enter(event, ticket(anna), "B");

        takingBack.takeBack(event.slug(), byMistake.id(), clerk);

        assertThat(rows.cameAt(anna)).isNotNull();
    }

    @Test
    void a_batch_keeps_its_own_times_the_earliest_wins_and_twice_is_once() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var anna = rows.person(panel, "Anna");
        var ola = rows.person(panel, "Ola");
        clock.advance(Duration.ofMinutes(30));
        enter(event, ticket(anna), "B");

        // The phone's clock is a year ahead; twenty minutes ago by it, Anna came through door A.
        var phone = clock.instant().plus(Duration.ofDays(365));
        var batch = List.of(
                sent(ticket(anna), phone.minus(Duration.ofMinutes(20))),
                sent(ticket(ola), phone.plus(Duration.ofMinutes(5))),
                sent(new Arrival.Newcomer("Jan Gość", "", ""), phone.minus(Duration.ofDays(40))));
        var answers = receiving.receive(event.slug(), phone, batch, clerk);
        var again = receiving.receive(event.slug(), phone.plusSeconds(9), batch, clerk);

        assertThat(answers).extracting(DoorNote::answer).containsOnly(DoorAnswer.LET_IN);
        assertThat(again).isEqualTo(answers);
        assertThat(rows.cameAt(anna)).isEqualTo(TestClock.START.plus(Duration.ofMinutes(10)));
        assertThat(rows.row(anna, null).door()).isEqualTo("A");
        assertThat(rows.cameAt(ola)).isEqualTo(TestClock.START.plus(Duration.ofMinutes(30)));
        assertThat(answers.getLast().since()).isEqualTo(Instant.parse("2026-11-19T23:00:00Z"));
        assertThat(list.find(event, new AttendanceRows.Filter("", 0, AttendanceRows.Stand.CAME, 1, 10))
                        .total())
                .isEqualTo(3);
    }

    @Test
    void what_a_phone_sends_the_day_after_counts_when_it_happened_on_the_day() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var anna = rows.person(panel, "Anna");
        var ola = rows.person(panel, "Ola");
        clock.advance(Duration.ofDays(1));
        var now = clock.instant();

        assertThat(receiving.receive(
                        event.slug(),
                        now,
                        List.of(sent(ticket(anna), now.minus(Duration.ofHours(20))), sent(ticket(ola), now)),
                        clerk))
                .extracting(DoorNote::answer)
                .containsExactly(DoorAnswer.LET_IN, DoorAnswer.NOT_THE_DAY);
    }

    @Test
    void an_entry_that_is_not_registered_needs_a_name_and_can_come_to_a_session_too() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        assertThat(letting.enter(event.slug(), arrival(new Arrival.Newcomer(" ", "", "zły adres")), clerk))
                .isInstanceOfSatisfying(Entering.Invalid.class, invalid -> {
                    assertThat(invalid.errors().at("name")).isNotNull();
                    assertThat(invalid.errors().at("email")).isNotNull();
                });
        var jan = enter(event, new Arrival.Newcomer("Jan Gość", "Koło", "jan@example.pl"), "");
        assertThat(jan.answer()).isEqualTo(DoorAnswer.LET_IN);
        assertThat(at(event, panel, new Arrival.Known(jan.walkInId()), false).answer())
                .isEqualTo(DoorAnswer.LET_IN);
        assertThat(enter(event, new Arrival.Known(jan.walkInId()), "").answer()).isEqualTo(DoorAnswer.ALREADY_IN);
        assertThat(people.search(event, "gość", null, 5)).hasSize(1);
        var elsewhere = rows.event();
        rows.session(elsewhere, "Panel", 1);
        assertThat(letting.enter(elsewhere.slug(), arrival(new Arrival.Known(jan.walkInId())), clerk))
                .isInstanceOf(Entering.NotFound.class);
    }

    @Test
    @Timeout(120)
    void of_many_doors_at_once_one_lets_in_and_the_others_say_so() throws Exception {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        for (var round = 1; round <= 5; round++) {
            var anna = rows.person(panel, "Anna " + round);

            var answers = AtOnce.run(20, () -> enter(event, ticket(anna), "A").answer());

            assertThat(answers).containsOnlyOnce(DoorAnswer.LET_IN);
            assertThat(answers).filteredOn(DoorAnswer.ALREADY_IN::equals).hasSize(19);
        }
    }

    @Test
    @Timeout(120)
    void one_entry_sent_by_many_at_once_is_one_with_one_answer() throws Exception {
        var event = rows.event();
        var anna = rows.person(rows.session(event, "Panel", 1), "Anna");
        var ticket = arrival(ticket(anna));
        var newcomer = arrival(new Arrival.Newcomer("Jan", "", ""));

        assertThat(AtOnce.run(
                        12,
                        () -> note(letting.enter(event.slug(), ticket, clerk)).answer()))
                .containsOnly(DoorAnswer.LET_IN);
        var jans = AtOnce.run(
                12, () -> note(letting.enter(event.slug(), newcomer, clerk)).walkInId());
        assertThat(jans).containsOnly(jans.getFirst());
    }

    @Test
    void without_the_lock_two_doors_both_say_come_in_and_the_database_still_keeps_one_row() throws Exception {
        var event = rows.event();
        var anna = rows.person(rows.session(event, "Panel", 1), "Anna");
        var bothHaveLooked = new CyclicBarrier(2);
        var careless = new LettingIn(
                events,
                sessions,
                AtOnce.watched(Attendees.class, attendees, "lock", arguments -> Optional.empty()),
                people,
                entries,
                AtOnce.watched(Attendances.class, attendances, "living", arguments -> {
                    bothHaveLooked.await();
                    return Optional.empty();
                }),
                walkIns,
                audit,
                clock);

        var answers = AtOnce.run(
                2,
                () -> note(transactions.executeWrite(
                                status -> careless.enterOnce(event.slug(), arrival(ticket(anna)), clerk)))
                        .answer());

        assertThat(answers).containsExactly(DoorAnswer.LET_IN, DoorAnswer.LET_IN);
        assertThat(rows.cameAt(anna)).isNotNull();
    }

    @Test
    void the_office_ticks_takes_back_and_counts_heads_but_not_before_the_day() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", -1);
        var anna = rows.person(panel, "Anna");
        var stranger = rows.person(rows.session(rows.event(), "Obcy", 1), "Obca");

        assertThat(keeping.tick(event.slug(), panel.key(), List.of(anna.key(), stranger.key()), clerk)
                        .change())
                .isInstanceOf(EventChange.Done.class);
        assertThat(rows.row(anna, panel).how()).isEqualTo(Attendance.How.ON_LIST);
        assertThat(rows.row(anna, panel).cameAt()).isEqualTo(panel.startsAt());
        assertThat(rows.wasThere(stranger)).isFalse();
        assertThat(keeping.tick(event.slug(), null, List.of(), clerk).change()).isInstanceOf(EventChange.Invalid.class);
        assertThat(keeping.tick(event.slug(), null, List.of(anna.key()), auditor)
                        .change())
                .isInstanceOf(EventChange.Forbidden.class);

        var row = rows.row(anna, panel).id();
        assertThat(keeping.withdraw(event.slug(), row, clerk)).isInstanceOf(EventChange.Done.class);
        assertThat(keeping.withdraw(event.slug(), row, clerk)).isInstanceOf(EventChange.Done.class);
        assertThat(rows.wasThere(anna)).isFalse();

        assertThat(keeping.count(event.slug(), Mode.ON_SITE, "40", "na sali", clerk))
                .isInstanceOf(EventChange.Done.class);
        assertThat(keeping.count(event.slug(), Mode.ON_SITE, "40", "na sali", clerk))
                .isInstanceOf(EventChange.Done.class);
        assertThat(keeping.count(event.slug(), Mode.ON_SITE, "42", "poprawka", clerk))
                .isInstanceOf(EventChange.Done.class);
        assertThat(heads.of(event.key())).extracting(HeadCount::people).containsExactly(42, 40);
        assertThat(keeping.count(event.slug(), null, "dużo", "", clerk))
                .isInstanceOfSatisfying(
                        EventChange.Invalid.class,
                        invalid -> assertThat(invalid.errors().all()).hasSize(3));

        var later = rows.event();
        var person = rows.person(rows.session(later, "Jutro", 30), "Ewa");
        assertThat(keeping.tick(later.slug(), null, List.of(person.key()), clerk)
                        .change())
                .isInstanceOf(EventChange.WrongMoment.class);
        assertThat(keeping.count(later.slug(), Mode.ON_SITE, "4", "wróżba", clerk))
                .isInstanceOf(EventChange.WrongMoment.class);
    }

    @Test
    void a_door_does_not_take_back_what_the_office_ticked_from_its_list() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", -1);
        var anna = rows.person(panel, "Anna");
        keeping.tick(event.slug(), panel.key(), List.of(anna.key()), clerk);

        var scan = at(event, panel, ticket(anna), false);
        assertThat(scan.answer()).isEqualTo(DoorAnswer.ALREADY_IN);
        assertThat(takingBack.takeBack(event.slug(), scan.id(), clerk)).isTrue();

        assertThat(rows.row(anna, panel).how()).isEqualTo(Attendance.How.ON_LIST);
    }

    @Test
    void whom_the_office_took_back_and_a_door_lets_in_again_by_mistake_is_out_when_the_door_takes_it_back() {
        var event = rows.event();
        var anna = rows.person(rows.session(event, "Panel", -1), "Anna");
        enter(event, ticket(anna), "A");
        keeping.withdraw(event.slug(), rows.row(anna, null).id(), clerk);

        var mistake = enter(event, ticket(anna), "B");
        assertThat(mistake.answer()).isEqualTo(DoorAnswer.LET_IN);
        takingBack.takeBack(event.slug(), mistake.id(), clerk);

        assertThat(rows.cameAt(anna)).isNull();
    }

    @Test
    void who_watched_the_stream_and_comes_to_the_room_is_there_on_site_until_the_door_takes_it_back() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 0);
        var anna = rows.person(panel, "Anna");
        watched(event, panel, anna);
        assertThat(people.in(event)).isEmpty();
        clock.advance(Duration.ofMinutes(20));

        var entry = at(event, panel, ticket(anna), false);
        watched(event, panel, anna);

        assertThat(entry.answer()).isEqualTo(DoorAnswer.LET_IN);
        assertThat(rows.row(anna, panel))
                .returns(Mode.ON_SITE, Attendance::mode)
                .returns(Attendance.How.TYPED, Attendance::how)
                .returns(TestClock.START.plus(Duration.ofMinutes(20)), Attendance::cameAt);
        assertThat(at(event, panel, ticket(anna), false).answer()).isEqualTo(DoorAnswer.ALREADY_IN);
        assertThat(people.in(event)).hasSize(1);

        var other = rows.person(panel, "Ola");
        watched(event, panel, other);
        var mistake = at(event, panel, ticket(other), false);
        takingBack.takeBack(event.slug(), mistake.id(), clerk);
        assertThat(rows.row(other, panel))
                .returns(Mode.ONLINE, Attendance::mode)
                .returns(Attendance.How.STREAM, Attendance::how);
    }

    @Test
    void a_tick_that_comes_late_leaves_who_was_scanned_as_they_are() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 0);
        var anna = rows.person(panel, "Anna");
        clock.advance(Duration.ofMinutes(12));
        at(event, panel, ticket(anna), false);

        keeping.tick(event.slug(), panel.key(), List.of(anna.key()), clerk);

        assertThat(rows.row(anna, panel))
                .returns(Attendance.How.TYPED, Attendance::how)
                .returns(TestClock.START.plus(Duration.ofMinutes(12)), Attendance::cameAt);
    }

    @Test
    void a_number_that_belongs_to_another_entry_is_no_answer_to_somebody_else_here_or_at_another_event() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var anna = rows.person(panel, "Anna");
        var ola = rows.person(panel, "Ola");
        var first = arrival(ticket(anna));
        letting.enter(event.slug(), first, clerk);

        var used = new Arrival(first.id(), ticket(ola), null, "A", null, false);
        var second = note(letting.enter(event.slug(), used, clerk));
        assertThat(second).returns(DoorAnswer.LET_IN, DoorNote::answer).returns("Ola", DoorNote::name);
        assertThat(note(letting.enter(event.slug(), used, clerk)).id()).isEqualTo(second.id());
        assertThat(rows.cameAt(ola)).isNotNull();

        var elsewhere = rows.event();
        var ewa = rows.person(rows.session(elsewhere, "Panel", 1), "Ewa");
        var there = new Arrival(first.id(), ticket(ewa), null, "A", null, false);
        assertThat(note(letting.enter(elsewhere.slug(), there, clerk)).answer()).isEqualTo(DoorAnswer.LET_IN);
        assertThat(rows.cameAt(ewa)).isNotNull();
    }

    @Test
    void a_newcomer_with_a_wrong_address_is_in_without_it_and_one_entry_that_fails_spoils_no_other() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var anna = rows.person(panel, "Anna");
        var now = clock.instant();
        var broken = new ReceivingEntries.Sent(
                UUID.randomUUID().toString(), ticket(anna), "", null, "A", Instant.MAX, false, true);
        var undo = new ReceivingEntries.Sent(
                UUID.randomUUID().toString(), null, broken.id(), null, "A", now, false, false);
        var newcomer = sent(new Arrival.Newcomer("Jan Gość", "Koło", "jan@@zły"), now);
        var unreadable = new ReceivingEntries.Sent("x", null, "", null, "A", now, false, false);

        var answers = receiving.receive(
                event.slug(),
                now.minusSeconds(5),
                List.of(broken, undo, unreadable, newcomer, sent(ticket(anna), now)),
                clerk);

        assertThat(answers)
                .extracting(DoorNote::answer)
                .containsExactly(
                        DoorAnswer.FAILED,
                        DoorAnswer.FAILED,
                        DoorAnswer.NOT_TAKEN,
                        DoorAnswer.LET_IN,
                        DoorAnswer.LET_IN);
        assertThat(answers.get(3).mistyped()).isTrue();
        assertThat(walkIns.ofEntry(event.key(), newcomer.id()))
                .hasValueSatisfying(jan -> assertThat(jan.email()).isEmpty());
        assertThat(rows.cameAt(anna)).isNotNull();
    }

    @Test
    void whom_a_phone_let_in_and_the_portal_refuses_the_office_settles() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var ola = rows.person(event.key(), "Ola Online");
        rows.booked(ola, panel, Mode.ONLINE, Booking.State.BOOKED);
        var cela = rows.cancelled(event.key(), "Cela Odwołana");
        var unknown = new Arrival.Ticket(TicketCode.draw(), true);
        var now = clock.instant();
        var batch = List.of(sent(ticket(ola), now), sent(ticket(cela), now), sent(unknown, now));

        receiving.receive(event.slug(), now, batch, clerk);
        receiving.receive(event.slug(), now, batch, clerk);

        assertThat(settling.of(event))
                .extracting(SettlingRefusal.Unsettled::name)
                .containsExactly("Ola Online", "Cela Odwołana", "");
        var doubts = settling.of(event);
        assertThat(settling.settle(event.slug(), doubts.get(0).id(), true, auditor))
                .isInstanceOf(EventChange.Forbidden.class);
        assertThat(settling.settle(rows.event().slug(), doubts.get(0).id(), true, clerk))
                .isInstanceOf(EventChange.NotFound.class);
        // At the door somebody lets her in all the same: that settles it too.
        at(event, null, ticket(ola), true);
        assertThat(settling.of(event)).hasSize(2);
        for (var doubt : settling.of(event)) {
            assertThat(settling.settle(event.slug(), doubt.id(), !doubt.name().isEmpty(), clerk))
                    .isInstanceOf(EventChange.Done.class);
            assertThat(settling.settle(event.slug(), doubt.id(), true, clerk)).isInstanceOf(EventChange.Done.class);
        }
        assertThat(settling.of(event)).isEmpty();
        assertThat(people.search(event, "Cela", null, 5)).hasSize(1);
        assertThat(people.in(event)).hasSize(2);
    }

    @Test
    void a_newcomer_whom_the_phone_still_has_to_send_is_the_same_person_at_the_next_door() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var now = clock.instant();
        var jan = sent(new Arrival.Newcomer("Jan Gość", "", ""), now);
        var again = new ReceivingEntries.Sent(
                UUID.randomUUID().toString(), new Arrival.Pending(jan.id()), "", panel.key(), "B", now, false, true);

        var answers = receiving.receive(event.slug(), now, List.of(jan, again), clerk);
        var twice = receiving.receive(event.slug(), now, List.of(jan, again), clerk);

        assertThat(answers).extracting(DoorNote::answer).containsOnly(DoorAnswer.LET_IN);
        assertThat(answers.get(1).walkInId()).isEqualTo(answers.get(0).walkInId());
        assertThat(twice).isEqualTo(answers);
        assertThat(people.search(event, "gość", null, 5)).hasSize(1);
    }

    private void watched(Event event, Session session, Attendee person) {
        attendances.note(
                event.key(),
                session.key(),
                person.key(),
                null,
                Mode.ONLINE,
                Attendance.How.STREAM,
                clock.instant(),
                clock.instant(),
                null,
                "");
    }

    private DoorNote enter(Event event, Arrival.Who who, String door) {
        return note(letting.enter(
                event.slug(), new Arrival(UUID.randomUUID().toString(), who, null, door, null, false), clerk));
    }

    private DoorNote at(Event event, Session session, Arrival.Who who, boolean despite) {
        return note(letting.enter(
                event.slug(),
                new Arrival(
                        UUID.randomUUID().toString(), who, session == null ? null : session.key(), "", null, despite),
                clerk));
    }

    private static Arrival arrival(Arrival.Who who) {
        return new Arrival(UUID.randomUUID().toString(), who, null, "A", null, false);
    }

    private static ReceivingEntries.Sent sent(Arrival.Who who, Instant at) {
        return new ReceivingEntries.Sent(UUID.randomUUID().toString(), who, "", null, "A", at, false, true);
    }

    private static Arrival.Ticket ticket(Attendee person) {
        return new Arrival.Ticket(TicketCode.grouped(person.ticket()), false);
    }

    private static DoorNote note(Entering entering) {
        assertThat(entering).isInstanceOf(Entering.Answered.class);
        return ((Entering.Answered) entering).note();
    }
}
