package pl.kujawskopomorskie.ngo.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.kujawskopomorskie.ngo.directory.OrganisationFilter.Mark;

/** What an organisation counts for in each facet, packed into two numbers, so that counting reads no text. */
final class FacetValues {

    private static final List<PublicTaskSphere> SPHERES = PublicTaskSphere.all();
    private static final Map<String, Integer> SPHERE_BITS = bits();

    // From the lowest bit: 14 of the county's number, 4 of the legal form, one of each mark.
    private static final int FORM_SHIFT = 14;
    private static final int MARK_SHIFT = 18;

    private FacetValues() {}

    static long of(Organisation organisation) {
        var value = Long.parseLong(organisation.countyTeryt());
        value |= (long) organisation.legalForm().ordinal() << FORM_SHIFT;
        if (organisation.publicBenefit()) {
            value |= bit(Mark.PUBLIC_BENEFIT);
        }
        if (organisation.socialEconomy()) {
            value |= bit(Mark.SOCIAL_ECONOMY);
        }
        return value;
    }

    static long ofSpheres(Collection<String> points) {
        var value = 0L;
        for (var point : points) {
            // A point that the list no longer has counts for nothing.
            var bit = SPHERE_BITS.get(point);
            value |= bit == null ? 0 : 1L << bit;
        }
        return value;
    }

    static long ofMarks(Collection<Mark> marks) {
        return marks.stream().mapToLong(FacetValues::bit).reduce(0, (a, b) -> a | b);
    }

    static int county(long facets) {
        return (int) (facets & (1 << FORM_SHIFT) - 1);
    }

    static int form(long facets) {
        return (int) (facets >>> FORM_SHIFT & 0xF);
    }

    static boolean holds(long facets, Mark mark) {
        return (facets & bit(mark)) != 0;
    }

    static String sphere(int bit) {
        return SPHERES.get(bit).point();
    }

    static int sphereCount() {
        return SPHERES.size();
    }

    private static long bit(Mark mark) {
        return 1L << MARK_SHIFT + mark.ordinal();
    }

    private static Map<String, Integer> bits() {
        var bits = new HashMap<String, Integer>();
        for (int at = 0; at < SPHERES.size(); at++) {
            bits.put(SPHERES.get(at).point(), at);
        }
        return Map.copyOf(bits);
    }
}
