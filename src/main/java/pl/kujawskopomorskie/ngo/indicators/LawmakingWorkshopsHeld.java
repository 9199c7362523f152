package pl.kujawskopomorskie.ngo.indicators;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import pl.kujawskopomorskie.ngo.events.HeldEvents;

/** Counts trainings and workshops about the making of local law that were held, whoever organised them: action 1.1. */
@Singleton
class LawmakingWorkshopsHeld implements Measure {

    private final HeldEvents events;

    LawmakingWorkshopsHeld(HeldEvents events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "lawmaking-workshops-held";
    }

    @Override
    public String sentenceKey() {
        return "indicators.measure.lawmakingWorkshops";
    }

    @Override
    public String dateKey() {
        return "indicators.measure.held.date";
    }

    @Override
    public Map<Integer, Integer> counts(int firstYear, int lastYear) {
        return events.countsBetween(HeldEvents.Mark.ON_LOCAL_LAW, firstYear, lastYear);
    }

    @Override
    public List<Thing> list(int year) {
        return HeldThings.of(events.of(HeldEvents.Mark.ON_LOCAL_LAW, year));
    }
}
