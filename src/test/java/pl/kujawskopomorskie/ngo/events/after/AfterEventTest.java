package pl.kujawskopomorskie.ngo.events.after;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.transaction.TransactionOperations;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.events.AfterRows;
import pl.kujawskopomorskie.ngo.events.ArrangingProgramme;
import pl.kujawskopomorskie.ngo.events.CopyingEvent;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventChange;
import pl.kujawskopomorskie.ngo.events.EventRows;
import pl.kujawskopomorskie.ngo.events.PreparingEvent;
import pl.kujawskopomorskie.ngo.shared.data.Violations;
import pl.kujawskopomorskie.ngo.testing.AtOnce;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** Certificates, surveys, materials and forgetting, with real rows and real threads. */
@PortalTest
class AfterEventTest {

    private final AfterRows rows;
    private final EventRows eventRows;
    private final IssuingCertificates issuing;
    private final CorrectingCertificate correcting;
    private final CheckingCertificate checking;
    private final MailingCertificates mailing;
    private final Certificates certificates;
    private final Participants participants;
    private final LookingAfterEvent looking;
    private final ComposingSurvey composing;
    private final AnsweringSurvey answering;
    private final Surveys surveys;
    private final SurveyQuestions questions;
    private final SurveySheets sheets;
    private final SurveyResults results;
    private final KeepingMaterials keeping;
    private final ReadingMaterials reading;
    private final TransactionOperations<java.sql.Connection> transactions;
    private final ConsultationRows sql;
    private final People people;
    private final Jobs jobs;
    private final Mailbox mailbox;
    private final TestClock clock;
    private final Actor clerk;

    AfterEventTest(
            AfterRows rows,
            EventRows eventRows,
            IssuingCertificates issuing,
            CorrectingCertificate correcting,
            CheckingCertificate checking,
            MailingCertificates mailing,
            Certificates certificates,
            Participants participants,
            LookingAfterEvent looking,
            ComposingSurvey composing,
            AnsweringSurvey answering,
            Surveys surveys,
            SurveyQuestions questions,
            SurveySheets sheets,
            SurveyResults results,
            KeepingMaterials keeping,
            ReadingMaterials reading,
            TransactionOperations<java.sql.Connection> transactions,
            ConsultationRows sql,
            People people,
            Jobs jobs,
            Mailbox mailbox,
            TestClock clock) {
        this.rows = rows;
        this.eventRows = eventRows;
        this.issuing = issuing;
        this.correcting = correcting;
        this.checking = checking;
        this.mailing = mailing;
        this.certificates = certificates;
        this.participants = participants;
        this.looking = looking;
        this.composing = composing;
        this.answering = answering;
        this.surveys = surveys;
        this.questions = questions;
        this.sheets = sheets;
        this.results = results;
        this.keeping = keeping;
        this.reading = reading;
        this.transactions = transactions;
        this.sql = sql;
        this.people = people;
        this.jobs = jobs;
        this.mailbox = mailbox;
        this.clock = clock;
        this.clerk = people.person(Role.CLERK);
    }

    @Test
    @Timeout(120)
    void many_who_ask_for_one_certificate_at_once_get_one_number() throws Exception {
        var held = rows.held("Anna Nowak", "Jan Kowalski");
        clock.set(AfterRows.AFTER);

        var codes = AtOnce.run(IntStream.range(0, 24)
                        .mapToObj(each -> (Callable<Issuing>) () -> each % 3 == 0
                                ? issuing.all(held.event().slug(), 1, clerk)
                                : issuing.ofRegistration(held.token(), 1))
                        .toList())
                .stream()
                .map(issued -> issued(issued).certificates().stream()
                        .map(Issuing.Certified::certificate)
                        .filter(row -> row.name().equals("Anna Nowak"))
                        .findFirst()
                        .orElseThrow()
                        .code())
                .toList();

        assertThat(codes).hasSize(24).containsOnly(codes.getFirst());
        assertThat(certificates.count(held.event().key())).isEqualTo(2);
    }

