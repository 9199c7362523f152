package pl.kujawskopomorskie.ngo.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventOverviewTest {

    private static final Instant NOON = Instant.parse("2026-12-01T11:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void places_of_sessions_at_the_same_time_add_up_and_those_one_after_the_other_do_not() {
        var overview = overview(
                NOW.plus(Duration.ofDays(3)),
                session(0, 10, 0, 4, 0),
                session(2, 10, 10, 3, 7),
                session(2, 10, 0, 2, 0),
                session(4, 10, 10, 1, 9));

        assertThat(overview.freeOnSite()).isEqualTo(5);
        assertThat(overview.freeOnline()).isEqualTo(9);
        assertThat(overview.uneven()).isTrue();
        assertThat(overview.standing()).isEqualTo(EventStanding.OPEN);
    }

    @Test
    void parts_with_as_many_places_each_promise_them_and_those_not_held_in_a_mode_do_not_count() {
        assertThat(overview(NOW.plus(Duration.ofDays(3)), session(0, 10, 20, 4, 9), session(2, 10, 0, 4, 0))
                        .uneven())
                .isFalse();
        assertThat(overview(NOW.plus(Duration.ofDays(3)), session(0, 10, 20, 4, 9), session(2, 10, 20, 4, 8))
                        .uneven())
                .isTrue();
    }

    @Test
    void nothing_free_in_any_session_means_a_waiting_list() {
        assertThat(overview(NOW.plus(Duration.ofDays(3)), session(0, 10, 5, 0, 0), session(2, 10, 0, 0, 0))
                        .standing())
                .isEqualTo(EventStanding.FULL);
    }

    @Test
    void who_need_not_register_is_told_so() {
        assertThat(overview(null, session(0, 0, 0, 0, 0)).standing()).isEqualTo(EventStanding.OPEN_TO_ALL);
    }

    @Test
    void a_break_is_no_reason_to_call_an_event_bookable_or_full() {
        var overview = overview(NOW.plus(Duration.ofDays(3)), session(0, 0, 0, 0, 0));

        assertThat(overview.bookable()).isFalse();
        assertThat(overview.standing()).isEqualTo(EventStanding.OPEN);
        assertThat(overview.onSite()).isTrue();
    }

    @Test
    void it_begins_with_the_first_session_and_ends_with_the_one_that_lasts_longest() {
        var overview = overview(NOW, session(0, 1, 0, 1, 0), session(2, 1, 0, 1, 0));

        assertThat(overview.startsAt()).isEqualTo(NOON);
        assertThat(overview.endsAt()).isEqualTo(NOON.plus(Duration.ofHours(3)));
        assertThat(overview.daysUntil()).isEqualTo(11);
        assertThat(overview.standing()).isEqualTo(EventStanding.CLOSED);
    }

    @Test
    void the_last_day_of_registration_has_no_days_left() {
        assertThat(overview(Instant.parse("2026-11-20T23:00:00Z"), session(0, 1, 0, 1, 0))
                        .daysLeft())
                .isZero();
        assertThat(overview(Instant.parse("2026-11-22T23:00:00Z"), session(0, 1, 0, 1, 0))
                        .daysLeft())
                .isEqualTo(2);
    }

    private static ProgrammeSession session(int hour, int onSite, int online, int freeOnSite, int freeOnline) {
        var startsAt = NOON.plus(Duration.ofHours(hour));
        return new ProgrammeSession(
                hour,
                SessionKind.PANEL,
                "Panel",
                "",
                startsAt,
                startsAt.plus(Duration.ofHours(1)),
                "",
                onSite,
                online,
                freeOnSite,
                freeOnline,
                0,
                0);
    }

    private static EventOverview overview(@Nullable Instant closesAt, ProgrammeSession... sessions) {
        var opensAt = closesAt == null ? null : NOW.minus(Duration.ofDays(1));
        return new EventOverview(
                new Event(
                        1L,
                        "x",
                        EventKind.FORUM,
                        1,
                        "X",
                        "",
                        "",
                        "",
                        "Toruń",
                        false,
                        false,
                        false,
                        "",
                        "",
                        "",
                        opensAt,
                        closesAt,
                        1,
                        60,
                        48,
                        14,
                        false,
                        "",
                        "",
                        null,
                        null,
                        NOW,
                        null,
                        null,
                        0,
                        NOW,
                        null,
                        NOW,
                        0),
                List.copyOf(Arrays.asList(sessions)),
                NOW);
    }
}
