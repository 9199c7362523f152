package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** Each test has years of its own, in which no other test has anything to close. */
@PortalTest
class ClosedConsultationsTest {

    private final ClosedConsultations closed;
    private final Consultations consultations;
    private final People people;
    private final TestClock clock;

    ClosedConsultationsTest(ClosedConsultations closed, Consultations consultations, People people, TestClock clock) {
        this.closed = closed;
        this.consultations = consultations;
        this.people = people;
        this.clock = clock;
    }

    @Test
    void a_term_that_ends_with_the_last_midnight_belongs_to_the_old_year() {
        clock.set(Instant.parse("2043-01-01T00:00:00Z"));
        var slug = consultation(LocalDate.of(2041, 12, 31), null);

        assertThat(closed.countsBetween(2040, 2042)).isEqualTo(Map.of(2041, 1));
        assertThat(closed.of(2041))
                .containsExactly(new ClosedConsultations.Closed(slug, "Projekt " + slug, LocalDate.of(2041, 12, 31)));
        assertThat(closed.of(2042)).isEmpty();
    }

    @Test
    void a_term_that_ends_on_the_first_day_belongs_to_the_new_year() {
        clock.set(Instant.parse("2053-01-01T00:00:00Z"));
        consultation(LocalDate.of(2052, 1, 1), null);

        assertThat(closed.countsBetween(2050, 2052)).isEqualTo(Map.of(2052, 1));
    }

    @Test
    void a_consultation_that_was_cancelled_is_not_counted() {
        clock.set(Instant.parse("2063-01-01T00:00:00Z"));
        consultation(LocalDate.of(2062, 6, 15), Instant.parse("2062-06-01T10:00:00Z"));

        assertThat(closed.countsBetween(2062, 2062)).isEmpty();
        assertThat(closed.of(2062)).isEmpty();
    }

    @Test
    void a_consultation_counts_from_the_first_moment_after_its_term() {
        var day = LocalDate.of(2072, 6, 15);
        consultation(day, null);

        clock.set(OfficeTime.endOf(day).minusNanos(1000));
        assertThat(closed.of(2072)).isEmpty();
        assertThat(closed.countsBetween(2072, 2072)).isEmpty();

        clock.set(OfficeTime.endOf(day));
        assertThat(closed.of(2072)).hasSize(1);
        assertThat(closed.countsBetween(2072, 2072)).isEqualTo(Map.of(2072, 1));
    }

    @Test
    void every_number_is_the_size_of_its_list() {
        clock.set(Instant.parse("2083-01-01T00:00:00Z"));
        for (var day : List.of(1, 2, 3)) {
            consultation(LocalDate.of(2081, 12, 29 + day - 1), null);
            consultation(LocalDate.of(2082, 1, day), null);
        }

        closed.countsBetween(2080, 2082)
                .forEach((year, count) -> assertThat(closed.of(year)).hasSize(count));
        assertThat(closed.countsBetween(2080, 2082)).isEqualTo(Map.of(2081, 3, 2082, 3));
    }

    private String consultation(LocalDate lastDay, @Nullable Instant cancelledAt) {
        var slug = "zamkniete-" + UUID.randomUUID();
        var opensAt = OfficeTime.startOf(lastDay.minusDays(14));
        consultations.save(new Consultation(
                null,
                slug,
                lastDay.getYear(),
                consultations.highestNumber(lastDay.getYear()) + 1,
                "Projekt " + slug,
                "Zasady",
                "Krótko.",
                "art. 5",
                ConsultationKind.PROGRAMME,
                "wszyscy",
                "FORM",
                people.department().key(),
                "Biuro",
                "biuro@example.org",
                "",
                opensAt,
                OfficeTime.endOf(lastDay),
                null,
                false,
                null,
                null,
                null,
                opensAt,
                cancelledAt,
                cancelledAt == null ? null : "Projekt wycofano.",
                null,
                null,
                null,
                opensAt,
                null,
                0));
        return slug;
    }
}
