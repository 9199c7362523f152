package pl.kujawskopomorskie.ngo.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.kujawskopomorskie.ngo.events.HeldEvents.Mark;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** What counts as an event held, in years of which nothing else tells. */
@PortalTest
class HeldEventsTest {

    private final HeldEvents held;
    private final RegisterRows rows;

    HeldEventsTest(HeldEvents held, RegisterRows rows) {
        this.held = held;
        this.rows = rows;
    }

    @BeforeEach
    void long_after(TestClock clock) {
        clock.set(Instant.parse("2059-06-01T10:00:00Z"));
    }

    @Test
    void the_year_is_that_of_the_last_end_in_warsaw_and_its_last_midnight_belongs_to_the_old_one() {
        var old = came(rows.training("Do północy", Instant.parse("2041-12-31T23:00:00Z")));
        var newer = came(rows.training("Po północy", Instant.parse("2041-12-31T23:00:01Z")));
        var both = rows.training("Przez sylwestra", Instant.parse("2041-12-31T15:00:00Z"));
        rows.session(both, Instant.parse("2042-01-02T15:00:00Z"));
        came(both);

        assertThat(slugs(2041)).containsExactly(old.slug());
        assertThat(slugs(2042)).containsExactly(newer.slug(), both.slug());
        assertThat(held.of(Mark.FOR_COMPETENCE, 2041).getFirst().lastDay()).isEqualTo(LocalDate.of(2041, 12, 31));
        assertThat(held.of(Mark.FOR_COMPETENCE, 2042).getFirst().lastDay()).isEqualTo(LocalDate.of(2042, 1, 1));
        assertThat(held.countsBetween(Mark.FOR_COMPETENCE, 2041, 2042))
                .containsEntry(2041, 1)
                .containsEntry(2042, 2);
    }

    @Test
    void what_nobody_came_to_or_was_cancelled_or_never_announced_does_not_count(People people) {
        var end = Instant.parse("2043-05-05T12:00:00Z");
        var nobody = rows.training("Nikt nie przyszedł", end);
        var takenBack = rows.training("Cofnięta obecność", end);
        rows.came(takenBack, people.person().personId());
        var zero = rows.training("Zero policzonych", end);
        rows.counted(zero, Mode.ON_SITE, 20);
        rows.counted(zero, Mode.ON_SITE, 0);
        came(rows.event("Odwołane", EventKind.TRAINING, end, TestClock.START, TestClock.START));
        came(rows.event("Szkic", EventKind.TRAINING, end, null, null));
        var counted = rows.training("Policzone bez nazwisk", end);
        rows.counted(counted, Mode.ON_SITE, 12);

        assertThat(slugs(2043)).containsExactly(counted.slug());
        assertThat(held.somebodyCame(counted.key())).isTrue();
        assertThat(List.of(nobody, takenBack, zero)).noneMatch(event -> held.somebodyCame(event.key()));
    }

    @Test
    void who_came_is_counted_once_and_apart_from_heads_of_which_the_newest_number_holds(People people) {
        var event = rows.training("Frekwencja", Instant.parse("2044-05-05T12:00:00Z"));
        rows.session(event, Instant.parse("2044-05-06T12:00:00Z"));
        came(event);
        came(event);
        rows.came(event, people.person().personId());
        rows.counted(event, Mode.ON_SITE, 50);
        rows.counted(event, Mode.ON_SITE, 40);
        rows.counted(event, Mode.ONLINE, 7);

        var found = held.of(Mark.ON_LOCAL_LAW, 2044).getFirst();
        assertThat(found.people()).isEqualTo(2);
        assertThat(found.counted()).isEqualTo(47);
        assertThat(found.lastDay()).isEqualTo(LocalDate.of(2044, 5, 6));
    }

    @Test
    void only_trainings_and_workshops_count_as_such_but_anything_for_both_sectors() {
        var end = Instant.parse("2045-05-05T12:00:00Z");
        var meeting = came(rows.event("Spotkanie", EventKind.COUNCIL_MEETING, end, TestClock.START, null));
        var workshop = came(rows.event("Warsztat", EventKind.WORKSHOP, end, TestClock.START, null));

        assertThat(slugs(Mark.ON_LOCAL_LAW, 2045)).containsExactly(workshop.slug());
        assertThat(slugs(Mark.FOR_COMPETENCE, 2045)).containsExactly(workshop.slug());
        assertThat(slugs(Mark.FOR_BOTH_SECTORS, 2045)).containsExactly(meeting.slug(), workshop.slug());
    }

    @Test
    void what_still_runs_was_not_held_yet(TestClock clock) {
        var end = Instant.parse("2046-05-05T12:00:00Z");
        var event = came(rows.training("Trwa", end));

        clock.set(end.minusMillis(1));
        assertThat(slugs(2046)).isEmpty();
        clock.set(end);
        assertThat(slugs(2046)).containsExactly(event.slug());
    }

    @ParameterizedTest
    @EnumSource
    void every_number_is_the_size_of_its_list_and_each_costs_one_query(Mark mark, Queries queries) {
        came(rows.training("Dla liczby", Instant.parse("2047-05-05T12:00:00Z")));
        var counts = held.countsBetween(mark, 2041, 2059);

        assertThat(counts).containsKey(2047);
        counts.forEach((year, count) -> assertThat(held.of(mark, year)).hasSize(count));
        assertThat(queries.during(() -> held.countsBetween(mark, 2041, 2059))).hasSize(1);
        assertThat(queries.during(() -> held.of(mark, 2047))).hasSize(1);
    }

    private Event came(Event event) {
        rows.came(event, null);
        return event;
    }

    private List<String> slugs(int year) {
        return slugs(Mark.FOR_COMPETENCE, year);
    }

    private List<String> slugs(Mark mark, int year) {
        return held.of(mark, year).stream().map(HeldEvents.Held::slug).toList();
    }
}
