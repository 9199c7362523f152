package pl.kujawskopomorskie.ngo.awards.ballot;

import java.util.Collection;
import java.util.HashSet;
import java.util.regex.Pattern;

/** Names of jurors, entries, criteria and rounds in a chain: short, and without any character that could part what is hashed. */
final class Ids {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,79}");

    private Ids() {}

    static void check(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("Not a name for a chain: " + id);
        }
    }

    static void checkUnique(Collection<String> ids, String what) {
        ids.forEach(Ids::check);
        if (new HashSet<>(ids).size() != ids.size()) {
            throw new IllegalArgumentException("Two " + what + " have one name");
        }
    }
}
