package pl.kujawskopomorskie.ngo.awards.ballot;

/**
 * What sheets give points for.
 *
 * @param id short, unique in its round
 * @param name as jurors and readers know it
 * @param most points, at least 1; the fewest are 0
 */
public record Criterion(String id, String name, int most) {

    /** More points than any competition gives, and few enough that no sum can overflow. */
    static final int MOST = 1_000_000;

    public Criterion {
        Ids.check(id);
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("Points of criterion " + id + " are not from 1 to " + MOST);
        }
    }
}
