package pl.kujawskopomorskie.ngo.demo;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.directory.Representation;

/** With which accounts a demonstration can be looked at; for whoever prints them. */
@Singleton
public class DemoPeople {

    /** The password of every account of the demonstration. */
    public static final String PASSWORD = "demo-demo-demo";

    private final DemoContent content;

    DemoPeople(DemoContent content) {
        this.content = content;
    }

    /** One account for each role, residents last; then those who speak for an organisation. */
    public List<SignIn> signIns() {
        var people = content.people();
        Map<Role, SignIn> first = new EnumMap<>(Role.class);
        for (var person : people) {
            for (var role : person.roles()) {
                first.putIfAbsent(role, new SignIn(role, null, person.email(), person.displayName()));
            }
        }
        return Stream.concat(
                        first.values().stream()
                                .sorted((one, other) ->
                                        Boolean.compare(one.role() == Role.RESIDENT, other.role() == Role.RESIDENT)),
                        speaking(people))
                .toList();
    }

    /** Of the first organisation that files tell of: who represents it, and who writes for it. */
    private Stream<SignIn> speaking(List<PersonEntry> people) {
        var all = content.directory().representations();
        return all.stream()
                .filter(told -> told.organisation().equals(all.getFirst().organisation()))
                .filter(DirectoryStory.Speaking::holds)
                .flatMap(told -> people.stream()
                        .filter(person -> person.key().equals(told.person()))
                        .map(person -> new SignIn(Role.RESIDENT, told.kind(), person.email(), person.displayName())));
    }

    /**
     * An account of the demonstration.
     *
     * @param role what it may do
     * @param speaking what it may do for an organisation, or null when it speaks for none
     * @param email to sign in with
     * @param displayName of the invented person
     */
    public record SignIn(Role role, Representation.@Nullable Kind speaking, String email, String displayName) {}
}
