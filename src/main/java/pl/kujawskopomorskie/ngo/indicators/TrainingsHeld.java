package pl.kujawskopomorskie.ngo.indicators;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import pl.kujawskopomorskie.ngo.events.AdviceGiven;
import pl.kujawskopomorskie.ngo.events.HeldEvents;

/**
 * Counts trainings and workshops for the competence of organisations that were held: action 3.1. Hours of advice are not among them
 * and are told beside.
 */
@Singleton
class TrainingsHeld implements Measure {

    private final HeldEvents events;
    private final AdviceGiven advice;

    TrainingsHeld(HeldEvents events, AdviceGiven advice) {
        this.events = events;
        this.advice = advice;
    }

    @Override
    public String name() {
        return "trainings-held";
    }

    @Override
    public String sentenceKey() {
        return "indicators.measure.trainings";
    }

    @Override
    public String dateKey() {
        return "indicators.measure.held.date";
    }

    @Override
    public Map<Integer, Integer> counts(int firstYear, int lastYear) {
        return events.countsBetween(HeldEvents.Mark.FOR_COMPETENCE, firstYear, lastYear);
    }

    @Override
    public Beside beside(int firstYear, int lastYear) {
        return new Beside(
                "indicators.beside.advice", "/doradztwo/udzielone?rok=", advice.hoursBetween(firstYear, lastYear));
    }

    @Override
    public List<Thing> list(int year) {
        return HeldThings.of(events.of(HeldEvents.Mark.FOR_COMPETENCE, year));
    }
}
