package pl.kujawskopomorskie.ngo.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.events.visits.Visits;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** What the programme counts of teams and visits. */
@PortalTest
class RegistersCountedTest {

    private final ActiveTeams active;
    private final VisitsMade made;
    private final RegisterRows rows;

    RegistersCountedTest(ActiveTeams active, VisitsMade made, RegisterRows rows) {
        this.active = active;
        this.made = made;
        this.rows = rows;
    }

    @Test
    void a_team_counts_in_every_year_that_it_touches(TestClock clock) {
        clock.set(Instant.parse("2056-06-01T10:00:00Z"));
        var team = crossSector("Przez lata", "2051-12-31", "2053-01-01");

        assertThat(teams(2050)).doesNotContain(team);
        assertThat(teams(2051)).contains(team);
        assertThat(teams(2052)).contains(team);
        assertThat(teams(2053)).contains(team);
        assertThat(teams(2054)).doesNotContain(team);
    }

    @Test
    void a_team_counts_only_in_years_in_which_two_sectors_were_in_it_at_a_time(TestClock clock) {
        clock.set(Instant.parse("2056-06-01T10:00:00Z"));
        var team = rows.team("Z przerwą", day("2051-01-01"), null);
        rows.member(team, "Urzędnik", Sector.PUBLIC, day("2051-01-01"), null, true);
        rows.member(team, "Społeczniczka", Sector.NGO, day("2051-01-01"), day("2051-12-31"), true);
        rows.member(team, "Uczony", Sector.SCIENCE, day("2053-12-31"), null, true);
        var alone = rows.team("Sami urzędnicy", day("2051-01-01"), null);
        rows.member(alone, "Urzędnik", Sector.PUBLIC, day("2051-01-01"), null, true);
        rows.member(alone, "Urzędniczka", Sector.PUBLIC, day("2051-01-01"), null, true);
        var empty = rows.team("Bez składu", day("2051-01-01"), null);

        assertThat(teams(2051)).contains(team.slug());
        assertThat(teams(2052)).doesNotContain(team.slug());
        assertThat(teams(2053)).contains(team.slug());
        assertThat(teams(2051)).doesNotContain(alone.slug(), empty.slug());
    }

    @Test
    void days_that_are_still_to_come_do_not_count(TestClock clock) {
        clock.set(Instant.parse("2055-06-30T10:00:00Z"));
        var team = crossSector("Od jutra", "2055-07-01", null);

        assertThat(teams(2055)).doesNotContain(team);
        clock.set(Instant.parse("2055-06-30T22:00:00Z"));
        assertThat(teams(2055)).contains(team);
        assertThat(teams(2056)).doesNotContain(team);
    }

    @Test
    void the_number_of_teams_is_the_size_of_its_list_for_one_query(TestClock clock, Queries queries) {
        clock.set(Instant.parse("2056-06-01T10:00:00Z"));
        crossSector("Dla liczby", "2051-06-01", null);
        var counts = active.countsBetween(2049, 2057);

        assertThat(counts).containsKeys(2051, 2056).doesNotContainKey(2057);
        counts.forEach((year, count) -> assertThat(active.of(year)).hasSize(count));
        assertThat(queries.during(() -> active.countsBetween(2049, 2057))).hasSize(1);
        assertThat(queries.during(() -> active.of(2052))).hasSize(1);
    }

    @Test
    void a_visit_counts_in_the_year_of_its_day_once_made_and_when_the_task_is_commissioned(Visits visits) {
        var last = rows.made("Sylwestrowa", day("2061-12-31"));
        var first = rows.made("Noworoczna", day("2062-01-01"));
        rows.visit("Planowana", day("2061-05-05"), true, true, null, null);
        rows.visit("Bez zlecenia", day("2061-05-05"), false, true, TestClock.START, null);
        var cancelled = rows.visit("Odwołana", day("2061-05-05"), true, true, null, null);
        visits.cancel(cancelled.key(), TestClock.START, "Remont.");

        assertThat(made.of(2061)).containsExactly(new VisitsMade.Made(last.slug(), "Sylwestrowa", day("2061-12-31")));
        assertThat(made.of(2062)).extracting(VisitsMade.Made::slug).containsExactly(first.slug());
        assertThat(made.countsBetween(2060, 2062)).containsOnlyKeys(2061, 2062).containsEntry(2061, 1);
    }

    @Test
    void a_visit_that_only_the_office_sees_counts_without_its_name_for_one_query(Queries queries) {
        rows.visit("Dom, którego adres jest chroniony", day("2063-05-05"), true, false, TestClock.START, null);

        assertThat(made.of(2063)).containsExactly(new VisitsMade.Made(null, null, day("2063-05-05")));
        assertThat(queries.during(() -> made.of(2063))).hasSize(1);
        assertThat(queries.during(() -> made.countsBetween(2021, 2063))).hasSize(1);
    }

    private String crossSector(String name, String from, @Nullable String to) {
        var team = rows.team(name, day(from), to == null ? null : day(to));
        rows.member(team, "Urzędnik", Sector.PUBLIC, day(from), null, true);
        rows.member(team, "Społeczniczka", Sector.NGO, day(from), null, true);
        return team.slug();
    }

    private List<String> teams(int year) {
        return active.of(year).stream().map(ActiveTeams.Active::slug).toList();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
