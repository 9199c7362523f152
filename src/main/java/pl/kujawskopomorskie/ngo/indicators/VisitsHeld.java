package pl.kujawskopomorskie.ngo.indicators;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import pl.kujawskopomorskie.ngo.events.VisitsMade;

/** Counts visits of officials to organisations that carry out commissioned tasks: action 3.2. */
@Singleton
class VisitsHeld implements Measure {

    private final VisitsMade visits;

    VisitsHeld(VisitsMade visits) {
        this.visits = visits;
    }

    @Override
    public String name() {
        return "visits-held";
    }

    @Override
    public String sentenceKey() {
        return "indicators.measure.visits";
    }

    @Override
    public String dateKey() {
        return "indicators.measure.visits.date";
    }

    @Override
    public Map<Integer, Integer> counts(int firstYear, int lastYear) {
        return visits.countsBetween(firstYear, lastYear);
    }

    @Override
    public List<Thing> list(int year) {
        return visits.of(year).stream()
                .map(visit -> new Thing(
                        visit.organisation(), visit.slug() == null ? null : "/wizyty/" + visit.slug(), visit.day()))
                .toList();
    }
}
