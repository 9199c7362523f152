package pl.kujawskopomorskie.ngo.indicators;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import pl.kujawskopomorskie.ngo.directory.DirectoryOverYears;

/** Counts organisations that stood in the directory at the end of the year: row 4 of table 1.2 of the annual report. */
@Singleton
class OrganisationsListed implements Measure {

    private final DirectoryOverYears directory;

    OrganisationsListed(DirectoryOverYears directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "organisations-listed";
    }

    @Override
    public String sentenceKey() {
        return "indicators.measure.organisationsListed";
    }

    @Override
    public String dateKey() {
        return "indicators.measure.organisationsListed.date";
    }

    @Override
    public Map<Integer, Integer> counts(int firstYear, int lastYear) {
        return directory.countsBetween(firstYear, lastYear);
    }

    @Override
    public List<Thing> list(int year) {
        return directory.of(year).stream()
                .map(listed -> new Thing(listed.name(), "/organizacje/" + listed.slug(), listed.since()))
                .toList();
    }
}
