package pl.kujawskopomorskie.ngo.indicators;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import pl.kujawskopomorskie.ngo.events.HeldEvents;

/** Counts events for organisations and officials together that were held: action 2.2. */
@Singleton
class JointEventsHeld implements Measure {

    private final HeldEvents events;

    JointEventsHeld(HeldEvents events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "joint-events-held";
    }

    @Override
    public String sentenceKey() {
        return "indicators.measure.jointEvents";
    }

    @Override
    public String dateKey() {
        return "indicators.measure.held.date";
    }

    @Override
    public Map<Integer, Integer> counts(int firstYear, int lastYear) {
        return events.countsBetween(HeldEvents.Mark.FOR_BOTH_SECTORS, firstYear, lastYear);
    }

    @Override
    public List<Thing> list(int year) {
        return HeldThings.of(events.of(HeldEvents.Mark.FOR_BOTH_SECTORS, year));
    }
}