    @Test
    @Timeout(120)
    void without_the_lock_both_find_none_and_the_database_refuses_the_second() throws Exception {
        var held = rows.held("Anna Nowak");
        clock.set(AfterRows.AFTER);
        var attendee = held.attendees().getFirst().key();
        var bothHaveLooked = new CyclicBarrier(2);
        var careless = (Callable<Boolean>) () -> {
            try {
                return transactions.executeWrite(status -> {
                    assertThat(certificates.ofAttendees(List.of(attendee))).isEmpty();
                    await(bothHaveLooked);
                    certificates.save(certificate(held, attendee));
                    return true;
                });
            } catch (RuntimeException refused) {
                assertThat(refused).matches(Violations::isDuplicate);
                return false;
            }
        };

        assertThat(AtOnce.run(List.of(careless, careless))).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void a_certificate_goes_on_to_say_what_it_said_when_it_was_first_asked_for() {
        var held = rows.held("Anna Nowak");
        clock.set(AfterRows.AFTER);
        var first =
                issued(issuing.ofRegistration(held.token(), 1)).certificates().getFirst();
        assertThat(first.sessions()).extracting(CertificateSession::title).containsExactly("Panel");
        assertThat(first.certificate().minutes()).isEqualTo(60);
        sql.insert(
                "UPDATE event SET title = 'Całkiem inny tytuł' WHERE id = ?",
                held.event().key());
        sql.insert(
                "UPDATE attendee SET name = 'Ktoś Inny' WHERE id = ?",
                held.attendees().getFirst().key());

        var again =
                issued(issuing.ofRegistration(held.token(), 1)).certificates().getFirst();

        assertThat(again).isEqualTo(first);
        assertThat(checking.check(first.certificate().number())).contains(first);
        assertThat(checking.check(
                        new CertificateNumber(1999, first.certificate().code())))
                .isEmpty();
    }

    @Test
    void nobody_gets_one_too_early_or_without_having_been_there_or_of_a_cancelled_event_or_without_a_name() {
        var held = rows.held("Anna Nowak");
        var absent = rows.registered(held.event(), held.session(), false, "Jan Nieobecny");
        var taken = rows.held("Błędna Osoba");

        assertThat(issuing.ofRegistration(held.token(), 1)).isInstanceOf(Issuing.NotYet.class);
        clock.set(AfterRows.AFTER);
        assertThat(issuing.ofRegistration(absent.token(), 1)).isInstanceOf(Issuing.NotThere.class);
        assertThat(issuing.ofRegistration(held.token(), 2)).isInstanceOf(Issuing.NotThere.class);
        assertThat(issuing.ofRegistration("nie-ma", 1)).isInstanceOf(Issuing.NotFound.class);
        assertThat(issuing.ofAttendee(
                        held.event().slug(), held.attendees().getFirst().key(), people.person(Role.AUDITOR)))
                .isInstanceOf(Issuing.Forbidden.class);

        takenBack(taken.event());
        assertThat(issuing.ofRegistration(taken.token(), 1)).isInstanceOf(Issuing.NotThere.class);

        sql.insert(
                "UPDATE attendee SET name = '' WHERE registration_id = ?",
                held.registration().key());
        assertThat(issuing.ofRegistration(held.token(), 1)).isInstanceOf(Issuing.Nameless.class);
        sql.insert(
                "UPDATE event SET cancelled_at = changed_at, cancel_reason = 'Powód' WHERE id = ?",
                held.event().key());
        assertThat(issuing.ofRegistration(held.token(), 1)).isInstanceOf(Issuing.Cancelled.class);
    }

    @Test
    void a_wrong_name_is_mended_with_a_new_number_and_the_old_one_is_found_as_replaced() {
        var held = rows.held("Ana Nowak");
        clock.set(AfterRows.AFTER);
        var slug = held.event().slug();
        var old = issued(issuing.ofRegistration(held.token(), 1))
                .certificates()
                .getFirst()
                .certificate();

        assertThat(correcting.correct(slug, old.key(), "Ana Nowak", "literówka", clerk))
                .isInstanceOf(EventChange.Invalid.class);
        assertThat(correcting.correct(slug, old.key(), "Anna Nowak", "", clerk))
                .isInstanceOf(EventChange.Invalid.class);
        assertThat(correcting.correct(slug, old.key(), "Anna Nowak", "literówka", people.person(Role.AUDITOR)))
                .isInstanceOf(EventChange.Forbidden.class);
        assertThat(correcting.correct(slug, old.key(), "Anna Nowak", "literówka", clerk))
                .isInstanceOf(EventChange.Done.class);
        // The same form sent twice is one correction.
        assertThat(correcting.correct(slug, old.key(), "Anna Nowak", "literówka", clerk))
                .isInstanceOf(EventChange.Done.class);
        assertThat(correcting.correct(slug, old.key(), "Hanna Nowak", "literówka", clerk))
                .isInstanceOf(EventChange.WrongMoment.class);

        var mended =
                issued(issuing.ofRegistration(held.token(), 1)).certificates().getFirst();
        assertThat(mended.certificate().name()).isEqualTo("Anna Nowak");
        assertThat(mended.sessions()).hasSize(1);
        assertThat(state(old)).isEqualTo(Certificate.State.REPLACED);

        assertThat(correcting.revoke(slug, mended.certificate().key(), "nie było jej", clerk))
                .isInstanceOf(EventChange.Done.class);
        assertThat(correcting.revoke(slug, mended.certificate().key(), "nie było jej", clerk))
                .isInstanceOf(EventChange.Done.class);
        assertThat(state(mended.certificate())).isEqualTo(Certificate.State.REVOKED);
        assertThat(issuing.ofRegistration(held.token(), 1)).isInstanceOf(Issuing.Revoked.class);
        assertThat(issuing.all(slug, 1, clerk)).isInstanceOf(Issuing.NotThere.class);

        assertThat(correcting.correct(slug, mended.certificate().key(), "Anna Nowak", "jednak była", clerk))
                .isInstanceOf(EventChange.Done.class);
        assertThat(issuing.ofRegistration(held.token(), 1)).isInstanceOf(Issuing.Issued.class);
    }

    @Test
    void who_watches_a_hybrid_panel_takes_it_from_nobody_who_was_in_the_room() {
        var inTheRoom = rows.held("Anna Nowak");
        var viewer = rows.registered(inTheRoom.event(), inTheRoom.session(), false, "Jan Zdalny");
        rows.watched(inTheRoom.event(), viewer.attendees().getFirst(), inTheRoom.session());
        clock.set(AfterRows.AFTER);

        var certified = issued(issuing.ofRegistration(inTheRoom.token(), 1))
                .certificates()
                .getFirst();

        assertThat(certified.sessions()).extracting(CertificateSession::title).containsExactly("Panel");
        assertThat(certified.certificate().minutes()).isEqualTo(60);
        assertThat(certified.certificate().participation()).isEqualTo(Participation.ON_SITE);
    }

    @Test
    void scans_that_came_late_are_in_the_certificate_that_is_issued_anew(ComparingCertificates comparing) {
        var held = rows.held("Anna Nowak");
        var other = eventRows.session(held.event(), "Panel po południu", 5, 100, 0);
        var event = held.event();
        var attendee = held.attendees().getFirst();
        clock.set(AfterRows.AFTER);
        var early = issued(issuing.ofRegistration(held.token(), 1))
                .certificates()
                .getFirst()
                .certificate();
        assertThat(comparing.differing(event)).isEmpty();
        assertThat(correcting.reissue(event.slug(), early.key(), "nic się nie zmieniło", clerk))
                .isEqualTo(new EventChange.WrongMoment("events.certificate.reissue.same"));

        rows.came(event, attendee, other);

        assertThat(comparing.differing(event))
                .extracting(compared -> compared.certificate().key())
                .containsExactly(early.key());
        assertThat(correcting.reissue(event.slug(), early.key(), "", clerk)).isInstanceOf(EventChange.Invalid.class);
        assertThat(correcting.reissue(event.slug(), early.key(), "późny skan", people.person(Role.AUDITOR)))
                .isInstanceOf(EventChange.Forbidden.class);
        assertThat(correcting.reissue(event.slug(), early.key(), "późny skan", clerk))
                .isInstanceOf(EventChange.Done.class);
        assertThat(correcting.reissue(event.slug(), early.key(), "późny skan", clerk))
                .isInstanceOf(EventChange.Done.class);

        var late =
                issued(issuing.ofRegistration(held.token(), 1)).certificates().getFirst();
        assertThat(late.sessions()).extracting(CertificateSession::title).containsExactly("Panel", "Panel po południu");
        assertThat(late.certificate().minutes()).isEqualTo(120);
        assertThat(late.certificate().name()).isEqualTo("Anna Nowak");
        assertThat(state(early)).isEqualTo(Certificate.State.REPLACED);
        assertThat(comparing.differing(event)).isEmpty();
        assertThat(certificates.count(event.key())).isEqualTo(1);
    }

    @Test
    void a_certificate_of_somebody_whose_attendance_was_taken_back_says_so_and_is_not_issued_anew(
            ComparingCertificates comparing) {
        var held = rows.held("Anna Nowak");
        clock.set(AfterRows.AFTER);
        var certificate = issued(issuing.ofRegistration(held.token(), 1))
                .certificates()
                .getFirst()
                .certificate();
        assertThat(checking.attested(certificate)).isTrue();

        takenBack(held.event());

        assertThat(checking.attested(certificate)).isFalse();
        assertThat(comparing.differing(held.event()))
                .singleElement()
                .satisfies(compared -> assertThat(compared.there()).isFalse());
        assertThat(correcting.reissue(held.event().slug(), certificate.key(), "po co", clerk))
                .isEqualTo(new EventChange.WrongMoment("events.certificate.reissue.gone"));
        assertThat(correcting.revoke(held.event().slug(), certificate.key(), "nie było jej", clerk))
                .isInstanceOf(EventChange.Done.class);
        assertThat(comparing.differing(held.event())).isEmpty();
    }

    @Test
    void the_second_person_of_a_registration_is_written_about_when_the_portal_learns_of_them_later() {
        var held = rows.empty();
        var both = rows.registered(held.event(), held.session(), false, "Anna Pierwsza", "Jan Drugi");
        rows.came(held.event(), both.attendees().getFirst(), null);
        clock.set(AfterRows.AFTER);
        mailing.send(held.event().slug(), clerk);
        jobs.runDue();

        rows.came(held.event(), both.attendees().getLast(), null);
        assertThat(mailing.preview(held.event())).isEqualTo(new MailingCertificates.Preview(1, 1, 0, true));
        mailing.send(held.event().slug(), clerk);
        jobs.runDue();
        mailing.send(held.event().slug(), clerk);
        jobs.runDue();

        assertThat(mailing.preview(held.event())).isEqualTo(new MailingCertificates.Preview(0, 1, 0, true));
        var letters = letters(both.person().email(), "Zaświadczenie i materiały");
        assertThat(letters).hasSize(2);
        assertThat(letters.stream()
                        .map(letter -> letter.link().substring(letter.link().lastIndexOf('/') + 1))
                        .map(token -> issued(issuing.ofPerson(token))
                                .certificates()
                                .getFirst()
                                .certificate()
                                .name()))
                .containsExactlyInAnyOrder("Anna Pierwsza", "Jan Drugi");
    }

    @Test
    void everybody_who_was_there_is_written_to_once_and_who_comes_later_afterwards() {
        var held = rows.held("Anna Nowak", "Jan Kowalski");
        var absent = rows.registered(held.event(), held.session(), false, "Jan Nieobecny");
        rows.walkIn(held.event(), "Ewa Dopisana", "ewa." + held.event().slug() + "@example.pl");
        rows.walkIn(held.event(), "Bez Adresu", "");
        clock.set(AfterRows.AFTER);
        assertThat(mailing.preview(held.event())).isEqualTo(new MailingCertificates.Preview(2, 0, 1, true));

        mailing.send(held.event().slug(), clerk);
        mailing.send(held.event().slug(), clerk);
        jobs.runDue();
        mailing.send(held.event().slug(), clerk);
        jobs.runDue();

        assertThat(mailing.preview(held.event())).isEqualTo(new MailingCertificates.Preview(0, 2, 1, true));
        assertThat(letters(held.person().email(), "Zaświadczenie i materiały"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.body()).contains("Anna Nowak:\n", "Jan Kowalski:\n"));
        assertThat(letters(absent.person().email(), "Zaświadczenie i materiały"))
                .isEmpty();
        var own = mailbox.last("ewa." + held.event().slug() + "@example.pl").link();
        assertThat(issued(issuing.ofPerson(own.substring(own.lastIndexOf('/') + 1)))
                        .certificates()
                        .getFirst()
                        .certificate()
                        .name())
                .isEqualTo("Ewa Dopisana");

        rows.came(held.event(), absent.attendees().getFirst(), null);
        mailing.send(held.event().slug(), clerk);
        jobs.runDue();
        assertThat(letters(absent.person().email(), "Zaświadczenie i materiały"))
                .hasSize(1);
        assertThat(mailing.send(held.event().slug(), people.person(Role.AUDITOR)))
                .isInstanceOf(EventChange.Forbidden.class);
    }

    @Test
    @Timeout(120)
    void a_survey_sent_many_times_at_once_is_one_sheet() throws Exception {
        var held = rows.held("Anna Nowak", "Jan Kowalski");
        var asked = survey(held.event());
        clock.set(AfterRows.AFTER);
        var tokens = tokens(held);
        var sheet = Map.of(asked.getFirst().field(), "4");

        var results = AtOnce.run(IntStream.range(0, 20)
                .mapToObj(each -> (Callable<Answering>) () -> answering.answer(tokens.get(each % 2), sheet))
                .toList());

        assertThat(results.stream().filter(Answering.Taken.class::isInstance)).hasSize(2);
        assertThat(results.stream().filter(Answering.Already.class::isInstance)).hasSize(18);
        assertThat(sheets.count(held.event().key())).isEqualTo(2);
        assertThat(answering.look(tokens.getFirst())).isInstanceOf(Answering.Already.class);
    }

    @Test
    @Timeout(120)
    void without_the_mark_of_who_answered_one_person_puts_two_sheets() throws Exception {
        var held = rows.held("Anna Nowak");
        survey(held.event());
        clock.set(AfterRows.AFTER);
        var person = participants.ofRegistration(held.registration().key()).getFirst();
        var bothHaveLooked = new CyclicBarrier(2);
        var careless = (Callable<Boolean>) () -> transactions.executeWrite(status -> {
            assertThat(sheets.answered(person)).isFalse();
            await(bothHaveLooked);
            sheets.put(held.event().key(), List.of());
            return true;
        });

        AtOnce.run(List.of(careless, careless));

        assertThat(sheets.count(held.event().key())).isEqualTo(2);
    }

    @Test
    void nothing_in_the_database_says_whose_a_sheet_is_or_which_came_first() {
        var held = rows.held("Anna Nowak", "Jan Kowalski", "Ewa Lis", "Adam Wilk", "Zofia Ryś");
        var asked = survey(held.event());
        clock.set(AfterRows.AFTER);
        for (var token : tokens(held)) {
            assertThat(answering.answer(token, Map.of(asked.getFirst().field(), "4")))
                    .isInstanceOf(Answering.Taken.class);
        }

        for (var table : List.of("survey_answered", "survey_sheet", "survey_answer")) {
            assertThat(sql.value(
                            "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE()"
                                    + " AND table_name = ? AND (extra LIKE '%auto_increment%' OR data_type IN"
                                    + " ('datetime', 'timestamp', 'date', 'time'))",
                            table))
                    .as(table)
                    .isEqualTo("0");
        }
        assertThat(sql.value(
                        "SELECT COUNT(*) FROM survey_answered m JOIN event_person_link l ON l.token_hash = m.person_hash"
                                + " WHERE m.event_id = ?",
                        held.event().key()))
                .isEqualTo("0");
        assertThat(sql.value(
                        "SELECT COUNT(*) FROM audit_log WHERE subject_ref = ? AND action LIKE 'SURVEY_ANSWER%'",
                        held.event().slug()))
                .isEqualTo("0");
    }

    @Test
    void a_survey_is_not_open_before_the_end_or_after_its_days_and_not_for_those_who_were_not_there() {
        var held = rows.held("Anna Nowak");
        var absent = rows.registered(held.event(), held.session(), false, "Jan Nieobecny");
        var asked = survey(held.event());
        clock.set(AfterRows.AFTER);
        var token = tokens(held).getFirst();
        assertThat(looking.of(absent.registration()).people()).isEmpty();
        assertThat(answering.look("nie-ma")).isInstanceOf(Answering.NotFound.class);
        assertThat(answering.answer(token, Map.of()))
                .isInstanceOfSatisfying(
                        Answering.Open.class,
                        open -> assertThat(open.errors().any()).isTrue());

        clock.set(TestClock.START);
        assertThat(answering.look(token)).isInstanceOf(Answering.NotYet.class);
        clock.set(AfterRows.AFTER.plus(Duration.ofDays(30)));
        assertThat(answering.answer(token, Map.of(asked.getFirst().field(), "4")))
                .isInstanceOf(Answering.Closed.class);
        takenBack(held.event());
        assertThat(answering.look(token)).isInstanceOf(Answering.NotThere.class);
        assertThat(sheets.any(held.event().key())).isFalse();
    }

    @Test
    void from_the_first_answer_on_the_questions_stay_and_the_survey_is_only_closed() {
        var held = rows.held("Anna Nowak", "Jan Kowalski");
        var slug = held.event().slug();
        var asked = survey(held.event());
        var entry = new SurveyEntry(SurveyQuestion.Kind.TEXT, "Jeszcze coś?", "", false);
        assertThat(composing.add(slug, entry, clerk)).isInstanceOf(EventChange.Done.class);
        assertThat(composing.raise(slug, asked.get(1).key(), clerk)).isInstanceOf(EventChange.Done.class);
        assertThat(composing.change(slug, asked.get(1).key(), "dawno", entry, clerk))
                .isInstanceOf(EventChange.Stale.class);
        assertThat(composing.delete(slug, asked.get(1).key(), clerk)).isInstanceOf(EventChange.Done.class);
        clock.set(AfterRows.AFTER);
        answering.answer(tokens(held).getFirst(), Map.of(asked.getFirst().field(), "1"));

        var first = asked.getFirst();
        for (var refused : List.of(
                composing.add(slug, entry, clerk),
                composing.change(slug, first.key(), first.fingerprint(), entry, clerk),
                composing.delete(slug, first.key(), clerk),
                composing.raise(slug, first.key(), clerk),
                composing.prepare(slug, clerk),
                composing.set(slug, "", 9, clerk))) {
            assertThat(refused).isEqualTo(new EventChange.WrongMoment("events.survey.answered.already"));
        }
        assertThatThrownBy(() -> questions.delete(held.event().key(), first.key()))
                .hasRootCauseInstanceOf(SQLIntegrityConstraintViolationException.class);
        assertThat(composing.close(slug, people.person(Role.AUDITOR))).isInstanceOf(EventChange.Forbidden.class);
        assertThat(composing.close(slug, clerk)).isInstanceOf(EventChange.Done.class);
        assertThat(composing.close(slug, clerk)).isInstanceOf(EventChange.Done.class);
        assertThat(answering.look(tokens(held).getLast())).isInstanceOf(Answering.Closed.class);
    }

    @Test
    void each_address_is_invited_once_when_the_survey_opens_and_late_comers_too() {
        var held = rows.held("Anna Nowak", "Jan Kowalski");
        var late = rows.registered(held.event(), held.session(), false, "Ewa Późna");
        survey(held.event());
        jobs.runDue();
        assertThat(letters(held.person().email(), "Jak było?")).isEmpty();

        clock.set(AfterRows.AFTER);
        jobs.runDue();
        clock.advance(Duration.ofHours(1));
        jobs.runDue();
        assertThat(letters(held.person().email(), "Jak było?")).hasSize(1);

        rows.came(held.event(), late.attendees().getFirst(), null);
        clock.advance(Duration.ofHours(1));
        jobs.runDue();
        assertThat(letters(late.person().email(), "Jak było?")).hasSize(1);
    }

    @Test
    void two_sheets_show_nothing_and_three_show_counts_and_averages() {
        var held = rows.held("Anna Nowak", "Jan Kowalski", "Ewa Lis");
        var asked = survey(held.event());
        clock.set(AfterRows.AFTER);
        var tokens = tokens(held);
        var words = asked.getLast();
        for (var at = 0; at < 3; at++) {
            assertThat(results.of(held.event()).tooFew()).isTrue();
            assertThat(results.of(held.event()).questions()).isEmpty();
            assertThat(results.words(held.event(), words.key(), 1, 50)).isEmpty();
            answering.answer(
                    tokens.get(at),
                    Map.of(asked.getFirst().field(), Integer.toString(3 + at % 2), words.field(), "Zdanie " + at));
        }

        var shown = results.of(held.event());
        assertThat(shown.sheets()).isEqualTo(3);
        assertThat(shown.questions().getFirst().average()).isEqualByComparingTo("3.33");
        assertThat(shown.questions().getFirst().lines())
                .extracting(SurveyResults.Line::sheets)
                .containsExactly(0, 0, 2, 1, 0);
        assertThat(results.words(held.event(), words.key(), 1, 2).orElseThrow().pages())
                .isEqualTo(2);
        assertThat(results.words(held.event(), asked.getFirst().key(), 1, 2)).isEmpty();
    }

    @Test
    void materials_are_for_those_for_whom_they_are_meant_and_for_nobody_else() {
        var held = rows.held("Anna Nowak");
        var event = held.event();
        var other = eventRows.session(event, "Inny panel", 4, 10, 0);
        var absent = rows.registered(event, held.session(), false, "Jan Nieobecny");
        var elsewhere = rows.registered(event, other, true, "Ewa Zinnego");
        var stranger = rows.held("Ktoś Obcy");
        var walkIn = rows.walkIn(event, "Adam Dopisany", "");
        add(event, "Dla wszystkich", Material.Audience.EVERYONE, 0);
        add(event, "Dla zapisanych", Material.Audience.REGISTERED, 0);
        add(event, "Dla obecnych", Material.Audience.ATTENDED, 0);
        add(event, "Z panelu", Material.Audience.ATTENDED, held.session().key());
        add(
                event,
                "Panel zapisanych",
                Material.Audience.REGISTERED,
                held.session().key());

        assertThat(titles(reading.ofEveryone(event))).containsExactly("Dla wszystkich");
        assertThat(titles(reading.of(held.registration())))
                .containsExactlyInAnyOrder(
                        "Dla wszystkich", "Dla zapisanych", "Dla obecnych", "Z panelu", "Panel zapisanych");
        assertThat(titles(reading.of(absent.registration())))
                .containsExactlyInAnyOrder("Dla wszystkich", "Dla zapisanych", "Panel zapisanych");
        assertThat(titles(reading.of(elsewhere.registration())))
                .containsExactlyInAnyOrder("Dla wszystkich", "Dla zapisanych", "Dla obecnych");
        assertThat(titles(reading.of(
                        participants.walkIn(event.key(), walkIn.key()).orElseThrow())))
                .hasSize(5);
        assertThat(reading.of(stranger.registration())).isEmpty();
        var own = reading.of(held.registration()).getLast();
        assertThat(reading.ofRegistration(held.token(), own.id())).isPresent();
        assertThat(reading.ofRegistration(stranger.token(), own.id())).isEmpty();
        assertThat(reading.ofEveryone(event.slug(), own.id())).isEmpty();

        sql.insert(
                "UPDATE registration SET ended_at = created_at, ended_why = 'CANCELLED' WHERE id = ?",
                absent.registration().key());
        assertThat(titles(reading.ofRegistration(absent.token(), own.id()).stream()
                        .toList()))
                .isEmpty();
    }

    @Test
    void when_the_years_are_over_names_go_and_the_count_and_the_numbers_stay(ForgettingPeople forgetting) {
        var held = rows.held("Anna Nowak", "Jan Kowalski");
        rows.walkIn(held.event(), "Ewa Dopisana", "ewa@example.pl");
        clock.set(AfterRows.AFTER);
        var certificate = issued(issuing.all(held.event().slug(), 1, clerk))
                .certificates()
                .getFirst()
                .certificate();
        var token = tokens(held).getFirst();

        // The event goes back instead of the clock going on, or the people of all other tests would be forgotten too.
        sql.insert(
                "UPDATE event_session SET starts_at = starts_at - INTERVAL 4 YEAR, ends_at = ends_at - INTERVAL 4 YEAR"
                        + " WHERE event_id = ?",
                held.event().key());
        forgetting.run();
        assertThat(participants.countNamed(held.event().key())).isEqualTo(3);
        sql.insert(
                "UPDATE event_session SET starts_at = starts_at - INTERVAL 1 YEAR, ends_at = ends_at - INTERVAL 1 YEAR"
                        + " WHERE event_id = ?",
                held.event().key());
        forgetting.run();
        forgetting.run();

        assertThat(participants.countNamed(held.event().key())).isZero();
        assertThat(participants.count(held.event().key())).isEqualTo(3);
        var checked = checking.check(certificate.number()).orElseThrow().certificate();
        assertThat(checked.state()).isEqualTo(Certificate.State.VALID);
        assertThat(checked.name()).isEmpty();
        assertThat(checked.forgottenAt()).isNotNull();
        assertThat(issuing.ofPerson(token)).isInstanceOf(Issuing.NotFound.class);
        assertThat(issuing.ofRegistration(held.token(), 1)).isInstanceOf(Issuing.NotFound.class);
        assertThat(sql.value(
                        "SELECT CONCAT(email, phone, COALESCE(person_id, '')) FROM registration WHERE id = ?",
                        held.registration().key()))
                .isEmpty();
        assertThat(sql.value(
                        "SELECT GROUP_CONCAT(name, email SEPARATOR '') FROM walk_in WHERE event_id = ?",
                        held.event().key()))
                .isEmpty();
        assertThat(correcting.correct(held.event().slug(), certificate.key(), "Ktoś", "po co", clerk))
                .isInstanceOf(EventChange.WrongMoment.class);
    }

    @Test
    void who_closes_an_account_takes_the_name_in_the_certificate_along_and_the_count_stays(
            CertificatesOfPerson ofCertificates) {
        var held = rows.held("Anna Nowak");
        clock.set(AfterRows.AFTER);
        var number = issued(issuing.ofRegistration(held.token(), 1))
                .certificates()
                .getFirst()
                .certificate()
                .number();
        assertThat(ofCertificates.exported(held.person().personId()).toString())
                .contains(number.printed(), "Anna Nowak");

        transactions.executeWrite(status -> {
            ofCertificates.erase(held.person().personId());
            return true;
        });

        assertThat(checking.check(number).orElseThrow().certificate().name()).isEmpty();
        assertThat(participants.count(held.event().key())).isEqualTo(1);
    }

    @Test
    void a_copy_of_an_event_gets_its_questions_but_not_its_answers(
            CopyingEvent copying, PreparingEvent preparing, ArrangingProgramme arranging) {
        var held = rows.held("Anna Nowak");
        survey(held.event());
        add(held.event(), "Z panelu", Material.Audience.EVERYONE, held.session().key());

        var copy = ((EventChange.Done)
                        copying.copy(held.event().slug(), "Kopia z ankietą", LocalDate.of(2027, 5, 4), clerk))
                .event();

        assertThat(questions.of(copy.key()))
                .extracting(SurveyQuestion::label)
                .containsExactlyElementsOf(questions.of(held.event().key()).stream()
                        .map(SurveyQuestion::label)
                        .toList());
        assertThat(surveys.of(copy.key()).orElseThrow().readyAt()).isNull();
        add(copy, "Notatka", Material.Audience.EVERYONE, 0);
        assertThat(preparing.discard(copy.slug(), clerk)).isInstanceOf(EventChange.Done.class);
        assertThat(surveys.of(copy.key())).isEmpty();

        var free = eventRows.session(held.event(), "Wolny", 6, 5, 0);
        add(held.event(), "O wolnym", Material.Audience.EVERYONE, free.key());
        assertThat(arranging.delete(held.event().slug(), free.key(), clerk))
                .isEqualTo(new EventChange.WrongMoment("events.session.delete.materials"));
    }

    @Test
    void all_certificates_of_many_cost_as_many_queries_as_of_few(Queries queries) {
        var few = rows.held("Anna Nowak", "Jan Kowalski");
        var many = rows.held("A B", "C D", "E F", "G H", "I J");
        for (var each = 0; each < 4; each++) {
            rows.registered(many.event(), many.session(), true, "Osoba Pierwsza", "Osoba Druga", "Osoba Trzecia");
        }
        clock.set(AfterRows.AFTER);

        var ofFew = queries.during(() -> issuing.all(few.event().slug(), 1, clerk));
        var ofMany = queries.during(() -> issuing.all(many.event().slug(), 1, clerk));

        assertThat(certificates.count(many.event().key())).isEqualTo(17);
        // A row of its own for each is written, of course.
        assertThat(ofMany.stream().filter(sent -> !sent.startsWith("INSERT")))
                .hasSameSizeAs(ofFew.stream()
                        .filter(sent -> !sent.startsWith("INSERT"))
                        .toList());
    }

    /** Everybody who came to an event was noted by mistake. */
    private void takenBack(Event event) {
        sql.insert(
                "UPDATE attendance SET withdrawn_at = came_at, withdrawn_by = ? WHERE event_id = ?",
                clerk.personId(),
                event.key());
    }

    private void add(Event event, String title, Material.Audience audience, long session) {
        assertThat(keeping.add(
                        event.slug(),
                        new MaterialEntry(
                                Material.Kind.LINK, audience, title, "https://example.org/x", session, new byte[0], ""),
                        clerk))
                .isInstanceOf(EventChange.Done.class);
    }

    private static List<String> titles(List<Materials.Shown> shown) {
        return shown.stream().map(Materials.Shown::title).toList();
    }

    private List<SurveyQuestion> survey(Event event) {
        assertThat(composing.begin(event.slug(), true, clerk)).isInstanceOf(EventChange.Done.class);
        assertThat(composing.ready(event.slug(), clerk)).isInstanceOf(EventChange.Done.class);
        return questions.of(event.key());
    }

    private List<String> tokens(AfterRows.Held held) {
        return looking.of(held.registration()).people().stream()
                .map(person -> person.link().substring(person.link().lastIndexOf('/') + 1))
                .toList();
    }

    private List<Mailbox.Mail> letters(String address, String subject) {
        return mailbox.to(address).stream()
                .filter(mail -> mail.subject().startsWith(subject))
                .toList();
    }

    private Certificate.State state(Certificate certificate) {
        return checking.check(certificate.number()).orElseThrow().certificate().state();
    }

    private Certificate certificate(AfterRows.Held held, long attendeeId) {
        var number = CertificateNumber.draw(2026, new Random());
        return new Certificate(
                null,
                held.event().key(),
                attendeeId,
                null,
                number.year(),
                number.code(),
                "Anna Nowak",
                "Forum",
                "",
                "",
                TestClock.START,
                AfterRows.AFTER,
                Participation.ON_SITE,
                60,
                AfterRows.AFTER,
                null,
                null,
                "",
                null,
                null,
                null,
                null,
                null);
    }

    private static Issuing.Issued issued(Issuing issuing) {
        assertThat(issuing).isInstanceOf(Issuing.Issued.class);
        return (Issuing.Issued) issuing;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
