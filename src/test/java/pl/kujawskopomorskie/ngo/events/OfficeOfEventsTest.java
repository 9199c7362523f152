package pl.kujawskopomorskie.ngo.events;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.events.EventRows.answering;
import static pl.kujawskopomorskie.ngo.events.EventRows.entry;
import static pl.kujawskopomorskie.ngo.events.EventRows.needing;
import static pl.kujawskopomorskie.ngo.events.EventRows.patient;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.directory.OrganisationRows;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.testing.AtOnce;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** The office prepares, runs and ends events, whatever people do meanwhile. */
@PortalTest
class OfficeOfEventsTest {

    private final PreparingEvent preparing;
    private final RunningEvent running;
    private final CopyingEvent copying;
    private final ArrangingProgramme arranging;
    private final KeepingQuestions keeping;
    private final MovingInQueue moving;
    private final QueueRows queue;
    private final RegisteringForEvent registering;
    private final EndingRegistration ending;
    private final EventRows rows;
    private final Events events;
    private final Sessions sessions;
    private final Speakers speakers;
    private final Questions questions;
    private final Registrations registrations;
    private final Bookings bookings;
    private final ConsultationRows sql;
    private final TestClock clock;
    private final Jobs jobs;
    private final Mailbox mailbox;
    private final People people;
    private final Actor clerk;

    OfficeOfEventsTest(
            PreparingEvent preparing,
            RunningEvent running,
            CopyingEvent copying,
            ArrangingProgramme arranging,
            KeepingQuestions keeping,
            MovingInQueue moving,
            QueueRows queue,
            RegisteringForEvent registering,
            EndingRegistration ending,
            EventRows rows,
            Events events,
            Sessions sessions,
            Speakers speakers,
            Questions questions,
            Registrations registrations,
            Bookings bookings,
            ConsultationRows sql,
            TestClock clock,
            Jobs jobs,
            Mailbox mailbox,
            People people) {
        this.preparing = preparing;
        this.running = running;
        this.copying = copying;
        this.arranging = arranging;
        this.keeping = keeping;
        this.moving = moving;
        this.queue = queue;
        this.registering = registering;
        this.ending = ending;
        this.rows = rows;
        this.events = events;
        this.sessions = sessions;
        this.speakers = speakers;
        this.questions = questions;
        this.registrations = registrations;
        this.bookings = bookings;
        this.sql = sql;
        this.clock = clock;
        this.jobs = jobs;
        this.mailbox = mailbox;
        this.people = people;
        this.clerk = people.person(Role.CLERK);
    }

    @Test
    void an_event_is_announced_when_nothing_is_missing_and_what_is_missing_is_listed() {
        var event = done(preparing.begin(titled("Forum próbne " + UUID.randomUUID()), clerk));

        assertThat(running.missing(event).all())
                .extracting(FormErrors.FormError::key)
                .contains(
                        "events.publish.summary.missing",
                        "events.publish.organiser.missing",
                        "events.publish.contactName.missing",
                        "events.publish.programme.missing");
        assertThat(running.publish(event.slug(), clerk)).isInstanceOf(EventChange.Invalid.class);

        var draft = rows.draft();
        assertThat(running.publish(draft.slug(), clerk)).isInstanceOf(EventChange.Invalid.class);
        rows.session(draft, "Panel", 0, 10, 0);
        assertThat(done(running.publish(draft.slug(), clerk)).publishedAt()).isEqualTo(TestClock.START);
        assertThat(running.publish(draft.slug(), clerk)).isInstanceOf(EventChange.WrongMoment.class);
    }

