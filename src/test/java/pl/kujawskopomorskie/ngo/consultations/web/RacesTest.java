package pl.kujawskopomorskie.ngo.consultations.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionOperations;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.consultations.DiscardingConsultation;
import pl.kujawskopomorskie.ngo.consultations.LifeChange;
import pl.kujawskopomorskie.ngo.consultations.RemarkCounts;
import pl.kujawskopomorskie.ngo.consultations.Remarks;
import pl.kujawskopomorskie.ngo.testing.AtOnce;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** What happens when people press at the same moment, or one person twice: over real HTTP, against the real database. */
@PortalTest
class RacesTest {

    private final ConsultationRows rows;
    private final People people;
    private final Remarks remarks;
    private final RemarkCounts counts;

    RacesTest(ConsultationRows rows, People people, Remarks remarks, RemarkCounts counts) {
        this.rows = rows;
        this.people = people;
        this.remarks = remarks;
        this.counts = counts;
    }

    @Test
    @Timeout(600)
    void a_hundred_people_send_at_once_and_get_the_numbers_from_1_to_100() throws Exception {
        var consultation = rows.open();
        var browsers = IntStream.range(0, 100).mapToObj(i -> people.signedIn()).toList();

        var replies = AtOnce.run(browsers.stream()
                .map(web -> (Callable<Web.Reply>) () -> web.post(uwagi(consultation), remark("Uwaga.")))
                .toList());

        assertThat(replies).extracting(Web.Reply::status).containsOnly(303);
        assertThat(replies)
                .extracting(Web.Reply::location)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 100)
                        .mapToObj(number -> uwagi(consultation) + "/" + number + "/zlozona")
                        .toList());
        assertThat(remarks.highestNumber(consultation.key())).isEqualTo(100);
        assertThat(counts.submitted(consultation.key())).isEqualTo(100);
        assertThat(audited("REMARK_SUBMITTED", consultation)).isEqualTo(100);
    }

    @Test
    void of_two_clerks_who_answer_at_once_one_is_shown_what_the_other_wrote() throws Exception {
        var first = people.signedIn(Role.CLERK);
        var second = people.signedIn(Role.CLERK);
        for (var round = 0; round < 5; round++) {
            var consultation = withRemarks(1);

            var replies = AtOnce.<Web.Reply>run(List.of(
                    () -> first.post(desk(consultation) + "/1/odpowiedz", answer("Tak pisze pierwsza.")),
                    () -> second.post(desk(consultation) + "/1/odpowiedz", answer("Tak pisze druga."))));

            assertThat(replies).extracting(Web.Reply::status).containsExactlyInAnyOrder(303, 422);
            var lost = replies.stream()
                    .filter(reply -> reply.status() == 422)
                    .findFirst()
                    .orElseThrow();
            assertThat(lost.page().selectFirst("#rationale").text()).startsWith("Tak pisze");
            assertThat(lost.page().selectFirst("#answer .wording").text())
                    .startsWith("Tak pisze")
                    .isNotEqualTo(lost.page().selectFirst("#rationale").text());
            assertThat(audited("ANSWER_SENT_TO_REVIEW", consultation)).isEqualTo(1);
        }
    }

    @Test
    void a_remark_sent_twice_is_one_and_withdrawn_twice_is_withdrawn_once() throws Exception {
        var consultation = rows.open();
        var web = people.signedIn();
        var form = remark("Raz wystarczy.");

        assertThat(twice(() -> web.post(uwagi(consultation), form)))
                .extracting(Web.Reply::status)
                .containsOnly(303);
        assertThat(counts.submitted(consultation.key())).isEqualTo(1);

        assertThat(twice(() -> web.post(uwagi(consultation) + "/1/wycofaj", Map.of())))
                .extracting(Web.Reply::status)
                .containsOnly(303);
        assertThat(audited("REMARK_WITHDRAWN", consultation)).isEqualTo(1);
    }

    @Test
    void what_a_clerk_enters_twice_stands_in_the_register_once() throws Exception {
        var consultation = rows.open();
        var clerk = people.signedIn(Role.CLERK);
        var form = new HashMap<>(remark("Przyszło pocztą."));
        form.putAll(Map.of("channel", "PAPER", "author", "Jan Nowak", "receivedOn", "2026-11-20"));

        assertThat(twice(() -> clerk.post(desk(consultation), form)))
                .extracting(Web.Reply::status)
                .containsOnly(303);
        assertThat(counts.submitted(consultation.key())).isEqualTo(1);

        var table = Map.of(
                "version", "1",
                "channel", "EMAIL",
                "author", "Koło",
                "receivedOn", "2026-11-20",
                "at", "2",
                "row", "2",
                "unit-2", "§ 2",
                "proposed-2", "21 dni",
                "rationale-2", "Za krótko");
        assertThat(twice(() -> clerk.post(desk(consultation) + "/wczytaj/zapisz", table)))
                .extracting(Web.Reply::status)
                .containsOnly(303);
        assertThat(counts.submitted(consultation.key())).isEqualTo(2);
    }

    @Test
    void an_answer_is_written_approved_given_grouped_and_hidden_once_however_often_it_is_pressed() throws Exception {
        var consultation = withRemarks(2);
        var clerk = people.signedIn(Role.CLERK);
        var department = people.department("DWA", "Departament Podwójny");
        var given = "numbers=1:-1&numbers=2:-1&sure=true&department=" + department.key();

        assertThat(twice(() -> post(clerk, desk(consultation) + "/przekaz", given)))
                .extracting(Web.Reply::status)
                .containsOnly(303);
        pressedTwice(() -> clerk.post(desk(consultation) + "/1/odpowiedz", answer("Odpowiadamy.")));
        assertThat(audited("ANSWER_SENT_TO_REVIEW", consultation)).isEqualTo(1);
        pressedTwice(() -> clerk.post(desk(consultation) + "/1/zatwierdz", Map.of("revision", "0")));
        assertThat(audited("ANSWER_APPROVED", consultation)).isEqualTo(1);
        pressedTwice(() -> post(
                clerk,
                "/biuro/konsultacje/" + consultation.slug() + "/podobne",
                "numbers=1:-1&numbers=2:-1&name=Termin"));
        assertThat(rows.value("SELECT COUNT(*) FROM remark_group WHERE consultation_id = ?", consultation.key()))
                .isEqualTo("1");
        pressedTwice(() -> clerk.post(
                desk(consultation) + "/2/ukryj",
                Map.of("hiddenField", "RATIONALE", "hiddenText", "numer", "hideReason", "dane osobowe")));
        assertThat(rows.value(
                        "SELECT COUNT(*) FROM remark_redaction h JOIN remark r ON r.id = h.remark_id"
                                + " WHERE r.consultation_id = ?",
                        consultation.key()))
                .isEqualTo("1");
    }

    @Test
    void who_waits_for_a_consultation_that_is_discarded_meanwhile_is_told_that_there_is_none(
            DiscardingConsultation discarding, TransactionOperations<Connection> transactions) throws Exception {
        var consultation = rows.drafted();
        var clerk = people.person(Role.CLERK);
        var web = people.signedIn(clerk);
        var desk = "/biuro/konsultacje/" + consultation.slug();
        var discarded = new CountDownLatch(1);
        List<Callable<Web.Reply>> late = List.of(
                () -> web.post(desk + "/oglos", Map.of()),
                () -> web.post(desk + "/wersje/1/publikuj", Map.of("note", "")),
                () -> web.post(desk + "/sprawozdanie/ukryj", Map.of("hiddenWords", "Krótko", "hideReason", "dane")),
                () -> web.post(desk + "/uwagi/1/odpowiedz", answer("Odpowiadamy.")));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> transactions.executeWrite(status -> {
                var done = discarding.discard(consultation.slug(), clerk);
                discarded.countDown();
                // The others find the consultation, which is still there for them, and wait for its lock.
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
                return done;
            }));
            discarded.await();
            var replies = AtOnce.run(late);

            assertThat(first.get()).isInstanceOf(LifeChange.Done.class);
            assertThat(replies).extracting(Web.Reply::status).containsOnly(404);
        }
    }

    @Test
    void a_report_is_published_once(TestClock clock) throws Exception {
        var consultation = rows.open();
        clock.set(ConsultationRows.CLOSES);
        var clerk = people.signedIn(Role.CLERK);
        var form = Map.of("action", "publish", "revision", "-1", "introduction", "Wstęp.", "afterword", "Dalej.");

        pressedTwice(() -> clerk.post("/biuro/konsultacje/" + consultation.slug() + "/sprawozdanie", form));

        assertThat(rows.value(
                        "SELECT COUNT(*) FROM audit_log WHERE action = 'REPORT_PUBLISHED' AND subject_ref = ?",
                        consultation.slug()))
                .isEqualTo("1");
    }

    private int audited(String action, Consultation consultation) {
        return Integer.parseInt(rows.value(
                "SELECT COUNT(*) FROM audit_log WHERE action = ? AND subject_ref LIKE ?",
                action,
                consultation.reference() + "/%"));
    }

    /** Presses twice at once; the one that comes late is told so, and neither is an error. */
    private static void pressedTwice(Callable<Web.Reply> press) throws Exception {
        assertThat(twice(press))
                .extracting(Web.Reply::status)
                .contains(303)
                .allSatisfy(status -> assertThat(status).isIn(303, 409, 422));
    }

    private static List<Web.Reply> twice(Callable<Web.Reply> press) throws Exception {
        return AtOnce.run(List.of(press, press));
    }

    private Consultation withRemarks(int many) {
        var consultation = rows.open();
        for (var i = 1; i <= many; i++) {
            assertThat(people.signedIn()
                            .post(uwagi(consultation), remark("Uwaga numer " + i))
                            .status())
                    .isEqualTo(303);
        }
        return consultation;
    }

    private static Map<String, String> remark(String rationale) {
        return Map.of(
                "version", "1",
                "unit", "par_2",
                "rationale", rationale,
                "formToken", UUID.randomUUID().toString(),
                "action", "submit");
    }

    private static Map<String, String> answer(String rationale) {
        return Map.of("position", "ACCEPTED", "rationale", rationale, "revision", "-1", "action", "review");
    }

    private static Web.Reply post(Web web, String path, String body) {
        return web.send(web.request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String uwagi(Consultation consultation) {
        return "/konsultacje/" + consultation.slug() + "/uwagi";
    }

    private static String desk(Consultation consultation) {
        return "/biuro/konsultacje/" + consultation.slug() + "/uwagi";
    }
}
