package pl.kujawskopomorskie.ngo.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.testing.AtOnce;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/**
 * A Forum from the copy of last year's to the programme's number: 126 people register for 120 places, change, cancel and are promoted;
 * two phones check them in, one of them without a network for ten minutes; who was there has a certificate, and the Forum counts.
 */
@PortalTest
class ForumDayTest {

    private static final int PER_REGISTRATION = 5;

    private final AnnouncedEvents announced;
    private final DoorRows doors;
    private final Events events;
    private final Sessions sessions;
    private final Attendees attendees;
    private final Bookings bookings;
    private final Registrations registrations;
    private final RegistrationTokens tokens;
    private final CountingPlaces counting;
    private final Mailbox mailbox;
    private final Jobs jobs;
    private final TestClock clock;
    private final People people;
    private final Actor organiser;
    private Web clerk;
    private final Web visitor;

    ForumDayTest(
            AnnouncedEvents announced,
            DoorRows doors,
            Events events,
            Sessions sessions,
            Attendees attendees,
            Bookings bookings,
            Registrations registrations,
            RegistrationTokens tokens,
            CountingPlaces counting,
            Mailbox mailbox,
            Jobs jobs,
            TestClock clock,
            People people,
            Web visitor) {
        this.announced = announced;
        this.doors = doors;
        this.events = events;
        this.sessions = sessions;
        this.attendees = attendees;
        this.bookings = bookings;
        this.registrations = registrations;
        this.tokens = tokens;
        this.counting = counting;
        this.mailbox = mailbox;
        this.jobs = jobs;
        this.clock = clock;
        this.people = people;
        this.organiser = people.person(Role.CLERK);
        this.clerk = people.signedIn(organiser);
        this.visitor = visitor;
    }

    @Test
    void from_the_copy_of_last_years_forum_to_the_number_of_the_programme(Browser first, Browser second)
            throws Exception {
        var forum = copied(first);
        var programme = sessions.of(forum.key());
        var plenary = programme.get(0);

        // 25 organisations bring five people each, and one person comes alone: 126 for 120 places.
        var own = registered(forum, plenary, programme.get(1));
        assertThat(taken(plenary)).containsExactly(120, 6);

        changesPanel(first, own.get(0), programme.get(2));
        takesBack(own.get(1));
        var promoted = own.get(24);
        assertThat(states(promoted)).containsOnly(Booking.State.OFFERED);
        takeAll(promoted);
        assertThat(taken(plenary)).containsExactly(120, 1);
        moreRoom(first, forum, plenary);
        takeAll(own.get(25));
        assertThat(taken(plenary)).containsExactly(121, 0);
        assertThat(clerk.get(desk(forum) + "/zgloszenia/zmiany")
                        .page()
                        .select("tbody tr")
                        .text())
                .contains("zaproponowano miejsce", "urząd dodał miejsca");

        comeBackAt(plenary.startsAt().minus(Duration.ofMinutes(20)));
        var tickets = tickets(own);
        assertThat(tickets).hasSize(121);
        checkIn(forum, tickets, first, second);

        comeBackAt(programme.getLast().endsAt().plus(Duration.ofHours(1)));
        var came = clerk.get(desk(forum) + "/obecnosc?kto=CAME").page();
        assertThat(came.select("[role=status]").text()).contains("119");
        var link = "/wydarzenia/zgloszenie/" + tokens.of(own.get(0).key());
        var certificate = visitor.send(visitor.request(link + "/zaswiadczenie/1.pdf"));
        assertThat(certificate.status()).isEqualTo(200);
        assertThat(certificate.header("Content-Type")).isEqualTo("application/pdf");
        var absent = "/wydarzenia/zgloszenie/" + tokens.of(own.get(25).key());
        assertThat(visitor.send(visitor.request(absent + "/zaswiadczenie/1.pdf"))
                        .status())
                .isEqualTo(409);

        first.as(clerk).width(Browser.WIDE).open("/program/wskazniki/2.2?rok=2026");
        var counted = first.page().locator("li.entry", new Page.LocatorOptions().setHasText(forum.title()));
        assertThat(counted.textContent()).contains("119");
        assertThat(first.barriers()).isEmpty();
        first.open("/program");
        assertThat(first.page().locator("a[href^='/program/wskazniki/2.2']").count())
                .isPositive();
        assertThat(first.complaints()).isEmpty();
        assertThat(second.complaints()).isEmpty();
    }

