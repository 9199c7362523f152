package pl.kujawskopomorskie.ngo.events.lending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OccupancyProperties {

    private static final Instant DAWN = Instant.parse("2026-12-01T00:00:00Z");

    @Property
    void the_busiest_moment_is_the_busiest_of_all_minutes(@ForAll("terms") List<LentItems.Taken> terms) {
        var from = minute(20);
        var until = minute(80);
        var busiest = 0;
        for (var minute = 20; minute < 80; minute++) {
            var at = minute(minute);
            busiest = Math.max(
                    busiest,
                    terms.stream()
                            .filter(term -> !term.startsAt().isAfter(at)
                                    && term.endsAt().isAfter(at))
                            .mapToInt(LentItems.Taken::pieces)
                            .sum());
        }

        assertThat(Occupancy.most(terms, from, until)).isEqualTo(busiest);
    }

    @Provide
    Arbitrary<List<LentItems.Taken>> terms() {
        var minutes = Arbitraries.integers().between(0, 100);
        return Combinators.combine(
                        minutes,
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(1, 5))
                .as((start, length, pieces) -> new LentItems.Taken(1, 1, pieces, minute(start), minute(start + length)))
                .list()
                .ofMaxSize(12);
    }

    private static Instant minute(int minute) {
        return DAWN.plus(Duration.ofMinutes(minute));
    }
}