    @Test
    void only_clerks_change_anything_and_others_do_not_even_learn_of_a_draft() {
        var draft = rows.draft();
        var panel = rows.session(draft, "Panel", 0, 10, 0);
        var auditor = people.person(Role.AUDITOR);
        var resident = people.person();

        assertThat(running.publish(draft.slug(), auditor)).isInstanceOf(EventChange.Forbidden.class);
        assertThat(running.publish(draft.slug(), resident)).isInstanceOf(EventChange.NotFound.class);
        assertThat(preparing.begin(titled("Cudze"), auditor)).isInstanceOf(EventChange.Forbidden.class);
        assertThat(arranging.change(draft.slug(), panel.key(), 0, stated(panel), "", auditor))
                .isInstanceOf(EventChange.Forbidden.class);
        assertThat(copying.copy(draft.slug(), "Kopia", LocalDate.of(2027, 1, 1), auditor))
                .isInstanceOf(EventChange.Forbidden.class);
        assertThat(keeping.add(draft.slug(), asking("Skąd?"), auditor)).isInstanceOf(EventChange.Forbidden.class);
        assertThat(preparing.discard(draft.slug(), auditor)).isInstanceOf(EventChange.Forbidden.class);
    }

    @Test
    void the_name_of_an_event_never_takes_an_address_of_the_portals_own() {
        assertThat(done(preparing.begin(titled("Nowe"), clerk)).slug()).startsWith("nowe-");
    }

    @Test
    void two_clerks_never_overwrite_each_other_unseen() {
        var event = rows.draft();
        var panel = rows.session(event, "Panel", 0, 10, 0);

        assertThat(preparing.change(event.slug(), 0, titled("Pierwsza"), clerk)).isInstanceOf(EventChange.Done.class);
        assertThat(preparing.change(event.slug(), 0, titled("Druga"), clerk)).isInstanceOf(EventChange.Stale.class);
        assertThat(change(event, panel, placed(panel, 12))).isInstanceOf(EventChange.Done.class);
        assertThat(change(event, panel, placed(panel, 13))).isInstanceOf(EventChange.Stale.class);
        assertThat(events.findBySlug(event.slug()).orElseThrow().title()).isEqualTo("Pierwsza");
        assertThat(fresh(panel).placesOnSite()).isEqualTo(12);
    }

    @Test
    void speakers_stand_in_the_order_in_which_they_were_typed() {
        var event = rows.draft();
        done(arranging.add(
                event.slug(),
                new SessionEntry(
                        SessionKind.PANEL,
                        "Panel",
                        "",
                        later(1),
                        later(2),
                        "",
                        10,
                        0,
                        "",
                        List.of(
                                new SessionEntry.Named("Zofia Ostatnia", "prezeska"),
                                new SessionEntry.Named("Adam Pierwszy", "")),
                        FormErrors.none()),
                clerk));

        assertThat(speakers.of(event.key()))
                .extracting(Speaker::name)
                .containsExactly("Zofia Ostatnia", "Adam Pierwszy");
    }

