package pl.kujawskopomorskie.ngo.indicators;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import pl.kujawskopomorskie.ngo.consultations.ClosedConsultations;

/** Counts consultations in the year of the last day of their term. */
@Singleton
class ConsultationsClosed implements Measure {

    private final ClosedConsultations consultations;

    ConsultationsClosed(ClosedConsultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public String name() {
        return "consultations-closed";
    }

    @Override
    public String sentenceKey() {
        return "indicators.measure.consultationsClosed";
    }

    @Override
    public String dateKey() {
        return "indicators.measure.consultationsClosed.date";
    }

    @Override
    public Map<Integer, Integer> counts(int firstYear, int lastYear) {
        return consultations.countsBetween(firstYear, lastYear);
    }

    @Override
    public List<Thing> list(int year) {
        return consultations.of(year).stream()
                .map(closed -> new Thing(closed.title(), "/konsultacje/" + closed.slug(), closed.lastDay()))
                .toList();
    }
}
