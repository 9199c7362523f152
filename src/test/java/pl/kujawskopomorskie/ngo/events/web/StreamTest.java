package pl.kujawskopomorskie.ngo.events.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.events.Attendance;
import pl.kujawskopomorskie.ngo.events.Booking;
import pl.kujawskopomorskie.ngo.events.DoorRows;
import pl.kujawskopomorskie.ngo.events.Links;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** Who opens a stream through the portal was there; who is only looked ahead for was not. */
@PortalTest
class StreamTest {

    private final DoorRows rows;
    private final Links links;
    private final TestClock clock;
    private final Web visitor;

    StreamTest(DoorRows rows, Links links, TestClock clock, Web visitor) {
        this.rows = rows;
        this.links = links;
        this.clock = clock;
        this.visitor = visitor;
    }

    @Test
    void the_stream_opens_half_an_hour_before_and_notes_the_person_once() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var ola = rows.person(event.key(), "Ola");
        rows.booked(ola, panel, Mode.ONLINE, Booking.State.BOOKED);
        var link = links.of(ola);
        var stream = link + "/transmisja/" + panel.key();
        assertThat(visitor.get(link).text()).doesNotContain(panel.streamUrl());
        var button = "form[action$=/transmisja/" + panel.key() + "]";
        assertThat(visitor.get(link).page().select(button)).isEmpty();
        assertThat(visitor.get(link).page().text())
                .contains("Na transmisję wejdziesz z tej strony od: 20 listopada 2026, godz. 10:30");

        var early = visitor.post(stream, Map.of());
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.page().select(".note-warn").text()).contains("Wejdziesz od 20 listopada 2026, godz. 10:30");
        assertThat(early.text()).doesNotContain(panel.streamUrl());

        clock.advance(Duration.ofMinutes(30));
        assertThat(visitor.get(link).page().select(button)).hasSize(1);
        assertThat(visitor.get(stream).header("Refresh")).isEmpty();
        assertThat(visitor.get(stream + "?wejscie=").header("Refresh"))
                .as("nobody gets past the form")
                .isEmpty();
        assertThat(visitor.get(stream).text()).doesNotContain(panel.streamUrl());
        assertThat(rows.wasThere(ola)).isFalse();

        var opened = visitor.post(stream, Map.of());
        assertThat(opened.status()).isEqualTo(303);
        var onward = visitor.get(opened.location());
        assertThat(onward.header("Refresh")).isEqualTo("0; url=" + panel.streamUrl());
        assertThat(onward.header("Cache-Control")).isEqualTo("no-store");
        assertThat(HtmlValidity.problems(onward.text())).isEmpty();
        clock.advance(Duration.ofMinutes(40));
        visitor.post(stream, Map.of());
        assertThat(rows.row(ola, panel))
                .returns(Mode.ONLINE, Attendance::mode)
                .returns(Attendance.How.STREAM, Attendance::how)
                .returns(TestClock.START.plus(Duration.ofMinutes(30)), Attendance::cameAt);

        clock.advance(Duration.ofHours(3));
        assertThat(visitor.post(stream, Map.of()).status()).isEqualTo(409);
        assertThat(visitor.get(stream).page().text()).contains("Ta transmisja się skończyła.");
    }

    @Test
    void of_several_people_of_one_registration_those_are_noted_who_say_they_watch() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 0);
        var ola = rows.person(event.key(), "Ola");
        var ela = rows.beside(ola, "Ela");
        rows.booked(ola, panel, Mode.ONLINE, Booking.State.BOOKED);
        rows.booked(ela, panel, Mode.ONLINE, Booking.State.BOOKED);
        var stream = links.of(ola) + "/transmisja/" + panel.key();

        var nobody = visitor.post(stream, Map.of());
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.page().select(".error-summary a[href=#kto]")).hasSize(1);
        assertThat(visitor.post(stream, Map.of("kto-2", "true")).status()).isEqualTo(303);

        assertThat(rows.wasThere(ola)).isFalse();
        assertThat(rows.wasThere(ela)).isTrue();
    }

    @Test
    void who_has_no_place_online_gets_no_stream() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 0);
        var onSite = rows.person(panel, "Sala");
        var waiting = rows.person(event.key(), "Czeka");
        rows.booked(waiting, panel, Mode.ONLINE, Booking.State.WAITING);
        var cancelled = rows.cancelled(event.key(), "Odwołana");
        rows.booked(cancelled, panel, Mode.ONLINE, Booking.State.BOOKED);

        for (var person : new pl.kujawskopomorskie.ngo.events.Attendee[] {onSite, waiting, cancelled}) {
            var stream = links.of(person) + "/transmisja/" + panel.key();
            assertThat(visitor.get(stream).status()).isEqualTo(410);
            assertThat(visitor.post(stream, Map.of()).status()).isEqualTo(410);
            assertThat(rows.wasThere(person)).isFalse();
        }
    }

    @Test
    void the_browser_goes_on_from_the_form_to_the_stream(Browser browser) {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 0);
        var ola = rows.person(event.key(), "Ola");
        var ela = rows.beside(ola, "Ela");
        rows.booked(ola, panel, Mode.ONLINE, Booking.State.BOOKED);
        rows.booked(ela, panel, Mode.ONLINE, Booking.State.BOOKED);
        browser.page()
                .route(
                        "https://stream.example.pl/**",
                        route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                                .setBody("transmisja")
                                .setContentType("text/plain")));
        browser.open(links.of(ola) + "/transmisja/" + panel.key());
        browser.page().click("button:has-text('Wejdź na transmisję')");
        browser.page().waitForSelector(".error-summary");
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.complaints()).isEmpty();

        browser.page().check("#kto");
        browser.page().click("button:has-text('Wejdź na transmisję')");
        browser.page().waitForURL("https://stream.example.pl/**");

        assertThat(browser.page().content()).contains("transmisja");
        assertThat(rows.wasThere(ola)).isTrue();
    }
}
