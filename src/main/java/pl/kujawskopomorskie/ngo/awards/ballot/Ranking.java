package pl.kujawskopomorskie.ngo.awards.ballot;

import java.util.ArrayList;
import java.util.List;

/**
 * What the sheets of a round come to.
 *
 * @param places from the first; entries that nothing of the ladder tells apart share one
 * @param unranked entries with fewer sheets than the quorum, in the order of the rules: they have no place
 */
public record Ranking(List<Place> places, List<String> unranked) {

    public Ranking {
        places = List.copyOf(places);
        unranked = List.copyOf(unranked);
    }

    /** The entries in order, those of a shared place beside each other. */
    public List<String> entries() {
        return places.stream()
                .flatMap(place -> place.entries().stream())
                .map(Scored::entry)
                .toList();
    }

    /** The entries whose mean reaches the threshold, in order. */
    public List<String> through(int threshold) {
        return places.stream()
                .flatMap(place -> place.entries().stream())
                .filter(scored -> scored.mean().reaches(threshold))
                .map(Scored::entry)
                .toList();
    }

    /** The places of groups of entries that follow each other: 1, 2, 2, 4. */
    static List<Place> places(List<List<Scored>> groups) {
        var places = new ArrayList<Place>();
        var number = 1;
        for (var group : groups) {
            places.add(new Place(number, group));
            number += group.size();
        }
        return places;
    }

    /**
     * A place and who has it.
     *
     * @param number from 1
     * @param entries one, or several that share it, in the order of the rules
     */
    public record Place(int number, List<Scored> entries) {
        public Place {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An entry with its points.
     *
     * @param entry what
     * @param mean of all its points
     */
    public record Scored(String entry, Mean mean) {}
}
