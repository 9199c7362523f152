package pl.kujawskopomorskie.ngo.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.events.WritingToParticipants.Draft;
import pl.kujawskopomorskie.ngo.events.WritingToParticipants.Writing;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.testing.AtOnce;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** A clerk writes to the people of an event: to those who are meant, each once; the day before, the portal reminds them by itself. */
@PortalTest
class WritingToParticipantsTest {

    private final EventRows rows;
    private final RegisteringForEvent registering;
    private final EndingRegistration ending;
    private final RunningEvent running;
    private final Registrations registrations;
    private final RegistrationTokens tokens;
    private final Attendees attendees;
    private final Attendances attendances;
    private final WalkIns walkIns;
    private final WritingToParticipants writing;
    private final ParticipantMails mails;
    private final RemindingParticipants reminding;
    private final Jobs jobs;
    private final Mailbox mailbox;
    private final TestClock clock;
    private final People people;
    private final Actor clerk;

    WritingToParticipantsTest(
            EventRows rows,
            RegisteringForEvent registering,
            EndingRegistration ending,
            RunningEvent running,
            Registrations registrations,
            RegistrationTokens tokens,
            Attendees attendees,
            Attendances attendances,
            WalkIns walkIns,
            WritingToParticipants writing,
            ParticipantMails mails,
            RemindingParticipants reminding,
            Jobs jobs,
            Mailbox mailbox,
            TestClock clock,
            People people) {
        this.rows = rows;
        this.registering = registering;
        this.ending = ending;
        this.running = running;
        this.registrations = registrations;
        this.tokens = tokens;
        this.attendees = attendees;
        this.attendances = attendances;
        this.walkIns = walkIns;
        this.writing = writing;
        this.mails = mails;
        this.reminding = reminding;
        this.jobs = jobs;
        this.mailbox = mailbox;
        this.clock = clock;
        this.people = people;
        this.clerk = people.person(Role.CLERK);
    }

    @Test
    void a_mail_goes_to_those_of_the_session_and_mode_and_to_nobody_else() {
        var event = rows.open();
        var full = rows.session(event, "A", 0, 1, 10);
        var other = rows.session(event, "B", 3, 10, 0);
        var booked = registered(event, Mode.ON_SITE, false, full);
        var waiting = registered(event, Mode.ON_SITE, true, full);
        var online = registered(event, Mode.ONLINE, false, full);
        var elsewhere = registered(event, Mode.ON_SITE, false, other);

        assertThat(letters(event, draft(MailAudience.REGISTERED, null, null))).isEqualTo(4);
        assertThat(letters(event, draft(MailAudience.REGISTERED, full, null))).isEqualTo(3);
        assertThat(letters(event, draft(MailAudience.BOOKED, full, null))).isEqualTo(2);
        assertThat(letters(event, draft(MailAudience.BOOKED, null, Mode.ON_SITE)))
                .isEqualTo(2);
        assertThat(letters(event, draft(MailAudience.WAITING, null, null))).isEqualTo(1);

        send(event, draft(MailAudience.BOOKED, full, Mode.ON_SITE), 1);

        assertThat(written(booked.email()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.body())
                        .contains("Spotykamy się w sali 5.")
                        .contains("/wydarzenia/zgloszenie/" + tokens.of(booked.key())));
        for (var nobody : List.of(waiting, online, elsewhere)) {
            assertThat(written(nobody.email())).isEmpty();
        }
    }

    @Test
    void who_took_their_registration_back_or_did_not_confirm_it_gets_no_mail() {
        var event = rows.open();
        var session = rows.session(event, "A", 0, 10, 0);
        var comes = registered(event, Mode.ON_SITE, false, session);
        var gone = registered(event, Mode.ON_SITE, false, session);
        ending.takeBack(tokens.of(gone.key()));
        registering.register(
                event.slug(),
                EventRows.entry("niepotwierdzona@example.pl", session),
                null,
                null,
                Language.POLISH,
                "192.0.2.9");

        assertThat(letters(event, draft(MailAudience.REGISTERED, null, null))).isEqualTo(1);
        send(event, draft(MailAudience.REGISTERED, null, null), 1);
        assertThat(written(comes.email())).hasSize(1);
    }

