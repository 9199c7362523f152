package pl.kujawskopomorskie.ngo.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;

/** What the mails of a registration put into calendars, and take out of them: one entry a message, the same one for good. */
@PortalTest
class RegistrationCalendarTest {

    private final EventRows rows;
    private final AnnouncedEvents announced;
    private final ChangingRegistration changing;
    private final EndingRegistration ending;
    private final RunningEvent running;
    private final RegistrationTokens tokens;
    private final Jobs jobs;
    private final People people;
    private final DataSource dataSource;

    RegistrationCalendarTest(
            EventRows rows,
            AnnouncedEvents announced,
            ChangingRegistration changing,
            EndingRegistration ending,
            RunningEvent running,
            RegistrationTokens tokens,
            Jobs jobs,
            People people,
            DataSource dataSource) {
        this.rows = rows;
        this.announced = announced;
        this.changing = changing;
        this.ending = ending;
        this.running = running;
        this.tokens = tokens;
        this.jobs = jobs;
        this.people = people;
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
    }

    @Test
    void sessions_of_one_day_are_one_entry_that_a_change_alters_and_the_end_takes_out() {
        var event = rows.open();
        var first = rows.session(event, "A", 0, 5, 0);
        var second = rows.session(event, "B", 2, 5, 0);
        var own = registered(event, Mode.ON_SITE, first, second);
        var asked = calendars(own);
        assertThat(asked)
                .singleElement()
                .satisfies(calendar -> assertThat(calendar)
                        .contains("METHOD:REQUEST", "SEQUENCE:0", "T100000", "T130000")
                        .containsOnlyOnce("BEGIN:VEVENT"));

        changing.change(tokens.of(own.key()), Map.of(second.key(), Mode.ON_SITE), Set.of(), false);
        jobs.runDue();
        var changed = calendars(own).get(1);
        assertThat(changed).contains("METHOD:REQUEST", "SEQUENCE:1", "T120000").doesNotContain("T100000");
        assertThat(line(changed, "UID")).isEqualTo(line(asked.getFirst(), "UID"));

        ending.takeBack(tokens.of(own.key()));
        jobs.runDue();
        assertThat(calendars(own)).hasSize(3);
        assertThat(calendars(own).getLast())
                .contains("METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED", line(changed, "UID"));
    }

    @Test
    void each_day_has_a_message_of_its_own_and_one_given_back_is_taken_out() {
        var event = rows.open();
        var first = rows.session(event, "A", 0, 5, 0);
        var next = announced.session(event, "B", first.startsAt().plus(Duration.ofDays(1)), 5, 0);
        var own = registered(event, Mode.ON_SITE, first, next);
        assertThat(calendars(own))
                .hasSize(2)
                .allSatisfy(calendar ->
                        assertThat(calendar).contains("METHOD:REQUEST").containsOnlyOnce("BEGIN:VEVENT"));

        changing.change(tokens.of(own.key()), Map.of(first.key(), Mode.ON_SITE), Set.of(first.key()), false);
        jobs.runDue();

        assertThat(calendars(own)).hasSize(3);
        assertThat(calendars(own).getLast())
                .contains("METHOD:CANCEL", line(calendars(own).get(1), "UID"));
    }

    @Test
    void who_only_waits_has_nothing_in_the_calendar() {
        var event = rows.open();
        var panel = rows.session(event, "A", 0, 1, 0);
        registered(event, Mode.ON_SITE, panel);

        assertThat(calendars(registered(event, Mode.ON_SITE, panel))).isEmpty();
    }

    @Test
    void a_stream_is_opened_on_the_page_of_the_registration_and_its_address_is_in_no_calendar() {
        var event = rows.open();
        var panel = rows.session(event, "A", 0, 0, 5);
        var own = registered(event, Mode.ONLINE, panel);

        assertThat(calendars(own))
                .singleElement()
                .satisfies(calendar -> assertThat(calendar)
                        .contains("/wydarzenia/zgloszenie/" + tokens.of(own.key()))
                        .doesNotContain(panel.streamUrl()));
    }

    @Test
    void a_cancelled_event_is_taken_out_of_the_calendar() {
        var event = rows.open();
        var own = registered(event, Mode.ON_SITE, rows.session(event, "A", 0, 5, 0));

        running.cancel(event.slug(), "Powódź.", people.person(Role.CLERK));
        jobs.runDue();

        assertThat(calendars(own).getLast()).contains("METHOD:CANCEL", "SEQUENCE:1");
    }

    private Registration registered(Event event, Mode mode, Session... chosen) {
        var registration = rows.registered(event, mode, true, List.of("Anna"), chosen);
        jobs.runDue();
        return registration;
    }

    private static String line(String calendar, String name) {
        return Arrays.stream(calendar.split("\\r\\n"))
                .filter(line -> line.startsWith(name + ":"))
                .findFirst()
                .orElseThrow();
    }

    /** What was sent to the address of a registration, oldest first, with the lines put together again. */
    private List<String> calendars(Registration registration) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(
                        "SELECT calendar FROM mail_message WHERE recipient = ? AND calendar IS NOT NULL ORDER BY id")) {
            query.setString(1, registration.email());
            var found = new ArrayList<String>();
            try (var sent = query.executeQuery()) {
                while (sent.next()) {
                    found.add(sent.getString(1).replaceAll("\\r\\n ", ""));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
