package pl.kujawskopomorskie.ngo.events.web;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.events.web.EventForms.event;
import static pl.kujawskopomorskie.ngo.events.web.EventForms.session;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventRows;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.Question;
import pl.kujawskopomorskie.ngo.events.RegisteringForEvent;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.Web;

/** A clerk takes an event through its life by the forms of the desk; an auditor reads along. */
@PortalTest
class EventDeskTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String DESK = "/biuro/wydarzenia";

    private final EventRows rows;
    private final RegisteringForEvent registering;
    private final People people;
    private final Web clerk;
    private final Web auditor;

    EventDeskTest(EventRows rows, RegisteringForEvent registering, People people) {
        this.rows = rows;
        this.registering = registering;
        this.people = people;
        this.clerk = people.signedIn(Role.CLERK);
        this.auditor = people.signedIn(Role.AUDITOR);
    }

    @Test
    void an_event_is_begun_filled_announced_copied_and_cancelled() {
        var title = "Szkolenie z rozliczeń " + NEXT.incrementAndGet();
        var begun = clerk.post(DESK, event(Map.of("title", title)));
        assertThat(begun.status()).isEqualTo(303);
        var desk = begun.location().replaceAll("\\?.*", "");
        assertThat(desk).startsWith(DESK + "/szkolenie-z-rozliczen-");

        assertThat(clerk.get(desk + "/oglos").page().select(".note-warn li")).isNotEmpty();
        assertThat(clerk.post(desk + "/oglos", Map.of()).status()).isEqualTo(422);

        assertThat(clerk.post(desk + "/sesje/nowa", session(Map.of())).status()).isEqualTo(303);
        assertThat(clerk.post(desk + "/pytania/nowe", Map.of("kind", "TEXT", "label", "Skąd?"))
                        .status())
                .isEqualTo(303);
        var shown = clerk.get(desk).page();
        assertThat(shown.select("table").text()).contains("Rozliczenie dotacji", "Anna Nowak, księgowa");
        assertThat(shown.select("ol").text()).contains("Skąd?");

        assertThat(clerk.post(desk + "/oglos", Map.of()).status()).isEqualTo(303);
        assertThat(clerk.get(desk).page().select(".page-head").text()).contains("Ogłoszone");

        var copy = clerk.post(desk + "/kopia", Map.of("title", title, "firstDay", "2027-03-01"));
        assertThat(copy.status()).isEqualTo(303);
        assertThat(clerk.get(copy.location()).page().select("table").text()).contains("1 marca 2027, 10:00–12:00");
        assertThat(clerk.post(desk + "/powtorz", Map.of("day1", "2027-03-02", "day3", "jutro"))
                        .status())
                .isEqualTo(422);
        assertThat(clerk.post(desk + "/powtorz", Map.of("day1", "2027-03-02", "day2", "2027-03-03"))
                        .status())
                .isEqualTo(303);

        var refused = clerk.post(desk + "/odwolaj", Map.of("cancelReason", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".error-summary a[href=#cancelReason]"))
                .hasSize(1);
        assertThat(clerk.post(desk + "/odwolaj", Map.of("cancelReason", "Choroba."))
                        .status())
                .isEqualTo(303);
        assertThat(clerk.get(desk).page().select(".note-bad").text()).contains("Choroba.");
        assertThat(clerk.get(desk + "/dane").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "title, '', title",
        "edition, 1000, edition",
        "closesOn, 2026-11-01, closesOn",
        "closesOn, '', closesOn",
        "opensTime, 25:00, opensTime",
        "holdMinutes, 2, holdMinutes",
        "peoplePerRegistration, dużo, peoplePerRegistration",
        "contactEmail, nie adres, contactEmail"
    })
    void what_is_wrong_in_an_event_is_named_at_its_field(String field, String typed, String complained) {
        var reply = clerk.post(DESK, event(Map.of(field, typed)));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".error-summary a[href=#" + complained + "]"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "startsOn, '', startsOn",
        "endsTime, 09:00, endsTime",
        "placesOnSite, -3, placesOnSite",
        "placesOnline, 999999, placesOnline",
        "kind, BREAK, placesOnSite",
        "streamUrl, javascript:alert(1), streamUrl",
        "speakers, ; sama rola, speakers"
    })
    void what_is_wrong_in_a_session_is_named_at_its_field(String field, String typed, String complained) {
        var reply = clerk.post(DESK + "/" + rows.draft().slug() + "/sesje/nowa", session(Map.of(field, typed)));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".error-summary a[href=#" + complained + "]"))
                .hasSize(1);
    }

    @Test
    void a_time_that_the_night_of_summer_time_skips_is_refused_with_what_the_clocks_do() {
        var reply = clerk.post(
                DESK + "/" + rows.draft().slug() + "/sesje/nowa",
                session(Map.of("startsOn", "2027-03-28", "startsTime", "02:30", "endsTime", "04:00")));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select("#startsTime-error").text())
                .contains("28.03.2027")
                .contains("2:00")
                .contains("3:00")
                .contains("2:30");
    }

    @Test
    void a_night_with_an_hour_twice_is_one_of_the_hours_and_a_session_over_it_lasts_longer() {
        var draft = rows.draft();
        assertThat(clerk.post(
                                DESK + "/" + draft.slug() + "/sesje/nowa",
                                session(Map.of("startsOn", "2027-10-31", "startsTime", "01:30", "endsTime", "03:30")))
                        .status())
                .isEqualTo(303);

        var times = clerk.get(DESK + "/" + draft.slug()).page().select("td time");
        assertThat(times.get(0).attr("datetime")).startsWith("2027-10-30T23:30");
        assertThat(times.get(1).attr("datetime")).startsWith("2027-10-31T02:30");
    }

    @Test
    void who_saves_after_somebody_else_sees_both_texts_and_may_then_save() {
        var draft = rows.draft();
        var path = DESK + "/" + draft.slug() + "/dane";
        assertThat(clerk.post(path, event(Map.of("title", "Pierwsza wersja", "revision", "0")))
                        .status())
                .isEqualTo(303);

        var late = clerk.post(path, event(Map.of("title", "Druga wersja", "revision", "0")));

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page().select(".note-warn dd").text()).contains("Pierwsza wersja", "Druga wersja");
        assertThat(late.page().select("#title").val()).isEqualTo("Druga wersja");
        var revision = late.page().select("input[name=revision]").val();
        assertThat(clerk.post(path, event(Map.of("title", "Druga wersja", "revision", revision)))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_session_and_a_question_show_both_texts_too() {
        var draft = rows.draft();
        var panel = rows.session(draft, "Panel", 0, 10, 0);
        var path = DESK + "/" + draft.slug() + "/sesje/" + panel.key();
        assertThat(clerk.post(path, session(Map.of("room", "Sala 1", "revision", "0")))
                        .status())
                .isEqualTo(303);
        var late = clerk.post(path, session(Map.of("room", "Sala 2", "revision", "0")));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page().select(".note-warn dd").text()).contains("Sala 1", "Sala 2");

        var question = rows.question(draft, 1, Question.Kind.TEXT, "", false);
        var asked = DESK + "/" + draft.slug() + "/pytania/" + question.key();
        var before = clerk.get(asked).page().select("input[name=before]").val();
        assertThat(clerk.post(asked, Map.of("kind", "TEXT", "label", "Jedno?", "before", before))
                        .status())
                .isEqualTo(303);
        var lateQuestion = clerk.post(asked, Map.of("kind", "TEXT", "label", "Drugie?", "before", before));
        assertThat(lateQuestion.status()).isEqualTo(422);
        assertThat(lateQuestion.page().select(".note-warn dd").text()).contains("Jedno?", "Drugie?");
        assertThat(clerk.post(asked + "/wyzej", Map.of()).status()).isEqualTo(303);
        assertThat(clerk.post(asked + "/usun", Map.of()).status()).isEqualTo(303);
        assertThat(clerk.post(path + "/usun", Map.of()).status()).isEqualTo(303);
    }

    @Test
    void a_session_moved_onto_another_of_the_same_people_takes_a_second_click() {
        var event = rows.open();
        var one = rows.session(event, "Pierwszy", 0, 9, 0);
        var other = rows.session(event, "Drugi", 2, 9, 0);
        register(event, people.person(), one, other);
        var path = DESK + "/" + event.slug() + "/sesje/" + other.key();
        var form = session(Map.of(
                "title",
                "Drugi",
                "startsOn",
                "2026-12-04",
                "startsTime",
                "10:30",
                "endsTime",
                "11:30",
                "revision",
                "0"));

        var asked = clerk.post(path, form);

        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.page().select(".error-summary").text()).contains("1 osoba jest zapisana", "Pierwszy");
        form.put("accepted", asked.page().select("input[name=accepted]").val());
        assertThat(clerk.post(path, form).status()).isEqualTo(303);
    }

    @Test
    void places_below_those_taken_are_refused_with_how_many_are() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 3, 0);
        register(event, people.person(), panel);
        register(event, people.person(), panel);

        var reply = clerk.post(
                DESK + "/" + event.slug() + "/sesje/" + panel.key(),
                session(Map.of("placesOnSite", "1", "placesOnline", "0", "revision", "0")));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select("#placesOnSite-error").text()).contains("2 miejsca");
        assertThat(clerk.get(DESK + "/" + event.slug()).page().select("table").text())
                .contains("2 z 3");
    }

    @Test
    void the_list_is_narrowed_by_stage_kind_and_words() {
        var word = "Zygfrydy" + NEXT.incrementAndGet();
        clerk.post(DESK, event(Map.of("title", "Warsztaty " + word, "kind", "WORKSHOP")));

        assertThat(found("szukaj=" + word)).isEqualTo(1);
        assertThat(found("szukaj=" + word + "&etap=drafts&rodzaj=WORKSHOP")).isEqualTo(1);
        assertThat(found("szukaj=" + word + "&etap=COMING")).isZero();
        assertThat(found("szukaj=" + word + "&rodzaj=FAIR")).isZero();
        assertThat(auditor.get(DESK + "?etap=niema&strona=999").status()).isEqualTo(200);
    }

    @Test
    void people_are_found_by_name_address_session_mode_and_state() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 5);
        var in = people.named("Zdzisława Wpisana");
        register(event, in, panel);
        var waiting = people.person();
        register(event, waiting, panel);
        var path = DESK + "/" + event.slug() + "/zgloszenia";

        assertThat(persons(path)).isEqualTo(2);
        assertThat(persons(path + "?szukaj=" + in.email())).isEqualTo(1);
        assertThat(persons(path + "?szukaj=zdzis%C5%82awa")).isEqualTo(1);
        assertThat(persons(path + "?szukaj=%25")).isZero();
        assertThat(persons(path + "?stan=WAITING&sesja=" + panel.key())).isEqualTo(1);
        assertThat(persons(path + "?stan=BOOKED&tryb=ON_SITE")).isEqualTo(1);
        assertThat(persons(path + "?tryb=ONLINE")).isZero();
        assertThat(persons(path + "?stan=HELD")).isZero();

        var registration = clerk.get(path + "?stan=BOOKED")
                .page()
                .select("form[action$=wypisz]")
                .attr("action");
        assertThat(clerk.post(registration, Map.of()).status()).isEqualTo(303);
        assertThat(persons(path + "?stan=ENDED")).isEqualTo(1);
        assertThat(persons(path + "?stan=OFFERED")).isEqualTo(1);
        var history = clerk.get(path + "/zmiany").page().select("tbody").text();
        assertThat(history).contains("zaproponowano miejsce", "ktoś zrezygnował");
    }

    @Test
    void the_waiting_list_shows_ranks_and_the_order_changes_with_a_reason() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 0);
        IntStream.range(0, 4).forEach(each -> register(event, people.named("Osoba " + each), panel));
        var path = DESK + "/" + event.slug() + "/zgloszenia/rezerwowa";

        var list = auditor.get(path).page();
        assertThat(list.select("tbody tr th").eachText()).containsExactly("Osoba 1", "Osoba 2", "Osoba 3");
        assertThat(list.select("a[href*=/rezerwowa/]")).isEmpty();
        var last = clerk.get(path).page().select("tbody a").last().attr("href");
        var refused = clerk.post(last, Map.of("rank", "9", "reason", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".field-error")).hasSize(2);

        assertThat(clerk.post(last, Map.of("rank", "1", "reason", "<b>Dojeżdża</b>"))
                        .status())
                .isEqualTo(303);

        assertThat(auditor.get(path).page().select("tbody tr th").eachText())
                .containsExactly("Osoba 3", "Osoba 1", "Osoba 2");
        assertThat(auditor.get(DESK + "/" + event.slug() + "/zgloszenia/zmiany")
                        .page()
                        .select("tbody")
                        .text())
                .contains("<b>Dojeżdża</b>");
    }

    @Test
    void an_auditor_reads_and_changes_nothing_and_needs_are_not_for_them() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        register(event, people.person(), panel);
        var desk = DESK + "/" + event.slug();

        var page = auditor.get(desk);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("main form")).isEmpty();
        var list = auditor.get(desk + "/zgloszenia");
        assertThat(list.page().select("main form[method=post]")).isEmpty();
        assertThat(list.page().select("a[href$=potrzeby]")).isEmpty();
        assertThat(auditor.get(desk + "/potrzeby").status()).isEqualTo(403);
        assertThat(auditor.post(desk + "/odwolaj", Map.of("cancelReason", "Nie."))
                        .status())
                .isEqualTo(403);
        assertThat(clerk.get(desk + "/potrzeby").status()).isEqualTo(200);
        assertThat(people.signedIn(Role.DEPARTMENT_OFFICER).get(desk).status()).isEqualTo(403);
    }

    @Test
    void the_list_of_people_goes_out_without_needs_and_runs_no_formula() throws Exception {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        register(event, people.named("=HYPERLINK(\"http://zle.example\")"), panel);
        var path = DESK + "/" + event.slug() + "/zgloszenia";

        var csv = auditor.send(auditor.request(path + ".csv").GET());
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.text())
                .contains("'=HYPERLINK")
                .contains("na miejscu, ma miejsce")
                .doesNotContain(";=");
        assertThat(csv.header("Content-Disposition")).contains("zgloszenia-" + event.slug() + ".csv");
        var xlsx = clerk.send(clerk.request(path + ".xlsx").GET());
        assertThat(xlsx.status()).isEqualTo(200);
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(xlsx.response().body()))) {
            assertThat(zip.getNextEntry()).isNotNull();
        }
        assertThat(people.signedIn()
                        .send(auditor.another().request(path + ".csv").GET())
                        .status())
                .isIn(401, 403);
    }

    @Test
    void a_page_of_people_asks_the_same_number_of_queries_for_three_as_for_forty(Queries queries) {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 100, 0);
        IntStream.range(0, 3).forEach(each -> register(event, people.person(), panel));
        var path = DESK + "/" + event.slug() + "/zgloszenia";
        clerk.get(path);

        var few = queries.during(() -> clerk.get(path)).size();
        IntStream.range(0, 37).forEach(each -> register(event, people.person(), panel));
        var many = queries.during(() -> clerk.get(path)).size();

        assertThat(many).isEqualTo(few);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void every_page_of_the_desk_is_valid_and_open_to_all_at_every_width(String language, Browser browser) {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 2);
        var question = rows.question(event, 1, Question.Kind.CHOICE, "tak\nnie", true);
        IntStream.range(0, 3).forEach(each -> register(event, people.person(), panel, Map.of(question.key(), "tak")));
        var draft = rows.draft();
        var desk = DESK + "/" + event.slug();
        var waiting = clerk.get(desk + "/zgloszenia/rezerwowa")
                .page()
                .select("tbody a")
                .first()
                .attr("href");
        browser.as(clerk);
        for (var path : new String[] {
            DESK,
            DESK + "/nowe",
            desk,
            desk + "/dane",
            desk + "/kopia",
            desk + "/powtorz",
            desk + "/sesje/nowa",
            desk + "/sesje/" + panel.key(),
            desk + "/pytania/nowe",
            desk + "/pytania/" + question.key(),
            desk + "/zgloszenia",
            desk + "/zgloszenia/rezerwowa",
            waiting,
            desk + "/zgloszenia/zmiany",
            desk + "/potrzeby",
            desk + "/wiadomosci",
            DESK + "/" + draft.slug() + "/oglos"
        }) {
            var address = path + "?lang=" + language;
            assertThat(HtmlValidity.problems(clerk.get(address).text()))
                    .as(address)
                    .isEmpty();
            assertThat(browser.faultsAt(address)).as(address).isEmpty();
        }
    }

    @Test
    void a_message_is_previewed_mended_sent_once_and_read_again(Browser browser) {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 2);
        IntStream.range(0, 3).forEach(each -> register(event, people.person(), panel));
        var mails = DESK + "/" + event.slug() + "/wiadomosci";
        var page = browser.as(clerk).page();
        browser.open(mails);
        page.selectOption("#audience", "WAITING");
        page.fill("#subject", "Lista rezerwowa");
        page.click("main button[value=preview]");
        assertThat(page.textContent("#body-error")).contains("Wpisz treść");
        assertThat(page.inputValue("#subject")).isEqualTo("Lista rezerwowa");
        assertThat(browser.barriers()).isEmpty();

        page.fill("#body", "Dzień dobry,\n\nmiejsca będą w <piątek>.");
        page.click("main button[value=preview]");
        assertThat(page.textContent("main"))
                .contains("osoby, które czekają na miejsce (2 wiadomości)", "Twoje zgłoszenie:")
                .contains("<piątek>");
        assertThat(browser.barriers()).isEmpty();
        page.click("main button[value=edit]");
        assertThat(page.inputValue("#body")).isEqualTo("Dzień dobry,\n\nmiejsca będą w <piątek>.");
        page.click("main button[value=preview]");
        page.click("main button[value=send]");
        assertThat(page.url()).matches(".*/wiadomosci/[0-9]+(\\?.*)?");
        assertThat(page.textContent("h1")).isEqualTo("Lista rezerwowa");
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.width(Browser.NARROW).overflow()).isEmpty();
        assertThat(HtmlValidity.problems(clerk.get(mails).text())).isEmpty();

        var sent = page.url().replaceAll(".*(/biuro/[^?]*).*", "$1");
        assertThat(auditor.get(sent).status()).isEqualTo(200);
        assertThat(auditor.get(mails).page().select("main form[method=post]")).isEmpty();
        assertThat(clerk.get(DESK + "/" + rows.open().slug() + sent.substring(sent.indexOf("/wiadomosci")))
                        .status())
                .isEqualTo(404);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void who_sends_a_message_to_nobody_or_after_the_number_changed_reads_why_nothing_went() {
        var event = rows.open();
        var mails = DESK + "/" + event.slug() + "/wiadomosci";
        var typed = Map.of(
                "formToken", "0f0f0f0f-0f0f-0f0f-0f0f-" + String.format("%012d", event.key()),
                "audience", "REGISTERED",
                "subject", "Temat",
                "body", "Treść",
                "expected", "5",
                "step", "send");

        assertThat(clerk.post(mails, typed).page().select(".note-warn").text()).contains("nie ma do kogo pisać");
        register(event, people.person(), rows.session(event, "Panel", 0, 1, 2));
        var changed = clerk.post(mails, typed).page();
        assertThat(changed.select(".note-warn").text()).contains("zmieniła się liczba odbiorców");
        assertThat(changed.select("button[value=send]").text()).isEqualTo("Wyślij 1 wiadomość");
    }

    private int found(String query) {
        return clerk.get(DESK + "?" + query).page().select(".entries > li").size();
    }

    private int persons(String path) {
        return clerk.get(path).page().select("tbody tr").size();
    }

    private void register(Event event, Actor person, Session... chosen) {
        register(event, person, chosen[0], chosen.length > 1 ? chosen[1] : chosen[0], Map.of());
    }

    private void register(Event event, Actor person, Session chosen, Map<Long, String> answers) {
        register(event, person, chosen, chosen, answers);
    }

    private void register(Event event, Actor person, Session one, Session other, Map<Long, String> answers) {
        var chosen = one.key() == other.key() ? new Session[] {one} : new Session[] {one, other};
        var entry = EventRows.entry(person.email(), Mode.ON_SITE, true, List.of(person.displayName()), chosen);
        registering.register(
                event.slug(), EventRows.answering(entry, answers), person, null, Language.POLISH, "192.0.2.7");
    }
}
