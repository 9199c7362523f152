package pl.kujawskopomorskie.ngo.events;

import java.util.HashMap;
import java.util.Map;

/** Names of the columns of a file: two sessions or questions of one title are two columns, and columns have names of their own. */
final class ColumnNames {

    private final Map<String, Integer> given = new HashMap<>();

    /** The title, with a number from its second time on. */
    String of(String title) {
        var times = given.merge(title, 1, Integer::sum);
        return times == 1 ? title : title + " (" + times + ")";
    }
}
