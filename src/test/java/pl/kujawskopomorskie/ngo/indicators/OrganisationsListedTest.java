package pl.kujawskopomorskie.ngo.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;
import pl.kujawskopomorskie.ngo.directory.OrganisationRows;
import pl.kujawskopomorskie.ngo.directory.SavingOrganisation;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;

@PortalTest
class OrganisationsListedTest {

    private final OrganisationsListed measure;
    private final OrganisationRows rows;
    private final SavingOrganisation saving;

    OrganisationsListedTest(OrganisationsListed measure, OrganisationRows rows, SavingOrganisation saving) {
        this.measure = measure;
        this.rows = rows;
        this.saving = saving;
    }

    @Test
    void an_organisation_counts_from_the_year_in_which_it_was_taken_in(TestClock clock) {
        clock.set(Instant.parse("2031-12-31T22:59:59Z"));
        var last = rows.listed("Sylwestrowa");
        clock.set(Instant.parse("2031-12-31T23:00:00Z"));
        var first = rows.listed("Noworoczna");

        assertThat(slugs(2031)).contains(last.slug()).doesNotContain(first.slug());
        assertThat(slugs(2032)).contains(last.slug(), first.slug());
        assertThat(measure.list(2032))
                .filteredOn(thing -> thing.title().equals("Noworoczna"))
                .containsExactly(
                        new Measure.Thing("Noworoczna", "/organizacje/" + first.slug(), LocalDate.of(2032, 1, 1)));
    }

    @Test
    void one_that_was_struck_off_counted_until_then(TestClock clock) {
        clock.set(Instant.parse("2034-05-01T10:00:00Z"));
        var gone = rows.listed("Wykreślona Później");
        clock.set(Instant.parse("2036-05-01T10:00:00Z"));
        strikeOff(gone);

        assertThat(slugs(2033)).doesNotContain(gone.slug());
        assertThat(slugs(2034)).contains(gone.slug());
        assertThat(slugs(2035)).contains(gone.slug());
        assertThat(slugs(2036)).doesNotContain(gone.slug());
    }

    @Test
    void every_number_is_the_size_of_its_list_and_all_years_cost_one_query(TestClock clock, Queries queries) {
        clock.set(Instant.parse("2038-02-01T10:00:00Z"));
        rows.listed("Dla Liczby");

        var counts = measure.counts(2025, 2040);

        assertThat(counts)
                .containsOnlyKeys(2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036, 2037, 2038);
        counts.forEach(
                (year, count) -> assertThat(measure.list(year)).as("%d", year).hasSize(count));
        assertThat(measure.list(2039)).isEmpty();
        assertThat(queries.during(() -> measure.counts(2025, 2038))).hasSize(1);
    }

    private List<String> slugs(int year) {
        return measure.list(year).stream()
                .map(thing -> thing.link().substring("/organizacje/".length()))
                .toList();
    }

    private void strikeOff(Organisation organisation) {
        var entry = organisation
                .facts(new TreeSet<>(List.of("15", "16")))
                .entry()
                .with(OrganisationField.STATE, "STRUCK_OFF");
        OrganisationRows.done(saving.change(organisation.slug(), organisation.revision(), entry, rows.clerk()));
    }
}
