package pl.kujawskopomorskie.ngo.directory;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import pl.kujawskopomorskie.ngo.directory.OrganisationFilter.Mark;

/**
 * Counts what meets the words of a search, facet by facet, in one walk: an organisation counts for a choice of a facet when it
 * meets all the other facets, so that each number says what choosing it would show.
 */
final class FacetCounter extends SimpleCollector {

    private static final Mark[] MARKS = Mark.values();
    private static final int COUNTY_NUMBERS = 10_000;

    private final FacetColumns columns;
    private final boolean anyCounty;
    private final boolean[] chosenCounties = new boolean[COUNTY_NUMBERS];
    private final long chosenSpheres;
    private final int chosenForms;
    private final long chosenMarks;

    private final int[] counties = new int[COUNTY_NUMBERS];
    private final int[] forms = new int[LegalForm.values().length];
    private final int[] spheres = new int[FacetValues.sphereCount()];
    private int total;
    private final int[] marks = new int[Mark.values().length];

    private FacetColumns.Segment segment = new FacetColumns.Segment(new long[0], new long[0]);

    FacetCounter(OrganisationFilter filter, FacetColumns columns) {
        this.columns = columns;
        anyCounty = filter.counties().isEmpty();
        filter.counties().forEach(county -> chosenCounties[Integer.parseInt(county)] = true);
        chosenSpheres = FacetValues.ofSpheres(filter.spheres());
        chosenForms = filter.legalForms().stream()
                .mapToInt(form -> 1 << form.ordinal())
                .reduce(0, (a, b) -> a | b);
        chosenMarks = FacetValues.ofMarks(filter.marks());
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        segment = columns.of(context.reader());
    }

    @Override
    public void collect(int document) {
        count(segment.facets()[document], segment.spheres()[document], 1);
    }

    /** Counts so many organisations that have these values. */
    void count(long facets, long worksIn, int many) {
        var county = anyCounty || chosenCounties[FacetValues.county(facets)];
        var sphere = chosenSpheres == 0 || (worksIn & chosenSpheres) != 0;
        var form = chosenForms == 0 || (chosenForms >>> FacetValues.form(facets) & 1) == 1;
        var mark = (facets & chosenMarks) == chosenMarks;
        if (sphere && form && mark) {
            counties[FacetValues.county(facets)] += many;
        }
        if (county && form && mark) {
            for (var left = worksIn; left != 0; left &= left - 1) {
                spheres[Long.numberOfTrailingZeros(left)] += many;
            }
        }
        if (county && sphere && mark) {
            forms[FacetValues.form(facets)] += many;
        }
        // Marks must all be met, so each number says how many would be left with it chosen too.
        if (county && sphere && form && mark) {
            total += many;
            for (var each : MARKS) {
                if (FacetValues.holds(facets, each)) {
                    marks[each.ordinal()] += many;
                }
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    /** How many meet everything. */
    int total() {
        return total;
    }

    Facets facets() {
        var byCounty = new HashMap<String, Integer>();
        for (int teryt = 0; teryt < counties.length; teryt++) {
            if (counties[teryt] > 0) {
                byCounty.put("%04d".formatted(teryt), counties[teryt]);
            }
        }
        var bySphere = new HashMap<String, Integer>();
        for (int bit = 0; bit < spheres.length; bit++) {
            if (spheres[bit] > 0) {
                bySphere.put(FacetValues.sphere(bit), spheres[bit]);
            }
        }
        var byForm = new EnumMap<LegalForm, Integer>(LegalForm.class);
        for (var form : LegalForm.values()) {
            if (forms[form.ordinal()] > 0) {
                byForm.put(form, forms[form.ordinal()]);
            }
        }
        var byMark = new EnumMap<Mark, Integer>(Mark.class);
        for (var mark : Mark.values()) {
            if (marks[mark.ordinal()] > 0) {
                byMark.put(mark, marks[mark.ordinal()]);
            }
        }
        return new Facets(byCounty, bySphere, byForm, byMark);
    }
}
