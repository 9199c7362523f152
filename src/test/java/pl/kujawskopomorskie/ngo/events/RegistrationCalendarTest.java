package pl.kujawskopomorskie.ngo.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

@PortalTest
class RegistrationCalendarTest {

    @Test
    void a_calendar_leads_to_the_stream_through_the_portal_which_notes_who_watches(
            DoorRows rows, Registrations registrations, PortalConfiguration portal) {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var person = rows.person(event.key(), "Ola");
        var registration = registrations.findById(person.registrationId()).orElseThrow();

        var calendar = new String(
                new RegistrationCalendar(
                                event,
                                registration,
                                List.of(new RegistrationCalendar.Place(panel, Mode.ONLINE)),
                                List.of())
                        .print(portal, "https://portal.example/z/tajne", TestClock.START),
                StandardCharsets.UTF_8);

        assertThat(calendar.replaceAll("\\r\\n ", ""))
                .contains("LOCATION:https://portal.example/z/tajne/transmisja/" + panel.key())
                .doesNotContain(panel.streamUrl());
    }
}