    /** Time passes, and the organiser signs in anew. */
    private void comeBackAt(Instant moment) {
        clock.set(moment);
        clerk = people.signedIn(organiser);
    }

    /** The organiser copies last year's Forum, sets the term of registration and announces it. */
    private Event copied(Browser browser) {
        var last = announced.titled("Forum Organizacji sprzed roku");
        var day = TestClock.START.minus(Duration.ofDays(378));
        announced.session(last, "Sesja plenarna", day, 120, 0);
        announced.session(last, "Panel pierwszy", day.plus(Duration.ofHours(3)), 130, 0);
        announced.session(last, "Panel drugi", day.plus(Duration.ofHours(3)), 130, 0);
        var page = browser.as(clerk).page();
        browser.open(desk(last) + "/kopia");
        page.fill("#title", "Forum Organizacji tego roku");
        page.fill("#firstDay", OfficeTime.today(clock).plusDays(14).toString());
        page.click("main button[type=submit]");
        assertThat(page.textContent("h1")).isEqualTo("Forum Organizacji tego roku");
        var copy = page.url().replaceAll(".*(/biuro/wydarzenia/[^?#/]*).*", "$1");
        browser.open(copy + "/dane");
        page.fill("#opensOn", LocalDate.parse("2026-11-19").toString());
        page.fill("#closesOn", LocalDate.parse("2026-12-01").toString());
        page.click("main form[action$='/dane'] button[type=submit]");
        browser.open(copy + "/oglos");
        page.click("main form[action$='/oglos'] button[type=submit]");
        assertThat(page.textContent(".page-head")).contains("Trwają zapisy");
        assertThat(browser.barriers()).isEmpty();
        return events.findBySlug(copy.substring(copy.lastIndexOf('/') + 1)).orElseThrow();
    }

    private List<Registration> registered(Event forum, Session plenary, Session panel) {
        var addresses = new ArrayList<String>();
        for (var number = 0; number < 26; number++) {
            var email = "forum" + number + "." + forum.key() + "@example.pl";
            var people = number < 25 ? PER_REGISTRATION : 1;
            var form = new HashMap<>(Map.of(
                    "formToken",
                    UUID.randomUUID().toString(),
                    "people",
                    String.valueOf(people),
                    "email",
                    email,
                    "organisation",
                    "Stowarzyszenie " + number,
                    "session-" + plenary.key(),
                    "ON_SITE",
                    "session-" + panel.key(),
                    "ON_SITE",
                    "waitIfFull",
                    "true",
                    "privacyRead",
                    "true"));
            for (var person = 1; person <= people; person++) {
                form.put("name-" + person, "Osoba " + number + " " + person);
            }
            var web = visitor.another();
            assertThat(web.post("/wydarzenia/" + forum.slug() + "/zapisy", form).status())
                    .isEqualTo(303);
            jobs.runDue();
            assertThat(web.post(mailbox.last(email).link() + "/potwierdz", Map.of())
                            .status())
                    .isEqualTo(303);
            addresses.add(email);
        }
        return addresses.stream()
                .map(email -> registrations.living(forum.key(), email).orElseThrow())
                .toList();
    }

    private void changesPanel(Browser browser, Registration registration, Session other) {
        var page = browser.page();
        page.context().clearCookies();
        browser.open("/wydarzenia/zgloszenie/" + tokens.of(registration.key()) + "/zmiana");
        // The panels are one choice, so this one is left by it.
        page.check("#session-" + other.key() + "-ON_SITE");
        page.click("main form button[type=submit]");
        assertThat(page.textContent("main")).contains("Panel drugi").doesNotContain("Panel pierwszy");
        assertThat(browser.barriers()).isEmpty();
    }

    private void takesBack(Registration registration) {
        assertThat(visitor.another()
                        .post("/wydarzenia/zgloszenie/" + tokens.of(registration.key()) + "/rezygnacja", Map.of())
                        .status())
                .isEqualTo(303);
    }

    private void takeAll(Registration registration) {
        var link = "/wydarzenia/zgloszenie/" + tokens.of(registration.key());
        bookings.of(registration.key()).stream()
                .filter(booking -> booking.state() == Booking.State.OFFERED)
                .forEach(booking -> assertThat(visitor.another()
                                .post(link + "/miejsca/" + booking.key() + "/przyjmij", Map.of())
                                .status())
                        .isEqualTo(303));
    }

