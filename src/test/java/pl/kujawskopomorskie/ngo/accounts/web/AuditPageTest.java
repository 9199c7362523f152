package pl.kujawskopomorskie.ngo.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class AuditPageTest {

    private final AuditLog log;
    private final People people;
    private final TestClock clock;
    private final TransactionOperations<Connection> transactions;

    AuditPageTest(AuditLog log, People people, TestClock clock, TransactionOperations<Connection> transactions) {
        this.log = log;
        this.people = people;
        this.clock = clock;
        this.transactions = transactions;
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR", "ADMINISTRATOR"})
    void auditors_and_administrators_read_the_log(Role role) {
        assertThat(people.signedIn(role).get("/dziennik").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RESIDENT", "CLERK", "DEPARTMENT_OFFICER"})
    void nobody_else_does(Role role) {
        assertThat(people.signedIn(role).get("/dziennik").status()).isEqualTo(403);
    }

    @Test
    void a_visitor_is_not_shown_the_log(Web web) {
        assertThat(web.get("/dziennik").status()).isIn(303, 401);
    }

    @Test
    void an_entry_is_shown_in_words_with_the_name_of_who_did_it() {
        var who = people.named("Zofia Żukowska");
        var mark = mark();
        record(who.personId(), "REMARK_SUBMITTED", "remark", mark, "");

        var row = auditor().get("/dziennik?text=" + mark).page().selectFirst("tbody tr");

        assertThat(row.text()).contains("Zofia Żukowska", "Zgłoszono uwagę", "uwaga " + mark, "20 listopada 2026");
    }

    @Test
    void an_action_without_words_is_shown_by_its_name() {
        var mark = mark();
        record(null, "SOMETHING_NEW", "gadget", mark, "");

        var page = auditor().get("/dziennik?text=" + mark + "&lang=en").page();

        assertThat(page.selectFirst("tbody tr").text()).contains("SOMETHING_NEW", "gadget", "no account");
    }

    @Test
    void details_and_settings_are_shown_in_words_but_what_a_person_typed_as_it_is() {
        var mark = mark();
        record(null, "REMARK_ENTERED", "remark", mark, "PAPER");
        record(null, "DRAFT_READ", "consultation", mark, "version 2, units 23");
        record(null, "TEXT_HIDDEN", "remark", mark, "RATIONALE: adres, version PAPER");
        record(null, "ROLE_GRANTED", "person", mark, "DEPARTMENT_OFFICER DSSZ");
        record(null, "SETTING_CHANGED", "setting", "REPORT_DUE_DAYS", "30 → 31 " + mark);

        var text =
                auditor().get("/dziennik?text=" + mark).page().select("tbody").text();

        assertThat(text)
                .contains(
                        "pismo, pocztą lub osobiście",
                        "wersja 2, liczba jednostek 23",
                        "Uzasadnienie: adres, version PAPER",
                        "pracownik departamentu DSSZ",
                        "ustawienie Ile dni po zakończeniu ma być sprawozdanie");
    }

    @Test
    void the_next_edition_of_a_report_is_told_in_the_language_of_who_reads() {
        var mark = mark();
        record(null, "TEXT_HIDDEN", "remark", mark, "RATIONALE, edition 2, hash_before ab12ed: edition RODO");
        record(null, "NOTICE_WORDS_HIDDEN", "consultation", mark, "edition 3, hash_before 0cafe1: dane osobowe");
        record(null, "NAME_WITHDRAWN", "remark", mark, "edition 4, hash_before be0");
        var auditor = auditor();

        assertThat(auditor.get("/dziennik?text=" + mark).page().select("tbody").text())
                .contains(
                        "Uzasadnienie, wydanie 2, SHA-256 poprzedniego wydania ab12ed: edition RODO",
                        "wydanie 3, SHA-256 poprzedniego wydania 0cafe1: dane osobowe",
                        "wydanie 4, SHA-256 poprzedniego wydania be0");
        assertThat(auditor.get("/dziennik?lang=en&text=" + mark)
                        .page()
                        .select("tbody")
                        .text())
                .contains("edition 3, SHA-256 of the edition before 0cafe1: dane osobowe");
    }

    @Test
    void sign_ins_that_failed_are_in_the_log(Web web) {
        var person = people.withPassword();
        var email = person.email();
        for (var i = 0; i < 13; i++) {
            web.post("/logowanie", Map.of("email", email, "password", "nie to hasło " + i));
        }

        var rows = auditor()
                .get("/dziennik?kind=person&text=" + person.personId())
                .page()
                .select("tbody tr");

        assertThat(rows.eachText().stream().filter(row -> row.contains("Odmówiono zalogowania")))
                .hasSize(10);
        assertThat(rows.eachText().stream().filter(row -> row.contains("Wstrzymano logowanie po zbyt wielu próbach")))
                .hasSize(1);
    }

    @Test
    void script_in_a_name_or_a_detail_stays_text() {
        var who = people.named("<script>alert(1)</script>");
        var mark = mark();
        record(who.personId(), "<b>X</b>", "<i>k</i>", mark, "<img src=x onerror=alert(2)>");

        var reply = auditor().get("/dziennik?text=" + mark);

        assertThat(reply.text()).doesNotContain("<script>alert", "<img src=x", "<b>X", "<i>k");
        assertThat(reply.page().selectFirst("tbody").text())
                .contains("<script>alert(1)</script>", "<img src=x onerror=alert(2)>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dziennik?text=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/dziennik?kind=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/dziennik?from=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
            })
    void script_in_the_address_stays_text(String address) {
        assertThat(auditor().get(address).text()).doesNotContain("<script>alert");
    }

    @Test
    void the_search_narrows_by_words_person_subject_and_days() {
        var who = people.named("Unikalna Osoba " + mark());
        var mark = mark();
        record(who.personId(), "SIGNED_IN", "person", mark, "zażółć");
        clock.advance(Duration.ofDays(3));
        record(null, "SIGNED_OUT", "remark", mark, "100%_pewne");
        var web = auditor();

        assertThat(rows(web, "text=" + mark)).isEqualTo(2);
        assertThat(rows(web, "text=" + mark + "&kind=person")).isEqualTo(1);
        assertThat(rows(web, "text=" + mark + "&actor=Unikalna")).isEqualTo(1);
        assertThat(rows(web, "text=" + mark + "&from=2026-11-21")).isEqualTo(1);
        assertThat(rows(web, "text=" + mark + "&to=2026-11-20")).isEqualTo(1);
        assertThat(rows(web, "text=" + mark + "&from=2026-11-21&to=2026-11-22")).isZero();
        assertThat(rows(web, "text=100%25_pewne&from=2026-11-23&to=2026-11-23&actor="))
                .isPositive();
        assertThat(rows(web, "text=1000_pewne")).isZero();
        assertThat(rows(web, "text=%27%20OR%201=1%20--%20")).isZero();
    }

    @Test
    void a_day_that_is_none_is_named_at_its_field_and_the_search_kept() {
        var reply = auditor().get("/dziennik?text=uwaga&from=wczoraj&to=2026-01-01");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().selectFirst("#text").val()).isEqualTo("uwaga");
        assertThat(reply.page().selectFirst("#from-error").text()).contains("2026-11-20");
    }

    @Test
    void pages_go_on_without_losing_or_repeating_an_entry_even_within_one_moment() {
        var mark = mark();
        for (var i = 0; i < 120; i++) {
            record(null, "SIGNED_IN", "person", mark + "-" + i, "");
        }
        var web = auditor();
        var seen = new ArrayList<String>();
        var address = "/dziennik?text=" + mark;
        for (var pages = 0; !address.isEmpty(); pages++) {
            assertThat(pages).isLessThan(4);
            var page = web.get(address).page();
            page.select("tbody tr td:nth-child(4)").forEach(cell -> seen.add(cell.text()));
            var next = page.selectFirst("a[rel=next]");
            address = next == null ? "" : next.attr("href");
        }

        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
        assertThat(seen.getFirst()).endsWith(mark + "-119");
    }

    @Test
    void a_full_page_costs_as_many_queries_as_an_empty_one(Queries queries) {
        var mark = mark();
        for (var i = 0; i < 30; i++) {
            record(people.person().personId(), "SIGNED_IN", "person", mark, "");
        }
        var web = auditor();
        web.get("/dziennik");

        var full = queries.during(() -> web.get("/dziennik?text=" + mark));
        var empty = queries.during(() -> web.get("/dziennik?text=" + mark() + mark()));

        assertThat(full).hasSameSizeAs(empty);
    }

    private int rows(Web web, String query) {
        return web.get("/dziennik?" + query).page().select("tbody tr").size();
    }

    private Web auditor() {
        return people.signedIn(Role.AUDITOR);
    }

    private static String mark() {
        return UUID.randomUUID().toString();
    }

    private void record(Long actor, String action, String kind, String subject, String detail) {
        transactions.executeWrite(status -> {
            log.record(actor, action, kind, subject, detail);
            return null;
        });
    }
}
