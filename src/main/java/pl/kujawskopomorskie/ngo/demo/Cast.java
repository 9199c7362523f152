package pl.kujawskopomorskie.ngo.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.OpeningDemoAccounts;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.shared.text.Language;

/**
 * Who plays in the demo, by the names that its files use.
 *
 * @param departments keys of departments by code
 * @param people by the key that files name them by
 * @param organisations by slug
 */
record Cast(Map<String, Long> departments, Map<String, Player> people, Map<String, Organisation> organisations) {

    /** The clerk who does what the files leave without a name: announces, enters, publishes. */
    private static final String CLERK = "clerk";

    static Cast of(List<PersonEntry> entries, OpeningDemoAccounts.Opened opened) {
        var people = new HashMap<String, Player>();
        for (var entry : entries) {
            people.put(
                    entry.key(), new Player(found(opened.people(), entry.email()), entry.displayName(), entry.email()));
        }
        return new Cast(opened.departments(), people, Map.of());
    }

    /** The same with organisations. */
    Cast with(Map<String, Organisation> played) {
        return new Cast(departments, people, played);
    }

    Organisation organisation(String slug) {
        return found(organisations, slug);
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
     * @param email to sign in with
     */
    record Player(long id, String name, String email) {

        /** The person as one who acts on the portal, as everybody may. */
        Actor actor() {
            return new Actor(id, name, email, Language.POLISH, Set.of(Role.RESIDENT), null);
        }
    }
}
