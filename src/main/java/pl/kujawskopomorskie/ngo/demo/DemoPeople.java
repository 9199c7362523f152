package pl.kujawskopomorskie.ngo.demo;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import pl.kujawskopomorskie.ngo.accounts.Role;

/** With which accounts a demonstration can be looked at; for whoever prints them. */
@Singleton
public class DemoPeople {

    /** The password of every account of the demonstration. */
    public static final String PASSWORD = "demo-demo-demo";

    private final DemoContent content;

    DemoPeople(DemoContent content) {
        this.content = content;
    }

    /** One account for each role, residents last. */
    public List<SignIn> signIns() {
        Map<Role, SignIn> first = new EnumMap<>(Role.class);
        for (var person : content.people()) {
            for (var role : person.roles()) {
                first.putIfAbsent(role, new SignIn(role, person.email(), person.displayName()));
            }
        }
        return first.values().stream()
                .sorted((one, other) -> Boolean.compare(one.role() == Role.RESIDENT, other.role() == Role.RESIDENT))
                .toList();
    }

    /**
     * An account of the demonstration.
     *
     * @param role what it may do
     * @param email to sign in with
     * @param displayName of the invented person
     */
    public record SignIn(Role role, String email, String displayName) {}
}
