package pl.kujawskopomorskie.ngo.indicators;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import pl.kujawskopomorskie.ngo.events.ActiveTeams;

/** Counts cross-sector teams in every year in which they were active: action 2.3. */
@Singleton
class TeamsActive implements Measure {

    private final ActiveTeams teams;

    TeamsActive(ActiveTeams teams) {
        this.teams = teams;
    }

    @Override
    public String name() {
        return "teams-active";
    }

    @Override
    public String sentenceKey() {
        return "indicators.measure.teamsActive";
    }

    @Override
    public String dateKey() {
        return "indicators.measure.teamsActive.date";
    }

    @Override
    public Map<Integer, Integer> counts(int firstYear, int lastYear) {
        return teams.countsBetween(firstYear, lastYear);
    }

    @Override
    public List<Thing> list(int year) {
        return teams.of(year).stream()
                .map(team -> new Thing(team.name(), "/zespoly/" + team.slug(), team.from()))
                .toList();
    }
}