    @Test
    void after_the_event_the_clerk_writes_to_those_who_came_walk_ins_too_or_to_those_who_did_not() {
        var event = rows.open();
        var session = rows.session(event, "A", 0, 10, 0);
        var came = registered(event, Mode.ON_SITE, false, session);
        var absent = registered(event, Mode.ON_SITE, false, session);
        var walkIn = walkIns.save(new WalkIn(
                null,
                event.key(),
                UUID.randomUUID().toString(),
                "Jan z ulicy",
                "",
                "z-ulicy-" + event.key() + "@example.pl",
                session.startsAt(),
                null));
        was(event, attendees.of(came.key()).getFirst().key(), null, session.startsAt());
        was(event, null, walkIn.key(), session.startsAt());
        var early = writing.preview(event.slug(), draft(MailAudience.ABSENT, null, null), clerk);
        assertThat(early)
                .isInstanceOfSatisfying(
                        Writing.Invalid.class,
                        invalid -> assertThat(invalid.errors().at("audience")).isNotNull());

        clock.set(session.endsAt().plus(Duration.ofHours(1)));
        assertThat(letters(event, draft(MailAudience.ABSENT, null, null))).isEqualTo(1);
        send(event, draft(MailAudience.CAME, null, null), 2);

        assertThat(written(came.email())).hasSize(1);
        assertThat(written(walkIn.email()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.body()).contains("sali 5").doesNotContain("zgloszenie"));
        assertThat(written(absent.email())).isEmpty();
    }

    @Test
    void after_the_event_was_cancelled_the_clerk_can_write_to_all_who_had_registered() {
        var event = rows.open();
        var session = rows.session(event, "A", 0, 10, 0);
        var person = registered(event, Mode.ON_SITE, false, session);
        running.cancel(event.slug(), "Powódź.", clerk);
        jobs.runDue();
        assertThat(mailbox.last(person.email()).body()).contains("Powódź.");

        assertThat(writing.preview(event.slug(), draft(MailAudience.BOOKED, null, null), clerk))
                .isInstanceOf(Writing.Invalid.class);
        send(event, draft(MailAudience.REGISTERED, null, null), 1);
        assertThat(written(person.email())).hasSize(1);
    }

    @Test
    void a_form_sent_many_times_at_once_is_one_mail_to_each() throws Exception {
        var event = rows.open();
        var session = rows.session(event, "A", 0, 10, 0);
        var person = registered(event, Mode.ON_SITE, false, session);
        var draft = draft(MailAudience.REGISTERED, null, null);

        assertThat(AtOnce.run(IntStream.range(0, 6)
                        .<Callable<Writing>>mapToObj(i -> () -> writing.send(event.slug(), draft, 1, clerk))
                        .toList()))
                .allMatch(Writing.Sent.class::isInstance);
        jobs.runDue();

        assertThat(mails.of(event.key(), 10)).hasSize(1);
        assertThat(mailbox.to(person.email()).stream()
                        .filter(mail -> mail.subject().equals("Zmiana sali")))
                .hasSize(1);
    }

    @Test
    void nothing_is_sent_to_another_number_of_people_than_the_clerk_read() {
        var event = rows.open();
        var session = rows.session(event, "A", 0, 10, 0);
        registered(event, Mode.ON_SITE, false, session);
        registered(event, Mode.ON_SITE, false, session);

        assertThat(writing.send(event.slug(), draft(MailAudience.REGISTERED, null, null), 1, clerk))
                .isInstanceOfSatisfying(
                        Writing.Previewed.class,
                        again -> assertThat(again.letters()).isEqualTo(2));
        assertThat(mails.of(event.key(), 10)).isEmpty();
    }

    @Test
    void letters_to_very_many_are_written_in_several_rounds_each_once() {
        var event = rows.open();
        for (var person = 0; person < 205; person++) {
            var email = "osoba" + person + "@example.pl";
            registrations.save(new Registration(
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
                    TestClock.START,
                    null,
                    TestClock.START,
                    null,
                    null,
                    0,
                    0));
        }

        var mail = send(event, draft(MailAudience.REGISTERED, null, null), 205);

        assertThat(mails.countRecipients(mail.key())).isEqualTo(205);
        assertThat(mails.findById(mail.key()).orElseThrow().writtenAt()).isNotNull();
    }

