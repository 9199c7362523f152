package pl.kujawskopomorskie.ngo.events;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Cross-sector teams by the years in which they were active. A team counts in every year of which it was active at least a day with
 * members of two sectors at a time; days that are still to come do not count.
 */
@Singleton
public class ActiveTeams {

    private final Memberships memberships;
    private final Clock clock;

    ActiveTeams(Memberships memberships, Clock clock) {
        this.memberships = memberships;
        this.clock = clock;
    }

    /** How many were active in each year from one to another; a year without any is missing. One query. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<Integer, Integer> countsBetween(int firstYear, int lastYear) {
        var teams = teams(firstYear, lastYear);
        var counts = new TreeMap<Integer, Integer>();
        for (var year = firstYear; year <= lastYear; year++) {
            var active = activeIn(year, teams).size();
            if (active > 0) {
                counts.put(year, active);
            }
        }
        return counts;
    }

    /** Those that were active in a year, in the order in which they began. One query. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Active> of(int year) {
        return activeIn(year, teams(year, year)).stream()
                .map(team -> new Active(team.slug(), team.name(), team.activeFrom()))
                .toList();
    }

    private List<Team> activeIn(int year, List<Team> teams) {
        var today = OfficeTime.today(clock);
        return teams.stream().filter(team -> team.isCrossSectorIn(year, today)).toList();
    }

    private List<Team> teams(int firstYear, int lastYear) {
        var all = new LinkedHashMap<Long, Team>();
        for (var row : memberships.between(LocalDate.of(firstYear, 1, 1), LocalDate.of(lastYear, 12, 31))) {
            all.computeIfAbsent(
                            row.id(),
                            id -> new Team(row.slug(), row.name(), row.activeFrom(), row.activeTo(), new ArrayList<>()))
                    .seats()
                    .add(new CrossSector.Seat(row.sector(), row.memberFrom(), row.memberTo()));
        }
        return List.copyOf(all.values());
    }

    private record Team(
            String slug,
            String name,
            LocalDate activeFrom,
            @Nullable LocalDate activeTo,
            List<CrossSector.Seat> seats) {

        boolean isCrossSectorIn(int year, LocalDate today) {
            var first = later(activeFrom, LocalDate.of(year, 1, 1));
            var last = earlier(today, LocalDate.of(year, 12, 31));
            return CrossSector.within(first, activeTo == null ? last : earlier(activeTo, last), seats);
        }

        private static LocalDate later(LocalDate one, LocalDate other) {
            return one.isAfter(other) ? one : other;
        }

        private static LocalDate earlier(LocalDate one, LocalDate other) {
            return one.isBefore(other) ? one : other;
        }
    }

    /**
     * A team that was active.
     *
     * @param slug its name in addresses
     * @param name of the team
     * @param from its first day
     */
    public record Active(String slug, String name, LocalDate from) {}

    /** Who was in which team. */
    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Memberships extends GenericRepository<Event, Long> {

        /** The members of all teams that were active at some time from one day to another, team by team. */
        @Query("SELECT t.id, t.slug, t.name, t.active_from, t.active_to, m.sector, m.member_from, m.member_to"
                + " FROM team t JOIN team_member m ON m.team_id = t.id"
                + " WHERE t.active_from <= :last AND (t.active_to IS NULL OR t.active_to >= :first)"
                + " ORDER BY t.active_from, t.id, m.id")
        List<Row> between(LocalDate first, LocalDate last);

        /** A member of a team. */
        @Introspected
        record Row(
                long id,
                String slug,
                String name,
                LocalDate activeFrom,
                @Nullable LocalDate activeTo,
                Sector sector,
                LocalDate memberFrom,
                @Nullable LocalDate memberTo) {}
    }
}
