package pl.kujawskopomorskie.ngo.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sphere of public tasks: one point of article 4(1) of the act of 24 April 2003 on public benefit and volunteer work.
 *
 * @param point such as {@code 1} or {@code 32a}
 * @param name in the words of the act, some shortened
 */
public record PublicTaskSphere(String point, String name) {

    private static final Map<String, PublicTaskSphere> ALL = read();

    /** All spheres in the order of the act. */
    public static List<PublicTaskSphere> all() {
        return List.copyOf(ALL.values());
    }

    /** The sphere of a point. */
    public static Optional<PublicTaskSphere> of(String point) {
        return Optional.ofNullable(ALL.get(point));
    }

    private static Map<String, PublicTaskSphere> read() {
        var spheres = new LinkedHashMap<String, PublicTaskSphere>();
        for (var line : ListResource.lines("spheres.csv")) {
            spheres.put(line.get(0), new PublicTaskSphere(line.get(0), line.get(1)));
        }
        return spheres;
    }
}
