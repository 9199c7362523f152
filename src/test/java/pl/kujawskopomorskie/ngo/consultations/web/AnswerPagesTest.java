package pl.kujawskopomorskie.ngo.consultations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class AnswerPagesTest {

    private final ConsultationRows rows;
    private final RemarksByForm remarksByForm;
    private final People people;

    AnswerPagesTest(ConsultationRows rows, RemarksByForm remarksByForm, People people) {
        this.rows = rows;
        this.remarksByForm = remarksByForm;
        this.people = people;
    }

    @Test
    void the_list_is_narrowed_by_its_address() {
        var consultation = remarksByForm.withRemarks(3);
        var clerk = people.signedIn(Role.CLERK);
        answer(clerk, consultation, 2, "review");

        assertThat(numbers(clerk, consultation, "")).hasSize(3);
        assertThat(numbers(clerk, consultation, "?stan=NONE")).hasSize(2);
        assertThat(numbers(clerk, consultation, "?stan=IN_REVIEW")).containsExactly(consultation.reference() + "/0002");
        assertThat(numbers(clerk, consultation, "?stanowisko=ACCEPTED")).hasSize(1);
        assertThat(numbers(clerk, consultation, "?departament=-1")).hasSize(3);
        assertThat(numbers(clerk, consultation, "?jednostka=par_2")).hasSize(3);
        assertThat(numbers(clerk, consultation, "?jednostka=par_3")).isEmpty();
        assertThat(numbers(clerk, consultation, "?kanal=PAPER")).isEmpty();
        assertThat(numbers(clerk, consultation, "?szukaj=numer+3")).hasSize(1);
        assertThat(numbers(clerk, consultation, "?szukaj=%25")).isEmpty();
        assertThat(numbers(clerk, consultation, "?od=3&stan=%27%3Bbzdura&departament=x"))
                .hasSize(1);
    }

    @Test
    void the_list_asks_the_same_number_of_queries_however_long_it_is(Queries queries) {
        var little = remarksByForm.withRemarks(1);
        var much = remarksByForm.withRemarks(6);
        var clerk = people.signedIn(Role.CLERK);
        clerk.get(desk(little));

        var few = queries.during(() -> clerk.get(desk(little)));
        var many = queries.during(() -> clerk.get(desk(much)));

        assertThat(many).hasSameSizeAs(few);
    }

    @Test
    void several_remarks_are_given_after_a_preview() {
        var consultation = remarksByForm.withRemarks(2);
        var clerk = people.signedIn(Role.CLERK);
        var department = people.department("PRZ", "Departament Przekazań");
        var chosen = "numbers=1:-1&numbers=2:-1&department=" + department.key();

        var preview = post(clerk, desk(consultation) + "/przekaz", chosen);
        var done = post(clerk, desk(consultation) + "/przekaz", chosen + "&sure=true");

        assertThat(preview.page().text()).contains("Przekażesz 2 uwagi do: Departament Przekazań.");
        assertThat(done.status()).isEqualTo(303);
        assertThat(numbers(clerk, consultation, "?departament=" + department.key()))
                .hasSize(2);
        assertThat(post(clerk, desk(consultation) + "/przekaz", "department=" + department.key())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void all_that_match_are_given_after_a_preview_of_just_these() {
        var consultation = remarksByForm.withRemarks(3);
        var clerk = people.signedIn(Role.CLERK);
        answer(clerk, consultation, 2, "review");
        var department = people.department("PRZ", "Departament Przekazań");
        var other = people.department("INN", "Departament Inny");
        var path = desk(consultation) + "/przekaz?stan=NONE";

        var preview =
                post(clerk, path, "all=true&department=" + department.key()).page();

        assertThat(preview.select("input[name=numbers]").eachAttr("value")).containsExactly("1:-1", "3:-1");
        var sent = preview.select("form input[name]").stream()
                .map(input -> Web.encoded(Map.of(input.attr("name"), input.val())))
                .collect(java.util.stream.Collectors.joining("&"));
        // Somebody is quicker: what the preview showed is no longer so, and nothing is done over it.
        post(clerk, desk(consultation) + "/przekaz", "numbers=3:-1&department=" + other.key());
        var changed = post(clerk, path, sent);
        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.page().text()).contains("Nic nie zrobiono");
        assertThat(numbers(clerk, consultation, "?departament=" + department.key()))
                .isEmpty();

        var again = changed.page().select("main form input[name]").stream()
                .map(input -> Web.encoded(Map.of(input.attr("name"), input.val())))
                .collect(java.util.stream.Collectors.joining("&"));
        assertThat(post(clerk, path, again).location()).startsWith(desk(consultation) + "?stan=NONE");
        assertThat(numbers(clerk, consultation, "?departament=" + department.key()))
                .containsExactly(consultation.reference() + "/0001", consultation.reference() + "/0003");
    }

    @Test
    void all_that_wait_are_approved_and_what_came_after_the_preview_is_not() {
        var consultation = remarksByForm.withRemarks(3);
        var clerk = people.signedIn(Role.CLERK);
        answer(clerk, consultation, 1, "review");
        answer(clerk, consultation, 2, "review");
        var preview = post(clerk, desk(consultation) + "/zatwierdz", "all=true").page();
        answer(clerk, consultation, 3, "review");

        var sent = preview.select("main form input[name]").stream()
                .map(input -> Web.encoded(Map.of(input.attr("name"), input.val())))
                .collect(java.util.stream.Collectors.joining("&"));
        assertThat(post(clerk, desk(consultation) + "/zatwierdz", sent).status())
                .isEqualTo(303);

        assertThat(numbers(clerk, consultation, "?stan=APPROVED")).hasSize(2);
        assertThat(numbers(clerk, consultation, "?stan=IN_REVIEW")).containsExactly(consultation.reference() + "/0003");
    }

    @Test
    void a_refused_batch_keeps_what_was_ticked_and_the_filter() {
        var consultation = remarksByForm.withRemarks(2);

        var refused = post(
                people.signedIn(Role.CLERK), desk(consultation) + "/przekaz?stan=NONE", "numbers=2:-1&department=");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("input[name=numbers][checked]").eachAttr("value"))
                .containsExactly("2:-1");
        assertThat(refused.page().selectFirst("#stan option[selected]").val()).isEqualTo("NONE");
    }

    @Test
    void the_ways_on_follow_the_list_from_which_the_reader_came() {
        var consultation = remarksByForm.withRemarks(4);
        var clerk = people.signedIn(Role.CLERK);
        answer(clerk, consultation, 2, "review");

        var page = clerk.get(desk(consultation) + "/3?stan=NONE").page();

        assertThat(page.selectFirst("a[rel=prev]").attr("href")).isEqualTo(desk(consultation) + "/1?stan=NONE");
        assertThat(page.selectFirst("a[rel=next]").attr("href")).isEqualTo(desk(consultation) + "/4?stan=NONE");
        assertThat(clerk.get(desk(consultation) + "/4?stan=NONE").page().select("a[rel=next]"))
                .isEmpty();
        var saved = clerk.post(
                desk(consultation) + "/3/odpowiedz?stan=NONE",
                Map.of("rationale", "Tak.", "revision", "-1", "action", "draft"));
        assertThat(saved.location()).startsWith(desk(consultation) + "/3?stan=NONE");
    }

    @Test
    void the_office_finds_names_remarks_and_answers_in_any_form() {
        var consultation = remarksByForm.withRemarks(2);
        var clerk = people.signedIn(Role.CLERK);
        clerk.post(
                desk(consultation) + "/2/odpowiedz",
                Map.of("rationale", "Dopiszemy młodzież.", "revision", "-1", "action", "draft"));

        assertThat(numbers(clerk, consultation, "?szukaj=mlodziezy"))
                .containsExactly(consultation.reference() + "/0002");
        assertThat(numbers(clerk, consultation, "?szukaj=testowej")).hasSize(2);
        assertThat(numbers(clerk, consultation, "?szukaj=uwagi+numerem+1")).hasSize(1);
    }

    @Test
    void what_is_typed_and_not_saved_comes_back_to_who_typed_it_and_to_nobody_else() {
        var consultation = remarksByForm.withRemarks(1);
        var clerk = people.signedIn(Role.CLERK);
        var typed = Map.of("position", "REJECTED", "rationale", "Zacząłem pisać…", "revision", "-1");

        assertThat(clerk.post(desk(consultation) + "/1/niezapisane", typed).status())
                .isEqualTo(204);

        var page = clerk.get(desk(consultation) + "/1").page();
        assertThat(page.selectFirst("#rationale").text()).isEqualTo("Zacząłem pisać…");
        assertThat(page.selectFirst("input[name=position][checked]").val()).isEqualTo("REJECTED");
        assertThat(page.selectFirst("#restored").text()).contains("nie zapisano");
        assertThat(numbers(clerk, consultation, "?stan=NONE")).hasSize(1);
        var another = people.signedIn(Role.CLERK).get(desk(consultation) + "/1").page();
        assertThat(another.selectFirst("#rationale").text()).isEmpty();
        assertThat(another.selectFirst("#restored")).isNull();

        answer(clerk, consultation, 1, "draft");
        assertThat(clerk.get(desk(consultation) + "/1").page().selectFirst("#restored"))
                .isNull();
        // What was on its way while the form was sent does not come back as something unsaved.
        assertThat(clerk.post(desk(consultation) + "/1/niezapisane", typed).status())
                .isEqualTo(409);
    }

    @Test
    void unsaved_words_over_a_newer_answer_are_shown_beside_it_and_can_be_thrown_away() {
        var consultation = remarksByForm.withRemarks(1);
        var clerk = people.signedIn(Role.CLERK);
        clerk.post(desk(consultation) + "/1/niezapisane", Map.of("rationale", "Moje słowa.", "revision", "-1"));
        answer(people.signedIn(Role.CLERK), consultation, 1, "draft");

        var page = clerk.get(desk(consultation) + "/1").page();
        assertThat(page.selectFirst("#rationale").text()).isEqualTo("Moje słowa.");
        assertThat(page.selectFirst("#answer .wording").text()).isEqualTo("Odpowiadamy.");
        assertThat(clerk.post(
                                desk(consultation) + "/1/odpowiedz",
                                Map.of("rationale", "Moje słowa.", "revision", "-1", "action", "draft"))
                        .status())
                .isEqualTo(422);

        assertThat(clerk.post(desk(consultation) + "/1/niezapisane/odrzuc", Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(clerk.get(desk(consultation) + "/1")
                        .page()
                        .selectFirst("#rationale")
                        .text())
                .isEqualTo("Odpowiadamy.");
    }

    @Test
    void what_is_approved_stands_beside_the_button_and_not_under_words_that_are_not_saved() {
        var consultation = remarksByForm.withRemarks(1);
        var clerk = people.signedIn(Role.CLERK);
        answer(clerk, consultation, 1, "review");
        var typed = Map.of("position", "ACCEPTED", "rationale", "Odpowiadamy inaczej.", "revision", "0");
        assertThat(clerk.post(desk(consultation) + "/1/niezapisane", typed).status())
                .isEqualTo(204);

        var page = clerk.get(desk(consultation) + "/1").page();
        var refused = post(clerk, desk(consultation) + "/1/zatwierdz", "revision=0");

        assertThat(page.selectFirst("#rationale").text()).isEqualTo("Odpowiadamy inaczej.");
        assertThat(page.selectFirst("form[action$=zatwierdz] .wording").text()).isEqualTo("Odpowiadamy.");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().selectFirst("[role=alert], .error-summary").text())
                .contains("tekst, którego nie zapisano");
        assertThat(refused.page().selectFirst("#rationale").text()).isEqualTo("Odpowiadamy inaczej.");
        assertThat(HtmlValidity.problems(clerk.get(desk(consultation) + "/1").text()))
                .isEmpty();
    }

    @Test
    void the_approval_is_of_the_saved_answer_although_the_form_holds_words_typed_over_an_older_one() {
        var consultation = remarksByForm.withRemarks(1);
        var clerk = people.signedIn(Role.CLERK);
        clerk.post(desk(consultation) + "/1/niezapisane", Map.of("rationale", "Moje słowa.", "revision", "-1"));
        answer(people.signedIn(Role.CLERK), consultation, 1, "review");

        var page = clerk.get(desk(consultation) + "/1").page();

        assertThat(page.selectFirst("form[action$=zatwierdz] input[name=revision]")
                        .val())
                .isEqualTo("0");
        assertThat(page.selectFirst("form[action$=zwroc] input[name=revision]").val())
                .isEqualTo("0");
    }

    @Test
    void an_approved_answer_is_not_typed_over() {
        var consultation = remarksByForm.withRemarks(1);
        var clerk = people.signedIn(Role.CLERK);
        answer(clerk, consultation, 1, "review");
        post(clerk, desk(consultation) + "/1/zatwierdz", "revision=0");

        assertThat(clerk.post(
                                desk(consultation) + "/1/niezapisane",
                                Map.of("rationale", "Jednak inaczej.", "revision", "1"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void nobody_keeps_words_where_they_may_not_answer() {
        var consultation = remarksByForm.withRemarks(1);
        var path = desk(consultation) + "/1/niezapisane";
        var typed = Map.of("rationale", "Cudze.", "revision", "-1");

        assertThat(people.signedIn(Role.DEPARTMENT_OFFICER).post(path, typed).status())
                .isEqualTo(403);
        assertThat(people.signedIn(Role.AUDITOR).post(path, typed).status()).isEqualTo(403);
        assertThat(people.signedIn(Role.CLERK)
                        .post(path, Map.of("rationale", "x".repeat(20_001), "revision", "-1"))
                        .status())
                .isEqualTo(422);
        assertThat(people.signedIn(Role.CLERK)
                        .post(desk(consultation) + "/99/niezapisane", typed)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void one_approval_is_enough_for_the_same_answer_to_a_group_and_other_answers_are_named() {
        var consultation = remarksByForm.withRemarks(3);
        var clerk = people.signedIn(Role.CLERK);
        post(
                clerk,
                "/biuro/konsultacje/" + consultation.slug() + "/podobne",
                "numbers=1:-1&numbers=2:-1&numbers=3:-1&name=Termin");
        answer(clerk, consultation, 3, "review");
        post(clerk, desk(consultation) + "/3/zatwierdz", "revision=0");
        var before = clerk.get(desk(consultation) + "/1").page();
        post(
                clerk,
                desk(consultation) + "/1/odpowiedz",
                "position=REJECTED&rationale=Nie.&revision=-1&action=review&wholeGroup=true");
        var waiting = clerk.get(desk(consultation) + "/1").page();

        post(clerk, desk(consultation) + "/1/zatwierdz", "revision=0&wholeGroup=true");

        assertThat(before.selectFirst("label[for=wholeGroup]").text()).contains("(2)");
        assertThat(before.selectFirst("#wholeGroup-hint").text()).endsWith("na uwagi: 3.");
        assertThat(waiting.selectFirst("label[for=approve-group]").text()).contains("1 inną uwagę");
        assertThat(numbers(clerk, consultation, "?stan=APPROVED&stanowisko=REJECTED"))
                .hasSize(2);
        assertThat(numbers(clerk, consultation, "?stan=APPROVED&stanowisko=ACCEPTED"))
                .containsExactly(consultation.reference() + "/0003");
    }

    @Test
    void what_waits_for_a_person_stands_first_on_the_desk_and_at_home() {
        var consultation = remarksByForm.withRemarks(3);
        var clerk = people.signedIn(Role.CLERK);
        var department = people.department("KOL", "Departament Kolejki");
        var officer = people.signedIn(people.officer(department));
        post(
                clerk,
                desk(consultation) + "/przekaz",
                "numbers=1:-1&numbers=2:-1&department=" + department.key() + "&sure=true");
        answer(officer, consultation, 1, "review");

        var own = "a[href=" + desk(consultation) + "?departament=" + department.key() + "&stan=TO_ANSWER]";
        for (var page : new String[] {"/biuro", "/"}) {
            assertThat(officer.get(page)
                            .page()
                            .selectFirst(".waiting li:has(" + own + ")")
                            .text())
                    .contains("1 uwaga czeka na odpowiedź");
        }
        assertThat(clerk.get(desk(consultation) + "?stan=IN_REVIEW").status()).isEqualTo(200);
        post(clerk, desk(consultation) + "/1/zwroc", "revision=0&returnReason=Popraw+to.");
        assertThat(officer.get("/biuro").page().select(".waiting").text()).contains("1 odpowiedź zwrócona do poprawy");
        assertThat(people.signedIn(Role.AUDITOR).get("/biuro").page().select(".waiting"))
                .isEmpty();
    }

    @Test
    void each_number_that_waits_opens_a_list_of_just_as_many() {
        var consultation = remarksByForm.withRemarks(4);
        var clerk = people.signedIn(Role.CLERK);
        var department = people.department("ILE", "Departament Ilości");
        var officer = people.signedIn(people.officer(department));
        post(
                clerk,
                desk(consultation) + "/przekaz",
                "numbers=1:-1&numbers=2:-1&numbers=3:-1&numbers=4:-1&department=" + department.key() + "&sure=true");
        answer(officer, consultation, 1, "draft");
        answer(officer, consultation, 2, "review");
        post(clerk, desk(consultation) + "/2/zwroc", "revision=0&returnReason=Popraw+to.");
        answer(officer, consultation, 3, "review");

        var waiting = officer.get("/biuro").page().select(".waiting li");

        assertThat(waiting.text()).contains("3 uwagi czekają na odpowiedź", "1 odpowiedź zwrócona do poprawy");
        assertThat(waiting.select("a[href^=" + desk(consultation) + "]"))
                .hasSize(2)
                .allSatisfy(link -> {
                    var listed = officer.get(link.attr("href")).page();
                    var many = link.closest("li").text().contains("zwrócona") ? 1 : 3;
                    assertThat(listed.select("tbody tr")).hasSize(many);
                    assertThat(listed.selectFirst("select[name=stan] option[selected]"))
                            .isNotNull();
                });
    }

    @Test
    void a_group_of_all_that_match_says_when_more_match_than_go_into_it() {
        var consultation = rows.open();
        rows.remarks(consultation, 503);
        var clerk = people.signedIn(Role.CLERK);

        var page = post(clerk, "/biuro/konsultacje/" + consultation.slug() + "/podobne", "all=true")
                .page();

        assertThat(page.select("input[name=numbers]")).hasSize(500);
        assertThat(page.select(".note-warn").text())
                .contains("Naraz zrobisz to z 500 uwagami.")
                .contains("Pasują jeszcze 3 uwagi");
    }

    @Test
    void the_author_gets_a_mail_when_the_answer_is_approved(Mailbox mailbox, Jobs jobs) {
        var consultation = rows.open();
        var author = people.person();
        submit(consultation, author);
        var clerk = people.signedIn(Role.CLERK);
        answer(clerk, consultation, 1, "review");
        jobs.runDue();
        assertThat(mailbox.last(author.email()).subject()).startsWith("Potwierdzenie");

        post(clerk, desk(consultation) + "/1/zatwierdz", "revision=0");
        jobs.runDue();

        var mail = mailbox.last(author.email());
        assertThat(mail.subject()).isEqualTo("Urząd odpowiedział na uwagę " + consultation.reference() + "/0001");
        assertThat(mail.body()).contains("uwzględniona", "Odpowiadamy.", "/uwagi/1");
    }

    @Test
    void the_mail_holds_no_words_that_were_hidden_before_it_went(Mailbox mailbox, Jobs jobs) {
        var consultation = rows.open();
        var author = people.person();
        submit(consultation, author);
        var clerk = people.signedIn(Role.CLERK);
        answer(clerk, consultation, 1, "review");
        jobs.runDue();
        post(clerk, desk(consultation) + "/1/zatwierdz", "revision=0");
        clerk.post(
                desk(consultation) + "/1/ukryj",
                Map.of("hiddenField", "ANSWER", "hiddenText", "Odpowiadamy", "hideReason", "dane osobowe"));

        jobs.runDue();

        assertThat(mailbox.last(author.email()).body())
                .contains("[ukryto: dane osobowe].")
                .doesNotContain("Odpowiadamy");
    }

    @Test
    void an_answer_goes_from_draft_to_review_to_everybody(Web visitor) {
        var consultation = remarksByForm.withRemarks(1);
        var clerk = people.signedIn(Role.CLERK);

        answer(clerk, consultation, 1, "draft");
        var form = clerk.get(desk(consultation) + "/1").page();
        answer(clerk, consultation, 1, "review", "0");
        var approved = post(clerk, desk(consultation) + "/1/zatwierdz", "revision=1");

        assertThat(form.selectFirst("#rationale").text()).isEqualTo("Odpowiadamy.");
        assertThat(form.selectFirst("input[name=position][checked]").val()).isEqualTo("ACCEPTED");
        assertThat(approved.status()).isEqualTo(303);
        assertThat(visitor.get("/konsultacje/" + consultation.slug() + "/uwagi/1")
                        .page()
                        .text())
                .contains("Odpowiadamy.");
    }

    @Test
    void words_typed_over_a_newer_answer_are_kept_beside_it() {
        var consultation = remarksByForm.withRemarks(1);
        answer(people.signedIn(Role.CLERK), consultation, 1, "draft");

        var form = new HashMap<String, String>();
        form.put("rationale", "Moje słowa.");
        form.put("revision", "-1");
        form.put("action", "draft");
        var stale = people.signedIn(Role.CLERK).post(desk(consultation) + "/1/odpowiedz", form);

        assertThat(stale.status()).isEqualTo(422);
        assertThat(stale.page().selectFirst("#rationale").text()).isEqualTo("Moje słowa.");
        assertThat(stale.page().selectFirst("#answer .wording").text()).isEqualTo("Odpowiadamy.");
        assertThat(stale.page().selectFirst("#answer input[name=revision]").val())
                .isEqualTo("0");
    }

    @Test
    void script_in_an_answer_stays_text() {
        var consultation = remarksByForm.withRemarks(1);
        var clerk = people.signedIn(Role.CLERK);
        clerk.post(
                desk(consultation) + "/1/odpowiedz",
                Map.of("rationale", "<script>alert(1)</script>\u0000🙂", "revision", "-1", "action", "draft"));

        var page = clerk.get(desk(consultation) + "/1");

        assertThat(page.text()).doesNotContain("<script>alert");
        assertThat(page.page().selectFirst("#rationale").text()).isEqualTo("<script>alert(1)</script>🙂");
    }

    @Test
    void the_pages_are_open_to_all(Browser browser, TestClock clock) {
        var consultation = remarksByForm.withRemarks(2);
        var clerk = people.signedIn(Role.CLERK);
        var office = "/biuro/konsultacje/" + consultation.slug();
        answer(clerk, consultation, 1, "review");
        look(
                browser.as(clerk),
                clerk,
                desk(consultation),
                desk(consultation) + "/1",
                desk(consultation) + "/2",
                office + "/podobne",
                office + "/odpowiedzi",
                office + "/sprawozdanie");

        answer(clerk, consultation, 2, "review");
        post(clerk, desk(consultation) + "/zatwierdz", "numbers=1:0&numbers=2:0&sure=true");
        clock.set(ConsultationRows.CLOSES);
        var published = clerk.post(
                office + "/sprawozdanie",
                Map.of("action", "publish", "revision", "-1", "introduction", "Wstęp.", "afterword", "Dalej."));

        assertThat(published.status()).isEqualTo(303);
        look(browser, clerk, office + "/sprawozdanie", "/konsultacje/" + consultation.slug() + "/sprawozdanie");
    }

    private static void look(Browser browser, Web web, String... paths) {
        for (var path : paths) {
            assertThat(HtmlValidity.problems(web.get(path).text())).as(path).isEmpty();
            browser.width(Browser.NARROW).open(path);
            assertThat(browser.barriers()).as(path).isEmpty();
            assertThat(browser.complaints()).as(path).isEmpty();
            assertThat(browser.overflow()).as(path).isEmpty();
        }
    }

    private java.util.List<String> numbers(Web clerk, Consultation consultation, String query) {
        return clerk.get(desk(consultation) + query)
                .page()
                .select(".register tbody th a")
                .eachText();
    }

    private void submit(Consultation consultation, Actor author) {
        people.signedIn(author)
                .post(
                        "/konsultacje/" + consultation.slug() + "/uwagi",
                        Map.of(
                                "version", "1",
                                "unit", "par_2",
                                "rationale", "Czekam na odpowiedź.",
                                "formToken", UUID.randomUUID().toString(),
                                "action", "submit"));
    }

    private void answer(Web clerk, Consultation consultation, int number, String action) {
        answer(clerk, consultation, number, action, "-1");
    }

    private void answer(Web clerk, Consultation consultation, int number, String action, String revision) {
        var reply = clerk.post(
                desk(consultation) + "/" + number + "/odpowiedz",
                Map.of("position", "ACCEPTED", "rationale", "Odpowiadamy.", "revision", revision, "action", action));
        assertThat(reply.status()).isEqualTo(303);
    }

    private static Web.Reply post(Web web, String path, String body) {
        return web.send(web.request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String desk(Consultation consultation) {
        return "/biuro/konsultacje/" + consultation.slug() + "/uwagi";
    }
}
