package pl.kujawskopomorskie.ngo.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A county of the voivodeship, or a city with the rights of one.
 *
 * @param teryt its four digits in the register of territorial division
 * @param name an adjective for a county ({@code toruński}), the city's name for a city
 * @param city whether it is a city
 * @param plate letters of its registration plates, by which people know it
 */
public record County(String teryt, String name, boolean city, String plate) {

    /** First two digits of everything in the voivodeship. */
    public static final String VOIVODESHIP = "04";

    private static final Map<String, County> ALL = read();

    /** All twenty-three, counties first, in the order of the register. */
    public static List<County> all() {
        return List.copyOf(ALL.values());
    }

    /** The county of a number, unless it lies in another voivodeship. */
    public static Optional<County> of(String teryt) {
        return Optional.ofNullable(ALL.get(teryt));
    }

    /** As it is said: {@code powiat toruński}, {@code Toruń}. */
    public String fullName() {
        return city ? name : "powiat " + name;
    }

    private static Map<String, County> read() {
        var counties = new LinkedHashMap<String, County>();
        for (var line : ListResource.lines("counties.csv")) {
            var county = new County(line.get(0), line.get(1), line.get(2).equals("city"), line.get(3));
            counties.put(county.teryt, county);
        }
        return counties;
    }
}
