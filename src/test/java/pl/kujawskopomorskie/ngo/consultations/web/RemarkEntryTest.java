package pl.kujawskopomorskie.ngo.consultations.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionOperations;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.consultations.RemarkCounts;
import pl.kujawskopomorskie.ngo.consultations.Remarks;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.Multipart;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class RemarkEntryTest {

    private static final byte[] TABLE = """
            Lp.;Obecne brzmienie;Proponowana zmiana;Uzasadnienie
            1;§ 2 Termin składania ofert wynosi 14 dni.;21 dni;Za krótko
            2;Uchwała wchodzi w życie po upływie 14 dni od dnia ogłoszenia.;;Zgoda
            3;§ 77;coś;Nie ma takiego
            4;;;
            """.getBytes(StandardCharsets.UTF_8);

    private final ConsultationRows rows;
    private final People people;
    private final Remarks remarks;

    RemarkEntryTest(ConsultationRows rows, People people, Remarks remarks) {
        this.rows = rows;
        this.people = people;
        this.remarks = remarks;
    }

    @Test
    void what_came_on_paper_stands_in_the_register_under_its_channel(Web visitor) {
        var consultation = rows.open();
        var clerk = people.signedIn(Role.CLERK);

        var reply = clerk.post(
                desk(consultation), form(Map.of("channel", "PAPER", "author", "Stowarzyszenie Most", "named", "true")));

        assertThat(reply.status()).isEqualTo(303);
        assertThat(clerk.get(reply.location()).page().select("[role=status]").text())
                .contains(consultation.reference() + "/0001");
        var remark =
                remarks.findByConsultationIdAndNumber(consultation.key(), 1).orElseThrow();
        assertThat(remark.channel()).isEqualTo(Channel.PAPER);
        assertThat(remark.authorId()).isNull();
        assertThat(remark.currentWording()).isEqualTo("Termin składania ofert wynosi 14 dni.");
        assertThat(visitor.get(RemarkPagesTest.uwagi(consultation) + "/1")
                        .page()
                        .text())
                .contains("Stowarzyszenie Most")
                .contains("pismo");
    }

    @Test
    void what_came_on_paper_has_its_page_on_the_desk_with_its_history() {
        var consultation = rows.open();
        var clerk = people.signedIn(Role.CLERK);
        clerk.post(desk(consultation), form(Map.of("channel", "PAPER")));

        var reply = clerk.get(desk(consultation) + "/1");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.page().select("ol.plain-list").text()).contains("Wpisano uwagę, która przyszła inną drogą");
    }

    @Test
    void what_has_no_words_yet_stands_in_the_history_by_its_name(
            AuditLog log, TransactionOperations<Connection> transactions) {
        var consultation = rows.open();
        var clerk = people.signedIn(Role.CLERK);
        clerk.post(desk(consultation), form(Map.of()));
        transactions.executeWrite(status -> {
            log.record(null, "SOMETHING_NEW", "remark", consultation.reference() + "/0001", "");
            return status;
        });

        var reply = clerk.get(desk(consultation) + "/1");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.page().select("ol.plain-list").text()).contains("SOMETHING_NEW");
    }

    @Test
    void a_scan_is_kept_beside_the_remark_for_the_office_alone(Web visitor) {
        var consultation = rows.open();
        var clerk = people.signedIn(Role.CLERK);
        var sent = Multipart.form();
        form(Map.of("channel", "PAPER")).forEach(sent::field);

        var reply = sent.file("attachments", "pismo.txt", "Skan pisma.".getBytes(StandardCharsets.UTF_8))
                .post(clerk, desk(consultation));

        assertThat(reply.status()).isEqualTo(303);
        var link = clerk.get(desk(consultation) + "/1")
                .page()
                .selectFirst("a[href*=zalaczniki]")
                .attr("href");
        assertThat(clerk.send(clerk.request(link).GET()).text()).isEqualTo("Skan pisma.");
        assertThat(visitor.send(visitor.request(link).GET()).status()).isEqualTo(404);
        assertThat(visitor.get(RemarkPagesTest.uwagi(consultation) + "/1").text())
                .contains("oryginał z danymi nadawcy")
                .doesNotContain(link);
    }

    @Test
    void a_scan_that_is_no_file_of_ours_is_named_and_what_was_typed_stays() {
        var consultation = rows.open();
        var sent = Multipart.form();
        form(Map.of("channel", "PAPER")).forEach(sent::field);

        var reply = sent.file("attachments", "pismo.exe", "MZ".getBytes(StandardCharsets.UTF_8))
                .post(people.signedIn(Role.CLERK), desk(consultation));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().selectFirst("#attachments-error")).isNotNull();
        assertThat(reply.page().selectFirst("#rationale").text()).isEqualTo("Przyszło pocztą.");
    }

    @Test
    void the_empty_table_is_one_that_the_import_knows() {
        var consultation = rows.open();
        var clerk = people.signedIn(Role.CLERK);
        var link = clerk.get(desk(consultation) + "/wczytaj")
                .page()
                .selectFirst("a[href$=wzor.xlsx]")
                .attr("href");

        var table = clerk.send(clerk.request(link).GET());

        assertThat(table.status()).isEqualTo(200);
        assertThat(upload(clerk, consultation, table.response().body(), "wzor.xlsx")
                        .page()
                        .selectFirst("#file-error")
                        .text())
                .contains("nie ma żadnej uwagi");
    }

    @Test
    void post_takes_longer_than_the_term_but_no_letter_comes_from_the_future(TestClock clock) {
        var consultation = rows.open();
        clock.set(ConsultationRows.CLOSES.plusSeconds(3600));
        var clerk = people.signedIn(Role.CLERK);

        assertThat(clerk.post(desk(consultation), form(Map.of())).status()).isEqualTo(303);
        var future = clerk.post(desk(consultation), form(Map.of("receivedOn", "2027-01-01")));
        var early = clerk.post(desk(consultation), form(Map.of("receivedOn", "2026-01-01")));

        assertThat(future.status()).isEqualTo(422);
        assertThat(future.page().selectFirst("#receivedOn-error")).isNotNull();
        assertThat(early.page().selectFirst("#receivedOn-error")).isNotNull();
    }

    @Test
    void the_form_comes_back_with_each_mistake_named() {
        var consultation = rows.open();

        var reply = people.signedIn(Role.CLERK)
                .post(
                        desk(consultation),
                        form(Map.of("author", " ", "channel", "FORM", "rationale", "", "receivedOn", "")));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".error-summary li")).hasSize(4);
    }

    @Test
    void only_a_clerk_enters_remarks() {
        var consultation = rows.open();

        for (var role : new Role[] {Role.RESIDENT, Role.DEPARTMENT_OFFICER, Role.AUDITOR, Role.ADMINISTRATOR}) {
            var web = role == Role.RESIDENT ? people.signedIn() : people.signedIn(role);
            assertThat(web.get(desk(consultation) + "/nowa").status()).isEqualTo(403);
            assertThat(web.post(desk(consultation), form(Map.of())).status()).isEqualTo(403);
        }
    }

    @Test
    void a_table_is_shown_first_and_entered_once(RemarkCounts counts) {
        var consultation = rows.open();
        var clerk = people.signedIn(Role.CLERK);

        var preview = upload(clerk, consultation, TABLE, "uwagi.csv");

        assertThat(preview.status()).isEqualTo(200);
        assertThat(counts.submitted(consultation.key())).isZero();
        var page = preview.page();
        assertThat(page.select("tbody tr")).hasSize(3);
        assertThat(page.select("input[name=row][checked]")).hasSize(2);
        assertThat(page.select("input[name^=unit-]").eachAttr("value")).containsExactly("§ 2", "§ 3", "");
        assertThat(page.select("tbody tr").get(2).text()).contains("W projekcie nie ma „§ 77”.");

        var applied = apply(clerk, consultation, page);

        assertThat(applied.location()).isEqualTo(RemarkPagesTest.uwagi(consultation) + "?od=1");
        assertThat(counts.submitted(consultation.key())).isEqualTo(2);
        assertThat(apply(clerk, consultation, page).status()).isEqualTo(303);
        assertThat(counts.submitted(consultation.key())).isEqualTo(2);
        var again = upload(clerk, consultation, TABLE, "uwagi.csv").page();
        assertThat(again.text()).contains("Ta uwaga jest już w rejestrze: " + consultation.reference() + "/0001");
        assertThat(again.select("input[name=row][checked]")).isEmpty();
    }

    @Test
    void what_the_clerk_corrected_stays_when_a_row_cannot_be_entered_and_the_row_is_named(RemarkCounts counts) {
        var consultation = rows.open();
        var clerk = people.signedIn(Role.CLERK);
        var page = upload(clerk, consultation, TABLE, "uwagi.csv").page();
        page.selectFirst("#row-2").removeAttr("checked");
        page.selectFirst("#row-4").attr("checked", "checked");
        page.selectFirst("#unit-3").val("§ 1");
        page.selectFirst("#unit-4").val("§ 999");

        var refused = apply(clerk, consultation, page);

        assertThat(refused.status()).isEqualTo(422);
        var again = refused.page();
        assertThat(again.select(".error-summary li").eachText())
                .containsExactly("Wiersz 4: w projekcie nie ma przepisu „§ 999”. Wybierz go z podpowiedzi.");
        assertThat(again.selectFirst(".error-summary a").attr("href")).isEqualTo("#unit-4");
        assertThat(again.selectFirst("#unit-4-error")).isNotNull();
        assertThat(again.select("input[name=row][checked]").eachAttr("value")).containsExactly("3", "4");
        assertThat(again.select("input[name^=unit-]").eachAttr("value")).containsExactly("§ 2", "§ 1", "§ 999");
        assertThat(again.selectFirst("#author").val()).isEqualTo("Koło Gospodyń Wiejskich");
        assertThat(counts.submitted(consultation.key())).isZero();

        again.selectFirst("#unit-4").val("§ 3");
        assertThat(apply(clerk, consultation, again).status()).isEqualTo(303);
        assertThat(counts.submitted(consultation.key())).isEqualTo(2);
        assertThat(remarks.findByConsultationIdAndNumber(consultation.key(), 1)
                        .orElseThrow()
                        .currentWording())
                .isEqualTo("Uchwala się zasady współpracy.");
    }

    @Test
    void what_is_stated_of_all_rows_can_be_mended_without_the_file() {
        var consultation = rows.open();
        var clerk = people.signedIn(Role.CLERK);
        var page = upload(clerk, consultation, TABLE, "uwagi.csv").page();
        page.selectFirst("#receivedOn").val("2027-01-01");

        var refused = apply(clerk, consultation, page);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().selectFirst("#receivedOn-error")).isNotNull();
        assertThat(refused.page().select("input[name=row][checked]")).hasSize(2);
        var mended = refused.page();
        mended.selectFirst("#receivedOn").val("2026-11-20");
        assertThat(apply(clerk, consultation, mended).status()).isEqualTo(303);
    }

    @Test
    void nothing_ticked_is_said_on_the_page() {
        var consultation = rows.open();
        var clerk = people.signedIn(Role.CLERK);
        var page = upload(clerk, consultation, TABLE, "uwagi.csv").page();
        page.select("input[name=row]").removeAttr("checked");

        var refused = apply(clerk, consultation, page);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("tbody tr")).hasSize(3);
        assertThat(HtmlValidity.problems(refused.text())).isEmpty();
    }

    @Test
    void five_hundred_rows_are_reviewed_and_entered(RemarkCounts counts) {
        var consultation = rows.open();
        var clerk = people.signedIn(Role.CLERK);
        var table = new StringBuilder("Lp.;Obecne brzmienie;Proponowana zmiana;Uzasadnienie\n");
        for (var i = 1; i <= 500; i++) {
            table.append(i)
                    .append(";§ 2;Zmiana ")
                    .append(i)
                    .append(" – ")
                    .append("żółć ".repeat(100))
                    .append(";Bo tak ")
                    .append(i)
                    .append('\n');
        }

        var page = upload(clerk, consultation, table.toString().getBytes(StandardCharsets.UTF_8), "uwagi.csv")
                .page();
        assertThat(page.select("input[name=row][checked]")).hasSize(500);
        page.selectFirst("#unit-500").val("§ 404");
        var refused = apply(clerk, consultation, page);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("input[name=row][checked]")).hasSize(500);
        assertThat(refused.page().select(".error-summary li").text()).contains("Wiersz 500");
        assertThat(counts.submitted(consultation.key())).isZero();

        var mended = refused.page();
        mended.selectFirst("#unit-500").val("§ 3");
        var applied = apply(clerk, consultation, mended);

        assertThat(applied.location()).isEqualTo(RemarkPagesTest.uwagi(consultation) + "?od=1");
        assertThat(counts.submitted(consultation.key())).isEqualTo(500);
        assertThat(remarks.highestNumber(consultation.key())).isEqualTo(500);
        var last =
                remarks.findByConsultationIdAndNumber(consultation.key(), 500).orElseThrow();
        assertThat(last.proposedWording()).startsWith("Zmiana 500 – żółć").endsWith("żółć");
    }

    @Test
    void a_file_that_is_no_table_is_refused_at_its_field() {
        var consultation = rows.open();

        var reply =
                upload(people.signedIn(Role.CLERK), consultation, "nic".getBytes(StandardCharsets.UTF_8), "uwagi.xlsx");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().selectFirst("#file-error").text()).contains("nie umiemy odczytać");
    }

    private static String desk(Consultation consultation) {
        return "/biuro/konsultacje/" + consultation.slug() + "/uwagi";
    }

    private static Map<String, String> form(Map<String, String> with) {
        var form = new HashMap<>(Map.of(
                "version", "1",
                "unit", "par_2",
                "channel", "EMAIL",
                "author", "Jan Nowak",
                "receivedOn", "2026-11-20",
                "proposedWording", "",
                "rationale", "Przyszło pocztą.",
                "formToken", UUID.randomUUID().toString()));
        form.putAll(with);
        return form;
    }

    private static Web.Reply upload(Web clerk, Consultation consultation, byte[] file, String name) {
        return Multipart.form()
                .field("version", "1")
                .field("channel", "EMAIL")
                .field("author", "Koło Gospodyń Wiejskich")
                .field("named", "true")
                .field("receivedOn", "2026-11-20")
                .file("file", name, file)
                .post(clerk, desk(consultation) + "/wczytaj");
    }

    private static Web.Reply apply(Web clerk, Consultation consultation, Document page) {
        var body = page.select("main form input[name]").stream()
                .filter(input -> !input.attr("type").matches("checkbox|radio") || input.hasAttr("checked"))
                .map(input -> Web.encoded(Map.of(input.attr("name"), input.val())))
                .collect(Collectors.joining("&"));
        return clerk.send(clerk.request(desk(consultation) + "/wczytaj/zapisz")
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
