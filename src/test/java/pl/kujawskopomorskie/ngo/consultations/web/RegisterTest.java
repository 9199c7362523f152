package pl.kujawskopomorskie.ngo.consultations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.consultations.DraftUnits;
import pl.kujawskopomorskie.ngo.consultations.DraftVersions;
import pl.kujawskopomorskie.ngo.consultations.IndexingRemarks;
import pl.kujawskopomorskie.ngo.consultations.PublicRemark;
import pl.kujawskopomorskie.ngo.consultations.PublicRemarks;
import pl.kujawskopomorskie.ngo.consultations.Remark;
import pl.kujawskopomorskie.ngo.consultations.RemarkAuthor;
import pl.kujawskopomorskie.ngo.consultations.RemarkRows;
import pl.kujawskopomorskie.ngo.consultations.Remarks;
import pl.kujawskopomorskie.ngo.consultations.act.ProvisionUnit;
import pl.kujawskopomorskie.ngo.consultations.act.UnitKind;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class RegisterTest {

    private final ConsultationRows rows;
    private final Remarks remarks;
    private final DraftVersions versions;
    private final DraftUnits units;

    RegisterTest(ConsultationRows rows, Remarks remarks, DraftVersions versions, DraftUnits units) {
        this.rows = rows;
        this.remarks = remarks;
        this.versions = versions;
        this.units = units;
    }

    @Test
    void a_page_needs_as_many_queries_for_one_remark_as_for_two_thousand_and_as_many_at_the_end(
            Web visitor, Queries queries) {
        var small = rows.open();
        add(small, 1);
        var large = rows.open();
        add(large, 2_000);
        var path = RemarkPagesTest.uwagi(large);
        visitor.get(path);

        var ofOne = queries.during(() -> visitor.get(RemarkPagesTest.uwagi(small)));
        var first = queries.during(() -> visitor.get(path));
        var last = queries.during(
                () -> assertThat(visitor.get(path + "?od=1951").page().select("tbody tr"))
                        .hasSize(50));

        assertThat(first).hasSameSizeAs(ofOne).hasSizeLessThanOrEqualTo(9);
        assertThat(last).hasSameSizeAs(first);
    }

    @Test
    void its_pages_are_stretches_of_numbers_with_a_way_on_and_back(Web visitor) {
        var consultation = rows.open();
        add(consultation, 120);
        var path = RemarkPagesTest.uwagi(consultation);

        var first = visitor.get(path).page();
        var second = visitor.get(first.selectFirst(".pages a[rel=next]").attr("href"))
                .page();
        var last = visitor.get(second.selectFirst(".pages a[rel=next]").attr("href"))
                .page();

        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(first.select(".pages a[rel=prev]")).isEmpty();
        assertThat(second.selectFirst("tbody tr").id()).isEqualTo("u51");
        assertThat(second.selectFirst(".pages a[rel=prev]").attr("href")).isEqualTo(path);
        assertThat(last.select("tbody tr")).hasSize(20);
        assertThat(last.select(".pages a[rel=next]")).isEmpty();
        assertThat(last.selectFirst(".pages a[rel=prev]").attr("href")).isEqualTo(path + "?od=51");
    }

    @Test
    void it_can_be_taken_home_whole_as_a_table(Web visitor) {
        var consultation = rows.open();
        add(consultation, 3);
        var page = visitor.get(RemarkPagesTest.uwagi(consultation)).page();

        var csv = visitor.send(
                visitor.request(page.selectFirst("a[href$=.csv]").attr("href")).GET());
        var xlsx = visitor.send(
                visitor.request(page.selectFirst("a[href$=.xlsx]").attr("href")).GET());

        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.text().lines().filter(line -> line.contains(consultation.reference() + "/000")))
                .hasSize(3);
        assertThat(xlsx.status()).isEqualTo(200);
        assertThat(xlsx.header("Content-Disposition")).contains("rejestr-uwag-K-");
    }

    @Test
    void a_table_taken_home_is_made_again_only_when_the_register_has_changed(Web visitor, TestClock clock) {
        var consultation = rows.open();
        add(consultation, 2);
        for (var ending : List.of(".csv", ".xlsx")) {
            var path = RemarkPagesTest.uwagi(consultation) + ending;
            var first = visitor.send(visitor.request(path).GET());
            clock.advance(Duration.ofHours(3));

            var same = known(visitor, path, first.header("ETag"));
            rows.insert(
                    "UPDATE remark SET rationale = 'Inna.', revision = revision + 1"
                            + " WHERE consultation_id = ? AND number = 2",
                    consultation.key());
            var changed = known(visitor, path, first.header("ETag"));

            assertThat(same.status()).as(ending).isEqualTo(304);
            assertThat(changed.status()).as(ending).isEqualTo(200);
        }
        var path = RemarkPagesTest.uwagi(consultation) + ".csv";
        var before = visitor.send(visitor.request(path).GET()).header("ETag");
        rows.insert(
                "INSERT INTO remark_redaction (remark_id, field, hidden_text, reason, hidden_at)"
                        + " SELECT id, 'RATIONALE', 'Inna', 'dane osobowe', submitted_at FROM remark"
                        + " WHERE consultation_id = ? AND number = 2",
                consultation.key());
        assertThat(known(visitor, path, before).text()).contains("[ukryto: dane osobowe]");
    }

    private static Web.Reply known(Web visitor, String path, String tag) {
        return visitor.send(visitor.request(path).header("If-None-Match", tag).GET());
    }

    @Test
    void what_is_not_announced_has_no_register_to_take_home(Web visitor) {
        var path = RemarkPagesTest.uwagi(rows.drafted());

        assertThat(visitor.send(visitor.request(path + ".csv").GET()).status()).isEqualTo(404);
        assertThat(visitor.send(visitor.request(path + ".xlsx").GET()).status()).isEqualTo(404);
    }

    @Test
    void it_is_narrowed_by_unit_position_channel_and_words_from_its_address(Web visitor, IndexingRemarks indexing) {
        var consultation = rows.open();
        add(consultation, 4);
        var id = remarks.findByConsultationIdAndNumber(consultation.key(), 2)
                .orElseThrow()
                .key();
        rows.insert(
                "UPDATE remark SET channel = 'EMAIL', unit_id = NULL, rationale = 'Potrzebna świetlica 100%' WHERE id = ?",
                id);
        rows.insert(
                "INSERT INTO answer (remark_id, state, position, rationale, drafted_at, approved_at, revision)"
                        + " VALUES (?, 'APPROVED', 'ACCEPTED', 'Słusznie.', '2026-11-20', '2026-11-20', 0)",
                id);
        indexing.run();
        var path = RemarkPagesTest.uwagi(consultation);

        assertThat(shown(visitor, path + "?kanal=EMAIL")).containsExactly("u2");
        assertThat(shown(visitor, path + "?stanowisko=ACCEPTED")).containsExactly("u2");
        assertThat(shown(visitor, path + "?stanowisko=NONE")).containsExactly("u1", "u3", "u4");
        assertThat(shown(visitor, path + "?jednostka=calosc")).containsExactly("u2");
        assertThat(shown(visitor, path + "?jednostka=par_2")).containsExactly("u1", "u3", "u4");
        assertThat(shown(visitor, path + "?szukaj=%C5%9Bwietlica")).containsExactly("u2");
        assertThat(shown(visitor, path + "?szukaj=100%25")).containsExactly("u2");
        assertThat(shown(visitor, path + "?szukaj=_")).isEmpty();
        assertThat(shown(visitor, path + "?szukaj=%27%20OR%201%3D1--")).isEmpty();
        assertThat(shown(visitor, path + "?stanowisko=%3Cscript%3E&od=-5&kanal=x"))
                .hasSize(4);
    }

    @Test
    void words_are_found_in_any_form_with_and_without_diacritics_and_only_in_their_own_consultation(
            Web visitor, IndexingRemarks indexing) {
        var consultation = rows.open();
        add(consultation, 3);
        var other = rows.open();
        add(other, 1);
        says(consultation, 1, "Szkoły wiejskie potrzebują świetlic i boisk.");
        says(consultation, 2, "Dziewięć stowarzyszeń złożyło ofertę.");
        says(other, 1, "Szkoła i świetlica.");
        indexing.run();
        var path = RemarkPagesTest.uwagi(consultation);

        assertThat(shown(visitor, path + "?szukaj=szko%C5%82a")).containsExactly("u1");
        assertThat(shown(visitor, path + "?szukaj=szkol")).containsExactly("u1");
        assertThat(shown(visitor, path + "?szukaj=SWIETLICY")).containsExactly("u1");
        assertThat(shown(visitor, path + "?szukaj=boisko+szko%C5%82a")).containsExactly("u1");
        assertThat(shown(visitor, path + "?szukaj=stowarzyszenie+oferta")).containsExactly("u2");
        assertThat(shown(visitor, path + "?szukaj=stowarzyszenie+szko%C5%82a")).isEmpty();
        assertThat(shown(visitor, path + "?szukaj=%C2%A7")).isEmpty();
        assertThat(shown(visitor, RemarkPagesTest.uwagi(other) + "?szukaj=szko%C5%82y"))
                .containsExactly("u1");
    }

    @Test
    void the_search_knows_an_answer_once_it_is_approved_and_nothing_that_is_hidden(
            Web visitor, IndexingRemarks indexing) {
        var consultation = rows.open();
        add(consultation, 2);
        says(consultation, 1, "Pan Brzęczyszczykiewicz mieszka obok.");
        var id = key(consultation, 2);
        rows.insert(
                "INSERT INTO answer (remark_id, state, position, rationale, drafted_at, revision)"
                        + " VALUES (?, 'IN_REVIEW', 'ACCEPTED', 'Wprowadzimy ulgi.', '2026-11-20', 0)",
                id);
        indexing.index(List.of(key(consultation, 1), id));
        var path = RemarkPagesTest.uwagi(consultation);
        assertThat(shown(visitor, path + "?szukaj=brzeczyszczykiewicz")).containsExactly("u1");
        assertThat(shown(visitor, path + "?szukaj=ulga")).isEmpty();

        rows.insert("UPDATE answer SET state = 'APPROVED', approved_at = '2026-11-20' WHERE remark_id = ?", id);
        rows.insert(
                "INSERT INTO remark_redaction (remark_id, field, hidden_text, reason, hidden_at)"
                        + " VALUES (?, 'RATIONALE', 'Brzęczyszczykiewicz', 'dane osobowe', '2026-11-20')",
                key(consultation, 1));
        indexing.index(List.of(key(consultation, 1), id));

        assertThat(shown(visitor, path + "?szukaj=brzeczyszczykiewicz")).isEmpty();
        assertThat(shown(visitor, path + "?szukaj=ulga")).containsExactly("u2");
    }

    private long key(Consultation consultation, int number) {
        return remarks.findByConsultationIdAndNumber(consultation.key(), number)
                .orElseThrow()
                .key();
    }

    private void says(Consultation consultation, int number, String rationale) {
        rows.insert("UPDATE remark SET rationale = ? WHERE id = ?", rationale, key(consultation, number));
    }

    @Test
    void an_answer_is_shown_once_it_is_approved_and_not_before(Web visitor) {
        var consultation = rows.open();
        add(consultation, 1);
        var id = remarks.findByConsultationIdAndNumber(consultation.key(), 1)
                .orElseThrow()
                .key();
        rows.insert(
                "INSERT INTO answer (remark_id, state, position, rationale, drafted_at, revision)"
                        + " VALUES (?, 'IN_REVIEW', 'REJECTED', 'Tajne na razie.', '2026-11-20', 0)",
                id);
        var path = RemarkPagesTest.uwagi(consultation) + "/1";

        assertThat(visitor.get(path).text())
                .doesNotContain("Tajne na razie.")
                .contains("Urząd jeszcze nie odpowiedział");
        assertThat(visitor.get(RemarkPagesTest.uwagi(consultation)).text())
                .doesNotContain("nieuwzględniona</span></td>");
        rows.insert("UPDATE answer SET state = 'APPROVED', approved_at = '2026-11-20' WHERE remark_id = ?", id);
        assertThat(visitor.get(path).text()).contains("Tajne na razie.").contains("nieuwzględniona");
    }

    @Test
    void the_page_of_a_remark_says_what_became_of_its_unit(Web visitor) {
        var consultation = rows.open();
        add(consultation, 1);
        var path = RemarkPagesTest.uwagi(consultation) + "/1";
        assertThat(visitor.get(path).page().text()).doesNotContain("Co stało się z tym przepisem");

        var second = rows.version(
                consultation,
                2,
                List.of(unit("par_1", "§ 1", "Zupełnie nowy."), unit("par_4", "§ 4", "Termin wynosi 30 dni.")));
        assertThat(visitor.get(path).page().text()).contains("W wersji 2 tego przepisu już nie ma.");

        align(consultation, second.key(), "par_4", "MOVED");
        assertThat(visitor.get(path).page().text()).contains("przepis stoi w innym miejscu: § 4");
        assertThat(visitor.get(path).page().select("a[href$='/projekt?wersja=2#par_4']"))
                .isNotEmpty();

        align(consultation, second.key(), "par_4", "CHANGED");
        assertThat(visitor.get(path).page().text()).contains("przepis ma inne brzmienie");
        assertThat(visitor.get(path).page().select("details .diff ins")).isNotEmpty();
    }

    @Test
    void the_proposed_change_is_shown_word_by_word(Web visitor) {
        var consultation = rows.open();
        add(consultation, 1);

        var diff =
                visitor.get(RemarkPagesTest.uwagi(consultation) + "/1").page().selectFirst(".diff");

        assertThat(diff.select("del").text()).contains("14");
        assertThat(diff.select("ins").text()).contains("21");
    }

    @Test
    void a_client_reads_all_public_remarks_by_the_number_of_the_last_one(PublicRemarks publicRemarks) {
        var consultation = rows.open();
        add(consultation, 25);
        var read = new ArrayList<PublicRemark>();

        for (var page = publicRemarks.after(consultation, 0, 10);
                !page.isEmpty();
                page = publicRemarks.after(consultation, read.getLast().number(), 10)) {
            read.addAll(page);
        }

        assertThat(read).extracting(PublicRemark::number).hasSize(25).isSorted().doesNotHaveDuplicates();
        assertThat(read).extracting(PublicRemark::author).containsOnly("");
    }

    private void add(Consultation consultation, int count) {
        var version = versions.findCurrent(consultation.key()).orElseThrow();
        var unit = units.findByVersionIdAndAddress(version.key(), "par_2").orElseThrow();
        var made = new ArrayList<Remark>();
        for (var number = 1; number <= count; number++) {
            made.add(RemarkRows.submitted(
                    version,
                    unit,
                    number,
                    new RemarkAuthor(null, null, "Osoba " + number, false, Channel.FORM, null),
                    "Termin składania ofert wynosi 21 dni.",
                    "Uzasadnienie " + number,
                    TestClock.START.minus(Duration.ofHours(1))));
        }
        remarks.saveAll(made);
    }

    private void align(Consultation consultation, long version, String address, String fate) {
        var first =
                versions.findByConsultationIdAndNumber(consultation.key(), 1).orElseThrow();
        var before = units.findByVersionIdAndAddress(first.key(), "par_2").orElseThrow();
        var after = units.findByVersionIdAndAddress(version, address).orElseThrow();
        units.align(after.key(), before.key(), fate);
    }

    private static ProvisionUnit unit(String address, String citation, String text) {
        return new ProvisionUnit(address, UnitKind.SECTION, citation + ".", citation, "", text);
    }

    private static List<String> shown(Web visitor, String path) {
        return visitor.get(path).page().select("tbody tr").eachAttr("id");
    }
}