    @Test
    void only_clerks_write_and_only_about_what_is_announced() {
        var event = rows.open();
        var draft = draft(MailAudience.REGISTERED, null, null);

        assertThat(writing.send(event.slug(), draft, 0, people.person(Role.AUDITOR)))
                .isInstanceOf(Writing.Forbidden.class);
        assertThat(writing.send(rows.draft().slug(), draft, 0, people.person())).isInstanceOf(Writing.NotFound.class);
        assertThat(writing.preview(rows.draft().slug(), draft, clerk)).isInstanceOf(Writing.WrongMoment.class);
    }

    @Test
    void the_day_before_who_has_a_place_is_reminded_once_and_nobody_else() {
        var event = rows.open();
        var session = rows.session(event, "A", 0, 1, 0);
        var booked = registered(event, Mode.ON_SITE, false, session);
        var waiting = registered(event, Mode.ON_SITE, true, session);

        clock.set(session.startsAt().minus(Duration.ofDays(2)));
        reminding.run();
        assertThat(mailbox.to(booked.email())).noneMatch(WritingToParticipantsTest::reminds);

        clock.set(session.startsAt().minus(Duration.ofDays(1)));
        reminding.run();
        reminding.run();

        assertThat(mailbox.to(booked.email()).stream().filter(WritingToParticipantsTest::reminds))
                .singleElement()
                .satisfies(mail -> assertThat(mail.body())
                        .contains("Toruń, plac Teatralny 2")
                        .contains(tokens.of(booked.key())));
        assertThat(mailbox.to(waiting.email())).noneMatch(WritingToParticipantsTest::reminds);
    }

    @Test
    void nobody_is_reminded_of_what_is_cancelled_or_was_taken_back() {
        var cancelled = rows.open();
        var first = registered(cancelled, Mode.ON_SITE, false, rows.session(cancelled, "A", 0, 10, 0));
        running.cancel(cancelled.slug(), "Powódź.", clerk);
        var event = rows.open();
        var session = rows.session(event, "A", 0, 10, 0);
        var second = registered(event, Mode.ON_SITE, false, session);
        ending.takeBack(tokens.of(second.key()));

        clock.set(session.startsAt().minus(Duration.ofDays(1)));
        reminding.run();

        assertThat(mailbox.to(first.email())).noneMatch(WritingToParticipantsTest::reminds);
        assertThat(mailbox.to(second.email())).noneMatch(WritingToParticipantsTest::reminds);
    }

    private List<Mailbox.Mail> written(String address) {
        return mailbox.to(address).stream()
                .filter(mail -> mail.subject().equals("Zmiana sali"))
                .toList();
    }

    private static boolean reminds(Mailbox.Mail mail) {
        return mail.subject().startsWith("Już jutro");
    }

    private static Draft draft(MailAudience audience, @Nullable Session session, @Nullable Mode mode) {
        return new Draft(
                UUID.randomUUID().toString(),
                audience,
                session == null ? null : session.key(),
                mode,
                "Zmiana sali",
                "Spotykamy się w sali 5.");
    }

    private int letters(Event event, Draft draft) {
        return ((Writing.Previewed) writing.preview(event.slug(), draft, clerk)).letters();
    }

    private ParticipantMail send(Event event, Draft draft, int expected) {
        var sent = (Writing.Sent) writing.send(event.slug(), draft, expected, clerk);
        jobs.runDue();
        return sent.mail();
    }

    private Registration registered(Event event, Mode mode, boolean wait, Session... chosen) {
        return rows.registered(event, mode, wait, List.of("Anna Nowak"), chosen);
    }

    private void was(Event event, @Nullable Long attendee, @Nullable Long walkIn, Instant at) {
        attendances.note(
                event.key(),
                null,
                attendee,
                walkIn,
                Mode.ON_SITE,
                walkIn == null ? Attendance.How.SCANNED : Attendance.How.WALK_IN,
                at,
                at,
                null,
                "");
    }
}