    @Test
    void places_are_never_set_below_those_taken_and_the_clerk_is_told_how_many_are() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 3, 0);
        register(event, panel);
        register(event, panel);

        assertThat(change(event, panel, placed(panel, 1)))
                .isInstanceOfSatisfying(EventChange.Invalid.class, invalid -> {
                    assertThat(invalid.errors().at("placesOnSite").key()).isEqualTo("events.session.places.taken");
                    assertThat(invalid.errors().at("placesOnSite").arguments()).containsExactly(2);
                });
        assertThat(change(event, panel, placed(panel, 2))).isInstanceOf(EventChange.Done.class);
    }

    @Test
    void more_places_are_offered_at_once_to_those_who_wait_longest() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 0);
        register(event, panel);
        var first = wait(event, panel);
        var second = wait(event, panel);
        var third = wait(event, panel);

        assertThat(change(event, panel, placed(panel, 3))).isInstanceOf(EventChange.Done.class);

        assertThat(states(first)).containsExactly(Booking.State.OFFERED);
        assertThat(states(second)).containsExactly(Booking.State.OFFERED);
        assertThat(states(third)).containsExactly(Booking.State.WAITING);
        assertThat(queue.changes(event.key(), 10, 0))
                .hasSize(2)
                .allMatch(change -> change.reason().equals(BookingChange.Reason.MORE_PLACES.name()));
        var offered = bookings.of(first.key()).getFirst();
        assertThat(change(event, fresh(panel), placed(panel, 0)))
                .as("those who wait keep what they wait for, offers count as taken")
                .isInstanceOf(EventChange.Invalid.class);
        assertThat(offered.offeredUntil()).isEqualTo(TestClock.START.plus(Duration.ofHours(48)));
    }

    @Test
    void who_registered_gets_a_new_invitation_when_a_session_moves_and_none_when_only_words_change() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        var other = rows.session(event, "Inny", 5, 9, 0);
        var in = register(event, panel);
        var elsewhere = register(event, other);
        jobs.runDue();

        done(change(event, panel, stated(panel)));
        jobs.runDue();
        assertThat(mailbox.to(in.email())).hasSize(1);

        done(change(event, fresh(panel), moved(panel, panel.startsAt().plus(Duration.ofHours(1)))));
        jobs.runDue();
        assertThat(mailbox.to(in.email())).hasSize(2);
        assertThat(mailbox.last(in.email()).body()).contains("4 grudnia 2026, godz. 11:00");
        assertThat(mailbox.to(elsewhere.email())).hasSize(1);
        assertThat(events.findById(event.key()).orElseThrow().calendarSequence())
                .isEqualTo(1);
        assertThat(sql.value("SELECT MAX(calendar) FROM mail_message WHERE recipient = ?", in.email()))
                .contains("METHOD:REQUEST");
    }

    @Test
    void the_whole_event_elsewhere_is_told_to_everybody() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        var in = register(event, panel);
        jobs.runDue();

        done(preparing.change(event.slug(), event.revision(), venue(event, "Bydgoszcz, Rynek 1"), clerk));
        jobs.runDue();

        assertThat(mailbox.to(in.email())).hasSize(2);
        assertThat(events.findById(event.key()).orElseThrow().calendarSequence())
                .isEqualTo(1);
    }

    @Test
    void a_session_moved_onto_another_of_the_same_people_asks_back_and_asks_them_to_choose() {
        var event = rows.open();
        var one = rows.session(event, "Pierwszy", 0, 9, 0);
        var other = rows.session(event, "Drugi", 2, 9, 0);
        var both = register(event, one, other);
        var single = register(event, one);
        jobs.runDue();

        var asked = asked(change(event, other, moved(other, one.startsAt())));
        assertThat(asked.asked().all().getFirst().arguments()).containsExactly(1, "„Pierwszy”");
        assertThat(fresh(other).startsAt()).isEqualTo(other.startsAt());

        done(arranging.change(event.slug(), other.key(), 0, moved(other, one.startsAt()), asked.agreement(), clerk));
        jobs.runDue();

        assertThat(mailbox.to(both.email()))
                .extracting(Mailbox.Mail::subject)
                .anyMatch(subject -> subject.startsWith("Wybierz"));
        assertThat(mailbox.to(single.email())).hasSize(1);
    }

    @Test
    void a_session_that_somebody_registered_for_is_not_deleted_and_an_empty_one_is() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        var empty = rows.session(event, "Pusty", 3, 9, 0);
        var gone = register(event, panel);
        assertThat(ending.takeOut(event.slug(), gone.key(), clerk)).isTrue();

        assertThat(arranging.delete(event.slug(), panel.key(), clerk))
                .isEqualTo(new EventChange.WrongMoment("events.session.delete.booked"));
        assertThat(arranging.delete(event.slug(), empty.key(), clerk)).isInstanceOf(EventChange.Done.class);
        assertThat(sessions.of(event.key())).extracting(Session::key).containsExactly(panel.key());

        var lonely = rows.open();
        var only = rows.session(lonely, "Jedyny", 0, 9, 0);
        assertThat(arranging.delete(lonely.slug(), only.key(), clerk))
                .isEqualTo(new EventChange.WrongMoment("events.session.delete.last"));
    }

    @Test
    void cancelling_ends_every_registration_and_takes_the_date_out_of_calendars() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 0);
        var in = register(event, panel);
        var waits = wait(event, panel);
        jobs.runDue();

        assertThat(running.cancel(event.slug(), "", clerk)).isInstanceOf(EventChange.Invalid.class);
        done(running.cancel(event.slug(), "Choroba prowadzących.", clerk));
        jobs.runDue();

        for (var registration : List.of(in, waits)) {
            var now = registrations.findById(registration.key()).orElseThrow();
            assertThat(now.endedWhy()).isEqualTo(Registration.End.EVENT_CANCELLED);
            assertThat(states(now)).isEmpty();
            assertThat(mailbox.to(now.email())).hasSize(2);
            assertThat(mailbox.last(now.email()).body()).contains("odwołane");
        }
        assertThat(sql.value(
                        "SELECT calendar FROM mail_message WHERE recipient = ? ORDER BY id DESC LIMIT 1", in.email()))
                .contains("METHOD:CANCEL");
        assertThat(running.cancel(event.slug(), "Znowu.", clerk)).isInstanceOf(EventChange.WrongMoment.class);
        assertThat(arranging.add(event.slug(), stated(panel), clerk)).isInstanceOf(EventChange.WrongMoment.class);
    }

    @Test
    void what_is_over_is_not_cancelled_and_what_was_announced_is_not_deleted() {
        var event = rows.open();
        rows.session(event, "Panel", 0, 9, 0);
        assertThat(preparing.discard(event.slug(), clerk)).isInstanceOf(EventChange.WrongMoment.class);
        clock.advance(Duration.ofDays(30));
        assertThat(running.cancel(event.slug(), "Za późno.", clerk)).isInstanceOf(EventChange.WrongMoment.class);

        var draft = rows.draft();
        rows.session(draft, "Panel", 0, 9, 0);
        rows.question(draft, 1, Question.Kind.TEXT, "", false);
        assertThat(preparing.discard(draft.slug(), clerk)).isInstanceOf(EventChange.Done.class);
        assertThat(events.findBySlug(draft.slug())).isEmpty();
    }

    @Test
    void a_copy_has_the_whole_programme_moved_to_its_first_day_by_the_clock_on_the_wall() {
        var last = rows.open();
        var morning = rows.session(last, "Rano", 0, 50, 20);
        rows.session(last, "Nazajutrz", 24, 50, 0);
        rows.question(last, 1, Question.Kind.CHOICE, "tak\nnie", true);
        speakers.add(morning.key(), 1, "Anna Nowak", "prezeska");

        // Last time it was winter, this time it is summer.
        var copy = done(copying.copy(last.slug(), "Forum następne", LocalDate.of(2027, 6, 10), clerk));

        assertThat(copy.publishedAt()).isNull();
        assertThat(copy.edition()).isEqualTo(24);
        assertThat(copy.title()).isEqualTo("Forum następne");
        var programme = sessions.of(copy.key());
        assertThat(programme)
                .extracting(session -> OfficeTime.wallClock(session.startsAt()).toString())
                .containsExactly("2027-06-10T10:00", "2027-06-11T10:00");
        assertThat(programme.getFirst().placesOnline()).isEqualTo(20);
        assertThat(programme.getFirst().streamUrl()).isEmpty();
        assertThat(speakers.ofSession(programme.getFirst().key()))
                .extracting(Speaker::role)
                .containsExactly("prezeska");
        assertThat(questions.of(copy.key())).extracting(Question::choices).containsExactly("tak\nnie");
        var moved = Duration.between(morning.startsAt(), programme.getFirst().startsAt());
        assertThat(copy.registrationClosesAt())
                .isEqualTo(last.registrationClosesAt().plus(moved));
        assertThat(copying.copy(last.slug(), "", null, clerk)).isInstanceOf(EventChange.Invalid.class);
    }

    @Test
    void a_training_is_repeated_as_one_series_of_drafts() {
        var first = rows.open();
        rows.session(first, "Szkolenie", 0, 20, 0);

        done(copying.repeat(
                first.slug(),
                List.of(LocalDate.of(2027, 3, 2), LocalDate.of(2027, 2, 2), LocalDate.of(2027, 2, 2)),
                clerk));

        assertThat(sql.value("SELECT COUNT(*) FROM event WHERE series_of = ? AND published_at IS NULL", first.key()))
                .isEqualTo("2");
        assertThat(copying.repeat(first.slug(), List.of(), clerk)).isInstanceOf(EventChange.Invalid.class);
    }

    @Test
    void a_question_with_answers_stays_answerable() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        done(keeping.add(
                event.slug(), new QuestionEntry(Question.Kind.CHOICE, "Którędy?", "lewo\nprawo", false), clerk));
        done(keeping.add(event.slug(), asking("Skąd?"), clerk));
        var asked = questions.of(event.key());
        done(keeping.raise(event.slug(), asked.get(1).key(), clerk));
        assertThat(questions.of(event.key())).extracting(Question::label).containsExactly("Skąd?", "Którędy?");

        var way = questions.of(event.key()).get(1);
        var person = people.person();
        registering.register(
                event.slug(),
                answering(entry(person.email(), panel), Map.of(way.key(), "lewo")),
                person,
                null,
                Language.POLISH,
                "192.0.2.9");

        assertThat(keeping.delete(event.slug(), way.key(), clerk)).isInstanceOf(EventChange.WrongMoment.class);
        assertThat(keeping.change(event.slug(), way.key(), way.fingerprint(), asking("Którędy?"), "", clerk))
                .isInstanceOf(EventChange.Invalid.class);
        assertThat(keeping.change(
                        event.slug(),
                        way.key(),
                        way.fingerprint(),
                        new QuestionEntry(Question.Kind.CHOICE, "Którędy?", "prosto\nprawo", false),
                        "",
                        clerk))
                .isInstanceOf(EventChange.Invalid.class);
        var more = new QuestionEntry(Question.Kind.CHOICE, "Którędy?", "lewo\nprawo\nprosto", true);
        assertThat(keeping.change(event.slug(), way.key(), way.fingerprint(), more, "", clerk))
                .isInstanceOf(EventChange.Done.class);
        assertThat(keeping.change(event.slug(), way.key(), way.fingerprint(), more, "", clerk))
                .isInstanceOf(EventChange.Stale.class);
        assertThat(keeping.delete(event.slug(), asked.get(1).key(), clerk)).isInstanceOf(EventChange.Done.class);
    }

    @Test
    void somebody_is_moved_up_and_down_the_queue_with_a_reason_that_stays() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 0);
        register(event, panel);
        var waiting = Stream.generate(() -> wait(event, panel)).limit(5).toList();

        assertThat(moving.move(event.slug(), place(waiting.get(3)), 2, "", clerk))
                .isInstanceOf(MovingInQueue.Moving.Invalid.class);
        assertThat(moving.move(event.slug(), place(waiting.get(3)), 6, "Dojeżdża.", clerk))
                .isInstanceOf(MovingInQueue.Moving.Invalid.class);
        assertThat(moving.move(event.slug(), place(waiting.get(3)), 2, "Dojeżdża.", people.person(Role.AUDITOR)))
                .isInstanceOf(MovingInQueue.Moving.Forbidden.class);

        assertThat(moving.move(event.slug(), place(waiting.get(3)), 2, "Dojeżdża.", clerk))
                .isInstanceOf(MovingInQueue.Moving.Done.class);
        assertThat(order(panel)).containsExactly(emails(waiting, 0, 3, 1, 2, 4));
        assertThat(moving.move(event.slug(), place(waiting.get(0)), 5, "Sama prosiła.", clerk))
                .isInstanceOf(MovingInQueue.Moving.Done.class);
        assertThat(order(panel)).containsExactly(emails(waiting, 3, 1, 2, 4, 0));

        assertThat(queue.changes(event.key(), 10, 0))
                .extracting(QueueRows.Change::reason)
                .containsExactly("Sama prosiła.", "Dojeżdża.");
        assertThat(sql.value(
                        "SELECT detail FROM audit_log WHERE action = 'QUEUE_MOVED' AND subject_ref = ? ORDER BY id LIMIT 1",
                        event.slug()))
                .contains("4 > 2: Dojeżdża.");

        done(change(event, panel, placed(panel, 2)));
        assertThat(states(waiting.get(3))).containsExactly(Booking.State.OFFERED);
        assertThat(moving.move(event.slug(), place(waiting.get(3)), 1, "Za późno.", clerk))
                .isInstanceOf(MovingInQueue.Moving.Gone.class);
    }

    @Test
    @Timeout(300)
    void places_lowered_while_people_register_are_never_below_those_taken() throws Exception {
        for (int round = 0; round < 3; round++) {
            var event = rows.open();
            var panel = rows.session(event, "Panel", 0, 40, 0);
            var persons = Stream.generate(people::person).limit(40).toList();
            List<Callable<Object>> actions = new ArrayList<>();
            persons.forEach(person -> actions.add(() -> registering.register(
                    event.slug(), patient(person.email(), panel), person, null, Language.POLISH, "192.0.2.9")));
            for (int places = 10; places < 40; places += 5) {
                var fewer = places;
                actions.add(() -> change(event, fresh(panel), placed(panel, fewer)));
            }

            AtOnce.run(actions);

            var taken = bookings.counted(List.of(panel.key()), TestClock.START).stream()
                    .filter(counted -> counted.state() != Booking.State.WAITING)
                    .mapToInt(Bookings.Counted::people)
                    .sum();
            assertThat(taken).isLessThanOrEqualTo(fresh(panel).placesOnSite());
        }
    }

    @Test
    @Timeout(300)
    void nobody_is_left_registered_for_an_event_cancelled_while_they_were_registering() throws Exception {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 10, 0);
        var persons = Stream.generate(people::person).limit(30).toList();
        List<Callable<Object>> actions = new ArrayList<>();
        persons.forEach(person -> actions.add(() -> registering.register(
                event.slug(), patient(person.email(), panel), person, null, Language.POLISH, "192.0.2.9")));
        actions.add(15, () -> running.cancel(event.slug(), "Awaria.", clerk));

        AtOnce.run(actions);

        assertThat(sql.value("SELECT COUNT(*) FROM registration WHERE event_id = ? AND ended_at IS NULL", event.key()))
                .isEqualTo("0");
        assertThat(sql.value("SELECT COUNT(*) FROM booking WHERE session_id = ? AND state <> 'ENDED'", panel.key()))
                .isEqualTo("0");
    }

    @Test
    @Timeout(300)
    void the_queue_stays_whole_when_clerks_move_people_while_others_come_and_go() throws Exception {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 0);
        register(event, panel);
        var waiting = Stream.generate(() -> wait(event, panel)).limit(12).toList();
        var places = waiting.stream().map(this::place).toList();
        var newcomers = Stream.generate(people::person).limit(8).toList();
        List<Callable<Object>> actions = new ArrayList<>();
        for (int at = 0; at < 12; at++) {
            var booking = places.get(at);
            var rank = 12 - at;
            actions.add(() -> moving.move(event.slug(), booking, rank, "Próba.", clerk));
        }
        newcomers.forEach(person -> actions.add(() -> registering.register(
                event.slug(), patient(person.email(), panel), person, null, Language.POLISH, "192.0.2.9")));
        actions.add(() -> ending.takeOut(event.slug(), waiting.get(5).key(), clerk));

        AtOnce.run(actions);

        assertThat(order(panel)).hasSize(12 + 8 - 1).doesNotHaveDuplicates();
        assertThat(sql.value("SELECT COUNT(*) FROM booking WHERE session_id = ? AND queue_number <= 0", panel.key()))
                .isEqualTo("0");
    }

    @Test
    void needs_are_seen_by_clerks_only_each_look_is_written_down_and_they_go_when_their_days_are_over(
            ViewingNeeds viewing, ForgettingNeeds forgetting) {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        var person = people.person();
        needy(event, panel, person);

        assertThat(viewing.of(event.slug(), people.person(Role.AUDITOR))).isEmpty();
        var needs = viewing.of(event.slug(), clerk).orElseThrow();
        assertThat(needs.stated()).extracting(ViewingNeeds.Stated::note).containsExactly("bez glutenu");
        assertThat(needs.counted()).containsEntry(Need.DIET, 1);
        assertThat(sql.value(
                        "SELECT CONCAT(actor_id, ' ', detail) FROM audit_log WHERE action = 'NEEDS_VIEWED' AND subject_ref = ?",
                        event.slug()))
                .isEqualTo(clerk.personId() + " 1");

        clock.set(panel.endsAt().plus(Duration.ofDays(14)).minusSeconds(1));
        forgetting.run();
        assertThat(viewing.of(event.slug(), clerk).orElseThrow().stated()).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        forgetting.run();
        assertThat(viewing.of(event.slug(), clerk).orElseThrow().stated()).isEmpty();
        assertThat(sql.value(
                        "SELECT detail FROM audit_log WHERE action = 'NEEDS_FORGOTTEN' AND subject_ref = ?",
                        event.slug()))
                .isEqualTo("1");
    }

    @Test
    void needs_of_who_does_not_come_any_more_go_at_once(ForgettingNeeds forgetting) {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        var registration = needy(event, panel, people.person());
        ending.takeOut(event.slug(), registration.key(), clerk);

        forgetting.run();

        assertThat(sql.value(
                        "SELECT COUNT(*) FROM attendee_need n JOIN attendee a ON a.id = n.attendee_id WHERE a.registration_id = ?",
                        registration.key()))
                .isEqualTo("0");
    }

    @Test
    void who_is_forgotten_gives_their_places_back_and_leaves_no_name(
            RegistrationsOfPerson ofPerson, Forgetting forgetting) {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 0);
        var person = people.person();
        var registration = needy(event, panel, person);
        var next = wait(event, panel);

        assertThat(String.valueOf(ofPerson.exported(person.personId())))
                .contains(event.slug(), person.email(), "bez glutenu", "Panel", "BOOKED");
        forgetting.erase(person.personId());
        jobs.runDue();

        assertThat(states(next)).containsExactly(Booking.State.OFFERED);
        var left = registrations.findById(registration.key()).orElseThrow();
        assertThat(left.email()).isEmpty();
        assertThat(left.endedWhy()).isEqualTo(Registration.End.CANCELLED);
        assertThat(sql.value("SELECT name FROM attendee WHERE registration_id = ?", registration.key()))
                .isEmpty();
        assertThat(mailbox.to(person.email())).isEmpty();
    }

    @Test
    void registrations_follow_an_organisation_that_is_merged_into_another(Merging organisations) {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        var registration = register(event, panel);
        var from = organisations.listed("Klub Pierwszy " + event.slug());
        var to = organisations.listed("Klub Drugi " + event.slug());
        organisations.tie(registration.key(), from);

        organisations.move(from, to);

        assertThat(registrations.findById(registration.key()).orElseThrow().organisationId())
                .isEqualTo(to);
    }

    private Registration needy(Event event, Session panel, Actor person) {
        var entry = needing(entry(person.email(), panel), person.displayName(), Map.of(Need.DIET, "bez glutenu"));
        return registered(registering.register(event.slug(), entry, person, null, Language.POLISH, "192.0.2.9"));
    }

    private Registration register(Event event, Session... chosen) {
        return rows.registered(event, Mode.ON_SITE, false, List.of("Anna Nowak"), chosen);
    }

    private Registration wait(Event event, Session chosen) {
        return rows.registered(event, Mode.ON_SITE, true, List.of("Anna Nowak"), chosen);
    }

    private static Registration registered(Registering result) {
        assertThat(result).isInstanceOf(Registering.Done.class);
        return ((Registering.Done) result).registration();
    }

    private EventChange change(Event event, Session session, SessionEntry entry) {
        return arranging.change(event.slug(), session.key(), session.revision(), entry, "", clerk);
    }

    private Session fresh(Session session) {
        return sessions.of(session.eventId(), session.key()).orElseThrow();
    }

    private long place(Registration registration) {
        return bookings.of(registration.key()).getFirst().key();
    }

    private List<Booking.State> states(Registration registration) {
        return bookings.of(registration.key()).stream().map(Booking::state).toList();
    }

    private List<String> order(Session session) {
        return queue.waiting(session.key(), Mode.ON_SITE, OfficeTime.now(clock), 100, 0).stream()
                .map(QueueRows.Waiting::email)
                .toList();
    }

    private static String[] emails(List<Registration> all, int... order) {
        return IntStream.of(order).mapToObj(at -> all.get(at).email()).toArray(String[]::new);
    }

    private static EventChange.MustConfirm asked(EventChange change) {
        assertThat(change).isInstanceOf(EventChange.MustConfirm.class);
        return (EventChange.MustConfirm) change;
    }

    private static Event done(EventChange change) {
        assertThat(change).isInstanceOf(EventChange.Done.class);
        return ((EventChange.Done) change).event();
    }

    private static Instant later(int hours) {
        return TestClock.START.plus(Duration.ofDays(14)).plus(Duration.ofHours(hours));
    }

    private static QuestionEntry asking(String label) {
        return new QuestionEntry(Question.Kind.TEXT, label, "", false);
    }

    private static SessionEntry stated(Session session) {
        return entryOf(session, session.startsAt(), session.placesOnSite());
    }

    private static SessionEntry placed(Session session, int onSite) {
        return entryOf(session, session.startsAt(), onSite);
    }

    private static SessionEntry moved(Session session, Instant startsAt) {
        return entryOf(session, startsAt, session.placesOnSite());
    }

    private static SessionEntry entryOf(Session session, Instant startsAt, int onSite) {
        return new SessionEntry(
                session.kind(),
                session.title(),
                "Nowy opis.",
                startsAt,
                startsAt.plus(Duration.ofHours(1)),
                session.room(),
                onSite,
                session.placesOnline(),
                session.streamUrl(),
                List.of(),
                FormErrors.none());
    }

    private static EventEntry titled(String title) {
        return new EventEntry(
                EventKind.FORUM,
                null,
                title,
                "",
                "",
                "",
                "",
                false,
                false,
                false,
                "",
                "",
                "",
                null,
                null,
                5,
                60,
                48,
                14,
                false,
                "",
                "",
                null,
                FormErrors.none());
    }

    private static EventEntry venue(Event event, String venue) {
        return new EventEntry(
                event.kind(),
                event.edition(),
                event.title(),
                event.summary(),
                event.description(),
                event.organiser(),
                venue,
                event.onLocalLaw(),
                event.forBothSectors(),
                event.forCompetence(),
                event.contactName(),
                event.contactEmail(),
                event.contactPhone(),
                event.registrationOpensAt(),
                event.registrationClosesAt(),
                event.peoplePerRegistration(),
                event.holdMinutes(),
                event.offerHours(),
                event.needsKeptDays(),
                event.travelRefund(),
                event.privacyClause(),
                event.terms(),
                null,
                FormErrors.none());
    }

    /** Erases in a transaction, as the account's erasing does. */
    @Singleton
    static class Forgetting {

        private final RegistrationsOfPerson data;

        Forgetting(RegistrationsOfPerson data) {
            this.data = data;
        }

        @Transactional
        void erase(long personId) {
            data.erase(personId);
        }
    }

    /** Merges in a transaction, as the directory does. */
    @Singleton
    static class Merging {

        private final LinksOfOrganisations links;
        private final OrganisationRows rows;
        private final ConsultationRows sql;

        Merging(LinksOfOrganisations links, OrganisationRows rows, ConsultationRows sql) {
            this.links = links;
            this.rows = rows;
            this.sql = sql;
        }

        long listed(String name) {
            return rows.listed(name).key();
        }

        void tie(long registrationId, long organisationId) {
            sql.insert("UPDATE registration SET organisation_id = ? WHERE id = ?", organisationId, registrationId);
        }

        @Transactional
        void move(long from, long to) {
            links.move(from, to, 0);
        }
    }
}
