package pl.kujawskopomorskie.ngo.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.OpeningDemoAccounts;

/**
 * Who plays in the demo, by the names that its files use.
 *
 * @param departments keys of departments by code
 * @param people by the key that files name them by
 */
record Cast(Map<String, Long> departments, Map<String, Player> people) {

    /** The clerk who does what the files leave without a name: announces, enters, publishes. */
    private static final String CLERK = "clerk";

    static Cast of(List<PersonEntry> entries, OpeningDemoAccounts.Opened opened) {
        var people = new HashMap<String, Player>();
        for (var entry : entries) {
            people.put(entry.key(), new Player(found(opened.people(), entry.email()), entry.displayName()));
        }
        return new Cast(opened.departments(), people);
    }

    long department(String code) {
        return found(departments, code);
    }

    Player person(String key) {
        return found(people, key);
    }

    @Nullable
    Long personKey(@Nullable String key) {
        return key == null ? null : person(key).id();
    }

    long clerk() {
        return person(CLERK).id();
    }

    static <T> T found(Map<String, T> all, String name) {
        var one = all.get(name);
        if (one == null) {
            throw new IllegalStateException("The demo's files speak of " + name + ", and do not say who or what it is");
        }
        return one;
    }

    /**
     * A person.
     *
     * @param id key of the account
     * @param name shown
     */
    record Player(long id, String name) {}
}
