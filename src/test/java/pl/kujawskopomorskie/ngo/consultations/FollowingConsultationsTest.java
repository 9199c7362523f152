package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class FollowingConsultationsTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Pattern STOP = Pattern.compile("/obserwuj/[A-Za-z0-9_-]{43}/koniec");
    private static final Instant NEXT_MORNING = Instant.parse("2026-11-21T06:00:00Z");
    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T06:00:00Z");

    private final RunningConsultation running;
    private final PublishingVersion publishing;
    private final MailingNews mailing;
    private final Followers followers;
    private final ForgettingFollowers forgetting;
    private final ConsultationRows rows;
    private final Mailbox mailbox;
    private final TestClock clock;

    FollowingConsultationsTest(
            RunningConsultation running,
            PublishingVersion publishing,
            MailingNews mailing,
            Followers followers,
            ForgettingFollowers forgetting,
            ConsultationRows rows,
            Mailbox mailbox,
            TestClock clock) {
        this.running = running;
        this.publishing = publishing;
        this.mailing = mailing;
        this.followers = followers;
        this.forgetting = forgetting;
        this.rows = rows;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Test
    void one_who_confirms_is_told_until_they_stop(Web web, Jobs jobs) {
        var consultation = rows.open();
        var email = address();

        assertThat(ask(web, consultation.slug(), email, "AT_ONCE").location()).isEqualTo("/obserwuj/wyslano");
        var link = mailbox.last(email).link();
        assertThat(web.get(link).page().select("form[method=post] button")).hasSize(1);
        extend(consultation, 1);
        jobs.runDue();
        assertThat(mailbox.to(email))
                .as("a link that was only looked at confirms nothing")
                .hasSize(1);

        var confirmed = confirm(web, link).location();
        assertThat(confirmed).endsWith("/potwierdzono");
        assertThat(web.get(confirmed).page().select("a[href$=/koniec]")).hasSize(1);
        extend(consultation, 2);
        jobs.runDue();
        assertThat(mailbox.to(email)).hasSize(2);
        assertThat(mailbox.last(email).subject()).contains("Więcej czasu na uwagi", consultation.title());
        assertThat(mailbox.last(email).body())
                .contains("/konsultacje/" + consultation.slug(), "29 listopada 2026, godz. 10:00");

        var stop = stopLink(email);
        assertThat(web.get(stop).page().select("form[method=post] button")).hasSize(1);
        assertThat(web.post(stop, Map.of()).status()).isEqualTo(200);
        cancel(consultation);
        jobs.runDue();
        assertThat(mailbox.to(email)).hasSize(2);
        assertThat(followers.findByEmailKeyAndScope(email, consultation.key())).isEmpty();
        assertThat(web.get(link).status()).isEqualTo(410);
        assertThat(web.post(stop, Map.of()).status()).as("a second time").isEqualTo(200);
    }

    @Test
    void a_mail_program_stops_it_with_one_click(Web web) {
        var consultation = rows.open();
        for (var type : List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=b")) {
            var email = following(web, consultation.slug(), "AT_ONCE");
            cancelled(email, consultation);

            var reply = web.another()
                    .send(web.request(stopLink(email))
                            .header("Content-Type", type)
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    type.startsWith("multipart")
                                            ? "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\n"
                                                    + "One-Click\r\n--b--\r\n"
                                            : "List-Unsubscribe=One-Click")));

            assertThat(reply.status()).as(type).isEqualTo(200);
            assertThat(followers.findByEmailKeyAndScope(email, consultation.key()))
                    .as(type)
                    .isEmpty();
        }
    }

    @Test
    void nothing_tells_whether_an_address_follows_already(Web web) {
        var consultation = rows.open();
        var email = following(web, consultation.slug(), "DAILY");
        var stranger = address();

        var known = ask(web, consultation.slug(), email, "WEEKLY");
        var unknown = ask(web, consultation.slug(), stranger, "WEEKLY");

        assertThat(known.status()).isEqualTo(unknown.status());
        assertThat(known.location()).isEqualTo(unknown.location());
        assertThat(withoutToken(mailbox.last(email))).isEqualTo(withoutToken(mailbox.last(stranger)));
        assertThat(mailbox.to(email)).hasSize(2);
        assertThat(followers
                        .findByEmailKeyAndScope(email, consultation.key())
                        .orElseThrow()
                        .pace())
                .as("a stranger's wish changes nothing")
                .isEqualTo(Pace.DAILY);

        confirm(web, mailbox.last(email).link());
        assertThat(followers
                        .findByEmailKeyAndScope(email, consultation.key())
                        .orElseThrow()
                        .pace())
                .isEqualTo(Pace.WEEKLY);
    }

    @Test
    void capital_letters_make_no_second_follower(Web web) {
        var email = address();
        ask(web, "", email, "DAILY");
        ask(web, "", email.toUpperCase(Locale.ROOT), "DAILY");

        var first = mailbox.last(email).link();
        assertThat(mailbox.last(email.toUpperCase(Locale.ROOT)).link()).isEqualTo(first);
    }

    @Test
    void an_address_is_not_flooded(Web web) {
        var email = address();
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 6; i++) {
            statuses.add(ask(web.another(), "", email, "DAILY").status());
        }
        assertThat(statuses).containsExactly(303, 303, 303, 303, 429, 429);
        assertThat(mailbox.to(email)).hasSize(4);
    }

    @Test
    void mistakes_are_named_and_words_kept(Web web) {
        var reply = ask(web, "", "<script>", "HOURLY");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".error-summary li")).hasSize(2);
        assertThat(reply.page().select("#email").attr("value")).isEqualTo("<script>");
    }

    @Test
    void what_is_being_prepared_cannot_be_followed(Web web) {
        var drafted = rows.drafted();

        assertThat(web.get("/obserwuj?konsultacje=" + drafted.slug()).status()).isEqualTo(404);
        assertThat(ask(web, drafted.slug(), address(), "DAILY").status()).isEqualTo(404);
        assertThat(web.get("/obserwuj?konsultacje=nie-ma").status()).isEqualTo(404);
    }

    @Test
    void an_address_that_nobody_confirmed_is_forgotten_after_a_week(Web web) {
        var consultation = rows.open();
        var silent = address();
        ask(web, consultation.slug(), silent, "DAILY");
        var agreed = following(web, consultation.slug(), "DAILY");

        clock.advance(ForgettingFollowers.KEPT);
        forgetting.run();
        assertThat(followers.findByEmailKeyAndScope(silent, consultation.key())).isPresent();
        clock.advance(Duration.ofSeconds(1));
        forgetting.run();

        assertThat(followers.findByEmailKeyAndScope(silent, consultation.key())).isEmpty();
        assertThat(followers.findByEmailKeyAndScope(agreed, consultation.key())).isPresent();
    }

    @Test
    void news_goes_once_though_many_mail_it_at_the_same_time(Web web) throws Exception {
        var consultation = rows.open();
        var emails = List.of(
                following(web, consultation.slug(), "AT_ONCE"),
                following(web, consultation.slug(), "AT_ONCE"),
                following(web, "", "AT_ONCE"));
        extend(consultation, 1);

        try (var threads = Executors.newFixedThreadPool(4)) {
            var work = new ArrayList<Callable<Boolean>>();
            for (var i = 0; i < 4; i++) {
                work.add(() -> {
                    mailing.mailAtOnce();
                    return true;
                });
            }
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(emails)
                .allSatisfy(email -> assertThat(mailbox.to(email).stream()
                                .filter(mail -> mail.subject().endsWith(consultation.title()))
                                .filter(mail -> mail.subject().startsWith("Więcej czasu")))
                        .hasSize(1));
    }

    @Test
    void who_follows_one_and_all_is_told_once(Web web) {
        var consultation = rows.open();
        var email = following(web, consultation.slug(), "AT_ONCE");
        ask(web, "", email, "AT_ONCE");
        confirm(web, mailbox.last(email).link());
        var before = mailbox.to(email).size();

        extend(consultation, 1);
        mailing.mailAtOnce();

        assertThat(mailbox.to(email).stream()
                        .skip(before)
                        .filter(mail -> mail.body().contains(consultation.slug())))
                .hasSize(1);
    }

    @Test
    void a_daily_digest_groups_a_day_by_consultation(Web web) {
        var one = rows.open();
        var other = rows.open();
        var email = following(web, one.slug(), "DAILY");
        var second = following(web, "", "DAILY");
        extend(one, 1);
        rows.insert(
                "INSERT INTO draft_version (consultation_id, number, title, note, created_at, revision)"
                        + " VALUES (?, 2, 'Projekt', '', '2026-11-20 00:00:00', 0)",
                one.key());
        publishing.publish(one.slug(), 2, "Nowy § 2.", rows.person("Urzędniczka", Role.CLERK));
        cancel(other);
        mailing.mailAtOnce();
        assertThat(mailbox.to(email)).hasSize(1);

        clock.set(NEXT_MORNING);
        mailing.mailDigests();
        mailing.mailDigests();

        assertThat(mailbox.to(email)).hasSize(2);
        assertThat(mailbox.last(email).subject()).isEqualTo("2 nowości w konsultacjach");
        assertThat(mailbox.last(email).body())
                .containsOnlyOnce(one.title())
                .containsOnlyOnce("Wydłużono termin")
                .containsOnlyOnce("wersja 2")
                .contains("/konsultacje/" + one.slug() + "/projekt")
                .doesNotContain(other.title());
        assertThat(mailbox.last(second).body())
                .contains(one.title(), other.title(), "Konsultacje odwołano. Powód: Zmiana planów.");
    }

    @Test
    void a_weekly_digest_waits_for_monday_and_is_made_up_for_when_monday_was_missed(Web web) {
        var consultation = rows.open();
        var email = following(web, consultation.slug(), "WEEKLY");
        extend(consultation, 20);

        clock.set(NEXT_MORNING);
        mailing.mailDigests();
        assertThat(mailbox.to(email)).hasSize(1);

        clock.set(MONDAY_MORNING.plus(Duration.ofDays(1)));
        mailing.mailDigests();
        assertThat(mailbox.to(email)).hasSize(2);
        assertThat(mailbox.last(email).body()).contains("Wydłużono termin");
    }

    @Test
    void three_days_before_the_end_followers_are_reminded_once_and_again_of_a_longer_term(Web web) {
        var consultation = rows.open();
        var email = following(web, consultation.slug(), "AT_ONCE");

        clock.set(Instant.parse("2026-11-23T06:00:00Z"));
        mailing.mailDigests();
        assertThat(mailbox.to(email)).as("four days before").hasSize(1);
        clock.set(Instant.parse("2026-11-24T06:00:00Z"));
        mailing.mailDigests();
        mailing.mailDigests();
        assertThat(mailbox.to(email)).as("three days before").hasSize(2);
        assertThat(mailbox.last(email).subject()).startsWith("Zbliża się koniec konsultacji");

        extend(consultation, 7);
        mailing.mailAtOnce();
        clock.set(Instant.parse("2026-12-01T06:00:00Z"));
        mailing.mailDigests();
        assertThat(mailbox.to(email)).as("the extension and a second reminder").hasSize(4);
    }

    @Test
    void weekly_mail_reminds_a_week_ahead_and_never_of_what_is_over(Web web) {
        var consultation = rows.open();
        var email = following(web, consultation.slug(), "WEEKLY");

        clock.set(MONDAY_MORNING);
        mailing.mailDigests();
        assertThat(mailbox.last(email).subject()).startsWith("Zbliża się koniec konsultacji");

        var other = rows.open();
        var late = following(web, other.slug(), "WEEKLY");
        clock.set(Instant.parse("2026-11-26T06:00:00Z"));
        mailing.mailDigests();
        clock.set(Instant.parse("2026-11-30T06:00:00Z"));
        mailing.mailDigests();
        assertThat(mailbox.to(late)).as("closed on Friday").hasSize(1);
    }

    @Test
    void the_report_is_told_with_its_link(Web web, PublishingReport reports) {
        var consultation = rows.open();
        var email = following(web, consultation.slug(), "AT_ONCE");
        clock.set(ConsultationRows.CLOSES);

        assertThat(reports.publish(consultation.slug(), "", "", -1, rows.person("Urzędniczka", Role.CLERK)))
                .isInstanceOf(Reporting.Done.class);
        mailing.mailAtOnce();

        assertThat(mailbox.last(email).subject()).startsWith("Sprawozdanie z konsultacji");
        assertThat(mailbox.last(email).link()).isEqualTo("/konsultacje/" + consultation.slug() + "/sprawozdanie");
    }

    @Test
    void an_english_visitor_gets_english_mail(Web web) {
        var consultation = rows.open();
        var email = address();
        web.post("/obserwuj?lang=en", Map.of("konsultacje", consultation.slug(), "email", email, "pace", "AT_ONCE"));
        confirm(web, mailbox.last(email).link());
        cancelled(email, consultation);

        assertThat(mailbox.last(email).subject()).startsWith("Consultation cancelled");
    }

    private Web.Reply ask(Web web, String slug, String email, String pace) {
        return web.post("/obserwuj", Map.of("konsultacje", slug, "email", email, "pace", pace));
    }

    /** Posts the form that stands behind a link. */
    private static Web.Reply confirm(Web web, String link) {
        var form = web.get(link).page().selectFirst("main form");
        assertThat(form).isNotNull();
        return web.post(
                form.attr("action"), Map.of("tempo", form.select("[name=tempo]").attr("value")));
    }

    private String following(Web web, String slug, String pace) {
        var email = address();
        ask(web, slug, email, pace);
        confirm(web, mailbox.last(email).link());
        return email;
    }

    private void cancelled(String email, Consultation consultation) {
        rows.insert(
                "INSERT INTO follower_news (follower_id, consultation_id, kind, occurrence, happened_at)"
                        + " SELECT id, consultation_id, 'CANCELLED', '', '2026-11-20 08:00:00' FROM follower"
                        + " WHERE email = ? AND consultation_id = ?",
                email,
                consultation.key());
        mailing.mailAtOnce();
    }

    private void extend(Consultation consultation, int days) {
        assertThat(running.extend(
                        consultation.slug(),
                        ConsultationRows.CLOSES.plus(Duration.ofDays(days)),
                        "Na prośbę organizacji.",
                        rows.person("Urzędniczka", Role.CLERK)))
                .isInstanceOf(LifeChange.Done.class);
    }

    private void cancel(Consultation consultation) {
        assertThat(running.cancel(consultation.slug(), "Zmiana planów.", rows.person("Urzędniczka", Role.CLERK)))
                .isInstanceOf(LifeChange.Done.class);
    }

    private String stopLink(String email) {
        var matcher = STOP.matcher(mailbox.last(email).body());
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private static String withoutToken(Mailbox.Mail mail) {
        return mail.subject() + mail.body().replaceAll("/obserwuj/[A-Za-z0-9_-]{43}", "/obserwuj/*");
    }

    private static String address() {
        return "sledzi" + NEXT.incrementAndGet() + "@example.org";
    }
}
