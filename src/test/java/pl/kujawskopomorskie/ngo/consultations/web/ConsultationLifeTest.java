package pl.kujawskopomorskie.ngo.consultations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.testing.Multipart;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** A clerk takes a consultation through its life, by the forms of the desk. */
@PortalTest
class ConsultationLifeTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String DRAFT = """
            UCHWAŁA NR …/…/2026
            SEJMIKU WOJEWÓDZTWA KUJAWSKO-POMORSKIEGO
            z dnia … 2026 r.
            w sprawie próby
            Na podstawie art. 18 pkt 20 ustawy z dnia 5 czerwca 1998 r. o samorządzie województwa uchwala się, co następuje:
            § 1. Ustala się zasady.
            § 2. 1. Zasady obowiązują organizacje.
            2. Zasady nie obowiązują urzędu.
            § 3. Uchwała wchodzi w życie z dniem podjęcia.
            """;

    private final People people;
    private final Web clerk;

    ConsultationLifeTest(People people) {
        this.people = people;
        this.clerk = people.signedIn(Role.CLERK);
    }

    @Test
    void a_notice_gets_its_address_from_its_title() {
        var slug = begin(Map.of("title", "Zażółć gęślą jaźń: łąka " + NEXT.incrementAndGet()));

        assertThat(slug).startsWith("zazolc-gesla-jazn-laka-");
        assertThat(clerk.get("/biuro/konsultacje/" + slug).status()).isEqualTo(200);
    }

    @Test
    void two_consultations_of_one_title_get_two_addresses() {
        var title = "Dwie takie same " + NEXT.incrementAndGet();

        var one = begin(Map.of("title", title));

        assertThat(begin(Map.of("title", title))).isEqualTo(one + "-2");
    }

    @Test
    void a_notice_without_a_title_comes_back_with_what_was_typed() {
        var reply = clerk.post("/biuro/konsultacje", notice(Map.of("title", "", "summary", "Tego nie wolno zgubić.")));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".error-summary a[href=#title]")).hasSize(1);
        assertThat(reply.page().select("#summary").text()).isEqualTo("Tego nie wolno zgubić.");
    }

    @ParameterizedTest
    @CsvSource({
        "closesOn, 2026-11-22, closesOn",
        "closesOn, 2026-11-10, closesOn",
        "closesOn, jutro, closesOn",
        "opensOn, 0000-00-00, opensOn",
        "department, 999999, department",
        "contactEmail, nie adres, contactEmail",
        "meetingPlace, Toruń, meetingOn"
    })
    void what_is_wrong_in_a_notice_is_named_at_its_field(String field, String typed, String complained) {
        var reply = clerk.post("/biuro/konsultacje", notice(Map.of(field, typed)));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".error-summary a[href=#" + complained + "]"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "A\u0000B", "\u202Eodwrotnie", "🙂🙂🙂"})
    void strange_titles_are_shown_as_text_and_nothing_else(String title) {
        var slug = begin(Map.of("title", title + " " + NEXT.incrementAndGet()));

        var page = clerk.get("/biuro/konsultacje/" + slug);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("main script")).isEmpty();
        assertThat(page.text()).doesNotContain("\u0000").doesNotContain("\u202E");
    }

    @Test
    void nobody_but_the_office_sees_what_is_not_announced(Web visitor) {
        var slug = begin(Map.of());

        assertThat(visitor.get("/konsultacje/" + slug).status()).isEqualTo(404);
        assertThat(people.signedIn().get("/konsultacje/" + slug).status()).isEqualTo(404);
        assertThat(people.signedIn(Role.ADMINISTRATOR)
                        .get("/konsultacje/" + slug)
                        .status())
                .isEqualTo(404);
        assertThat(people.signedIn(Role.AUDITOR).get("/konsultacje/" + slug).status())
                .isEqualTo(200);
    }

    @Test
    void without_a_draft_nothing_is_announced() {
        var slug = begin(Map.of());

        var reply = announce(slug);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".error-summary").text()).contains("wczytaj projekt");
    }

    @Test
    void a_page_beyond_the_end_of_the_list_shows_its_last_page(Web visitor) {
        announced();

        var page = visitor.get("/konsultacje?strona=999").page();

        assertThat(page.select(".entries > li")).isNotEmpty();
        assertThat(page.select(".empty")).isEmpty();
    }

    @Test
    void points_stand_to_the_right_of_what_leads_to_them(Web visitor) {
        var slug = begin(Map.of());
        paste(slug, """
                UCHWAŁA NR 3/2026
                SEJMIKU WOJEWÓDZTWA
                z dnia 3 listopada 2026 r.
                w sprawie punktów

                § 1. Nagrodę przyznaje się za:
                1) pomoc;
                2) kulturę:
                a) ludową,
                b) miejską.
                § 2. 1. Kapituła ocenia:
                1) pomysł;
                2) wykonanie.
                2. Kapituła głosuje jawnie.
                """);
        assertThat(announce(slug).status()).isEqualTo(303);

        var page = visitor.get("/konsultacje/" + slug + "/projekt").page();

        assertThat(page.select(".unit-depth-2 .unit-citation").eachText())
                .containsExactly("§ 1 pkt 1", "§ 1 pkt 2", "§ 2 ust. 1 pkt 1", "§ 2 ust. 1 pkt 2");
        assertThat(page.select(".unit-depth-3 .unit-citation").eachText())
                .containsExactly("§ 1 pkt 2 lit. a", "§ 1 pkt 2 lit. b");
        assertThat(page.select(".print-only").text()).contains("K/2026/");
    }

    @Test
    void what_is_cancelled_says_when_and_waits_for_nothing(Web visitor) {
        var slug = announced();
        clerk.post("/biuro/konsultacje/" + slug + "/odwolaj", Map.of("cancelReason", "Zmieniła się ustawa."));

        var page = visitor.get("/konsultacje/" + slug).page();

        assertThat(page.select(".page-term").text()).startsWith("Odwołane 20 listopada 2026");
        assertThat(page.select("progress")).isEmpty();
    }

    @Test
    void before_announcing_the_clerk_reads_what_will_happen_and_nothing_has_happened_yet(Web visitor) {
        var slug = ready();

        var page = clerk.get("/biuro/konsultacje/" + slug + "/oglos");

        assertThat(page.page().select("main li").text())
                .contains("zobaczą wszyscy")
                .contains("nie da się już zmienić");
        assertThat(page.page().select("form[action$=/oglos] button")).hasSize(1);
        assertThat(visitor.get("/konsultacje/" + slug).status()).isEqualTo(404);
    }

    @Test
    void before_announcing_the_clerk_reads_what_is_missing() {
        var slug = begin(Map.of());

        var page = clerk.get("/biuro/konsultacje/" + slug + "/oglos").page();

        assertThat(page.select(".note-warn").text()).contains("wczytaj projekt");
        assertThat(page.select("form[action$=/oglos]")).isEmpty();
        assertThat(page.select("a[href$=/wersje/nowa]")).hasSize(1);
    }

    @Test
    void what_was_never_announced_can_be_deleted_with_its_draft_and_documents() {
        var slug = ready();
        addDocument(slug, "Ocena skutków");

        var reply = clerk.post("/biuro/konsultacje/" + slug + "/usun", Map.of());

        assertThat(reply.status()).isEqualTo(303);
        assertThat(clerk.get(reply.location())
                        .page()
                        .select("[role=status].done")
                        .text())
                .contains("Usunięto");
        assertThat(clerk.get("/biuro/konsultacje/" + slug).status()).isEqualTo(404);
    }

    @Test
    void what_was_announced_is_never_deleted() {
        var slug = announced();

        assertThat(clerk.post("/biuro/konsultacje/" + slug + "/usun", Map.of()).status())
                .isEqualTo(409);
        assertThat(clerk.get("/biuro/konsultacje/" + slug).status()).isEqualTo(200);
    }

    @Test
    void a_document_can_be_taken_away_again(Web visitor) {
        var slug = announced();
        addDocument(slug, "Nie ten plik");
        var remove = clerk.get("/biuro/konsultacje/" + slug)
                .page()
                .selectFirst("form[action*=/dokumenty/][action$=/usun]")
                .attr("action");

        assertThat(clerk.post(remove, Map.of()).status()).isEqualTo(303);

        assertThat(visitor.get("/konsultacje/" + slug).text()).doesNotContain("Nie ten plik");
        assertThat(clerk.post(remove, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void each_step_says_that_it_is_done_and_an_address_made_up_says_nothing() {
        var slug = ready();

        var done = clerk.get(announce(slug).location()).page();

        assertThat(done.select("[role=status].done").text()).startsWith("Ogłoszono konsultacje");
        assertThat(done.select("a.language-switch").attr("href")).doesNotContain("zrobiono");
        assertThat(clerk.get("/biuro/konsultacje/" + slug + "?zrobiono=wygrana")
                        .page()
                        .select(".done"))
                .isEmpty();
    }

    @Test
    void announcing_publishes_notice_and_draft_and_gives_a_number(Web visitor) {
        var slug = announced();

        var page = visitor.get("/konsultacje/" + slug);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).containsPattern("K/2026/\\d+").contains("trwają");
        assertThat(visitor.get("/konsultacje/" + slug + "/projekt")
                        .page()
                        .select("#par_2__ust_2 .unit-text")
                        .text())
                .contains("Zasady nie obowiązują urzędu.");
    }

    @Test
    void a_second_click_on_announce_is_told_that_it_is_done() {
        var slug = announced();

        assertThat(announce(slug).status()).isEqualTo(409);
    }

    @Test
    void many_announced_at_once_get_numbers_without_gaps_or_doubles(Consultations consultations) throws Exception {
        var slugs = IntStream.range(0, 8).mapToObj(each -> ready()).toList();

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var reply : threads.invokeAll(slugs.stream()
                    .<java.util.concurrent.Callable<Web.Reply>>map(slug -> () -> announce(slug))
                    .toList())) {
                assertThat(reply.get().status()).isEqualTo(303);
            }
        }

        var numbers = slugs.stream()
                .map(slug -> consultations.findBySlug(slug).orElseThrow().number())
                .sorted()
                .toList();
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(numbers.getLast() - numbers.getFirst()).isEqualTo(7);
    }

    @Test
    void what_is_announced_cannot_be_changed_any_more() {
        var slug = announced();

        assertThat(clerk.get("/biuro/konsultacje/" + slug + "/ogloszenie").status())
                .isEqualTo(409);
        assertThat(clerk.post("/biuro/konsultacje/" + slug + "/ogloszenie", notice(Map.of()))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void of_two_clerks_who_edit_one_notice_the_second_is_told_and_keeps_the_words() {
        var slug = begin(Map.of());
        clerk.post("/biuro/konsultacje/" + slug + "/ogloszenie", notice(Map.of("subject", "Pierwszy")));

        var second = clerk.post("/biuro/konsultacje/" + slug + "/ogloszenie", notice(Map.of("subject", "Drugi")));

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.page().select("#subject").attr("value")).isEqualTo("Drugi");
    }

    @Test
    void a_term_is_made_longer_with_a_public_reason(Web visitor) {
        var slug = announced();

        var reply = clerk.post(
                "/biuro/konsultacje/" + slug + "/przedluz",
                Map.of("closesOn", "2026-12-15", "reason", "Prosiła o to Rada."));

        assertThat(reply.status()).isEqualTo(303);
        assertThat(visitor.get("/konsultacje/" + slug).text())
                .contains("15 grudnia 2026")
                .contains("Prosiła o to Rada.");
    }

    @ParameterizedTest
    @CsvSource({"2026-12-15, '', reason", "2026-11-21, Powód, closesOn", "'', Powód, closesOn"})
    void a_term_is_not_made_longer_without_reason_or_later_day(String day, String reason, String complained) {
        var slug = announced();

        var reply = clerk.post("/biuro/konsultacje/" + slug + "/przedluz", Map.of("closesOn", day, "reason", reason));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".error-summary a[href=#" + complained + "]"))
                .hasSize(1);
    }

    @Test
    void after_the_last_second_a_term_is_not_made_longer(TestClock clock) {
        var slug = announced();
        clock.set(Instant.parse("2026-12-04T23:00:00Z"));

        var reply = people.signedIn(Role.CLERK)
                .post(
                        "/biuro/konsultacje/" + slug + "/przedluz",
                        Map.of("closesOn", "2026-12-20", "reason", "Za późno"));

        assertThat(reply.status()).isEqualTo(409);
    }

    @Test
    void a_cancelled_consultation_says_why_and_takes_no_remarks(Web visitor) {
        var slug = announced();

        clerk.post("/biuro/konsultacje/" + slug + "/odwolaj", Map.of("cancelReason", "Zmieniła się ustawa."));

        assertThat(visitor.get("/konsultacje/" + slug).text())
                .contains("Zmieniła się ustawa.")
                .contains("odwołane");
        assertThat(visitor.get("/konsultacje/" + slug + "/projekt").page().select(".unit-tools .btn"))
                .isEmpty();
    }

    @Test
    void an_act_is_recorded_only_after_the_report() {
        var slug = announced();

        var reply = clerk.post(
                "/biuro/konsultacje/" + slug + "/akt",
                Map.of("actNumber", "XXI/412/26", "adoptedOn", "2026-11-19", "actLink", "javascript:alert(1)"));

        assertThat(reply.status()).isEqualTo(409);
    }

    @Test
    void pasted_text_is_read_and_can_be_mended_until_it_is_published() {
        var slug = ready();
        var version = "/biuro/konsultacje/" + slug + "/wersje/1";
        var unit = version + "/jednostki/par_2__ust_2";

        var joined = clerk.post(
                version + "/jednostki/par_2__ust_1/polacz", Map.of("revision", revision(version, "par_2__ust_1")));

        assertThat(joined.status()).isEqualTo(303);
        assertThat(clerk.get(version).page().select("#par_2__ust_2")).isEmpty();
        var split = clerk.post(
                version + "/jednostki/par_2__ust_1/podziel",
                Map.of("revision", revision(version, "par_2__ust_1"), "words", "2. Zasady"));
        assertThat(split.status()).isEqualTo(303);
        assertThat(clerk.get(version).page().select("#par_2__ust_2")).hasSize(1);

        announce(slug);
        assertThat(clerk.get(unit).status()).isEqualTo(409);
    }

    @Test
    void a_label_that_is_none_is_refused_and_the_last_unit_has_nothing_to_join() {
        var slug = ready();
        var version = "/biuro/konsultacje/" + slug + "/wersje/1";

        var reply = clerk.post(
                version + "/jednostki/par_1/oznacz",
                Map.of("revision", revision(version, "par_1"), "kind", "SECTION", "label", "bzdura"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().selectFirst("#label-error")).isNotNull();
        var last = clerk.get(version).page().select(".unit").last().id();
        assertThat(clerk.get(version + "/jednostki/" + last).page().select("form[action$=/polacz]"))
                .isEmpty();
        assertThat(clerk.get(version + "/jednostki/par_1").page().select("form[action$=/polacz]"))
                .hasSize(1);
    }

    @Test
    void reading_again_over_mends_is_asked_about_first() {
        var slug = ready();
        var version = "/biuro/konsultacje/" + slug + "/wersje/1";
        var form = clerk.get("/biuro/konsultacje/" + slug + "/wersje/nowa").page();
        assertThat(form.text()).contains("Wersja 1 jest już wczytana");
        assertThat(form.select("#sure")).isEmpty();
        clerk.post(
                version + "/jednostki/par_1/oznacz",
                Map.of("revision", revision(version, "par_1"), "kind", "SECTION", "label", "§ 1a."));

        var refused = Multipart.form().field("text", DRAFT).post(clerk, "/biuro/konsultacje/" + slug + "/wersje");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().selectFirst("#sure-error")).isNotNull();
        assertThat(clerk.get(version).page().select("#par_1a")).hasSize(1);
        assertThat(Multipart.form()
                        .field("text", DRAFT)
                        .field("sure", "true")
                        .post(clerk, "/biuro/konsultacje/" + slug + "/wersje")
                        .status())
                .isEqualTo(303);
        assertThat(clerk.get(version).page().select("#par_1a")).isEmpty();
    }

    @Test
    void a_text_by_the_name_of_a_program_is_no_draft() {
        var slug = begin(Map.of());

        var reply = upload(slug, "projekt.exe", "MZ000 § 1. Tekst.".getBytes(StandardCharsets.UTF_8));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().selectFirst("#file-error").text()).contains("DOCX");
        assertThat(upload(slug, "projekt.TXT", DRAFT.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void mending_what_somebody_else_mended_meanwhile_is_refused() {
        var slug = ready();
        var version = "/biuro/konsultacje/" + slug + "/wersje/1";
        var old = revision(version, "par_1");
        clerk.post(version + "/jednostki/par_1/oznacz", Map.of("revision", old, "kind", "SECTION", "label", "§ 1a."));

        var reply = clerk.post(
                version + "/jednostki/par_3/oznacz", Map.of("revision", old, "kind", "SECTION", "label", "§ 4."));

        assertThat(reply.status()).isEqualTo(422);
    }

    @Test
    void a_second_version_shows_word_by_word_what_it_changed(Web visitor) {
        var slug = announced();
        paste(slug, DRAFT.replace("nie obowiązują urzędu", "obowiązują także urząd"));

        assertThat(visitor.get("/konsultacje/" + slug + "/projekt?wersja=2").status())
                .isEqualTo(404);
        var published = clerk.post(
                "/biuro/konsultacje/" + slug + "/wersje/2/publikuj", Map.of("note", "Uwzględnia uwagę do § 2."));

        assertThat(published.status()).isEqualTo(303);
        var comparison = visitor.get("/konsultacje/" + slug + "/porownanie").page();
        assertThat(comparison.select("#par_2__ust_2 ins").text()).contains("obowiązują także urząd");
        assertThat(comparison.select("#par_2__ust_2 del").text()).contains("nie");
        assertThat(comparison.select("#par_1")).isEmpty();
    }

    @Test
    void nobody_remarks_on_a_version_that_is_not_public_not_even_the_office() {
        var slug = announced();
        paste(slug, DRAFT.replace("nie obowiązują urzędu", "to jeszcze tajemnica"));

        var form = clerk.get("/konsultacje/" + slug + "/uwagi/nowa?wersja=2&jednostka=par_2__ust_2");
        var preview = clerk.get("/konsultacje/" + slug + "/projekt?wersja=2");

        assertThat(form.status()).isEqualTo(404);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.page().select(".unit-tools .btn")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"puste.docx, EMPTY", "obraz.docx, WRONG_TYPE", "stary.doc, OLD_WORD_FORMAT", "film.mp4, UNKNOWN_TYPE"})
    void a_file_that_cannot_be_read_is_refused_with_a_sentence_and_keeps_nothing(String name, String reason) {
        var slug = begin(Map.of());
        var bytes = switch (reason) {
            case "EMPTY" -> new byte[0];
            case "WRONG_TYPE" -> "%PDF-1.7 nie".getBytes(StandardCharsets.ISO_8859_1);
            case "OLD_WORD_FORMAT" -> "{\\rtf1 stary}".getBytes(StandardCharsets.ISO_8859_1);
            default -> new byte[] {0, 1, 2, 3, (byte) 0xff, (byte) 0xfe, 9, 0, 0, 0, 1};
        };

        var reply = upload(slug, name, bytes);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".error-summary li")).hasSize(1);
        assertThat(clerk.get("/biuro/konsultacje/" + slug + "/wersje/1").status())
                .isEqualTo(404);
    }

    @Test
    void a_document_beside_the_draft_is_handed_out_as_a_file(Web visitor) {
        var slug = announced();
        var boundary = "granica";
        var body = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"documentTitle\"\r\n\r\nOcena skutków\r\n--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"document\"; filename=\"ocena.txt\"\r\nContent-Type: text/html\r\n\r\n"
                + "Zwykły tekst.\r\n--" + boundary + "--\r\n";
        clerk.send(clerk.request("/biuro/konsultacje/" + slug + "/dokumenty")
                .header("Accept", "text/html")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body)));

        var link = visitor.get("/konsultacje/" + slug)
                .page()
                .select("a[href*=/dokumenty/]")
                .attr("href");
        var file = visitor.get(link);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).isEqualTo("Zwykły tekst.");
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.header("Content-Type")).startsWith("text/plain");
        assertThat(visitor.get(link.replace("ocena.txt", "inna.txt")).status()).isEqualTo(404);
    }

    @Test
    void settings_are_kept_within_their_limits(Web visitor) {
        var values = new HashMap<String, String>(
                Map.of("REPORT_DUE_DAYS", "30", "LARGEST_FILE_MB", "20", "MOST_ATTACHMENTS", "5"));
        values.put("DRAFTS_KEPT_DAYS", "30");
        values.put("SHORTEST_TERM_DAYS", "0");
        assertThat(clerk.post("/biuro/ustawienia", values).status()).isEqualTo(422);
        values.put("SHORTEST_TERM_DAYS", "7");
        assertThat(clerk.post("/biuro/ustawienia", values).status()).isEqualTo(303);
    }

    @Test
    void the_list_is_searched_in_any_form_of_a_word(Web visitor, TestClock clock) {
        var word = "świetlica";
        var slug = begin(Map.of("title", "Projekt uchwały o " + word + " numer " + NEXT.incrementAndGet()));
        paste(slug, DRAFT);
        announce(slug);
        clock.advance(Duration.ofMinutes(1));

        for (var typed : new String[] {"swietlic", "%C5%9Bwietlicy", "SWIETLICE"}) {
            assertThat(visitor.get("/konsultacje?szukaj=" + typed).page().select("a[href=/konsultacje/" + slug + "]"))
                    .as(typed)
                    .hasSize(1);
        }
        assertThat(visitor.get("/konsultacje?szukaj=%27%20OR%201=1--&stan=%3Cb%3E&strona=-5&rok=x")
                        .status())
                .isEqualTo(200);
    }

    private String announced() {
        var slug = ready();
        assertThat(announce(slug).status()).isEqualTo(303);
        return slug;
    }

    private String ready() {
        var slug = begin(Map.of());
        paste(slug, DRAFT);
        return slug;
    }

    private String begin(Map<String, String> changed) {
        var reply = clerk.post("/biuro/konsultacje", notice(changed));
        assertThat(reply.status()).as(reply.text()).isEqualTo(303);
        return reply.location().substring("/biuro/konsultacje/".length()).replaceFirst("\\?.*", "");
    }

    private Web.Reply announce(String slug) {
        return clerk.post("/biuro/konsultacje/" + slug + "/oglos", Map.of());
    }

    private void paste(String slug, String text) {
        var boundary = "granica";
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n" + text + "\r\n--"
                + boundary + "--\r\n";
        var reply = clerk.send(clerk.request("/biuro/konsultacje/" + slug + "/wersje")
                .header("Accept", "text/html")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(303);
    }

    private void addDocument(String slug, String title) {
        var body = "--granica\r\nContent-Disposition: form-data; name=\"documentTitle\"\r\n\r\n" + title
                + "\r\n--granica\r\nContent-Disposition: form-data; name=\"document\"; filename=\"ocena.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\nOcena skutków regulacji.\r\n--granica--\r\n";
        var reply = clerk.send(clerk.request("/biuro/konsultacje/" + slug + "/dokumenty")
                .header("Accept", "text/html")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "multipart/form-data; boundary=granica")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(303);
    }

    private Web.Reply upload(String slug, String name, byte[] content) {
        var head = "--granica\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var tail = "\r\n--granica--\r\n";
        return clerk.send(clerk.request("/biuro/konsultacje/" + slug + "/wersje")
                .header("Accept", "text/html")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "multipart/form-data; boundary=granica")
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head),
                        HttpRequest.BodyPublishers.ofByteArray(content),
                        HttpRequest.BodyPublishers.ofString(tail))));
    }

    private String revision(String version, String unit) {
        return clerk.get(version + "/jednostki/" + unit)
                .page()
                .select("input[name=revision]")
                .attr("value");
    }

    private Map<String, String> notice(Map<String, String> changed) {
        var form = new LinkedHashMap<String, String>();
        form.put("title", "Projekt uchwały w sprawie próby " + NEXT.incrementAndGet());
        form.put("subject", "Próba");
        form.put("summary", "Próbujemy.");
        form.put("legalBasis", "art. 5");
        form.put("kind", "RESOLUTION");
        form.put("participants", "wszyscy");
        form.put("department", Long.toString(people.department().key()));
        form.put("contactName", "Biuro");
        form.put("contactEmail", "biuro@example.org");
        form.put("opensOn", "2026-11-20");
        form.put("closesOn", "2026-12-04");
        form.put("revision", "0");
        form.putAll(changed);
        return form;
    }
}
