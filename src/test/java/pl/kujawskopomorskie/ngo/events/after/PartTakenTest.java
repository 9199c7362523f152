package pl.kujawskopomorskie.ngo.events.after;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.SessionKind;

class PartTakenTest {

    private static final Instant NINE = Instant.parse("2026-10-20T07:00:00Z");

    private final Session plenary = session(1, SessionKind.PLENARY, 0, 90);
    private final Session coffee = session(2, SessionKind.BREAK, 90, 120);
    private final Session first = session(3, SessionKind.PANEL, 120, 180);
    private final Session second = session(4, SessionKind.PANEL, 120, 180);
    private final List<Session> forum = List.of(plenary, coffee, first, second);

    @Test
    void who_was_noted_at_the_event_is_credited_with_the_places_they_had() {
        var part = PartTaken.of(
                forum, Set.of(), List.of(noted(null, Mode.ON_SITE)), List.of(booked(plenary), booked(second)));

        assertThat(part.sessions()).extracting(PartTaken.In::session).containsExactly(plenary, second);
        assertThat(part.minutes()).isEqualTo(150);
        assertThat(part.participation()).isEqualTo(Participation.ON_SITE);
    }

    @Test
    void where_a_sessions_own_door_was_kept_only_those_noted_there_are_credited() {
        var part = PartTaken.of(
                forum,
                Set.of(first.key(), second.key()),
                List.of(noted(null, Mode.ON_SITE)),
                List.of(booked(plenary), booked(second)));

        assertThat(part.sessions()).extracting(PartTaken.In::session).containsExactly(plenary);
    }

    @Test
    void who_went_elsewhere_than_where_they_had_a_place_was_there_and_not_here() {
        var part = PartTaken.of(
                forum,
                Set.of(first.key()),
                List.of(noted(null, Mode.ON_SITE), noted(first, Mode.ONLINE)),
                List.of(booked(plenary), booked(second)));

        assertThat(part.sessions()).extracting(PartTaken.In::session).containsExactly(plenary, first);
        assertThat(part.participation()).isEqualTo(Participation.BOTH);
    }

    @Test
    void who_had_no_place_is_credited_with_a_whole_training_but_not_with_what_had_to_be_chosen() {
        var training = List.of(plenary, coffee, first);
        var came = List.of(noted(null, Mode.ON_SITE));

        assertThat(PartTaken.of(training, Set.of(), came, List.of()).minutes()).isEqualTo(150);
        assertThat(PartTaken.of(forum, Set.of(), came, List.of()).sessions()).isEmpty();
        assertThat(PartTaken.of(forum, Set.of(), came, List.of()).minutes()).isZero();
    }

    @Test
    void sessions_at_the_same_time_count_once() {
        var part = PartTaken.of(
                forum,
                Set.of(first.key(), second.key()),
                List.of(noted(first, Mode.ON_SITE), noted(second, Mode.ON_SITE)),
                List.of());

        assertThat(part.sessions()).hasSize(2);
        assertThat(part.minutes()).isEqualTo(60);
    }

    @Test
    void who_was_scanned_at_the_entrance_is_not_credited_with_a_place_at_the_stream() {
        var part = PartTaken.of(
                forum,
                Set.of(),
                List.of(noted(null, Mode.ON_SITE)),
                List.of(booked(plenary), new Participants.Noted(7, first.key(), Mode.ONLINE)));

        assertThat(part.sessions()).extracting(PartTaken.In::session).containsExactly(plenary);
        assertThat(PartTaken.of(
                                List.of(plenary),
                                Set.of(),
                                List.of(noted(null, Mode.ON_SITE)),
                                List.of(new Participants.Noted(7, plenary.key(), Mode.ONLINE)))
                        .sessions())
                .isEmpty();
    }

    private static Participants.Noted noted(@Nullable Session session, Mode mode) {
        return new Participants.Noted(7, session == null ? null : session.key(), mode);
    }

    private static Participants.Noted booked(Session session) {
        return new Participants.Noted(7, session.key(), Mode.ON_SITE);
    }

    private static Session session(long id, SessionKind kind, int from, int until) {
        return new Session(
                id,
                1,
                kind,
                "Część " + id,
                "",
                NINE.plus(Duration.ofMinutes(from)),
                NINE.plus(Duration.ofMinutes(until)),
                "",
                10,
                10,
                "",
                0);
    }
}
