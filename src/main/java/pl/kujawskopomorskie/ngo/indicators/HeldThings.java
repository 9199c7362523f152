package pl.kujawskopomorskie.ngo.indicators;

import java.util.ArrayList;
import java.util.List;
import pl.kujawskopomorskie.ngo.events.HeldEvents;

/** Events that were held, as the list behind a number tells them: with those who are known by name apart from those counted. */
final class HeldThings {

    private HeldThings() {}

    static List<Measure.Thing> of(List<HeldEvents.Held> events) {
        return events.stream()
                .map(held -> new Measure.Thing(
                        held.title(),
                        "/wydarzenia/" + held.slug(),
                        held.lastDay(),
                        told(held.people(), held.counted())))
                .toList();
    }

    private static List<Measure.Told> told(int people, int counted) {
        var told = new ArrayList<Measure.Told>();
        if (people > 0) {
            told.add(new Measure.Told("indicators.held.people", people));
        }
        if (counted > 0) {
            told.add(new Measure.Told("indicators.held.counted", counted));
        }
        return told;
    }
}