    private void moreRoom(Browser browser, Event forum, Session plenary) {
        var page = browser.as(clerk).page();
        browser.open(desk(forum) + "/sesje/" + plenary.key());
        page.fill("#placesOnSite", "121");
        page.click("main form[action$='/sesje/" + plenary.key() + "'] button[type=submit]");
        page.waitForURL("**" + desk(forum) + "**");
    }

    /** Ten on each phone by its page, the second without a network; the others by the door's form, from both doors at once. */
    private void checkIn(Event forum, List<String> tickets, Browser first, Browser second) throws Exception {
        var door = "/wydarzenia/" + forum.slug() + "/wejscie";
        var a = opened(first, door + "?drzwi=A");
        second.page().clock().install();
        var b = opened(second, door + "?drzwi=B");
        second.complaints();
        b.context().setOffline(true);
        for (var ticket : tickets.subList(0, 10)) {
            type(a, ticket);
        }
        for (var ticket : tickets.subList(8, 20)) {
            type(b, ticket);
        }
        assertThat(b.textContent("#door-queue")).isEqualTo("12 wejść czeka na wysłanie");
        var rest = tickets.subList(20, 118);
        AtOnce.<Void>run(List.of("A", "B").stream()
                .<Callable<Void>>map(name -> () -> {
                    for (var ticket : rest) {
                        assertThat(clerk.post(door + "/kod", Map.of("kod", ticket, "drzwi", name))
                                        .status())
                                .isEqualTo(303);
                    }
                    return null;
                })
                .toList());
        var scanned = clock.instant();
        clock.advance(Duration.ofMinutes(10));
        b.clock().fastForward(Duration.ofMinutes(10).toMillis());
        a.click("#door-newcomer summary");
        a.fill("#name", "Jan z ulicy");
        a.click("#door-walk-in button");
        a.waitForSelector("#door-answer :text('Jan z ulicy')");
        b.context().setOffline(false);
        b.waitForSelector("#door-queue[data-length='0']", attached());
        assertThat(doors.cameAt(attendee(forum, tickets.get(15))))
                .isBetween(scanned.minus(Duration.ofMinutes(1)), scanned.plus(Duration.ofMinutes(1)));
        second.complaints();
        first.complaints();
    }

    private Page opened(Browser phone, String path) {
        var page = phone.as(clerk).width(390).page();
        phone.open(path);
        page.waitForSelector("#door[data-kept=true]", attached());
        return page;
    }

    private static void type(Page page, String ticket) {
        page.evaluate("() => { document.getElementById('door-answer').dataset.answer = ''; }");
        page.fill("#kod", ticket);
        page.click("#door-code button");
        page.waitForSelector("#door-answer[data-answer='LET_IN'], #door-answer[data-answer='ALREADY_IN']");
    }

    private List<String> tickets(List<Registration> own) {
        var living = own.stream()
                .map(registration -> registrations.findById(registration.key()).orElseThrow())
                .filter(registration -> registration.endedAt() == null)
                .toList();
        return living.stream()
                .flatMap(registration -> attendees.of(registration.key()).stream())
                .map(Attendee::ticket)
                .toList();
    }

    private Attendee attendee(Event forum, String ticket) {
        return IntStream.range(0, 26)
                .mapToObj(number ->
                        registrations.living(forum.key(), "forum" + number + "." + forum.key() + "@example.pl"))
                .flatMap(found -> found.stream())
                .flatMap(registration -> attendees.of(registration.key()).stream())
                .filter(person -> person.ticket().equals(ticket))
                .findFirst()
                .orElseThrow();
    }

    private List<Booking.State> states(Registration registration) {
        var plenary = sessions.of(registration.eventId()).getFirst().key();
        return bookings.of(registration.key()).stream()
                .filter(booking -> booking.sessionId() == plenary)
                .map(Booking::state)
                .toList();
    }

    private List<Integer> taken(Session session) {
        var places = counting.of(List.of(session), OfficeTime.now(clock));
        return List.of(places.taken(session, Mode.ON_SITE), places.waiting(session, Mode.ON_SITE));
    }

    private static Page.WaitForSelectorOptions attached() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private static String desk(Event event) {
        return "/biuro/wydarzenia/" + event.slug();
    }
}
