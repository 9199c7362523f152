package pl.kujawskopomorskie.ngo.consultations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.shared.documents.PdfUa;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.Multipart;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class RemarkPagesTest {

    private static final byte[] NOTE = "Zwykły tekst.".getBytes(StandardCharsets.UTF_8);

    private final ConsultationRows rows;
    private final People people;

    RemarkPagesTest(ConsultationRows rows, People people) {
        this.rows = rows;
        this.people = people;
    }

    @Test
    void the_form_stands_beside_the_text_of_the_unit_with_its_wording_in_it() {
        var consultation = rows.open();
        var web = people.signedIn();

        var page =
                web.get(uwagi(consultation) + "/nowa?jednostka=par_2&wersja=1").page();

        assertThat(page.selectFirst(".remark-unit").text()).contains("§ 2");
        assertThat(page.selectFirst("#proposedWording").text()).isEqualTo("Termin składania ofert wynosi 14 dni.");
        assertThat(page.selectFirst("#consents").hasAttr("checked")).isFalse();
        assertThat(page.select(".privacy p")).hasSize(4);
        assertThat(page.selectFirst("input[name=formToken]").val()).hasSize(36);
    }

    @Test
    void htmx_gets_the_form_alone() {
        var consultation = rows.open();
        var web = people.signedIn();

        var reply = web.send(web.request(uwagi(consultation) + "/nowa?jednostka=par_2")
                .header("HX-Request", "true")
                .header("Accept", "text/html")
                .GET());

        assertThat(reply.text()).contains("id=\"beside\"").doesNotContain("<html");
        assertThat(reply.page().selectFirst("#proposedWording")).isNotNull();
    }

    @Test
    void a_visitor_is_led_to_the_sign_in_and_back_to_the_form(Web visitor) {
        var path = uwagi(rows.open()) + "/nowa?jednostka=par_2&wersja=1";

        var reply = visitor.get(path);
        var fragment =
                visitor.send(visitor.request(path).header("HX-Request", "true").GET());

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.location()).isEqualTo("/logowanie?dalej=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
        assertThat(fragment.header("HX-Redirect")).isEqualTo(reply.location());
    }

    @Test
    void who_was_signed_out_while_writing_keeps_the_words(Web visitor) {
        var reply = visitor.post(uwagi(rows.open()), form("Długo to pisałam.", "submit"));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.page().selectFirst("#rationale").text()).isEqualTo("Długo to pisałam.");
    }

    @Test
    void submitting_leads_to_the_number_and_the_receipt() throws Exception {
        var consultation = rows.open();
        var web = people.signedIn();

        var sent = Multipart.form()
                .field("version", "1")
                .field("unit", "par_2")
                .field("proposedWording", "Termin składania ofert wynosi 21 dni.")
                .field("rationale", "Krócej nie zdążymy.")
                .field("formToken", UUID.randomUUID().toString())
                .field("action", "submit")
                .file("attachments", "", new byte[0])
                .post(web, uwagi(consultation));
        var accepted = web.get(sent.location());

        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).isEqualTo(uwagi(consultation) + "/1/zlozona");
        assertThat(accepted.page().selectFirst(".remark-number").text()).isEqualTo(consultation.reference() + "/0001");
        var text = web.get(uwagi(consultation) + "/1/potwierdzenie.txt");
        assertThat(sha256(text.response().body()))
                .isEqualTo(accepted.page().selectFirst(".hash code").text());
        var pdf = web.get(uwagi(consultation) + "/1/potwierdzenie.pdf");
        assertThat(pdf.header("Content-Type")).startsWith("application/pdf");
        PdfUa.assertHolds(pdf.response().body());
    }

    @Test
    void the_receipt_is_its_authors_alone(Web visitor) {
        var consultation = rows.open();
        submit(people.signedIn(), consultation, "Moja uwaga.");
        var other = people.signedIn();

        for (var page : new String[] {"/1/zlozona", "/1/potwierdzenie.pdf", "/1/potwierdzenie.txt"}) {
            assertThat(other.get(uwagi(consultation) + page).status()).isEqualTo(404);
            assertThat(visitor.get(uwagi(consultation) + page).status()).isEqualTo(303);
        }
    }

    @Test
    void a_form_without_words_comes_back_with_what_was_typed() {
        var consultation = rows.open();
        var web = people.signedIn();
        var form = new HashMap<>(form("", "submit"));
        form.put("proposedWording", "Termin składania ofert wynosi 14 dni.");

        var reply = web.post(uwagi(consultation), form);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().selectFirst(".error-summary").text())
                .contains("Wpisz uzasadnienie albo proponowane brzmienie.");
        assertThat(reply.page().selectFirst("#proposedWording").text()).contains("14 dni");
    }

    @Test
    void script_stays_text_emoji_and_hebrew_stay_and_nul_goes() {
        var consultation = rows.open();
        var web = people.signedIn();

        submit(web, consultation, "<script>alert(1)</script> 🙂 שלום\u0000!");
        var reply = web.get(uwagi(consultation) + "/1");

        assertThat(reply.text()).doesNotContain("<script>alert");
        assertThat(reply.page().select("p[dir=auto]").text()).contains("<script>alert(1)</script> 🙂 שלום!");
    }

    @Test
    void after_the_term_the_page_says_so_and_shows_the_words(TestClock clock) {
        var consultation = rows.open();
        var web = people.signedIn();
        clock.set(ConsultationRows.CLOSES);

        var reply = web.post(uwagi(consultation), form("O sekundę za późno.", "submit"));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.page().text()).contains("Termin na uwagi minął.").contains("O sekundę za późno.");
        assertThat(web.get("/konto/uwagi").page().select(".entry")).hasSize(1);
    }

    @Test
    void no_form_is_begun_after_the_term_and_before_it_only_for_a_draft(TestClock clock) {
        var web = people.signedIn();
        var early = web.get(uwagi(rows.announced()) + "/nowa");
        assertThat(early.status()).isEqualTo(200);
        assertThat(early.page().select("button[value=submit]")).isEmpty();
        assertThat(early.page().select("button[value=keep]")).hasSize(1);

        var consultation = rows.open();
        clock.set(ConsultationRows.CLOSES);

        var late = web.get(uwagi(consultation) + "/nowa");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().text()).contains("Termin na uwagi minął.");
    }

    @Test
    void a_file_sent_twice_with_the_same_form_is_attached_once_and_can_be_taken_off() {
        var consultation = rows.open();
        var web = people.signedIn();
        var token = UUID.randomUUID().toString();
        var first = draft(token).file("attachments", "notatka.txt", NOTE).post(web, uwagi(consultation));
        draft(token).file("attachments", "notatka.txt", NOTE).post(web, uwagi(consultation));
        var boxes = web.get(first.location()).page().select("input[name=remove]");
        assertThat(boxes).hasSize(1);

        draft(token).field("remove", boxes.val()).post(web, uwagi(consultation));

        assertThat(web.get(first.location()).page().select("input[name=remove]"))
                .isEmpty();
    }

    @Test
    void no_more_files_are_taken_than_the_office_allows() {
        var consultation = rows.open();
        var form = draft(UUID.randomUUID().toString());
        for (var i = 1; i <= 6; i++) {
            form.file("attachments", "notatka" + i + ".txt", ("Notatka " + i).getBytes(StandardCharsets.UTF_8));
        }

        var reply = form.post(people.signedIn(), uwagi(consultation));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().selectFirst("#attachments-error").text()).contains("najwyżej 5");
    }

    @Test
    void a_draft_is_kept_gone_on_with_and_thrown_away() {
        var consultation = rows.open();
        var web = people.signedIn();
        var form = new HashMap<>(form("Na razie szkic.", "keep"));

        var kept = web.post(uwagi(consultation), form);
        var draft = kept.location().replaceAll("\\?.*", "");
        form.put("rationale", "Już lepiej.");
        web.post(uwagi(consultation), form);

        assertThat(kept.status()).isEqualTo(303);
        assertThat(web.get(draft).page().selectFirst("#rationale").text()).isEqualTo("Już lepiej.");
        assertThat(web.get("/konto/uwagi").page().select(".entry")).hasSize(1);
        assertThat(people.signedIn().get(draft).status()).isEqualTo(404);
        assertThat(people.signedIn().post(draft + "/usun", Map.of()).status()).isEqualTo(404);
        assertThat(web.post(draft + "/usun", seen(web, draft)).status()).isEqualTo(303);
        assertThat(web.get(draft).status()).isEqualTo(404);
    }

    @Test
    void of_two_tabs_on_one_draft_the_second_is_told_and_keeps_its_words() {
        var consultation = rows.open();
        var web = people.signedIn();
        var form = new HashMap<>(form("Na razie szkic.", "keep"));
        var draft = web.post(uwagi(consultation), form).location().replaceAll("\\?.*", "");
        form.put("revision", web.get(draft).page().select("[name=revision]").val());
        form.put("rationale", "Z pierwszej karty.");
        assertThat(web.post(uwagi(consultation), form).status()).isEqualTo(303);
        assertThat(web.post(uwagi(consultation), form).status())
                .as("the same form again")
                .isEqualTo(303);

        form.put("rationale", "Z drugiej karty.");
        var second = web.post(uwagi(consultation), form);

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.page().selectFirst(".error-summary").text()).contains("zmienił się, odkąd go tu otwarto");
        assertThat(second.page().selectFirst("#rationale").text()).isEqualTo("Z drugiej karty.");
        assertThat(web.get(draft).page().selectFirst("#rationale").text()).isEqualTo("Z pierwszej karty.");
        form.put("revision", second.page().select("[name=revision]").val());
        assertThat(web.post(uwagi(consultation), form).status()).isEqualTo(303);
        assertThat(web.get(draft).page().selectFirst("#rationale").text()).isEqualTo("Z drugiej karty.");
    }

    @Test
    void a_draft_thrown_away_in_one_tab_is_not_submitted_unseen_from_another(Web visitor) {
        var consultation = rows.open();
        var web = people.signedIn();
        var form = new HashMap<>(form("Szkic do wyrzucenia.", "keep"));
        var draft = web.post(uwagi(consultation), form).location().replaceAll("\\?.*", "");
        form.put("revision", web.get(draft).page().select("[name=revision]").val());
        form.put("action", "submit");
        web.post(draft + "/usun", seen(web, draft));

        var reply = web.post(uwagi(consultation), form);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().selectFirst("#rationale").text()).isEqualTo("Szkic do wyrzucenia.");
        assertThat(visitor.get(uwagi(consultation) + "/1").status()).isEqualTo(404);
        form.put("revision", "");
        form.put("formToken", reply.page().select("[name=formToken]").val());
        assertThat(web.post(uwagi(consultation), form).status()).isEqualTo(303);
    }

    @Test
    void a_text_over_the_limit_is_refused_and_not_cut() {
        var consultation = rows.open();
        var web = people.signedIn();
        var form = new HashMap<>(form("a".repeat(20_001), "submit"));

        var reply = web.post(uwagi(consultation), form);

        var area = reply.page().selectFirst("#rationale");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(area.text()).hasSize(20_001);
        assertThat(area.hasAttr("maxlength")).as("a browser would cut at it").isFalse();
        assertThat(area.attr("data-longest")).isEqualTo("20000");
        assertThat(reply.page().selectFirst("#rationale-longest").text()).startsWith("Najwyżej 20");
    }

    @Test
    void a_file_over_the_limit_is_named_at_its_field_and_the_words_stay() {
        var consultation = rows.open();

        var reply = withFile(people.signedIn(), consultation, "submit", "film.pdf", new byte[25 * 1024 * 1024]);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().selectFirst("#attachments-error").text()).contains("film.pdf", "20 MB");
        assertThat(reply.page().selectFirst("#rationale").text()).isEqualTo("Z plikiem.");
    }

    @Test
    void a_visitor_reads_that_an_account_is_needed_before_the_first_click(Web visitor) {
        var consultation = rows.open();
        var draft = "/konsultacje/" + consultation.slug() + "/projekt";

        assertThat(visitor.get(draft).page().text()).contains("potrzebne jest konto");
        assertThat(people.signedIn().get(draft).page().text()).doesNotContain("potrzebne jest konto");
    }

    @Test
    void who_withdraws_a_remark_gets_a_mail_about_it(Mailbox mailbox) {
        var consultation = rows.open();
        var person = people.person();
        var web = people.signedIn(person);
        submit(web, consultation, "Do wycofania.");

        assertThat(web.post(uwagi(consultation) + "/1/wycofaj", Map.of()).status())
                .isEqualTo(303);

        assertThat(mailbox.last(person.email()).subject())
                .isEqualTo("Uwaga " + consultation.reference() + "/0001 jest wycofana");
    }

    @Test
    void a_name_stands_in_the_register_only_with_consent(Web visitor) {
        var consultation = rows.open();
        submit(people.signedIn(people.named("Tajemnicza Osoba")), consultation, "Bez nazwiska.");
        var named = new HashMap<>(form("Z nazwiskiem.", "submit"));
        named.put("consents", "true");
        people.signedIn(people.named("Jawna Osoba")).post(uwagi(consultation), named);

        var page = visitor.get(uwagi(consultation)).page();

        assertThat(page.text())
                .contains("osoba fizyczna")
                .contains("Jawna Osoba")
                .doesNotContain("Tajemnicza Osoba");
        assertThat(visitor.get(uwagi(consultation) + "/1").text()).doesNotContain("Tajemnicza Osoba");
    }

    @Test
    void what_is_hidden_is_nowhere_and_its_reason_stands_in_its_place(Web visitor) {
        var consultation = rows.open();
        submit(people.signedIn(), consultation, "Dzwońcie do Jana Kowalskiego, tel. 600.");
        people.signedIn(Role.CLERK)
                .post(
                        "/biuro/konsultacje/" + consultation.slug() + "/uwagi/1/ukryj",
                        Map.of(
                                "hiddenField", "RATIONALE",
                                "hiddenText", "Jana Kowalskiego, tel. 600",
                                "hideReason", "dane osobowe"));

        assertThat(visitor.get(uwagi(consultation) + "/1").text())
                .contains("[ukryto: dane osobowe]")
                .doesNotContain("Kowalskiego");
        assertThat(visitor.get(uwagi(consultation)).text()).doesNotContain("Kowalskiego");
        assertThat(visitor.get(uwagi(consultation) + "?szukaj=Kowalskiego")
                        .page()
                        .select("tbody tr"))
                .isEmpty();
    }

    @Test
    void a_withdrawn_remark_leaves_its_number_alone(Web visitor) {
        var consultation = rows.open();
        var web = people.signedIn();
        submit(web, consultation, "Jednak nie.");

        assertThat(people.signedIn()
                        .post(uwagi(consultation) + "/1/wycofaj", Map.of())
                        .status())
                .isEqualTo(404);
        var reply = web.post(uwagi(consultation) + "/1/wycofaj", Map.of());

        assertThat(reply.status()).isEqualTo(303);
        assertThat(visitor.get(uwagi(consultation)).page().select("tbody tr").text())
                .isEqualTo(consultation.reference() + "/0001 wycofana");
        assertThat(visitor.get(uwagi(consultation) + "/1").text()).doesNotContain("Jednak nie.");
        assertThat(visitor.get(uwagi(consultation) + "?szukaj=Jednak").page().select("tbody tr"))
                .isEmpty();
    }

    @Test
    void an_attachment_is_handed_out_once_its_remark_is_public(Web visitor) {
        var consultation = rows.open();
        var web = people.signedIn();

        var draft = withFile(web, consultation, "keep", "notatka.txt", NOTE);
        assertThat(draft.status()).isEqualTo(303);
        assertThat(web.get(draft.location()).page().text()).contains("notatka.txt");
        var sent = withFile(people.signedIn(), consultation, "submit", "notatka.txt", NOTE);
        assertThat(sent.status()).isEqualTo(303);
        var link = visitor.get(uwagi(consultation) + "/1")
                .page()
                .selectFirst("a[href*=zalaczniki]")
                .attr("href");

        var file = visitor.get(link);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.response().body()).isEqualTo(NOTE);
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(visitor.get(link.replace("notatka", "inna")).status()).isEqualTo(404);
        assertThat(visitor.get(link.replaceAll("zalaczniki/[0-9]+", "zalaczniki/1"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_file_that_is_not_what_its_name_says_is_refused() {
        var consultation = rows.open();

        var reply = withFile(
                people.signedIn(), consultation, "submit", "skan.pdf", "<html>".getBytes(StandardCharsets.UTF_8));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().selectFirst("#attachments-error").text()).contains("skan.pdf");
        assertThat(reply.page().selectFirst("#rationale").text()).isEqualTo("Z plikiem.");
    }

    @Test
    void an_unknown_unit_version_number_or_consultation_is_not_found() {
        var consultation = rows.open();
        var web = people.signedIn();

        assertThat(web.get(uwagi(consultation) + "/nowa?jednostka=par_99").status())
                .isEqualTo(404);
        assertThat(web.get(uwagi(consultation) + "/nowa?wersja=7").status()).isEqualTo(404);
        assertThat(web.get(uwagi(consultation) + "/1").status()).isEqualTo(404);
        assertThat(web.get(uwagi(consultation) + "/99999999999").status()).isEqualTo(404);
        assertThat(web.get(uwagi(rows.drafted())).status()).isEqualTo(404);
        assertThat(web.get("/konsultacje/nie-ma/uwagi").status()).isEqualTo(404);
    }

    static String uwagi(Consultation consultation) {
        return "/konsultacje/" + consultation.slug() + "/uwagi";
    }

    static Map<String, String> seen(Web web, String draft) {
        return Map.of(
                "revision",
                web.get(draft)
                        .page()
                        .select("form[action$=usun] [name=revision]")
                        .val());
    }

    static Map<String, String> form(String rationale, String action) {
        return Map.of(
                "version",
                "1",
                "unit",
                "par_2",
                "proposedWording",
                "",
                "rationale",
                rationale,
                "formToken",
                UUID.randomUUID().toString(),
                "action",
                action);
    }

    private static Multipart draft(String token) {
        return Multipart.form()
                .field("version", "1")
                .field("unit", "par_1")
                .field("proposedWording", "")
                .field("rationale", "Z plikiem.")
                .field("formToken", token)
                .field("action", "keep");
    }

    private static void submit(Web web, Consultation consultation, String rationale) {
        assertThat(web.post(uwagi(consultation), form(rationale, "submit")).status())
                .isEqualTo(303);
    }

    private static Web.Reply withFile(Web web, Consultation consultation, String action, String name, byte[] content) {
        return Multipart.form()
                .field("version", "1")
                .field("unit", "")
                .field("proposedWording", "")
                .field("rationale", "Z plikiem.")
                .field("formToken", UUID.randomUUID().toString())
                .field("action", action)
                .file("attachments", name, content)
                .post(web, uwagi(consultation));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
