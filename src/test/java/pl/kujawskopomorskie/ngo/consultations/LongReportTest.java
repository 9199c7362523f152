package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.shared.documents.PdfUa;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** Reports of more remarks than go on a page or into a volume, and reports that were kept in one text. */
@PortalTest
class LongReportTest {

    private static final int REMARKS = 1_203;

    private final PublishingReport publishing;
    private final Remarks remarks;
    private final DraftVersions versions;
    private final ConsultationRows rows;
    private final People people;
    private final Jobs jobs;
    private final TestClock clock;

    LongReportTest(
            PublishingReport publishing,
            Remarks remarks,
            DraftVersions versions,
            ConsultationRows rows,
            People people,
            Jobs jobs,
            TestClock clock) {
        this.publishing = publishing;
        this.remarks = remarks;
        this.versions = versions;
        this.rows = rows;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Test
    void every_remark_is_in_one_volume_one_page_and_one_row_and_no_page_costs_more(Web visitor, Queries queries)
            throws Exception {
        var small = published(3);
        var large = published(REMARKS);
        jobs.runDue();

        var first = visitor.get(report(large) + ".pdf").response().body();
        var second = visitor.get(report(large) + "-tom-2.pdf").response().body();
        assertThat(visitor.get(report(large) + "-tom-3.pdf").status()).isEqualTo(404);
        assertThat(words(first))
                .contains("Uwaga nr 1000.")
                .doesNotContain("Uwaga nr 1001.")
                .contains("Tom 1 z 2");
        assertThat(words(second))
                .contains("Uwaga nr 1001.")
                .contains("Uwaga nr 1203.")
                .doesNotContain("Uwaga nr 1000.");
        PdfUa.assertHolds(second);

        assertThat(visitor.get(report(large) + "?strona=2")
                        .page()
                        .select("tr[id]")
                        .eachAttr("id"))
                .hasSize(100)
                .startsWith("u101")
                .endsWith("u200");
        assertThat(visitor.get(report(large) + "?strona=13")
                        .page()
                        .select("tr[id]")
                        .eachAttr("id"))
                .containsExactly("u1201", "u1202", "u1203");
        assertThat(visitor.get(report(large) + "?strona=99").page().select("tr[id]"))
                .hasSize(3);

        assertThat(visitor.get(report(large) + ".csv").text().split("Uwaga nr ", -1))
                .hasSize(REMARKS + 1);
        var json = visitor.get(report(large) + ".json").text();
        assertThat(json).contains("\"sha256\":\"" + sha256(frozen(json)) + "\"");

        var ofSmall = queries.during(() -> visitor.get(report(small)));
        assertThat(queries.during(() -> visitor.get(report(large) + "?strona=13")))
                .hasSameSizeAs(ofSmall);
        assertThat(queries.during(() -> visitor.get(report(large)))).hasSameSizeAs(ofSmall);
    }

    @Test
    void a_report_that_was_kept_in_one_text_is_parted_when_it_is_read_and_says_the_same(Web visitor) throws Exception {
        var consultation = published(3);
        var before = visitor.get(report(consultation) + ".json").text();
        // As the first layout had it: the whole text in one column, without editions and organisations, with all that
        // needs an escape.
        var whole = frozen(before)
                .replace("\"format\":3", "\"format\":1")
                .replace("\"invitations\":[],", "")
                .replace("\"edition\":1,\"editedAt\":null,", "")
                .replace("Uwaga nr 2.", "A \\\"}],\\\"register\\\":[{ \\\\ nr 2.");
        rows.insert(
                "DELETE e FROM report_entry e JOIN consultation_report r ON r.id = e.report_id"
                        + " WHERE r.consultation_id = ?",
                consultation.key());
        rows.insert(
                "UPDATE consultation_report SET frozen = ?, sha256 = UNHEX(?), register_size = NULL"
                        + " WHERE consultation_id = ?",
                whole,
                sha256(whole),
                consultation.key());

        var page = visitor.get(report(consultation)).page();
        var json = visitor.get(report(consultation) + ".json").text();

        assertThat(page.select("tr[id]")).hasSize(3);
        assertThat(page.text()).contains("A \"}],\"register\":[{ \\ nr 2.");
        assertThat(frozen(json)).isEqualTo(whole);
        assertThat(json).contains("\"sha256\":\"" + sha256(whole) + "\",\"edition\":1,");
    }

    private Consultation published(int count) {
        var consultation = rows.open();
        var version = versions.findCurrent(consultation.key()).orElseThrow();
        var all = new ArrayList<Remark>();
        for (var number = 1; number <= count; number++) {
            all.add(RemarkRows.submitted(
                    version,
                    null,
                    number,
                    RemarkRows.from(Channel.EMAIL, "Fundacja"),
                    "",
                    "Uwaga nr " + number + ".",
                    TestClock.START));
        }
        remarks.saveAll(all);
        rows.insert(
                "INSERT INTO answer (remark_id, state, position, rationale, drafted_at, approved_at, revision)"
                        + " SELECT id, 'APPROVED', 'ACCEPTED', 'Racja.', '2026-11-21 00:00:00', '2026-11-21 00:00:00', 0"
                        + " FROM remark WHERE consultation_id = ?",
                consultation.key());
        clock.set(ConsultationRows.CLOSES.plusSeconds(60));
        assertThat(publishing.publish(consultation.slug(), "", "", -1, people.person(Role.CLERK)))
                .isEqualTo(new Reporting.Done());
        return consultation;
    }

    private static String frozen(String json) {
        return json.substring(json.indexOf("\"report\":") + 9, json.length() - 1);
    }

    private static String words(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String report(Consultation consultation) {
        return "/konsultacje/" + consultation.slug() + "/sprawozdanie";
    }
}
